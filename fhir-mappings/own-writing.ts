import type { Resource } from '@medplum/fhirtypes'
import { OUR_BASE } from './code-systems.ts'

/**
 * S14, D11: whether this product wrote the resource: our tag or our identifier, one of which is on everything we write.
 * The AI label (T1) alone does not say so: a note that another system drafted and a clinician signed is evidence.
 */
export function isOurs(resource: Resource): boolean {
  const { meta, identifier } = resource as { meta?: { tag?: unknown } | null; identifier?: unknown }
  return listed(meta?.tag).some(isOurSystem) || listed(identifier).some(isOurSystem)
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

/** Asked before anything is known of the resource's form: what is no coding and no identifier is not ours. */
function isOurSystem(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('system' in value)) return false
  return typeof value.system === 'string' && value.system.startsWith(OUR_BASE)
}
