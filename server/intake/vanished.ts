import type { ResourceType } from '@medplum/fhirtypes'
import type { Ehr } from '#server/ehr/door.ts'
import type { ArrivalEvent } from './inbox.ts'
import { namedIn } from './reference.ts'

/** Ids in one search: short enough for every server's URL limit (50 × 65 characters). */
const IDS_AT_ONCE = 50

/**
 * S10: the standard sends nothing for a deletion. Asks for what we hold by id and answers with what is no longer there; each is
 * read again before anything is retracted.
 */
export async function vanished(ehr: Ehr, held: readonly string[]): Promise<readonly ArrivalEvent[]> {
  const gone: ArrivalEvent[] = []
  for (const [type, ids] of byType(held)) {
    for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
      const asked = ids.slice(at, at + IDS_AT_ONCE)
      const { matches } = await ehr.search(type, { _id: asked.join(','), _count: String(IDS_AT_ONCE), _elements: 'id' })
      const there = new Set(matches.map(({ id }) => id))
      gone.push(...asked.filter((id) => !there.has(id)).map((id) => deletion(ehr.site.id, type, id)))
    }
  }
  return gone
}

const deletion = (site: string, type: string, id: string): ArrivalEvent => ({
  site,
  type,
  id,
  versionId: '',
  reason: 'deleted',
})

function byType(held: readonly string[]): ReadonlyMap<ResourceType, readonly string[]> {
  const named = [...new Set(held)].flatMap((reference) => namedIn(reference) ?? [])
  const grouped = Map.groupBy(named, ({ type }) => type as ResourceType)
  return new Map([...grouped].map(([type, group]) => [type, group.map(({ id }) => id)]))
}
