import type { Proposal } from '#fhir-mappings/finding.ts'
import type { CtcaeVersion } from '#fhir-mappings/grade.ts'
import type { Infusion } from '#fhir-mappings/infusion.ts'
import type { IraeTermId } from '#fhir-mappings/irae-terms.ts'
import type { LaboratorySeries } from '#server/evidence/case-file.ts'
import { withChartUnits } from './chart-units.ts'
import { laboratoryProposal } from './laboratory-proposal.ts'
import { type LaboratorySignal, type ResultRefusal, signalsOf } from './laboratory-signal.ts'
import { syndromes } from './laboratory-terms.ts'
import { type ClaimRefusal, type NoteVerdict, type ReadNote, weighClaims } from './note-claims.ts'
import { noteProposal } from './note-proposal.ts'
import { thyroidSignals } from './thyroid.ts'

/** Everything about one patient that a proposal may rest on. */
export interface ToGrade {
  /** `Patient/ID` */
  readonly patient: string
  readonly readings: readonly ReadNote[]
  readonly laboratory: readonly LaboratorySeries[]
  readonly infusions: readonly Infusion[]
  readonly version: CtcaeVersion
  readonly now: Date
}

type Refusal = ClaimRefusal | ResultRefusal | 'part-of-a-syndrome'

/** The proposals, one for each irAE term, and how often what was not proposed for which reason. */
export interface Proposed {
  readonly proposals: readonly Proposal[]
  readonly notProposed: Readonly<Partial<Record<Refusal, number>>>
}

/**
 * What notes and results say together, one proposal for each term: the newest statement of a clinician decides whether
 * it stands, the worst grade of the episode is carried, laboratory values that a syndrome explains are its evidence.
 */
export function propose(chart: ToGrade): Proposed {
  const { patient, version, now } = chart
  const firstInfusionOn = firstInfusion(chart.infusions)
  const readings = withChartUnits(chart.readings, chart.laboratory)
  const { verdicts, refused } = weighClaims(readings, { firstInfusionOn, now })
  const looking = { firstInfusionOn, now, version, explainedUntil: explainedUntil(verdicts) }
  const laboratory = signalsOf(chart.laboratory, looking)
  const signals = thyroidSignals(laboratory.signals, chart.laboratory, looking)
  const standing = verdicts.filter((verdict) => verdict.standing.length > 0)
  const host = hostOf(standing)
  const heads = standing.filter(({ term }) => host(term) === term)
  const noted = heads.map((verdict) => {
    const members = standing.filter(({ term }) => term !== verdict.term && host(term) === verdict.term)
    const results = signals.filter(({ term }) => host(term) === verdict.term)
    return noteProposal({ patient, version, verdict, members, signals: results })
  })
  const unnamed = signals.filter(({ term }) => !heads.some((verdict) => verdict.term === host(term)))
  const alone = unnamed.filter(({ passed }) => !passed)
  const gone = unnamed.filter(({ passed }) => passed).map((): Refusal => 'passed-by-itself')
  const merged = standing.filter((verdict) => !heads.includes(verdict)).map((): Refusal => 'part-of-a-syndrome')
  return {
    proposals: [...noted, ...byTerm(alone).map((same) => laboratoryProposal({ patient, version, signals: same }))],
    notProposed: counted([...refused, ...laboratory.refused, ...gone, ...merged]),
  }
}

/** The day of the first dose; an order alone is not a dose. */
function firstInfusion(infusions: readonly Infusion[]): string | undefined {
  const given = infusions.filter(({ exposure }) => exposure !== 'ordered').map(({ givenOn }) => givenOn)
  return given.toSorted()[0]
}

/** Where a term's evidence goes: to the standing syndrome that explains it, else to itself. */
function hostOf(standing: readonly NoteVerdict[]): (term: IraeTermId) => IraeTermId {
  const explaining = (term: IraeTermId) =>
    standing.find((verdict) => syndromes[verdict.term]?.explains.includes(term))?.term
  // an acute kidney injury explains a creatinine, and a nephritis both
  return (term) => {
    const first = explaining(term) ?? term
    return explaining(first) ?? first
  }
}

/** When a clinician last named another cause for a term or for a syndrome that explains it. */
function explainedUntil(verdicts: readonly NoteVerdict[]): (term: IraeTermId) => string | undefined {
  return (term) =>
    verdicts
      .filter((verdict) => verdict.term === term || syndromes[verdict.term]?.explains.includes(term))
      .flatMap(({ otherCauseAt }) => (otherCauseAt === undefined ? [] : [otherCauseAt]))
      .toSorted((one, other) => Date.parse(other) - Date.parse(one))[0]
}

const byTerm = (signals: readonly LaboratorySignal[]): readonly (readonly LaboratorySignal[])[] => [
  ...Map.groupBy(signals, ({ term }) => term).values(),
]

function counted(refusals: readonly Refusal[]): Readonly<Partial<Record<Refusal, number>>> {
  const groups = Map.groupBy(refusals, (refusal) => refusal)
  return Object.fromEntries([...groups].map(([refusal, same]) => [refusal, same.length]))
}
