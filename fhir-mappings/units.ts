import { type Analyte, analyteById } from './analytes.ts'

/** Units as laboratories print them, reduced to what is measured and how many of the base unit it is. */
interface Measure {
  readonly dimension: string
  readonly factor: number
}

const prefix: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  d: 1e-1,
  m: 1e-3,
  u: 1e-6,
  n: 1e-9,
  p: 1e-12,
  f: 1e-15,
}
/** Base units; `kat` is 60 million enzyme units, and IU and U are the same for what we read. */
const base: Readonly<Record<string, Measure>> = {
  g: { dimension: 'mass', factor: 1 },
  mol: { dimension: 'amount', factor: 1 },
  eq: { dimension: 'charge', factor: 1 },
  u: { dimension: 'activity', factor: 1 },
  iu: { dimension: 'activity', factor: 1 },
  kat: { dimension: 'activity', factor: 6e7 },
  l: { dimension: 'volume', factor: 1 },
}
const whole: Readonly<Record<string, Measure>> = {
  '': { dimension: 'number', factor: 1 },
  '1': { dimension: 'number', factor: 1 },
  '%': { dimension: 'number', factor: 0.01 },
  ph: { dimension: 'number', factor: 1 },
  s: { dimension: 'time', factor: 1 },
  sec: { dimension: 'time', factor: 1 },
  seconds: { dimension: 'time', factor: 1 },
  min: { dimension: 'time', factor: 60 },
  h: { dimension: 'time', factor: 3600 },
  hr: { dimension: 'time', factor: 3600 },
  d: { dimension: 'time', factor: 86_400 },
  '24.h': { dimension: 'time', factor: 86_400 },
  '24h': { dimension: 'time', factor: 86_400 },
  mm: { dimension: 'length', factor: 1 },
  mm3: { dimension: 'volume', factor: 1e-6 },
  cumm: { dimension: 'volume', factor: 1e-6 },
  cmm: { dimension: 'volume', factor: 1e-6 },
}
/** Words for numbers of cells. `g` (giga) is read as a number only where cells are counted: elsewhere it is gram. */
const counts: Readonly<Record<string, number>> = {
  k: 1e3,
  th: 1e3,
  thou: 1e3,
  thousand: 1e3,
  thousands: 1e3,
  m: 1e6,
  mil: 1e6,
  mill: 1e6,
  million: 1e6,
  g: 1e9,
  t: 1e12,
  cells: 1,
  '#': 1,
}

/** The spelling reduced: Greek mu to u, "mcg" to "ug", annotations and brackets gone, lower case. */
function plainUnit(unit: string): string {
  return unit
    .replace(/[µμ]/g, 'u')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/\/?\{[^}]*\}/g, '')
    .replace(/\/1\.73[_-]?(m2|m\^2|sqm|m²|sq\.m)?$/, '')
    .replace(/[[\]()]/g, '')
    .replace(/^inr$|^ratio$/, '1')
    .replaceAll('mc', 'u')
}

function countOf(part: string, countsCells: boolean): Measure | undefined {
  const power = /^x?10[*^e]?(\d{1,2})$/.exec(part)
  if (power) return { dimension: 'number', factor: 10 ** Number(power[1]) }
  if (!countsCells) return undefined
  const factor = Object.hasOwn(counts, part) ? counts[part] : undefined
  return factor === undefined ? undefined : { dimension: 'number', factor }
}

function partOf(part: string, countsCells: boolean): Measure | undefined {
  const counted = countOf(part, countsCells)
  if (counted) return counted
  if (Object.hasOwn(whole, part)) return whole[part]
  const split = /^([kdmunpf]?)(g|mol|eq|iu|u|kat|l)$/.exec(part)
  const unit = split && base[split[2] ?? '']
  if (!split || !unit) return undefined
  return { dimension: unit.dimension, factor: unit.factor * (prefix[split[1] ?? ''] ?? 1) }
}

