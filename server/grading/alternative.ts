import { analyteById } from '#fhir-mappings/analytes.ts'
import { toUnit } from '#fhir-mappings/units.ts'
import type { LaboratoryValue } from './grade-laboratory.ts'
import type { Alternative, Bound, Multiple, Precondition, Requirement } from './laboratory-limits/limit.ts'

/**
 * Whether a criterion holds. When it cannot be said, the words for what is missing; `exhaustive` says that some grade
 * holds whatever the answer (with or without symptoms), so that a range can be given.
 */
export type Truth =
  | { readonly holds: true }
  | { readonly holds: false }
  | { readonly holds: null; readonly missing: string; readonly exhaustive: boolean }

const yes: Truth = { holds: true }
const no: Truth = { holds: false }
const open = (missing: string, exhaustive = false): Truth => ({ holds: null, missing, exhaustive })
const truth = (holds: boolean): Truth => (holds ? yes : no)

/** All members have to hold; one that fails settles it, whatever is unknown beside it. */
export function alternativeHolds(alternative: Alternative, given: LaboratoryValue): Truth {
  const truths = [
    ...(alternative.when ? [preconditionHolds(alternative.when, given)] : []),
    ...(alternative.gt ? [compare(alternative.gt, given, (value, limit) => value > limit)] : []),
    ...(alternative.ge ? [compare(alternative.ge, given, (value, limit) => value >= limit)] : []),
    ...(alternative.lt ? [compare(alternative.lt, given, (value, limit) => value < limit)] : []),
    ...(alternative.le ? [compare(alternative.le, given, (value, limit) => value <= limit)] : []),
    ...(alternative.alsoGt && isKnown(given.baseline)
      ? [compare(alternative.alsoGt, given, (value, limit) => value > limit)]
      : []),
    ...(alternative.requires ? [requirementHolds(alternative.requires, given)] : []),
  ]
  return truths.find(({ holds }) => holds === false) ?? truths.find(isLimitUnknown) ?? truths.find(isOpen) ?? yes
}

const isKnown = (value: number | null | undefined): value is number => value !== null && value !== undefined
const isOpen = (one: Truth): boolean => one.holds === null
const isLimitUnknown = (one: Truth): boolean => one.holds === null && !one.exhaustive
const isMultiple = (bound: Bound): bound is Multiple => Array.isArray(bound)

function compare(bound: Bound, given: LaboratoryValue, holds: (value: number, limit: number) => boolean): Truth {
  if (given.value === null) return open('a value')
  return isMultiple(bound) ? compareMultiple(bound, given, given.value, holds) : comparePrinted(bound, given, holds)
}

/** No baseline: its multiples cannot hold, and the grade rests on the limits of normal (the answer says so). */
function compareMultiple(
  [times, of]: Multiple,
  given: LaboratoryValue,
  value: number,
  holds: (value: number, limit: number) => boolean,
): Truth {
  const limit = { ULN: given.uln, LLN: given.lln, baseline: given.baseline }[of]
  if (of === 'baseline' && !isKnown(limit)) return no
  if (!isKnown(limit)) return open(`the ${of === 'ULN' ? 'upper' : 'lower'} limit of normal`)
  return truth(holds(value, dustless(times * limit)))
}

/** 3 × 1.1 is 3.3000000000000003 in floating point and would let 3.3 slip below it. */
const dustless = (value: number): number => Number(value.toPrecision(12))

/** Printed without a unit because the scale has none. */
const SCALES_WITHOUT_UNIT: readonly string[] = ['inr', 'ph']

function comparePrinted(
  printed: Readonly<Record<string, number>>,
  given: LaboratoryValue,
  holds: (value: number, limit: number) => boolean,
): Truth {
  const bare = given.unit === null || given.unit === undefined || given.unit === ''
  const unit =
    bare && SCALES_WITHOUT_UNIT.includes(given.analyte) ? analyteById(given.analyte)?.conventional : given.unit
  if (!unit) return open('a unit')
  if (given.value === null) return open('a value')
  const [same] = Object.keys(printed).filter((own) => toUnit(1, unit, own, given.analyte) === 1)
  const own = same ?? Object.keys(printed)[0] ?? ''
  const value = toUnit(given.value, unit, own, given.analyte)
  const limit = printed[own]
  if (value === undefined || limit === undefined) return open('a unit that is known for this analyte')
  return truth(holds(value, limit))
}

type Place = 'NORMAL' | 'HIGH' | 'LOW'

/** Where the baseline lies: as given, else against the limits of this result; unknown without either. */
function baselinePlace({ baselineIndicator, baseline, uln, lln }: LaboratoryValue): Place | undefined {
  if (baselineIndicator) return baselineIndicator
  if (!isKnown(baseline)) return 'NORMAL'
  if (isKnown(uln) && baseline > uln) return 'HIGH'
  if (isKnown(lln) && baseline < lln) return 'LOW'
  return isKnown(uln) ? 'NORMAL' : undefined
}

/** v5 "abnormal baseline" is read as above the ULN for terms that count upwards: a low ALT before treatment is not a disease. */
function preconditionHolds(when: Precondition, given: LaboratoryValue): Truth {
  if (when === 'fasting')
    return given.qualifier ? truth(given.qualifier === 'fasting') : open('whether the patient fasted')
  // a baseline that is sent with an INR is sent because the patient's own level is the one to compare with
  if (when === 'on-anticoagulation') return truth(isKnown(given.baseline))
  const place = baselinePlace(given)
  if (when === 'baseline-below-LLN') return truth(place === 'LOW')
  if (place === undefined) return open('whether the baseline was normal')
  const isHigh = when === 'baseline-abnormal' || when === 'baseline-above-ULN'
  return truth((place === 'HIGH') === isHigh)
}

function requirementHolds(requires: Requirement, { symptomatic }: LaboratoryValue): Truth {
  const unknown = open('the symptoms', true)
  const known = symptomatic === true || symptomatic === false
  switch (requires) {
    case 'asymptomatic':
      return known ? truth(!symptomatic) : unknown
    case 'signs-or-symptoms':
    case 'symptomatic':
      return known ? truth(symptomatic) : unknown
    case 'symptomatic-or-intervention-indicated':
      return symptomatic ? yes : open('symptoms or a need for treatment', true)
    case 'asymptomatic-or-mild-symptoms':
      return symptomatic === false ? yes : open('how severe the symptoms are', true)
    case 'moderate-or-severe-symptoms':
      return symptomatic === false ? no : open('how severe the symptoms are', true)
    case 'no-intervention':
      return yes
    case 'below-assay-MI-level':
    case 'at-or-above-assay-MI-level':
      return open("the assay's infarction level", true)
  }
}
