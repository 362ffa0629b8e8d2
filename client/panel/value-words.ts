import type { LaboratoryResult } from '#fhir-mappings/laboratory-result.ts'

/** "> 248 U/L" */
export function valueWords({ comparator, value, unit }: LaboratoryResult): string {
  return [comparator, value, unit].filter((part) => part !== undefined && part !== '').join(' ')
}

/** "7 to 45", "up to 45", or nothing when no limit is known; textbook limits are named as such. */
export function limitWords({ lln, uln, limitsFrom }: LaboratoryResult): string {
  const textbook = limitsFrom === 'textbook' ? ' (textbook)' : ''
  if (uln !== undefined) return `${lln === undefined ? `up to ${uln}` : `${lln} to ${uln}`}${textbook}`
  return lln === undefined ? '' : `from ${lln}${textbook}`
}

/** Above, below or within its reference, in a word; undefined when the result has no limits. */
export function placeOf({ value, lln, uln }: LaboratoryResult): 'high' | 'low' | 'normal' | undefined {
  if (uln !== undefined && value > uln) return 'high'
  if (lln !== undefined && value < lln) return 'low'
  return uln === undefined && lln === undefined ? undefined : 'normal'
}

/** The one unit of a series; undefined when there are several, which no single axis can show. */
export function unitOf(results: readonly LaboratoryResult[]): string | undefined {
  const units = new Set(results.map(({ unit }) => unit))
  return units.size === 1 ? results[0]?.unit : undefined
}
