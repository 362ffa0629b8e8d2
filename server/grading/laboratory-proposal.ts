import type { Proposal } from '#fhir-mappings/finding.ts'
import type { CtcaeVersion } from '#fhir-mappings/grade.ts'
import { worst } from './laboratory-facts.ts'
import type { LaboratorySignal } from './laboratory-signal.ts'

/** The name under which laboratory values speak without a reader; the version is that of the limits. */
const laboratoryReader = (version: CtcaeVersion) => ({ name: 'laboratory-limits', version: `ctcae-${version}` })

/** A proposal that rests on results alone: suspected, of uncertain cause, until a clinician says otherwise. */
export function laboratoryProposal({
  patient,
  version,
  signals,
}: {
  readonly patient: string
  readonly version: CtcaeVersion
  /** at least one, all of the same term */
  readonly signals: readonly LaboratorySignal[]
}): Proposal {
  const [leading] = signals.toSorted((one, other) => worst(other.graded) - worst(one.graded))
  if (!leading) throw new RangeError('a laboratory proposal needs a result')
  const { grade, range, why, missing } = leading.graded
  return {
    patient,
    term: leading.term,
    status: 'suspected',
    grade: grade === 0 ? null : grade,
    ...(range ? { range } : {}),
    gradeBasis: grade === null && !range ? null : 'laboratory',
    ctcaeVersion: version,
    gradeWhy: `${why} No note says what it means.`,
    missing: [...missing],
    attribution: 'uncertain',
    certainty: 'suspected',
    reportedBy: 'laboratory',
    quotes: [],
    laboratory: signals.map(({ evidence }) => evidence),
    reader: laboratoryReader(version),
  }
}
