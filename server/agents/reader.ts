import type { Reading } from '#fhir-mappings/claim.ts'

/** What a reader is given: one text and what the chart knows about exposure. No names, no references (PHI-free prompts). */
export interface TextToRead {
  readonly text: string
  /** ISO date or instant */
  readonly authored?: string
  readonly noteType?: string
  /** checkpoint inhibitors known from the chart; absent when only the text can tell */
  readonly ici?: { readonly agents: readonly string[]; readonly lastGiven?: string }
}

/** The port behind which the embedded reader and the language-model agents stand side by side. It writes nothing. */
export interface Reader {
  readonly name: string
  readonly version: string
  read(note: TextToRead): Promise<Reading>
}
