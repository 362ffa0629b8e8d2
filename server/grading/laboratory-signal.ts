import type { LaboratoryEvidence } from '#fhir-mappings/finding.ts'
import type { CtcaeVersion } from '#fhir-mappings/grade.ts'
import type { IraeTermId } from '#fhir-mappings/irae-terms.ts'
import type { LaboratoryResult } from '#fhir-mappings/laboratory-result.ts'
import { toUnit } from '#fhir-mappings/units.ts'
import type { LaboratorySeries } from '#server/evidence/case-file.ts'
import { gradeLaboratory, type LaboratoryGrade } from './grade-laboratory.ts'
import { isInTheFuture } from './in-the-future.ts'
import { worst } from './laboratory-facts.ts'
import { analytesOf, laboratoryTerms } from './laboratory-terms.ts'

/** A laboratory value after the first infusion that is new or a grade worse than before it. */
export interface LaboratorySignal {
  readonly term: IraeTermId
  readonly graded: LaboratoryGrade
  /** the worst result since the first infusion */
  readonly evidence: LaboratoryEvidence
  /** grade 1 at worst, and a later result is as before treatment: it passed by itself */
  readonly passed?: boolean
}

/** Why results did not count. */
export type ResultRefusal = 'unreliable' | 'retracted' | 'not-worse-than-before' | 'passed-by-itself'

export interface SignalsOfLaboratory {
  readonly signals: readonly LaboratorySignal[]
  readonly refused: readonly ResultRefusal[]
}

export interface Looking {
  readonly firstInfusionOn: string | undefined
  readonly now: Date
  readonly version: CtcaeVersion
  /** until when a clinician explained a term by another cause; only worse results after that count */
  readonly explainedUntil: (term: IraeTermId) => string | undefined
}

/** Looks through the series of the analytes that can raise an irAE term. Without an infusion there is nothing to compare. */
export function signalsOf(laboratory: readonly LaboratorySeries[], looking: Looking): SignalsOfLaboratory {
  const { firstInfusionOn } = looking
  if (firstInfusionOn === undefined) return { signals: [], refused: [] }
  const looked = laboratoryTerms.flatMap((term) =>
    laboratory
      .filter(({ analyte }) => analytesOf[term]?.includes(analyte))
      .map((series) => signalOf(term, series, { ...looking, firstInfusionOn })),
  )
  return {
    signals: looked.flatMap(({ signal }) => (signal ? [signal] : [])),
    refused: looked.flatMap(({ refused }) => refused),
  }
}

const RETRACTED: readonly LaboratoryResult['status'][] = ['cancelled', 'entered-in-error', 'registered']

function signalOf(
  term: IraeTermId,
  series: LaboratorySeries,
  looking: Looking,
): { readonly signal: LaboratorySignal | undefined; readonly refused: readonly ResultRefusal[] } {
  const refused = newestVersions(series.results).flatMap(whyNot)
  const before = reliableBaseline(series)
  const after = countedAfter(series, looking).map((result) => graded(term, result, before, looking.version))
  const [peak] = after.filter(({ evidence }) => isUnexplained(term, evidence, looking)).toSorted(byGravity)
  if (!peak || worst(peak.graded) < 1) return { signal: undefined, refused }
  const floor = floorBefore(term, before, after, looking)
  if (worst(peak.graded) <= floor || isWithinVariation(peak.evidence))
    return { signal: undefined, refused: [...refused, 'not-worse-than-before'] }
  return { signal: { ...peak, passed: hasPassed(peak, after, floor) }, refused }
}

/** Two results of a stable patient differ by up to 15 % from analysis and biology alone (creatinine, hemoglobin). */
const ORDINARY_VARIATION = 0.15

const isWithinVariation = ({ value, baseline }: LaboratoryEvidence): boolean =>
  baseline !== undefined && Math.abs(value - baseline.value) < ORDINARY_VARIATION * baseline.value

function hasPassed(peak: LaboratorySignal, after: readonly LaboratorySignal[], floor: number): boolean {
  const last = after.at(-1)
  return peak.graded.grade === 1 && last !== undefined && worst(last.graded) <= floor
}

