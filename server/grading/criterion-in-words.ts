import type { Fact } from '#fhir-mappings/fact.ts'
import type { Bounds, Criterion, Leaf } from './criteria/criterion.ts'
import { criterionHolds, type LaboratoryAnswer } from './criterion-holds.ts'

/** The single facts of a criterion that hold (or, for `missing`, of which nothing is known), in words for a clinician. */
export function leavesInWords(
  criterion: Criterion,
  facts: readonly Fact[],
  laboratory: LaboratoryAnswer,
  wanted: 'holds' | 'silent',
): readonly string[] {
  if ('any' in criterion) return unique(criterion.any.flatMap((one) => leavesInWords(one, facts, laboratory, wanted)))
  if ('all' in criterion) return unique(criterion.all.flatMap((one) => leavesInWords(one, facts, laboratory, wanted)))
  return criterionHolds(criterion, facts, laboratory) === wanted ? [leafInWords(criterion)] : []
}

const unique = (words: readonly string[]): readonly string[] => [...new Set(words)]

function leafInWords(leaf: Leaf): string {
  switch (leaf.type) {
    case 'symptom':
      return symptomInWords(leaf)
    case 'adl':
      return `limits ${leaf.level === 'instrumental' ? 'instrumental activities' : 'self-care'}`
    case 'intervention':
      return interventionInWords(leaf)
    case 'finding':
    case 'consequence':
      return leaf.what
    case 'bsa':
      return `${boundsInWords(leaf)} % of the body surface`
    case 'count':
      return `${boundsInWords(leaf)} ${leaf.what}`
    case 'measure':
      return `${leaf.what} ${boundsInWords(leaf)}${leaf.unit ? ` ${leaf.unit}` : ''}`
    case 'laboratory':
      return 'laboratory value'
    case 'death':
      return 'death from the event'
  }
}

function symptomInWords({ severity, what }: Extract<Leaf, { type: 'symptom' }>): string {
  if (severity === 'none') return 'no symptoms'
  return `${severity === 'any' ? '' : `${severity} `}${what ?? 'symptoms'}`
}

const treatments: Readonly<Record<string, string>> = {
  any: 'treatment',
  oxygen: 'oxygen',
  hospitalisation: 'hospital admission',
  'prolonged-hospitalisation': 'longer hospital stay',
  icu: 'intensive care',
  medical: 'medical treatment',
  urgent: 'urgent treatment',
  iv: 'intravenous treatment',
  'iv-steroid': 'intravenous steroids',
  'minimal-local-noninvasive': 'local or non-invasive treatment',
  'tube-feeding-or-tpn': 'tube or parenteral feeding',
}

function interventionInWords({ kind, state }: Extract<Leaf, { type: 'intervention' }>): string {
  const name = treatments[kind] ?? kind.replaceAll('-', ' ')
  if (state === 'not-indicated') return `no ${name} needed`
  return `${name} ${state ?? 'needed'}`
}

function boundsInWords({ gt, ge, lt, le }: Bounds): string {
  if (ge !== undefined && le !== undefined) return ge === le ? `${ge}` : `${ge} to ${le}`
  const parts = [
    gt === undefined ? undefined : `more than ${gt}`,
    ge === undefined ? undefined : `${ge} or more`,
    lt === undefined ? undefined : `less than ${lt}`,
    le === undefined ? undefined : `up to ${le}`,
  ]
  return parts.filter((part) => part !== undefined).join(' and ')
}
