import type { Bundle, BundleEntry, Resource } from '@medplum/fhirtypes'
import type { Charts } from './charts.ts'
import { type Cursors, placeInSearch } from './cursors.ts'
import { includedWith } from './inclusion.ts'
import { matchesOf } from './matching.ts'
import { readSearchRequest, type SearchRequest } from './search-request.ts'

/** Where a search comes from: links start with `base`; a confined token sees its compartment; `sees` hides types. */
export interface Asker {
  readonly base: string
  readonly confineTo: string | undefined
  readonly sees: (type: string) => boolean
}

interface Page {
  readonly request: SearchRequest
  readonly rids: readonly number[]
  readonly offset: number
  readonly total: number
}

/** Answers a search or one further page of it as a searchset. */
export function searchset(charts: Charts, cursors: Cursors, type: string, query: string, asker: Asker): Bundle {
  const place = new URLSearchParams(query).get('_cursor')
  if (place !== null) return furtherPage(charts, cursors, type, place, asker)
  const request = readSearchRequest(type, query)
  const rids = matchesOf(charts.database, request, { base: charts.base, confineTo: asker.confineTo })
  const self = query === '' ? `${asker.base}/${type}` : `${asker.base}/${type}?${query}`
  if (request.countOnly) return { ...head(charts, self), total: rids.length }
  const page = { request, rids: rids.slice(0, request.count), offset: 0, total: rids.length }
  if (rids.length <= request.count) return answer(charts, page, asker, self, undefined)
  const openedAt = charts.now().getTime()
  const token = cursors.keep({ request, rids, query, confineTo: asker.confineTo, openedAt })
  return answer(charts, page, asker, self, placeInSearch(token, request.count))
}

function furtherPage(charts: Charts, cursors: Cursors, type: string, place: string, asker: Asker): Bundle {
  const { cursor, offset } = cursors.open(place, type, asker.confineTo, charts.now().getTime())
  const end = offset + cursor.request.count
  const rids = cursor.rids.slice(offset, end)
  const self = `${asker.base}/${type}?_cursor=${place}`
  const [token = ''] = place.split('-')
  const next = end < cursor.rids.length ? placeInSearch(token, end) : undefined
  return answer(charts, { request: cursor.request, rids, offset, total: cursor.rids.length }, asker, self, next)
}

function answer(charts: Charts, page: Page, asker: Asker, self: string, next: string | undefined): Bundle {
  const matches = charts.currentOf(page.rids)
  const included = includedWith(charts, page.request, matches, asker)
  const shown = (resource: Resource) => abridged(resource, page.request.elements)
  const entry: BundleEntry[] = [
    ...matches.map((one) => entryOf(shown(one), 'match', asker.base)),
    ...included.map((one) => entryOf(one, 'include', asker.base)),
  ]
  const { link = [], ...rest } = head(charts, self)
  const nextLink =
    next === undefined ? [] : [{ relation: 'next', url: `${asker.base}/${page.request.type}?_cursor=${next}` }]
  return {
    ...rest,
    ...(page.request.total ? { total: page.total } : {}),
    link: [...link, ...nextLink],
    ...(entry.length > 0 ? { entry } : {}),
  }
}

function head(charts: Charts, self: string): Bundle {
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    meta: { lastUpdated: charts.now().toISOString() },
    link: [{ relation: 'self', url: self }],
  }
}

const entryOf = (resource: Resource, mode: 'match' | 'include', base: string): BundleEntry => ({
  fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
  resource,
  search: { mode },
})

const SUBSETTED = { system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'SUBSETTED' }

/** `_elements`: the named top-level elements, with what identifies the resource, marked as a part of it. */
function abridged(resource: Resource, elements: readonly string[] | undefined): Resource {
  if (elements === undefined) return resource
  const kept = Object.entries(resource).filter(([name]) => ['resourceType', 'id', ...elements].includes(name))
  const meta = { ...resource.meta, tag: [...(resource.meta?.tag ?? []), SUBSETTED] }
  return { ...(Object.fromEntries(kept) as unknown as Resource), meta }
}
