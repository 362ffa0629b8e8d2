import type { Coding, Identifier, Resource } from '@medplum/fhirtypes'
import { OUR_BASE } from './code-systems.ts'

/**
 * S14, D11: whether this product wrote the resource: our tag or our identifier, one of which is on everything we write.
 * The AI label (T1) alone does not say so: a note that another system drafted and a clinician signed is evidence.
 */
export function isOurs(resource: Resource): boolean {
  const { meta } = resource
  if (meta?.tag?.some(isOurCoding)) return true
  return identifiersOf(resource).some(({ system }) => system?.startsWith(OUR_BASE))
}

const isOurCoding = ({ system }: Coding) => system?.startsWith(OUR_BASE) ?? false

function identifiersOf(resource: Resource): readonly Identifier[] {
  const { identifier } = resource as { identifier?: Identifier | Identifier[] }
  if (identifier === undefined) return []
  return Array.isArray(identifier) ? identifier : [identifier]
}
