import type { Claim } from '#fhir-mappings/claim.ts'
import { uniqueFacts, uniqueQuotes } from './claims.ts'

/** Values that are evidence of a syndrome and no finding of their own once the syndrome is named (issue: `Term`). */
const explainedBy: Readonly<Record<string, readonly string[]>> = {
  'alt-increased': ['hepatitis', 'hepatic-failure', 'cholangitis', 'dress', 'hlh', 'myositis'],
  'ast-increased': ['hepatitis', 'hepatic-failure', 'cholangitis', 'dress', 'hlh', 'myositis', 'alt-increased'],
  'bilirubin-increased': ['hepatitis', 'hepatic-failure', 'cholangitis', 'hemolytic-anemia'],
  'alp-increased': ['hepatitis', 'hepatic-failure', 'cholangitis'],
  'ggt-increased': ['hepatitis', 'hepatic-failure', 'cholangitis'],
  'lipase-increased': ['pancreatitis'],
  'amylase-increased': ['pancreatitis', 'lipase-increased'],
  'troponin-increased': ['myocarditis', 'pericarditis'],
  'cpk-increased': ['myositis', 'myocarditis'],
  'creatinine-increased': ['aki', 'nephritis'],
  'tsh-increased': ['hypothyroidism', 'hyperthyroidism'],
  arthralgia: ['arthritis', 'polymyalgia', 'myositis', 'crs'],
  anemia: ['hemolytic-anemia', 'aplastic-anemia', 'ttp', 'hlh'],
  'immune-thrombocytopenia': ['aplastic-anemia', 'ttp', 'hlh'],
  neutropenia: ['aplastic-anemia', 'hlh'],
  'rash-maculopapular': ['sjs', 'ten', 'dress', 'bullous-dermatitis'],
  fatigue: ['hypothyroidism', 'adrenal-insufficiency', 'hypophysitis', 'hepatitis', 'myocarditis'],
}

const isActive = (claim: Claim) => claim.status === 'present' || claim.status === 'suspected'

/** Gives the facts and quotes of explained values to their syndrome, and keeps `autoimmune-other` only when it stands alone. */
export function absorbed(claims: readonly Claim[]): Claim[] {
  const active = new Set(claims.filter(isActive).map((claim) => claim.term))
  const keep: Claim[] = []
  const given = new Map<string, Claim[]>()
  for (const claim of claims) {
    const syndrome = isActive(claim) ? (explainedBy[claim.term] ?? []).find((term) => active.has(term)) : undefined
    if (syndrome !== undefined) given.set(syndrome, [...(given.get(syndrome) ?? []), claim])
    else keep.push(claim)
  }
  const specific = keep.some((claim) => isActive(claim) && claim.term !== 'autoimmune-other')
  return keep
    .filter((claim) => !(claim.term === 'autoimmune-other' && specific))
    .map((claim) => withEvidence(claim, given.get(claim.term) ?? []))
}

function withEvidence(claim: Claim, evidence: readonly Claim[]): Claim {
  if (evidence.length === 0) return claim
  const stated = claim.stated ?? evidence.find((value) => value.stated !== null)?.stated ?? null
  return {
    ...claim,
    stated,
    facts: uniqueFacts([...claim.facts, ...evidence.flatMap((value) => value.facts)]),
    quotes: uniqueQuotes([...claim.quotes, ...evidence.flatMap((value) => value.quotes.slice(0, 1))]).slice(0, 5),
    why: [...claim.why, ...evidence.map((value) => `${value.term} is taken as evidence of ${claim.term}`)],
  }
}
