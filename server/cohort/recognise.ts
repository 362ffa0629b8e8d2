import type { Coding } from '@medplum/fhirtypes'
import { ATC, HCPCS, NDC, RXNORM } from '#fhir-mappings/code-systems.ts'
import { type CheckpointInhibitor, checkpointInhibitors } from './checkpoint-inhibitors.ts'

export interface Recognition {
  /** ids of `checkpoint-inhibitors.ts`; several when one medication names several */
  readonly agents: readonly string[]
  /** a code is certain, words are a candidate (M1) */
  readonly recognisedBy: 'code' | 'text'
}

/**
 * The checkpoint inhibitors that a medication's codings and words name, or undefined. Codes win over words, except that
 * words may name a more exact product (subcutaneous form, fixed combination) than the ingredient code does.
 */
export function recognise(codings: readonly Coding[], text = ''): Recognition | undefined {
  const coded = new Set(codings.flatMap((coding) => agentOfCoding(coding) ?? []))
  const written = agentsInText([text, ...codings.map(({ display }) => display ?? '')].join(' ; '))
  if (coded.size === 0) return written.length === 0 ? undefined : { agents: written, recognisedBy: 'text' }
  return { agents: mostExact([...coded], written), recognisedBy: 'code' }
}

function mostExact(coded: readonly string[], written: readonly string[]): readonly string[] {
  const exact = coded.map((id) => written.find((other) => isFormOf(other, id)) ?? id)
  const whole = exact.filter((id) => !exact.some((other) => isFormOf(other, id)))
  return [...new Set(whole)].sort()
}

const isFormOf = (form: string, id: string): boolean => componentsOf.get(form)?.includes(id) ?? false
const componentsOf = new Map(checkpointInhibitors.map(({ id, components }) => [id, components ?? []]))

const bySystem: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [RXNORM, codesTo(({ codes }) => codes.rxnorm)],
  [ATC, codesTo(({ codes }) => codes.atc)],
  [HCPCS, codesTo(({ codes }) => codes.hcpcs)],
])

function codesTo(codes: (agent: CheckpointInhibitor) => readonly string[] | undefined): ReadonlyMap<string, string> {
  return new Map(checkpointInhibitors.flatMap((agent) => (codes(agent) ?? []).map((code) => [code, agent.id] as const)))
}

/** URIs under which the same code systems travel, next to the canonical ones. */
const alias: Readonly<Record<string, string>> = {
  'urn:oid:2.16.840.1.113883.6.88': RXNORM,
  'urn:oid:2.16.840.1.113883.6.69': NDC,
  'urn:oid:2.16.840.1.113883.6.285': HCPCS,
  'urn:oid:2.16.840.1.113883.6.14': HCPCS,
  'http://terminology.hl7.org/CodeSystem/HCPCS-all-codes': HCPCS,
  'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets': HCPCS,
  'https://www.whocc.no/atc': ATC,
  'urn:oid:2.16.840.1.113883.6.73': ATC,
}

function agentOfCoding({ system = '', code }: Coding): string | undefined {
  if (code === undefined) return undefined
  const canonical = (Object.hasOwn(alias, system) ? alias[system] : undefined) ?? system
  if (canonical === NDC) return agentOfNdc(code.trim())
  return bySystem.get(canonical)?.get(code.trim().toUpperCase())
}

/** Labeler (5) and product (4) digits, as in the eleven-digit form 5-4-2. */
const byLabelerProduct: ReadonlyMap<string, string> = new Map(
  checkpointInhibitors.flatMap((agent) => (agent.codes.ndc ?? []).map((ndc) => [padded(ndc.split('-')), agent.id])),
)

function padded([labeler = '', product = '']: readonly string[]): string {
  return labeler.padStart(5, '0') + product.padStart(4, '0')
}

/**
 * M1: NDC with dashes (4-4-2, 5-3-2, 5-4-1, 5-4-2), eleven digits, or ten digits without dashes, where the place of the
 * missing zero is unknown and all three places are tried.
 */
function agentOfNdc(code: string): string | undefined {
  const parts = code.split('-')
  if (parts.length === 2 || parts.length === 3) return byLabelerProduct.get(padded(parts))
  if (!/^\d{10,11}$/.test(code)) return undefined
  if (code.length === 11) return byLabelerProduct.get(code.slice(0, 9))
  const readings = [`0${code.slice(0, 8)}`, `${code.slice(0, 5)}0${code.slice(5, 8)}`, code.slice(0, 9)]
  return readings.map((reading) => byLabelerProduct.get(reading)).find((id) => id !== undefined)
}

/** Lower case, biosimilar suffix (`-xxxx`) dropped, "and" and punctuation to one space. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/(mab|bart|alfa|hyaluronidase)-(?!rela)[a-z]{4}(?![a-z])/g, '$1')
    .replace(/\band\b/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

const named: ReadonlyMap<string, string> = new Map(
  checkpointInhibitors.flatMap(({ id, names, shortNames, developmentCodes }) =>
    [...names, ...shortNames, ...developmentCodes].map((name) => [plain(name), id] as const),
  ),
)
/** Longest first, so that "keytruda qlex" is not read as "keytruda". All letters and digits: nothing to escape. */
const anyName = new RegExp(
  `(?<![a-z0-9])(${[...named.keys()].sort((a, b) => b.length - a.length).join('|')})(?![a-z0-9])`,
  'g',
)
/** A flush after, or a premedication before, a checkpoint inhibitor is not one. */
const aboutAnother = /\b(?:before|after|prior to|premed\w*|flush|pre|post|line|for)(?: \w+)?$/

function agentsInText(text: string): readonly string[] {
  const words = plain(text)
  const found = [...words.matchAll(anyName)]
    .filter(({ index }) => !aboutAnother.test(words.slice(Math.max(0, index - 40), index).trim()))
    .flatMap(([, name = '']) => named.get(name) ?? [])
  return mostExact([...new Set(found)], found)
}
