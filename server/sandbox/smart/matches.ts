import type { Resource } from '@medplum/fhirtypes'
import type { Repository } from '#server/sandbox/repository.ts'

/** Links of an answer are made from a base; only their query is read here. */
const BASE = 'http://localhost/fhir'

/** Everything that a search finds, page after page, without included resources or outcomes. */
export function matches<T extends Resource>(
  repository: Repository,
  type: T['resourceType'],
  query: string,
): readonly (T & { id: string })[] {
  const found: (T & { id: string })[] = []
  let next: string | undefined = query
  while (next !== undefined) {
    const page = repository.search(type, next, BASE)
    for (const { resource } of page.entry ?? []) {
      if (resource?.resourceType === type && resource.id) found.push(resource as T & { id: string })
    }
    next = page.link?.find(({ relation }) => relation === 'next')?.url?.split('?')[1]
  }
  return found
}
