import type { Coding, Identifier, Resource } from '@medplum/fhirtypes'
import { AI_ASSERTED, OUR_BASE } from './code-systems.ts'

/** S14, D11: whether this product wrote the resource: our tag, our identifier, or the AI label on it (T1). */
export function isOurs(resource: Resource): boolean {
  const { meta } = resource
  if (meta?.tag?.some(isOurCoding)) return true
  if (meta?.security?.some(({ code }) => code === AI_ASSERTED)) return true
  return identifiersOf(resource).some(({ system }) => system?.startsWith(OUR_BASE))
}

const isOurCoding = ({ system }: Coding) => system?.startsWith(OUR_BASE) ?? false

function identifiersOf(resource: Resource): readonly Identifier[] {
  const { identifier } = resource as { identifier?: Identifier | Identifier[] }
  if (identifier === undefined) return []
  return Array.isArray(identifier) ? identifier : [identifier]
}
