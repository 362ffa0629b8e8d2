import type { Resource } from '@medplum/fhirtypes'
import { SurveillanceError } from '#server/errors.ts'
import { isNotificationBundle, readNotificationBundle } from './notification-bundle.ts'
import { type NamedResource, namedBy, namedIn } from './reference.ts'
import { saidOf } from './said.ts'
import type { HeaderValues } from './signature.ts'
import { isForeign } from './watched.ts'

/** What a call says. It is only a hint: the resource is read again from the configured server (S5). */
export type Notification =
  | {
      readonly kind: 'event'
      /** empty when the call does not say what changed: then the sweep has to look */
      readonly references: readonly NamedResource[]
      /** changes that this product made itself (S14), counted and not followed */
      readonly ours: number
    }
  /** an empty call at the endpoint itself is a `heartbeat` here; whether it shakes hands its Subscription says */
  | { readonly kind: 'handshake' | 'heartbeat' }

export interface HookCall {
  readonly method: 'POST' | 'PUT' | 'DELETE'
  /** what stands behind the endpoint: `Type/id`, or nothing */
  readonly path: string | undefined
  readonly headers: HeaderValues
  readonly raw: Uint8Array
}

/** Medplum says in this header what was deleted; the body is an empty object then (S10). */
const DELETED_HEADER = 'x-medplum-deleted-resource'

/**
 * S1: reads a call that has been authenticated. Our Subscriptions ask for the resource as payload, so that an empty call at
 * the endpoint tells of no change (S6). Throws NOTIFICATION_UNKNOWN for every shape that is not known.
 */
export function readNotification(call: HookCall): Notification {
  const deleted = call.headers[DELETED_HEADER]
  if (typeof deleted === 'string') return gone(deleted)
  if (call.method === 'DELETE') return gone(call.path ?? '')
  if (call.raw.byteLength === 0) return call.path === undefined ? { kind: 'heartbeat' } : event([known(call.path)])
  const body = bodyOf(call.raw)
  if (isNotificationBundle(body))
    return call.path === undefined ? readNotificationBundle(body) : unknown('bundle-at-path')
  const resource = body as Partial<Resource>
  const reference = namedBy(resource.resourceType, resource.id) ?? unknown('no-type-or-id')
  if (call.path !== undefined && call.path !== `${reference.type}/${reference.id}`) unknown('path-and-body-differ')
  if (!isForeign(body as Resource)) return { kind: 'event', references: [], ours: 1 }
  return event([{ ...reference, ...saidOf(resource) }])
}

const event = (references: readonly NamedResource[]): Notification => ({ kind: 'event', references, ours: 0 })

const gone = (reference: string): Notification => event([{ ...known(reference), deleted: true }])

const known = (reference: string): NamedResource => namedIn(reference) ?? unknown('no-reference')

function bodyOf(raw: Uint8Array): object {
  try {
    const body: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw))
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body
  } catch {
    // Broken text is as unknown as a list or a number.
  }
  return unknown('not-a-json-object')
}

function unknown(reason: string): never {
  throw new SurveillanceError('NOTIFICATION_UNKNOWN', { reason })
}
