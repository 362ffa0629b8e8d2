import type { Proposal } from '#fhir-mappings/finding.ts'

/** What a piece of evidence says, wherever it was copied to: its words without spacing, or its result. */
export function evidenceKeys(proposal: Proposal): ReadonlySet<string> {
  const words = proposal.quotes.map(({ text }) => `words:${text.toLowerCase().replace(/\s+/g, ' ').trim()}`)
  const results = proposal.laboratory.map(({ reference, value }) => `result:${reference}=${value}`)
  return new Set([...words, ...results])
}

/** The versions of the resources that a proposal rests on, `DocumentReference/1/_history/2`. */
export function sourcesOf(proposal: Proposal): readonly string[] {
  const notes = proposal.quotes.map(({ source, version }) => `${source}/_history/${version}`)
  const results = proposal.laboratory.map(({ reference, version }) => `${reference}/_history/${version}`)
  return [...new Set([...notes, ...results])]
}
