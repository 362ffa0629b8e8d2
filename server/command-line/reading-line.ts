import { z } from 'zod'
import type { Claim, Reading } from '#fhir-mappings/claim.ts'
import type { CtcaeVersion } from '#fhir-mappings/grade.ts'
import type { Reader, TextToRead } from '#server/agents/reader.ts'
import { defaultLimits } from '#server/evidence/limits.ts'
import { gradeClaim } from '#server/grading/grade-claim.ts'
import { idIn, type Line, LineId } from './lines.ts'

const optionalText = z.string().nullish()

/** A line of `irae read`: one text and what is known of exposure. Other members are ignored. */
const Asked = z.object({
  id: LineId,
  text: z.string('text is missing or not text'),
  authored: optionalText,
  noteType: optionalText,
  ici: z.object({ agents: z.array(z.string()).nullish(), lastGiven: optionalText }).nullish(),
})
type Asked = z.infer<typeof Asked>

/** What `irae read` answers to one line. `unread` says why there is no reading; then absence means nothing. */
export interface ReadingLine {
  readonly id: LineId | null
  readonly flag: boolean
  readonly exposure: Reading['exposure']
  readonly findings: readonly ReadFinding[]
  readonly suspicious: Reading['suspicious']
  readonly reader: Reading['reader']
  readonly unread: string | null
  /** number of the line in the input, where it could not be read */
  readonly line?: number
}

type ReadFinding = ReturnType<typeof findingOf>

/** Reads one line and grades what is claimed. Whatever a line holds, there is an answer: a bug ends this line only. */
export async function readingLine(line: Line, reader: Reader, version: CtcaeVersion): Promise<ReadingLine> {
  const unread = (id: ReadingLine['id'], why: string): ReadingLine => ({
    ...nothing(id, reader),
    unread: why,
    line: line.number,
  })
  if (!line.readable) return unread(null, line.why)
  const asked = Asked.safeParse(line.value)
  if (!asked.success) return unread(idIn(line.value), complaintOf(asked.error))
  const { id, text } = asked.data
  if (text.trim() === '') return unread(id, 'no-text')
  if (text.length > defaultLimits.maxTextLength) return unread(id, 'too-large')
  try {
    return answer(id, await reader.read(textToRead(asked.data)), version)
  } catch (error) {
    return unread(id, `reader-failed: ${error instanceof Error ? error.name : 'unknown'}`)
  }
}

function textToRead({ text, authored, noteType, ici }: Asked): TextToRead {
  return {
    text,
    ...(authored ? { authored } : {}),
    ...(noteType ? { noteType } : {}),
    ...(ici ? { ici: { agents: ici.agents ?? [], ...(ici.lastGiven ? { lastGiven: ici.lastGiven } : {}) } } : {}),
  }
}

function answer(id: LineId, reading: Reading, version: CtcaeVersion): ReadingLine {
  const { exposure, claims, suspicious, reader, unread } = reading
  const findings = claims.map((claim) => findingOf(claim, version))
  return { id, flag: findings.some(isFlagged), exposure, findings, suspicious, reader, unread }
}

function findingOf(claim: Claim, version: CtcaeVersion) {
  const { term, status, attribution, certainty, reportedBy, quotes, why } = claim
  const { grade, range, gradeBasis, why: gradeWhy, missing } = gradeClaim(claim, { version })
  const graded = { term, grade, ...(range ? { range } : {}), gradeBasis }
  return { ...graded, status, attribution, certainty, reportedBy, quotes, why, gradeWhy, missing }
}

/** An alert: an event of now, or one that is not settled, that no other cause explains; at any grade or none. */
const isFlagged = ({ status, attribution }: ReadFinding): boolean =>
  (status === 'present' || status === 'suspected') && attribution !== 'other'

const nothing = (id: ReadingLine['id'], { name, version }: Reader) => ({
  id,
  flag: false,
  exposure: 'none' as const,
  findings: [],
  suspicious: [],
  reader: { name, version },
})

/** The first complaint, with the member it is about; never the words of the line. */
function complaintOf({ issues }: z.ZodError): string {
  const [first] = issues
  if (!first || first.path.length === 0) return 'not-an-object'
  return first.path.length === 1 && first.message.startsWith(String(first.path[0]))
    ? first.message
    : `${first.path.join('.')}: ${first.message}`
}
