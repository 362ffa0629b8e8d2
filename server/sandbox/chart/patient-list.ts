import type { Condition, Flag, MedicationAdministration, Patient } from '@medplum/fhirtypes'
import type { Repository } from '#server/sandbox/repository.ts'
import { html, type Markup } from '#server/sandbox/smart/markup.ts'
import { matches } from '#server/sandbox/smart/matches.ts'
import { patientsByName, printedName } from '#server/sandbox/smart/users.ts'
import { conceptText, hospitalNumber, printedDay } from './wording.ts'

interface Row {
  readonly patient: Patient & { id: string }
  readonly diagnosis: string
  readonly lastInfusion: { readonly on: string; readonly drug: string } | undefined
  readonly flags: readonly Flag[]
}

/** Every patient with the first problem, the last infusion given and the active flags, filtered by the words typed. */
export function patientRows(repository: Repository, typed: string): readonly Row[] {
  const problems = groupedByPatient(matches<Condition>(repository, 'Condition', '_count=200'))
  const infusions = groupedByPatient(
    matches<MedicationAdministration>(repository, 'MedicationAdministration', '_count=200'),
  )
  const flags = groupedByPatient(matches<Flag>(repository, 'Flag', '_count=200').filter(isActive))
  return patientsByName(repository)
    .map((patient) => ({
      patient,
      diagnosis: firstDiagnosis(problems.get(patient.id) ?? []),
      lastInfusion: lastInfusion(infusions.get(patient.id) ?? []),
      flags: flags.get(patient.id) ?? [],
    }))
    .filter((row) => isAsked(row, typed))
}

function groupedByPatient<T extends { subject?: { reference?: string } }>(
  resources: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(resources, ({ subject }) => subject?.reference?.replace('Patient/', '') ?? '')
}

const isActive = ({ status }: Flag): boolean => status === 'active'

/** Problems are numbered by their author, the disease first. */
const firstDiagnosis = (conditions: readonly (Condition & { id: string })[]): string =>
  conceptText(conditions.toSorted((a, b) => a.id.localeCompare(b.id))[0]?.code) ?? '–'

function lastInfusion(given: readonly MedicationAdministration[]): Row['lastInfusion'] {
  const last = given
    .filter(({ status }) => status === 'completed' || status === 'in-progress' || status === 'stopped')
    .map((one) => ({ on: one.effectiveDateTime ?? one.effectivePeriod?.start ?? '', drug: drugName(one) }))
    .toSorted((a, b) => b.on.localeCompare(a.on))[0]
  return last && { ...last, on: printedDay(last.on) }
}

/** The drug as charted; a Medication referred to elsewhere is described by the dosage. */
export const drugName = (given: MedicationAdministration): string =>
  conceptText(given.medicationCodeableConcept) ?? given.dosage?.text ?? 'see medication'

function isAsked({ patient, diagnosis }: Row, typed: string): boolean {
  const haystack = `${printedName(patient.name)} ${hospitalNumber(patient)} ${diagnosis}`.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word))
}

export function patientListBody(rows: readonly Row[], typed: string): Markup {
  return html`<main>
<div class="heading"><h1>Patients</h1>
<form method="get" action="/patients" role="search" class="row"><label class="unseen" for="q">Search by name, number or diagnosis</label>
<input id="q" name="q" type="search" value="${typed}" placeholder="Name, number or diagnosis"><button>Search</button></form></div>
${rows.length === 0 ? html`<p>No patient matches “${typed}”.</p>` : table(rows)}
</main>`
}

const table = (rows: readonly Row[]): Markup => html`<table class="patients">
<thead><tr><th>Patient</th><th>Diagnosis</th><th>Last infusion</th><th>Flags</th></tr></thead>
<tbody>${rows.map(line)}</tbody></table>`

const line = ({ patient, diagnosis, lastInfusion: last, flags }: Row): Markup => html`<tr>
<td><a href="/chart/${patient.id}/notes">${printedName(patient.name)}</a><span class="quiet">born ${patient.birthDate ?? 'unknown'} · ${hospitalNumber(patient)}</span></td>
<td>${diagnosis}</td>
<td>${last ? html`${last.drug}<span class="quiet">${last.on}</span>` : html`<span class="quiet">none charted</span>`}</td>
<td>${flags.length === 0 ? html`<span class="quiet">–</span>` : flags.map(chip)}</td>
</tr>`

/** A flag in few words: what stands in brackets at its end explains it, and is kept for who rests on it. */
export function chip({ code }: Flag): Markup {
  const words = conceptText(code) ?? 'Flag'
  return html`<span class="flag" title="${words}">${words.replace(/ \([^()]*\)$/, '')}</span>`
}
