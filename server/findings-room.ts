import type { Finding } from '#fhir-mappings/finding.ts'
import type { Act } from '#server/audit/audit-event.ts'
import { keepAssessed } from '#server/cohort/cohort.ts'
import { recordChanges } from '#server/episodes/record.ts'
import type { CaseFile } from '#server/evidence/case-file.ts'
import { chartContext } from '#server/evidence/chart-context.ts'
import { markAssessed, type ShelvedNote } from '#server/evidence/note-shelf.ts'
import { eachTextOnce } from '#server/evidence/notes.ts'
import { type Proposed, propose } from '#server/grading/propose.ts'
import type { Doors } from './rooms.ts'

/** What the whole chart of a patient says today: every readable note, each text once, with the laboratory courses. */
export function assessed(caseFile: CaseFile, notes: readonly ShelvedNote[], { ctcae, now }: Doors): Proposed {
  const once = new Set(eachTextOnce(notes.map(({ note }) => note)).map(({ reference }) => reference))
  return propose({
    patient: caseFile.patient,
    readings: notes.filter(({ note }) => once.has(note.reference)),
    laboratory: caseFile.laboratory,
    infusions: caseFile.infusions,
    version: ctcae,
    now: now(),
  })
}

/** Whether a version of a note or result still stands in the chart as it was. */
function holdsIn({ laboratory }: CaseFile, notes: readonly ShelvedNote[]): (source: string) => boolean {
  const texts = notes.map(({ note }) => `${note.reference}/_history/${note.version}`)
  const results = laboratory
    .flatMap((series) => series.results)
    .filter(
      ({ status, unreliable }) => unreliable === undefined && status !== 'entered-in-error' && status !== 'cancelled',
    )
    .map(({ reference, version }) => `${reference}/_history/${version}`)
  const standing = new Set([...texts, ...results])
  return (source) => standing.has(source)
}

/** The standing findings after this assessment; what was charted before its searches began is in them now. */
export async function recorded(
  caseFile: CaseFile,
  { proposals, notProposed }: Proposed,
  notes: readonly ShelvedNote[],
  { db, ehr, ledger, metrics, now, publisher }: Doors,
): Promise<readonly Finding[]> {
  const { patient, assembledFrom } = caseFile
  const suspicious = suspiciousIn(caseFile, notes)
  const site = ehr.site.id
  const exposed = caseFile.infusions.some(({ exposure }) => exposure !== 'ordered')
  const chart = { site, patient, proposals, exposed, holds: holdsIn(caseFile, notes), now: now() }
  const findings = await recordChanges(chart, [readAct(caseFile), ...suspicious.map(suspiciousAct)], {
    db,
    ledger,
    plan: publisher.plan,
  })
  for (const _note of suspicious) metrics.suspicious()
  await markAssessed(db, site, patient, now())
  const context = chartContext(caseFile)
  const { incomplete = [] } = caseFile
  if (assembledFrom) await keepAssessed(db, site, patient, { from: assembledFrom, context, notProposed, incomplete })
  return findings
}

const readAct = ({ patient, notes, unreadable }: CaseFile): Act => ({
  action: 'read',
  subtype: 'chart-read',
  outcome: unreadable.length > 0 ? 'failure' : 'success',
  who: 'Device/irae-agent',
  patient,
  about: [...notes, ...unreadable].map(({ reference, version }) => `${reference}/_history/${version}`),
  ...(unreadable[0] ? { detail: { why: unreadable[0].why } } : {}),
})

/** H-9: of the notes that were read now, those with words that try to instruct the reader. */
const suspiciousIn = ({ notes: read }: CaseFile, notes: readonly ShelvedNote[]): readonly ShelvedNote[] =>
  notes.filter(
    ({ note, reading }) =>
      reading.suspicious.length > 0 &&
      read.some(({ reference, version }) => reference === note.reference && version === note.version),
  )

const suspiciousAct = ({ note, reading }: ShelvedNote): Act => ({
  action: 'read',
  subtype: 'suspicious-words',
  outcome: 'success',
  who: 'Device/irae-agent',
  patient: note.patient,
  about: [`${note.reference}/_history/${note.version}`],
  detail: { places: String(reading.suspicious.length) },
})
