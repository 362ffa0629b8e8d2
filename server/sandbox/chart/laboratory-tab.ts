import type { Observation } from '@medplum/fhirtypes'
import { analyteByLoinc } from '#fhir-mappings/analytes.ts'
import type { Repository } from '#server/sandbox/repository.ts'
import { html, type Markup } from '#server/sandbox/smart/markup.ts'
import { matches } from '#server/sandbox/smart/matches.ts'
import { statusWord } from './status-word.ts'
import { conceptText, printedDay, printedTime } from './wording.ts'

type Result = Observation & { id: string }

/** Newest columns of the flowsheet; older values stand in the list of one test. */
const COLUMNS = 6

function resultsOf(repository: Repository, patientId: string): readonly Result[] {
  const query = `patient=Patient/${patientId}&category=laboratory&_count=200`
  return matches<Observation>(repository, 'Observation', query).toSorted((a, b) => takenAt(b).localeCompare(takenAt(a)))
}

const takenAt = (result: Observation): string =>
  result.effectiveDateTime ?? result.effectivePeriod?.start ?? result.issued ?? ''

/** One line for one analyte, whatever the laboratory printed beside its code. */
const testName = ({ code }: Observation): string => analyteOf(code)?.name ?? conceptText(code) ?? 'Unnamed test'

const analyteOf = (code: Observation['code']) =>
  code.coding?.map((coding) => (coding.code ? analyteByLoinc(coding.code) : undefined)).find((one) => one !== undefined)

/** A flowsheet: tests down, days across, newest at the left. */
export function laboratoryTab(repository: Repository, patientId: string): Markup {
  const results = resultsOf(repository, patientId)
  if (results.length === 0) return html`<p>No laboratory results in this chart.</p>`
  const days = [...new Set(results.map((result) => printedDay(takenAt(result))))].slice(0, COLUMNS)
  const byTest = [...Map.groupBy(results, testName)].toSorted(([a], [b]) => a.localeCompare(b, 'en'))
  return html`<div class="wide" tabindex="0" role="region" aria-label="Laboratory flowsheet"><table class="flowsheet"><thead><tr><th>Test</th><th>Limits</th>${days.map((day) => html`<th>${day}</th>`)}</tr></thead>
<tbody>${byTest.map(([test, series]) => flowLine(patientId, test, series, days))}</tbody></table></div>
<p class="quiet">The newest ${days.length} days. Open a test for all its values, to correct one or to mark it as entered in error.</p>`
}

const flowLine = (
  patientId: string,
  test: string,
  series: readonly Result[],
  days: readonly string[],
): Markup => html`<tr>
<th scope="row"><a data-swap href="/chart/${patientId}/laboratory?test=${encodeURIComponent(test)}">${test}</a></th>
<td class="quiet time">${printedLimits(series[0])}</td>
${days.map((day) => html`<td>${series.filter((one) => printedDay(takenAt(one)) === day).map(cell)}</td>`)}</tr>`

const cell = (result: Result): Markup =>
  html`<span class="value ${isVoid(result) ? 'void' : ''} ${beyond(result) && 'beyond'}">${printedValue(result)}${beyond(result) && html` <b>${beyond(result)}</b>`}</span>`

const isVoid = ({ status }: Result): boolean => status === 'entered-in-error' || status === 'cancelled'

function beyond({ interpretation }: Observation): 'H' | 'L' | undefined {
  const code = interpretation?.[0]?.coding?.[0]?.code
  if (code === 'H' || code === 'HH') return 'H'
  return code === 'L' || code === 'LL' ? 'L' : undefined
}

export function printedValue(observation: Observation): string {
  const { valueQuantity: quantity, valueString, valueCodeableConcept } = observation
  if (quantity?.value !== undefined) return `${quantity.comparator ?? ''}${quantity.value}`
  return conceptText(valueCodeableConcept) ?? valueString ?? conceptText(observation.dataAbsentReason) ?? '–'
}

function printedLimits(result: Result | undefined): string {
  const [range] = result?.referenceRange ?? []
  const unit = result?.valueQuantity?.unit ?? ''
  const [low, high] = [range?.low?.value, range?.high?.value]
  if (low === undefined && high === undefined) return unit
  if (low === undefined) return `≤ ${high} ${unit}`
  return high === undefined ? `≥ ${low} ${unit}` : `${low}–${high} ${unit}`
}

/** All values of one test, each with its standing and what may be done to it. */
export function testHistory(repository: Repository, patientId: string, test: string, mayWrite: boolean): Markup {
  const series = resultsOf(repository, patientId).filter((result) => testName(result) === test)
  return html`<h2>${test}</h2>
${series.length === 0 && html`<p>No results of this test.</p>`}
<table><thead><tr><th>Collected</th><th>Value</th><th>Limits</th><th>Status</th><th>Remark</th>${mayWrite && html`<th>Change</th>`}</tr></thead>
<tbody>${series.map((result) => historyLine(patientId, result, mayWrite))}</tbody></table>`
}

const historyLine = (patientId: string, result: Result, mayWrite: boolean): Markup => html`<tr>
<td class="time">${printedTime(takenAt(result))}</td><td>${cell(result)} ${result.valueQuantity?.unit ?? ''}</td>
<td class="quiet">${printedLimits(result)}</td><td>${statusWord(result.status)}</td><td>${result.note?.map(({ text }) => html`${text ?? ''}`)}</td>
${mayWrite && html`<td>${!isVoid(result) && resultActions(patientId, result)}</td>`}</tr>`

const resultActions = (patientId: string, { id }: Result): Markup => html`<div class="row">
<a data-swap href="/chart/${patientId}/write/result/${id}">Correct</a>
<form data-swap method="post" action="/chart/${patientId}/retract/result/${id}"><button class="plain">Entered in error</button></form></div>`
