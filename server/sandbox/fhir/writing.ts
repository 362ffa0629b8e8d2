import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Resource } from '@medplum/fhirtypes'
import type { Stored } from '#server/sandbox/repository.ts'
import type { Charts, Held } from './charts.ts'
import { matchesOf } from './matching.ts'
import { refusal } from './outcome.ts'
import { readSearchRequest } from './search-request.ts'

/** R4 id: what a client may choose on PUT. */
const ID = /^[A-Za-z0-9.-]{1,64}$/

/** One resource as it stands after a write; `changed` is false when nothing had to be written. */
export interface Written extends Stored {
  readonly changed: boolean
}

/** Conditions of a create, and the id when the server has already given one (transactions). */
export interface Creation {
  readonly ifNoneExist?: string | undefined
  readonly id?: string | undefined
}

/** Stores under a new id, unless the condition already finds one (adopted) or several (412). */
export function created(charts: Charts, resource: Resource, { ifNoneExist, id }: Creation, at: number): Written {
  const found = ifNoneExist === undefined ? undefined : foundBy(charts, resource.resourceType, ifNoneExist)
  if (found) return { resource: found, created: false, changed: false }
  const stored = charts.write({ ...resource, id: id ?? randomUUID() }, 'POST', at)
  return { resource: stored, created: true, changed: true }
}

/** Stores a new version under a known id, or the first under the client's own. An equal content makes no version. */
export function updated(charts: Charts, resource: Held, ifMatch: string | undefined, at: number): Written {
  if (!ID.test(resource.id)) throw refusal(400, 'value', 'This is not a FHIR id.', `${resource.resourceType}.id`)
  const standing = charts.standing(resource.resourceType, resource.id)
  const present = standing !== undefined && !standing.deleted
  if (ifMatch !== undefined && (!present || String(standing.version) !== ifMatch)) {
    throw refusal(412, 'conflict', 'The resource changed in the meantime.')
  }
  if (present) {
    const current = charts.current(resource.resourceType, resource.id)
    if (sameContent(current, resource)) return { resource: current, created: false, changed: false }
  }
  return { resource: charts.write(resource, 'PUT', at), created: !present, changed: true }
}

/** The one resource that a condition finds; undefined when none, refused with 412 when several. */
export function foundBy(charts: Charts, type: string, condition: string): Held | undefined {
  const query = condition.replace(/^[^?]*\?/, '')
  const request = readSearchRequest(type, query)
  if (request.criteria.length === 0) throw refusal(412, 'invalid', 'The condition does not select anything.')
  const [first, second] = matchesOf(charts.database, request, { base: charts.base, confineTo: undefined })
  if (second !== undefined) throw refusal(412, 'multiple-matches', 'The condition finds several resources.')
  return first === undefined ? undefined : charts.currentOf([first])[0]
}

/** R4: versionId and lastUpdated are the server's, so they do not count as content. */
function sameContent(one: Held, other: Held): boolean {
  return isDeepStrictEqual(withoutStamp(one), withoutStamp(other))
}

function withoutStamp(resource: Held): object {
  const { meta, ...rest } = resource
  const { versionId: _version, lastUpdated: _updated, ...kept } = meta ?? {}
  return Object.keys(kept).length > 0 ? { ...rest, meta: kept } : rest
}
