import type { Bundle, BundleEntry, BundleEntryResponse, Resource } from '@medplum/fhirtypes'
import { SurveillanceError } from '#server/errors.ts'
import type { Written } from './door.ts'
import type { Answer, Sender } from './request.ts'

/** W6: a representation back is a wish, never relied upon. */
const WISH = { prefer: 'return=representation' }

/** W4: `ifNoneExist` is the bare query. 201 created, 200 adopted, more than one match is EHR_CONFLICT. */
export async function createOne<T extends Resource>(
  sender: Sender,
  resource: T,
  ifNoneExist?: string,
): Promise<Written<T>> {
  const condition = ifNoneExist === undefined ? {} : { 'if-none-exist': ifNoneExist }
  const headers = { ...WISH, ...condition }
  const answer = await sender.write({ method: 'POST', url: resource.resourceType, headers, body: resource })
  return writtenFrom(answer, resource.resourceType)
}

/** W5: with `versionId` only over that version; 409 and 412 are EHR_CONFLICT. */
export async function updateOne<T extends Resource>(
  sender: Sender,
  resource: T & { id: string },
  versionId?: string,
): Promise<Written<T>> {
  const reference = `${resource.resourceType}/${resource.id}`
  const condition = versionId === undefined ? {} : { 'if-match': `W/"${versionId}"` }
  const headers = { ...WISH, ...condition }
  const answer = await sender.write({ method: 'PUT', url: reference, headers, body: resource })
  return writtenFrom(answer, resource.resourceType, reference)
}

/** One POST for all entries (W7). Answers in the order of the entries; anything less leaves the outcome unknown (W8). */
export async function transactAtOnce(sender: Sender, bundle: Bundle): Promise<readonly Written[]> {
  const answer = await sender.write({ method: 'POST', url: '', headers: WISH, body: bundle })
  const asked = bundle.entry ?? []
  const given: unknown = (answer.body as Bundle | undefined)?.entry
  const answers: readonly BundleEntry[] = Array.isArray(given) ? given : []
  const whole = answers.length === asked.length && answers.every((entry) => isSuccess(entry?.response))
  if (!whole) throw outcomeUnknown(answer, 'entries')
  return asked.map((entry, at) => writtenEntry(answer, entry, answers[at] ?? {}))
}

const isSuccess = (response: BundleEntryResponse | undefined): boolean => /^2\d\d/.test(response?.status ?? '')

function writtenEntry(answer: Answer, asked: BundleEntry, { response, resource }: BundleEntry): Written {
  const type = asked.resource?.resourceType ?? ''
  const place = placeIn(response?.location, type)
  const url = asked.request?.url ?? ''
  const named = url.includes('/') && !url.includes('?') ? url : undefined
  const reference = place?.reference ?? referenceIn(resource, type) ?? named
  if (reference === undefined) throw outcomeUnknown(answer, 'entry-without-location')
  return {
    reference,
    versionId: versionIn(response?.etag) ?? place?.versionId ?? resource?.meta?.versionId,
    created: /^201/.test(response?.status ?? ''),
    resource,
    request: answer.requestId,
  }
}

/** W6: id and version from a body, an ETag or a Location, relative or absolute, with or without `_history`. */
function writtenFrom<T extends Resource>(answer: Answer, type: string, known?: string): Written<T> {
  const resource = referenceIn(answer.body, type) === undefined ? undefined : (answer.body as T)
  const place = placeIn(answer.headers.get('location'), type) ?? placeIn(answer.headers.get('content-location'), type)
  const reference = known ?? place?.reference ?? referenceIn(resource, type)
  const foreign = answer.bodyIs === 'foreign' && place === undefined
  if (reference === undefined || foreign) throw outcomeUnknown(answer, 'no-location')
  return {
    reference,
    versionId: versionIn(answer.headers.get('etag')) ?? place?.versionId ?? resource?.meta?.versionId,
    created: answer.status === 201,
    resource,
    request: answer.requestId,
  }
}

/** The Location is read, never followed: its host does not matter (L26). */
function placeIn(
  location: string | null | undefined,
  type: string,
): { reference: string; versionId?: string } | undefined {
  const found = /(?:^|\/)([A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/([A-Za-z0-9.-]{1,64}))?\/?$/.exec(
    location ?? '',
  )
  if (!found || found[1] !== type) return undefined
  return { reference: `${type}/${found[2]}`, ...(found[3] ? { versionId: found[3] } : {}) }
}

function referenceIn(body: object | undefined, type: string): string | undefined {
  const { resourceType, id } = (body ?? {}) as { resourceType?: string; id?: string }
  return resourceType === type && id ? `${type}/${id}` : undefined
}

const versionIn = (etag: unknown): string | undefined =>
  typeof etag === 'string' ? etag.replace(/^W\//, '').replace(/"/g, '') || undefined : undefined

const outcomeUnknown = ({ status, requestId }: Answer, reason: string): SurveillanceError =>
  new SurveillanceError('WRITE_OUTCOME_UNKNOWN', { status, request: requestId, reason })
