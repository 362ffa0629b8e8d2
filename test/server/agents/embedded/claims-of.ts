import type { Claim } from '#fhir-mappings/claim.ts'
import { readText } from '#server/agents/embedded/embedded-reader.ts'

const ici = { agents: ['nivolumab'] } as const

/** What a text says of a term, for a patient whose chart knows a checkpoint inhibitor. */
export const claimOf = (text: string, term: string, authored = '2026-05-04'): Claim | undefined =>
  readText({ text, authored, ici }).claims.find((claim) => claim.term === term)

/** Whether it would be shown to a clinician. */
export const alerts = (text: string, term: string, authored?: string): boolean => {
  const claim = claimOf(text, term, authored)
  return claim !== undefined && /^(present|suspected)$/.test(claim.status) && claim.attribution !== 'other'
}
