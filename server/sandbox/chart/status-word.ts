import { html, type Markup } from '#server/sandbox/smart/markup.ts'

/** Statuses that must not be overlooked; the word itself is always written. */
const WEIGHTS: Readonly<Record<string, string>> = {
  preliminary: 'open',
  'entered-in-error': 'void',
  superseded: 'void',
  'not-done': 'void',
  cancelled: 'void',
  amended: 'changed',
  corrected: 'changed',
}

/** A FHIR status as a word with its weight. */
export const statusWord = (status: string | undefined): Markup =>
  html`<span class="status ${WEIGHTS[status ?? ''] ?? ''}">${status ?? 'no status'}</span>`