function measureOf(unit: string, countsCells: boolean): Measure | undefined {
  const [top = '', ...below] = plainUnit(unit).split('/')
  if (below.length > 1) return undefined
  const numerator = partOf(top, countsCells)
  if (!numerator || below[0] === undefined) return numerator
  const denominator = partOf(below[0], false)
  if (!denominator) return undefined
  return {
    dimension:
      numerator.dimension === denominator.dimension ? 'number' : `${numerator.dimension}/${denominator.dimension}`,
    factor: numerator.factor / denominator.factor,
  }
}

const isCellCount = (analyte: Analyte | undefined) => analyte?.conventional === '10*3/uL'

/** NGSP per cent from IFCC mmol/mol: mmol/mol = (per cent − 2.15) × 10.929. */
function hba1c(value: number, from: string, to: string): number | undefined {
  const isPercent = (unit: string) => plainUnit(unit) === '%'
  const isIfcc = (unit: string) => plainUnit(unit) === 'mmol/mol'
  if (isPercent(from) && isIfcc(to)) return (value - 2.15) * 10.929
  if (isIfcc(from) && isPercent(to)) return value / 10.929 + 2.15
  return isPercent(from) === isPercent(to) && isIfcc(from) === isIfcc(to) ? value : undefined
}

/** Pairs of units that stand for the same quantity of this analyte: `one` of the first is `many` of the second. */
function bridges(analyte: Analyte): readonly (readonly [one: string, second: string, many: number])[] {
  const { conventional, si, factor } = analyte
  const own = conventional && si && factor ? [[conventional, si, factor] as const] : []
  if (analyte.id === 'hemoglobin') return [...own, ['g/dL', 'mmol/L', 0.6206]]
  if (analyte.id === 'calcium' || analyte.id === 'calcium-ionized' || analyte.id === 'magnesium')
    return [...own, ['meq/L', 'mmol/L', 0.5]]
  return own
}

/**
 * The value in another unit, or undefined when that cannot be said: another quantity, an unknown unit, no unit at all.
 * Understands UCUM and the usual printed spellings (IU/L, K/uL, x10E3/uL, µkat/L, mcg/dL, uIU/mL).
 */
export function toUnit(value: number, from: string, to: string, analyte: string): number | undefined {
  const known = analyteById(analyte)
  if (from === to) return value
  if (analyte === 'hba1c') return hba1c(value, from, to)
  const given = measureOf(from, isCellCount(known))
  const wanted = measureOf(to, isCellCount(known))
  if (!given || !wanted || (from.trim() === '' && wanted.factor !== 1)) return undefined
  if (given.dimension === wanted.dimension) return tidy((value * given.factor) / wanted.factor)
  if (!known) return undefined
  for (const bridge of bridges(known)) {
    const crossed = cross(value, given, wanted, bridge)
    if (crossed !== undefined) return crossed
  }
  return undefined
}

function cross(
  value: number,
  given: Measure,
  wanted: Measure,
  [one, second, many]: readonly [string, string, number],
): number | undefined {
  const first = measureOf(one, false)
  const last = measureOf(second, false)
  if (!first || !last) return undefined
  if (given.dimension === first.dimension && wanted.dimension === last.dimension)
    return tidy((((value * given.factor) / first.factor) * many * last.factor) / wanted.factor)
  if (given.dimension === last.dimension && wanted.dimension === first.dimension)
    return tidy((((value * given.factor) / last.factor / many) * first.factor) / wanted.factor)
  return undefined
}

/** Whether both spellings mean the same unit ("IU/L" and "U/L", "K/uL" and "10*9/L"). */
export const sameUnit = (one: string, other: string, analyte: string): boolean => toUnit(1, one, other, analyte) === 1

/** Floating-point dust (5.000000000000001) would cross a limit of 5: twelve significant digits are kept. */
const tidy = (value: number): number => Number(value.toPrecision(12))
