import type { ObservationReferenceRange } from '@medplum/fhirtypes'
import type { Analyte } from './analytes.ts'
import type { LaboratoryResult } from './laboratory-result.ts'
import { sameUnit, toUnit } from './units.ts'

export type Limits = Pick<LaboratoryResult, 'lln' | 'uln' | 'limitsFrom'>
type Bounds = { readonly low?: number | undefined; readonly high?: number | undefined }

/**
 * Limits in the unit of the value: those sent with the result, else the textbook's where the unit can be converted,
 * else none. Sent and textbook limits are never mixed: a result with an upper limit only has no lower one.
 */
export function limitsOf(
  ranges: readonly ObservationReferenceRange[],
  unit: string,
  analyte: Analyte | undefined,
): Limits {
  const sent = sentLimits(ranges, unit, analyte)
  if (sent) return { ...present(sent), limitsFrom: 'result' }
  const textbook = textbookLimits(unit, analyte)
  return textbook ? { ...present(textbook), limitsFrom: 'textbook' } : { limitsFrom: 'none' }
}

const present = ({ low, high }: Bounds) => ({
  ...(low === undefined ? {} : { lln: low }),
  ...(high === undefined ? {} : { uln: high }),
})

/** A range of type normal or of no type; one that is said for nobody in particular before one for a group. */
function sentLimits(
  ranges: readonly ObservationReferenceRange[],
  unit: string,
  analyte: Analyte | undefined,
): Bounds | undefined {
  const normal = ranges.filter(isNormal)
  const ordered = [...normal.filter((range) => !range.appliesTo), ...normal.filter((range) => range.appliesTo)]
  return ordered
    .map((range) => boundsOf(range, unit, analyte))
    .find(({ low, high }) => low !== undefined || high !== undefined)
}

const isNormal = ({ type }: ObservationReferenceRange): boolean => {
  const codes = type?.coding?.map(({ code }) => code) ?? []
  return codes.length === 0 || codes.includes('normal')
}

function boundsOf(range: ObservationReferenceRange, unit: string, analyte: Analyte | undefined): Bounds {
  const limit = (quantity: ObservationReferenceRange['low']) => {
    if (typeof quantity?.value !== 'number') return undefined
    const own = quantity.code ?? quantity.unit ?? unit
    return own === unit || sameUnit(own, unit, analyte?.id ?? '')
      ? quantity.value
      : toUnit(quantity.value, own, unit, analyte?.id ?? '')
  }
  const low = limit(range.low)
  const high = limit(range.high)
  return low === undefined && high === undefined ? printedBounds(range.text) : { low, high }
}

const BETWEEN = /^\D{0,20}?(\d+(?:\.\d+)?)\s*(?:-|–|—|to)\s*(\d+(?:\.\d+)?)(?!\d)/
const AT_MOST = /^\s*(?:<|<=|≤|up to|below|less than)\s*(\d+(?:\.\d+)?)/i
const AT_LEAST = /^\s*(?:>|>=|≥|above|greater than|more than)\s*(\d+(?:\.\d+)?)/i

/** "7 - 40 U/L", "<35", "> 60" as laboratories print them when they send no numbers. */
function printedBounds(text: string | undefined): Bounds {
  if (text === undefined) return {}
  const between = BETWEEN.exec(text)
  if (between && Number(between[1]) < Number(between[2])) return { low: Number(between[1]), high: Number(between[2]) }
  const high = AT_MOST.exec(text)
  const low = AT_LEAST.exec(text)
  return { ...(low ? { low: Number(low[1]) } : {}), ...(high ? { high: Number(high[1]) } : {}) }
}

function textbookLimits(unit: string, analyte: Analyte | undefined): Bounds | undefined {
  if (!analyte?.textbook || analyte.conventional === undefined) return undefined
  const { conventional, id, textbook } = analyte
  const convert = (limit: number | undefined) =>
    limit === undefined ? undefined : toUnit(limit, conventional, unit, id)
  const bounds = { low: convert(textbook.low), high: convert(textbook.high) }
  return bounds.low === undefined && bounds.high === undefined ? undefined : bounds
}
