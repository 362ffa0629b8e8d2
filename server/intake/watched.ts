import type { Resource, ResourceType } from '@medplum/fhirtypes'
import { isOurs } from '#fhir-mappings/own-writing.ts'
import type { SearchParameters } from '#server/ehr/door.ts'

/** A kind of resource whose changes matter, and how they are found. */
export interface Watched {
  readonly type: ResourceType
  /** what narrows the type to what we read */
  readonly narrowed?: SearchParameters
  /** S18: types without `_lastUpdated` are searched by clinical time over the last days, which late filing does not move */
  readonly byClinicalTime?: { readonly parameter: string; readonly days: number }
}

/** Doses first: they decide whether the notes of a patient are read at all. */
export const watched: readonly Watched[] = [
  { type: 'MedicationAdministration' },
  { type: 'DocumentReference' },
  { type: 'DiagnosticReport' },
  { type: 'Observation', narrowed: { category: 'laboratory' } },
]

export const isWatched = (type: string): boolean => watched.some((one) => one.type === type)

/**
 * S14: what this product wrote itself never becomes an arrival. A resource whose labels are malformed is not our writing: it
 * becomes an arrival and ends there with a reason.
 */
export function isForeign(resource: Resource): boolean {
  try {
    return !isOurs(resource)
  } catch {
    return true
  }
}
