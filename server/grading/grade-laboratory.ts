import { analyteById } from '#fhir-mappings/analytes.ts'
import type { CtcaeVersion, Grade, GradeRange } from '#fhir-mappings/grade.ts'
import { alternativeHolds, type Truth } from './alternative.ts'
import type { TermLimits } from './laboratory-limits/limit.ts'
import { limitsOf } from './laboratory-limits/limits-of.ts'

/** One laboratory value and everything that is known beside it; what is unknown is left out or null. */
export interface LaboratoryValue {
  /** id of `fhir-mappings/analytes.ts` */
  readonly analyte: string
  readonly value: number | null
  /** the limit of a result that was printed as "> 5000" */
  readonly comparator?: '<' | '<=' | '>=' | '>' | undefined
  /** UCUM or printed; without a unit only multiples of ULN, LLN or baseline can be compared */
  readonly unit?: string | null | undefined
  readonly lln?: number | null | undefined
  readonly uln?: number | null | undefined
  /** the patient's value before treatment, in the same unit */
  readonly baseline?: number | null | undefined
  /** where the baseline lies against its own limits; without it, against those of this result */
  readonly baselineIndicator?: 'NORMAL' | 'HIGH' | 'LOW' | null | undefined
  readonly version: CtcaeVersion
  /** the CTCAE term as printed in that version; chooses between the two sides of an analyte */
  readonly term?: string | undefined
  /** signs or symptoms of the organ; lipase, amylase and some electrolytes need to know */
  readonly symptomatic?: boolean | null | undefined
  /** `fasting`, `ionized` */
  readonly qualifier?: string | null | undefined
}

/** Grade 0 is said only when no criterion can hold; null when the value cannot be graded, with the reason in `why`. */
export interface LaboratoryGrade {
  readonly term: string | null
  readonly grade: 0 | Grade | null
  readonly range?: GradeRange
  readonly why: string
  readonly missing: readonly string[]
}

const NUMBERS = [1, 2, 3, 4, 5] as const

/**
 * The CTCAE grade of a laboratory value: the highest grade of which an alternative holds (v5 baseline rule included).
 * When a higher grade hangs on a fact that is not known, a range; without the limit or unit it needs, null.
 */
export function gradeLaboratory(given: LaboratoryValue): LaboratoryGrade {
  const limits = limitsOf(given.analyte, given.version, given.term)
  const no = (why: string): LaboratoryGrade => ({ term: limits?.term ?? null, grade: null, why, missing: [] })
  if (!limits) return no(`CTCAE ${given.version} does not grade this analyte${given.term ? ' under this term' : ''}.`)
  if (given.value === null || !Number.isFinite(given.value)) return no('There is no value.')
  if (Object.keys(limits.grades).length === 0) return no(`CTCAE ${given.version} has no numbers for ${limits.term}.`)
  const truths = NUMBERS.map((grade) => ({ grade, truth: truthOf(limits, grade, given) }))
  return concluded(given, limits, truths)
}

function truthOf(limits: TermLimits, grade: Grade, given: LaboratoryValue): Truth {
  const truths = (limits.grades[grade] ?? []).map((alternative) => alternativeHolds(alternative, given))
  return truths.find(({ holds }) => holds === true) ?? truths.find(({ holds }) => holds === null) ?? { holds: false }
}

function concluded(
  given: LaboratoryValue,
  limits: TermLimits & { readonly side: 'high' | 'low' },
  truths: readonly { grade: Grade; truth: Truth }[],
): LaboratoryGrade {
  const { term } = limits
  const held = truths.findLast(({ truth }) => truth.holds === true)?.grade
  const open = truths.filter(({ grade, truth }) => truth.holds === null && grade > (held ?? 0))
  const missing = [...new Set(open.flatMap(({ truth }) => (truth.holds === null ? [truth.missing] : [])))]
  const words = valueInWords(given)
  const possible = [...(held === undefined ? [] : [held]), ...open.map(({ grade }) => grade)]
  const low = possible[0]
  const high = possible.at(-1)
  if (open.length > 0 && low !== undefined && high !== undefined) {
    const why = `${words}: cannot be graded under ${term} without ${missing.join(', ')}.`
    const mayBeNone = held === undefined && open.some(({ truth }) => truth.holds === null && !truth.exhaustive)
    return { term, grade: null, ...(mayBeNone ? {} : { range: [low, high] as GradeRange }), why, missing }
  }
  if (pointsAway(given, limits.side)) {
    if (held !== undefined)
      return { term, grade: null, why: `${words}: the true value may be less severe.`, missing: [] }
  }
  const atLeast = given.comparator && !pointsAway(given, limits.side) ? 'at least ' : ''
  if (atLeast && held === undefined)
    return { term, grade: null, why: `${words}: the true value may be more severe.`, missing: [] }
  return { term, grade: held ?? 0, why: `${words}: ${atLeast}grade ${held ?? 0} (${term}).${note(given)}`, missing: [] }
}

/** "< 0.1" on the high side and "> 500" on the low side say that the true value is less severe than the number. */
const pointsAway = ({ comparator }: LaboratoryValue, side: 'high' | 'low'): boolean =>
  comparator !== undefined && comparator.startsWith('<') === (side === 'high')

function valueInWords({ analyte, comparator, value, unit, uln, lln, baseline }: LaboratoryValue): string {
  const name = analyteById(analyte)?.synonyms[0] ?? analyte
  if (!unit && uln === 1) return `${name} ${value} × ULN`
  if (!unit && baseline === 1) return `${name} ${value} × baseline`
  const against = [
    uln ? `ULN ${uln}` : undefined,
    lln ? `LLN ${lln}` : undefined,
    baseline ? `baseline ${baseline}` : undefined,
  ].filter((part) => part !== undefined)
  const number = [name, comparator, value, unit].filter((part) => part !== undefined && part !== null && part !== '')
  return `${number.join(' ')}${against.length > 0 ? ` (${against.join(', ')})` : ''}`
}

/** The baseline rule matters only for terms that have it; without a baseline the grade rests on the ULN, and says so. */
function note({ analyte, baseline, baselineIndicator, version }: LaboratoryValue): string {
  const grades = Object.values(limitsOf(analyte, version)?.grades ?? {}).flat()
  const asks = grades.some(
    ({ when, gt }) => when?.startsWith('baseline') || (Array.isArray(gt) && gt[1] === 'baseline'),
  )
  return asks && !baseline && !baselineIndicator ? ' No baseline is known: graded on the limits of normal.' : ''
}
