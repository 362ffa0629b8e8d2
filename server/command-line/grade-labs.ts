import { z } from 'zod'
import { CtcaeVersion } from '#fhir-mappings/grade.ts'
import { gradeLaboratory, type LaboratoryGrade } from '#server/grading/grade-laboratory.ts'
import { bytesOf, type Command, onlyFile, wordsOf } from './command.ts'
import { idIn, type Line, LineId, linesOf } from './lines.ts'

const number = z.number().nullish()

/** A line of `irae grade-labs`: one value with its unit and limits. Other members are ignored. */
const Asked = z.object({
  id: LineId,
  analyte: z.string().nullish(),
  term: z.string().nullish(),
  ctcaeVersion: CtcaeVersion,
  value: number,
  unit: z.string().nullish(),
  lln: number,
  uln: number,
  baseline: number,
  baselineIndicator: z.enum(['NORMAL', 'HIGH', 'LOW']).nullish(),
  qualifier: z.string().nullish(),
  symptomatic: z.boolean().nullish(),
})

export const gradeLabs: Command = {
  name: 'grade-labs',
  usage: '[FILE|-]',
  summary: 'grade laboratory values by CTCAE, one JSON object a line in and out',
  help: `Reads NDJSON from FILE, or from standard input, and prints one line for each line, in order.

In:   {"id": "l1", "analyte": "alt", "ctcaeVersion": "5.0", "value": 300, "unit": "U/L", "lln": 7, "uln": 40,
       "baseline": 20, "baselineIndicator": "NORMAL"}
      term (as that CTCAE version prints it) chooses the side of an analyte with two; qualifier is fasting or
      ionized; symptomatic is true or false where it is known. Without a unit only multiples can be graded.
Out:  {"id", "term", "grade", "range", "why", "missing"}; grade is null where the value cannot be graded.

Exit code: 0 all lines understood, 1 some were not (their "why" says so), 2 could not begin.`,
  run: async (words, terminal) => {
    const { positionals } = wordsOf(words, {})
    let refused = 0
    for await (const line of linesOf(bytesOf(onlyFile(positionals), terminal))) {
      const answer = gradedLine(line)
      if (answer.line !== undefined) refused++
      await terminal.print(`${JSON.stringify(answer)}\n`)
    }
    if (refused === 0) return 0
    terminal.complain(`${refused} lines were not understood; "why" in their output says more.`)
    return 1
  },
}

type GradedLine = LaboratoryGrade & { readonly id: LineId | null; readonly line?: number }

function gradedLine(line: Line): GradedLine {
  const refusal = (why: string) => ({ id: null, term: null, grade: null, why, missing: [], line: line.number })
  if (!line.readable) return refusal(line.why)
  const asked = Asked.safeParse(line.value)
  if (!asked.success) {
    const [first] = asked.error.issues
    return {
      ...refusal(`${first?.path.join('.') || 'line'}: ${first?.message ?? 'not understood'}`),
      id: idIn(line.value),
    }
  }
  const { id, analyte, ctcaeVersion: version, term, value, ...rest } = asked.data
  const known = { ...rest, analyte: analyte ?? '', value: value ?? null, version, ...(term ? { term } : {}) }
  return { id, ...gradeLaboratory(known) }
}