/** The last value before the first infusion, unless it cannot be relied on. */
export const reliableBaseline = ({ baseline }: LaboratorySeries): LaboratoryResult | undefined =>
  baseline && whyNot(baseline).length === 0 ? baseline : undefined

/** A corrected result carries the id of the one it replaces: the last version of each is the result. */
const newestVersions = (results: readonly LaboratoryResult[]): readonly LaboratoryResult[] => [
  ...new Map(results.map((result) => [result.reference, result])).values(),
]

function whyNot(result: LaboratoryResult): readonly ResultRefusal[] {
  if (RETRACTED.includes(result.status)) return ['retracted']
  return result.unreliable ? ['unreliable'] : []
}

/** The results of a series that count: newest versions, reliable, not retracted, after the first infusion. */
export function countedAfter(series: LaboratorySeries | undefined, looking: Looking): readonly LaboratoryResult[] {
  const { firstInfusionOn, now } = looking
  if (!series || firstInfusionOn === undefined) return []
  return newestVersions(series.results).filter(
    (result) => whyNot(result).length === 0 && isAfter(result, { firstInfusionOn, now }),
  )
}

/** A sample of the day of the infusion is drawn before it: only later days count. */
const isAfter = ({ takenAt }: LaboratoryResult, looking: { firstInfusionOn: string; now: Date }): boolean =>
  takenAt.slice(0, 10) > looking.firstInfusionOn && !isInTheFuture(takenAt, looking.now)

/** Whether no clinician named another cause for the term after this sample was taken. */
export const isUnexplained = (
  term: IraeTermId,
  { takenAt }: LaboratoryResult,
  { explainedUntil }: Looking,
): boolean => {
  const until = explainedUntil(term)
  return until === undefined || Date.parse(takenAt) > Date.parse(until)
}

/** The grade before the first infusion under the same rules, and the worst that another cause already explains. */
function floorBefore(
  term: IraeTermId,
  before: LaboratoryResult | undefined,
  after: readonly LaboratorySignal[],
  looking: Looking,
): number {
  const explained = after.filter(({ evidence }) => !isUnexplained(term, evidence, looking))
  const own = before ? [graded(term, before, before, looking.version)] : []
  return Math.max(0, ...[...own, ...explained].map((signal) => worst(signal.graded)))
}

/** The worst first; of equals the one furthest from the limits of its analyte, then the earliest. */
function byGravity(one: LaboratorySignal, other: LaboratorySignal): number {
  return (
    worst(other.graded) - worst(one.graded) ||
    distance(other.evidence) - distance(one.evidence) ||
    Date.parse(one.evidence.takenAt) - Date.parse(other.evidence.takenAt)
  )
}

const distance = ({ value, uln, lln }: LaboratoryResult): number =>
  Math.max(uln ? value / uln : 0, lln && value > 0 ? lln / value : 0)

function graded(
  term: IraeTermId,
  result: LaboratoryResult,
  before: LaboratoryResult | undefined,
  version: CtcaeVersion,
): LaboratorySignal {
  const baseline = before && toUnit(before.value, before.unit, result.unit, result.analyte)
  const place = before && placeOf(before)
  const answer = gradeLaboratory({ ...result, baseline, baselineIndicator: place, version })
  const textbook =
    result.limitsFrom === 'textbook' ? ' Limits of normal from a textbook: none came with the result.' : ''
  const evidence: LaboratoryEvidence =
    before && baseline !== undefined
      ? {
          ...result,
          baseline: { value: baseline, takenAt: before.takenAt, abnormal: place !== undefined && place !== 'NORMAL' },
        }
      : result
  return { term, graded: { ...answer, why: `${answer.why}${textbook}` }, evidence }
}

/** Where a baseline lies against the limits of its own result. */
function placeOf({ value, uln, lln }: LaboratoryResult): 'NORMAL' | 'HIGH' | 'LOW' | undefined {
  if (uln !== undefined && value > uln) return 'HIGH'
  if (lln !== undefined && value < lln) return 'LOW'
  return uln === undefined ? undefined : 'NORMAL'
}
