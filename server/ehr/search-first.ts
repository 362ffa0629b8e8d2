import type { Resource, ResourceType } from '@medplum/fhirtypes'
import { SurveillanceError } from '#server/errors.ts'
import type { SearchOutcome, SearchParameters, Written } from './door.ts'

type Search = <T extends Resource>(type: ResourceType, parameters: SearchParameters) => Promise<SearchOutcome<T>>

/**
 * W4: what a conditional create would find, where the EHR ignores conditions: one match is adopted, several are EHR_CONFLICT,
 * undefined means that nothing is there. Holds with one writer per patient, which the worker's lease provides.
 */
export async function alreadyThere<T extends Resource>(
  search: Search,
  type: ResourceType,
  ifNoneExist: string,
): Promise<Written<T> | undefined> {
  const { matches } = await search<T>(type, parametersIn(ifNoneExist))
  if (matches.length > 1) throw new SurveillanceError('EHR_CONFLICT', { type, matches: matches.length })
  const [there] = matches
  if (!there) return undefined
  return { reference: `${type}/${there.id}`, versionId: there.meta?.versionId, created: false, resource: there }
}

function parametersIn(query: string): SearchParameters {
  const pairs = [...new URLSearchParams(query)]
  const grouped = Map.groupBy(pairs, ([name]) => name)
  return Object.fromEntries([...grouped].map(([name, values]) => [name, values.map(([, value]) => value)]))
}
