import type { Claim } from '#fhir-mappings/claim.ts'
import type { Fact } from '#fhir-mappings/fact.ts'
import type { LaboratorySeries } from '#server/evidence/case-file.ts'
import type { ReadNote } from './note-claims.ts'

/** A number in a note and one of the chart are of the same unit when neither is more than this many times the other. */
const SAME_SCALE = 5

/**
 * Authors leave out the unit that everybody at their site knows: a bare number takes the unit of the chart's own results
 * of that analyte, when it is of their scale. A bilirubin of 19 in a chart that counts in umol/L is no icterus.
 */
export function withChartUnits(readings: readonly ReadNote[], laboratory: readonly LaboratorySeries[]): ReadNote[] {
  const inUnits = (claim: Claim): Claim => ({ ...claim, facts: claim.facts.map((fact) => withUnit(fact, laboratory)) })
  return readings.map((read) => ({ ...read, reading: { ...read.reading, claims: read.reading.claims.map(inUnits) } }))
}

function withUnit(fact: Fact, laboratory: readonly LaboratorySeries[]): Fact {
  if (fact.type !== 'lab' || fact.unit !== undefined || fact.value === undefined) return fact
  const { analyte, value } = fact
  const results = laboratory.find((series) => series.analyte === analyte)?.results ?? []
  const alike = results.find((result) => isOfScale(value, result.value))
  return alike ? { ...fact, unit: alike.unit } : fact
}

const isOfScale = (one: number, other: number): boolean =>
  one > 0 && other > 0 && one <= SAME_SCALE * other && other <= SAME_SCALE * one
