import { createHash } from 'node:crypto'
import type { Resource } from '@medplum/fhirtypes'

/** FHIR ids are at most 64 characters of these; anything longer would also be too long for an index of the store. */
export const isVersionId = (versionId: unknown): versionId is string =>
  typeof versionId === 'string' && /^[A-Za-z0-9.-]{1,64}$/.test(versionId)

/**
 * What tells one state of a resource from the next. S18: for an EHR without versions, or with some that are none, the
 * content itself tells whether it changed.
 */
export const versionOf = (resource: Resource): string => {
  const versionId: unknown = resource.meta?.versionId
  return isVersionId(versionId) ? versionId : hashOf(resource)
}

const hashOf = (resource: Resource): string =>
  `h-${createHash('sha256').update(JSON.stringify(resource)).digest('hex').slice(0, 32)}`
