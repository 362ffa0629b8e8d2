import { calendarDay, momentOf } from '#fhir-mappings/fhir-dates.ts'
import type { LaboratoryResult } from '#fhir-mappings/laboratory-result.ts'
import type { LaboratorySeries } from './case-file.ts'

const RETRACTED: ReadonlySet<LaboratoryResult['status']> = new Set(['entered-in-error', 'cancelled'])
const SETTLED: ReadonlySet<LaboratoryResult['status']> = new Set(['final', 'amended', 'corrected'])

/**
 * Results by analyte, oldest first, each once; retracted ones left out, unreliable ones kept and marked. Units and
 * limits stay as the laboratory sent them. The baseline is the last reliable, settled result up to the day of the first
 * infusion: blood of that day is drawn before the dose.
 */
export function seriesOf(
  results: readonly LaboratoryResult[],
  firstInfusionOn: string | undefined,
  timeZone: string,
): readonly LaboratorySeries[] {
  const byAnalyte = new Map<string, LaboratoryResult[]>()
  for (const result of eachOnce(results)) {
    const known = byAnalyte.get(result.analyte)
    if (known) known.push(result)
    else byAnalyte.set(result.analyte, [result])
  }
  return [...byAnalyte.entries()].map(([analyte, ofAnalyte]) => {
    const ordered = ofAnalyte.sort((a, b) => momentOf(a.takenAt) - momentOf(b.takenAt))
    return { analyte, results: ordered, baseline: baselineOf(ordered, firstInfusionOn, timeZone) }
  })
}

function baselineOf(
  ordered: readonly LaboratoryResult[],
  firstInfusionOn: string | undefined,
  timeZone: string,
): LaboratoryResult | undefined {
  if (firstInfusionOn === undefined) return undefined
  return ordered.findLast((result) => {
    const day = calendarDay(result.takenAt, timeZone)
    return day !== undefined && day <= firstInfusionOn && isReliable(result)
  })
}

const isReliable = ({ status, unreliable }: LaboratoryResult) => unreliable === undefined && SETTLED.has(status)

/** One result per resource (a repeated page, S19) and per sample: the same value of the same moment filed twice. */
function eachOnce(results: readonly LaboratoryResult[]): readonly LaboratoryResult[] {
  const byReference = new Map(results.filter(({ status }) => !RETRACTED.has(status)).map((one) => [one.reference, one]))
  const bySample = new Map<string, LaboratoryResult>()
  for (const result of byReference.values()) {
    const sample = [result.analyte, momentOf(result.takenAt), result.value, result.unit, result.comparator].join(' ')
    const same = bySample.get(sample)
    if (!same || (same.unreliable === undefined && result.unreliable !== undefined)) bySample.set(sample, result)
  }
  return [...bySample.values()]
}
