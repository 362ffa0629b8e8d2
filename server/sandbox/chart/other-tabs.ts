import type {
  Condition,
  Flag,
  MedicationAdministration,
  MedicationRequest,
  MedicationStatement,
  Observation,
} from '@medplum/fhirtypes'
import type { Repository } from '#server/sandbox/repository.ts'
import { html, type Markup } from '#server/sandbox/smart/markup.ts'
import { matches } from '#server/sandbox/smart/matches.ts'
import { printedValue } from './laboratory-tab.ts'
import { drugName } from './patient-list.ts'
import { personNamed } from './people.ts'
import { statusWord } from './status-word.ts'
import { conceptText, printedDay, printedTime } from './wording.ts'

const ofPatient = (patientId: string): string => `patient=Patient/${patientId}&_count=200`

export function infusionsTab(repository: Repository, patientId: string): Markup {
  const given = matches<MedicationAdministration>(repository, 'MedicationAdministration', ofPatient(patientId))
  const byTime = given.toSorted((a, b) => givenAt(b).localeCompare(givenAt(a)))
  if (byTime.length === 0) return html`<p>No infusions in this chart.</p>`
  return html`<table><thead><tr><th>Given</th><th>Drug</th><th>Dose</th><th>Status</th></tr></thead><tbody>
${byTime.map((one) => html`<tr><td class="time">${printedTime(givenAt(one))}</td><td>${drugName(one)}</td><td>${one.dosage?.text !== drugName(one) && one.dosage?.text}</td><td>${statusWord(one.status)}</td></tr>`)}
</tbody></table>`
}

const givenAt = (one: MedicationAdministration): string => one.effectiveDateTime ?? one.effectivePeriod?.start ?? ''

export const flagsOf = (repository: Repository, patientId: string): readonly (Flag & { id: string })[] =>
  matches<Flag>(repository, 'Flag', ofPatient(patientId)).toSorted((a, b) =>
    (b.period?.start ?? '').localeCompare(a.period?.start ?? ''),
  )

/** Flags and every Observation that no laboratory sent: here the findings of the product appear with their status. */
export function findingsTab(repository: Repository, patientId: string): Markup {
  const observations = matches<Observation>(repository, 'Observation', ofPatient(patientId))
    .filter(isNoLaboratory)
    .toSorted((a, b) => observedAt(b).localeCompare(observedAt(a)))
  const flags = flagsOf(repository, patientId)
  return html`<h2>Flags</h2>
${flags.length === 0 ? html`<p>No flags.</p>` : html`<table><thead><tr><th>Since</th><th>Flag</th><th>Author</th><th>Status</th></tr></thead><tbody>${flags.map((flag) => flagLine(repository, flag))}</tbody></table>`}
<h2>Observations</h2>
${observations.length === 0 ? html`<p>No observations beside the laboratory.</p>` : html`<table><thead><tr><th>Date</th><th>Observation</th><th>Value</th><th>By</th><th>Status</th></tr></thead><tbody>${observations.map((one) => observationLine(repository, one))}</tbody></table>`}`
}

const observedAt = (one: Observation): string => one.effectiveDateTime ?? one.issued ?? ''

const isNoLaboratory = ({ category }: Observation): boolean =>
  !category?.some(({ coding }) => coding?.some(({ code }) => code === 'laboratory'))

const flagLine = (repository: Repository, flag: Flag): Markup => html`<tr>
<td class="time">${printedDay(flag.period?.start)}</td><td>${conceptText(flag.code) ?? 'Flag'}</td>
<td>${personNamed(repository, flag.author)}</td><td>${statusWord(flag.status)}</td></tr>`

const observationLine = (repository: Repository, one: Observation): Markup => html`<tr>
<td class="time">${printedTime(observedAt(one))}</td>
<td>${conceptText(one.code) ?? 'Observation'}${one.note?.map(({ text }) => html`<span class="quiet">${text ?? ''}</span>`)}</td>
<td>${printedValue(one)}</td><td>${performers(repository, one)}</td>
<td>${statusWord(one.status)}</td></tr>`

function performers(repository: Repository, { performer, device }: Observation): string {
  if (performer?.length) return performer.map((one) => personNamed(repository, one)).join(', ')
  return device ? personNamed(repository, device) : '–'
}

export function problemsTab(repository: Repository, patientId: string): Markup {
  const problems = matches<Condition>(repository, 'Condition', ofPatient(patientId)).toSorted(byId)
  const prescribed = matches<MedicationRequest>(repository, 'MedicationRequest', ofPatient(patientId))
  const stated = matches<MedicationStatement>(repository, 'MedicationStatement', ofPatient(patientId))
  const drugs = [...prescribed, ...stated].toSorted(byId)
  return html`<h2>Problems</h2>
${
  problems.length === 0
    ? html`<p>No problems listed.</p>`
    : html`<table><thead><tr><th>Problem</th><th>Since</th><th>Status</th></tr></thead><tbody>
${problems.map((one) => html`<tr><td>${conceptText(one.code) ?? 'Problem'}</td><td class="time">${one.onsetDateTime ? printedDay(one.onsetDateTime) : '–'}</td><td>${statusWord(one.clinicalStatus?.coding?.[0]?.code)}</td></tr>`)}</tbody></table>`
}
<h2>Drugs</h2>
${drugs.length === 0 ? html`<p>No drugs listed.</p>` : html`<table><thead><tr><th>Drug</th><th>From</th><th>Until</th><th>For</th><th>Status</th></tr></thead><tbody>${drugs.map(drugLine)}</tbody></table>`}`
}

const byId = (a: { id: string }, b: { id: string }): number => a.id.localeCompare(b.id)

function drugLine(drug: MedicationRequest | MedicationStatement): Markup {
  const period = drug.resourceType === 'MedicationRequest' ? drug.dispenseRequest?.validityPeriod : drug.effectivePeriod
  return html`<tr><td>${conceptText(drug.medicationCodeableConcept) ?? 'see medication'}</td>
<td class="time">${period?.start ? printedDay(period.start) : '–'}</td><td class="time">${period?.end ? printedDay(period.end) : '–'}</td>
<td>${conceptText(drug.reasonCode?.[0]) ?? '–'}</td><td>${statusWord(drug.status)}</td></tr>`
}
