import type { Observation } from '@medplum/fhirtypes'
import { analytes } from '#fhir-mappings/analytes.ts'
import { html, type Markup } from '#server/sandbox/smart/markup.ts'
import { formulary } from './formulary.ts'
import { printedValue } from './laboratory-tab.ts'
import { noteKinds } from './note-kinds.ts'
import { conceptText, printedTime } from './wording.ts'

/** What was typed before a form was refused, and why. */
export interface Retry {
  readonly complaints: readonly string[]
  readonly typed: Readonly<Record<string, string>>
}

export const freshForm: Retry = { complaints: [], typed: {} }

const complaintsOf = ({ complaints }: Retry): Markup | false =>
  complaints.length > 0 && html`<div role="alert" class="alert">${complaints.map((one) => html`<p>${one}</p>`)}</div>`

const whenField = (
  label: string,
  { typed }: Retry,
): Markup => html`<div><label for="at">${label} (UTC; empty is now)</label>
<input id="at" name="at" type="datetime-local" value="${typed.at ?? ''}"></div>`

const option = (value: string, words: string, { typed }: Retry, name: string): Markup =>
  html`<option value="${value}" ${typed[name] === value && html`selected`}>${words}</option>`

const foot = (chart: string, back: string, act: string): Markup =>
  html`<div class="row"><button class="main">${act}</button><a data-swap href="${chart}/${back}">Cancel</a></div>`

export const noteForm = (chart: string, signer: string, retry: Retry): Markup => html`<h2>Write a note</h2>
<form data-swap method="post" action="${chart}/write/note">${complaintsOf(retry)}
<div><label for="kind">Kind</label><select id="kind" name="kind">${noteKinds.map(({ loinc, display }) => option(loinc, display, retry, 'kind'))}</select></div>
<div><label for="text">Note</label><textarea id="text" name="text" rows="9" required>${retry.typed.text ?? ''}</textarea></div>
${whenField('Seen at', retry)}
<p class="quiet">Signing files the note as final in the name of ${signer}.</p>
${foot(chart, 'notes', 'Sign')}</form>`

export const amendForm = (
  chart: string,
  id: string,
  title: string,
  text: string,
  retry: Retry,
): Markup => html`<h2>Amend: ${title}</h2>
<form data-swap method="post" action="${chart}/write/note/${id}">${complaintsOf(retry)}
<div><label for="text">Note</label><textarea id="text" name="text" rows="12" required>${retry.typed.text ?? text}</textarea></div>
<p class="quiet">The old version stays in the history; the note is then marked as amended.</p>
${foot(chart, `notes/DocumentReference/${id}`, 'Sign amendment')}</form>`

/** Tests that give a number; the limits of the laboratory go with the result. */
const measured = analytes.filter(({ conventional, loinc }) => conventional !== undefined && loinc.length > 0)

export const resultForm = (chart: string, retry: Retry): Markup => html`<h2>Enter a result</h2>
<form data-swap method="post" action="${chart}/write/result">${complaintsOf(retry)}
<div><label for="analyte">Test</label><select id="analyte" name="analyte">${measured.map((analyte) => option(analyte.id, `${analyte.name}: ${limitsInWords(analyte)}`, retry, 'analyte'))}</select></div>
<div><label for="value">Value, in the unit of the test</label><input id="value" name="value" inputmode="decimal" autocomplete="off" required value="${retry.typed.value ?? ''}"></div>
${whenField('Collected at', retry)}
${foot(chart, 'laboratory', 'File result')}</form>`

function limitsInWords({ textbook, conventional = '' }: (typeof analytes)[number]): string {
  if (!textbook) return conventional
  const { low, high } = textbook
  if (low === undefined) return `up to ${high} ${conventional}`
  return high === undefined ? `from ${low} ${conventional}` : `${low}–${high} ${conventional}`
}

export const correctionForm = (
  chart: string,
  result: Observation & { id: string },
  retry: Retry,
): Markup => html`<h2>Correct a result</h2>
<p>${conceptText(result.code) ?? 'Result'}, collected ${printedTime(result.effectiveDateTime)}: ${printedValue(result)} ${result.valueQuantity?.unit ?? ''}</p>
<form data-swap method="post" action="${chart}/write/result/${result.id}">${complaintsOf(retry)}
<div><label for="value">Right value (${result.valueQuantity?.unit ?? 'no unit'})</label><input id="value" name="value" inputmode="decimal" autocomplete="off" required value="${retry.typed.value ?? ''}"></div>
${foot(chart, 'laboratory', 'File correction')}</form>`

export const infusionForm = (chart: string, retry: Retry): Markup => html`<h2>Chart an infusion</h2>
<form data-swap method="post" action="${chart}/write/infusion">${complaintsOf(retry)}
<div><label for="drug">Drug</label><select id="drug" name="drug">${formulary.map(({ id, name, usualDose }) => option(id, `${name} (usually ${usualDose})`, retry, 'drug'))}</select></div>
<div><label for="dose">Dose given</label><input id="dose" name="dose" required value="${retry.typed.dose ?? ''}"></div>
<div><label for="status">Ended</label><select id="status" name="status">${option('completed', 'completed', retry, 'status')}${option('stopped', 'stopped before the end', retry, 'status')}${option('not-done', 'not given', retry, 'status')}</select></div>
${whenField('Started at', retry)}
${foot(chart, 'infusions', 'Chart infusion')}</form>`
