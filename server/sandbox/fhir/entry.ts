import type { BundleEntry, Resource } from '@medplum/fhirtypes'
import type { Change, FhirRefusal } from '#server/sandbox/repository.ts'
import { checkRead, checkWrite } from './belonging.ts'
import type { EntryRequest } from './bundle-request.ts'
import type { Charts, Held } from './charts.ts'
import type { Cursors } from './cursors.ts'
import { refusal } from './outcome.ts'
import { heldTypes } from './parameters.ts'
import { checkReferences } from './references.ts'
import { type Asker, searchset } from './searching.ts'
import { checkSubscription } from './subscriptions/criteria.ts'
import { created, updated, type Written } from './writing.ts'

/** Where the entries of one bundle are carried out, and in whose name. */
export interface Desk {
  readonly charts: Charts
  readonly cursors: Cursors
  readonly asker: Asker
  readonly permits: (interaction: 'c' | 'r' | 'u' | 'd' | 's', type: string) => boolean
  readonly checksReferences: boolean
  /** in a transaction references may point to entries that come later */
  readonly checksLater?: boolean
  readonly note: (change: Change) => void
}

export interface Performed {
  readonly entry: BundleEntry
  /** the resource, when it was written */
  readonly changed: Held | undefined
}

const letters = { POST: 'c', PUT: 'u', DELETE: 'd' } as const

/** Carries out one entry inside the caller's transaction. */
export function perform(desk: Desk, request: EntryRequest, at: number): Performed {
  const { method, type } = request
  if (!heldTypes.includes(type)) throw refusal(404, 'not-supported', 'This server does not hold this type.')
  const letter = method === 'GET' ? (request.id === undefined ? 's' : 'r') : letters[method]
  if (!desk.permits(letter, type)) throw refusal(403, 'forbidden', 'The scope of this token does not cover the entry.')
  if (method === 'GET') return { entry: got(desk, request), changed: undefined }
  if (method === 'DELETE') return { entry: erased(desk, request, at), changed: undefined }
  return wrote(desk, request, at)
}

/** What a refused entry of a batch is answered with. */
export function entryOutcome(refused: FhirRefusal): BundleEntry {
  return { response: { status: statusText(refused.status), outcome: refused.outcome } }
}

function got(desk: Desk, request: EntryRequest): BundleEntry {
  const resource = request.id === undefined ? found(desk, request) : readOne(desk, request, request.id)
  return { resource, response: { status: statusText(200), ...stampOf(resource) } }
}

function found(desk: Desk, request: EntryRequest): Resource {
  return searchset(desk.charts, desk.cursors, request.type, request.query ?? '', desk.asker)
}

function readOne({ charts, asker }: Desk, { type, versionId }: EntryRequest, id: string): Resource {
  const current = charts.current(type, id)
  checkRead(charts, current, asker.confineTo)
  if (versionId === undefined) return current
  const past = charts.state(charts.ridOf(current), versionId)?.content
  if (!past) throw refusal(404, 'not-found', 'There is no such version.')
  checkRead(charts, past, asker.confineTo)
  return past
}

function erased(desk: Desk, { type, id = '' }: EntryRequest, at: number): BundleEntry {
  const { charts, asker } = desk
  const standing = charts.standing(type, id)
  if (standing && !standing.deleted) {
    const current = charts.current(type, id)
    checkWrite(charts, current, asker.confineTo)
    charts.erase(type, id, at)
    desk.note({ resource: current, interaction: 'delete' })
  }
  return { response: { status: statusText(204) } }
}

function wrote(desk: Desk, request: EntryRequest, at: number): Performed {
  const { charts, asker } = desk
  const { resource, id } = request
  if (!resource) throw refusal(400, 'required', 'The entry has no resource.')
  checkSubscription(resource)
  checkWrite(charts, resource, asker.confineTo)
  checkPresent(desk, request)
  const written = stored(desk, { ...request, resource, id: id ?? '' }, at)
  checkRead(charts, written.resource, asker.confineTo)
  if (!written.changed) return { entry: answerTo(written, asker.base), changed: undefined }
  if (desk.checksReferences && !desk.checksLater) checkReferences(charts, written.resource)
  desk.note({ resource: written.resource, interaction: written.created ? 'create' : 'update' })
  return { entry: answerTo(written, asker.base), changed: written.resource }
}

function stored({ charts }: Desk, request: EntryRequest & { resource: Resource; id: string }, at: number): Written {
  const { method, resource, id, ifMatch, ifNoneExist } = request
  if (method === 'POST') return created(charts, resource, { ifNoneExist, id: id === '' ? undefined : id }, at)
  return updated(charts, { ...resource, id }, ifMatch, at)
}

/** What is overwritten must be the patient's own too, not only what is put in its place. */
function checkPresent({ charts, asker }: Desk, { type, id }: EntryRequest): void {
  const standing = id === undefined ? undefined : charts.standing(type, id)
  if (standing && !standing.deleted && id !== undefined) checkWrite(charts, charts.current(type, id), asker.confineTo)
}

function answerTo({ resource, created }: Written, base: string): BundleEntry {
  const url = `${base}/${resource.resourceType}/${resource.id}`
  const location = `${url}/_history/${resource.meta?.versionId}`
  return {
    fullUrl: url,
    resource,
    response: { status: statusText(created ? 201 : 200), location, ...stampOf(resource) },
  }
}

function stampOf({ meta }: Resource): { etag?: string; lastModified?: string } {
  const etag = meta?.versionId === undefined ? {} : { etag: `W/"${meta.versionId}"` }
  return meta?.lastUpdated === undefined ? etag : { ...etag, lastModified: meta.lastUpdated }
}

const statusTexts: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  410: 'Gone',
  412: 'Precondition Failed',
  422: 'Unprocessable Entity',
}

const statusText = (status: number): string => `${status} ${statusTexts[status] ?? 'Refused'}`
