import type { Resource } from '@medplum/fhirtypes'
import { z } from 'zod'
import { SurveillanceError } from '#server/errors.ts'
import type { Notification } from './notification.ts'
import { type NamedResource, namedBy, namedIn } from './reference.ts'
import { saidOf } from './said.ts'
import { isForeign } from './watched.ts'

const Referring = z.object({ reference: z.string() })
const Part = z.object({ name: z.string(), valueReference: Referring.optional() })

/** Backport R4: the status stands in Parameters. */
const ParametersStatus = z.object({
  resourceType: z.literal('Parameters'),
  parameter: z
    .array(
      z.object({
        name: z.string(),
        valueCode: z.string().optional(),
        valueString: z.string().optional(),
        part: z.array(Part).optional(),
      }),
    )
    .max(2000),
})

/** R4B and R5: a resource of its own. */
const StatusResource = z.object({
  resourceType: z.literal('SubscriptionStatus'),
  type: z.string(),
  notificationEvent: z
    .array(z.object({ focus: Referring.optional() }))
    .max(1000)
    .optional(),
})

const Entry = z.object({
  resource: z.looseObject({ resourceType: z.string() }).optional(),
  request: z.object({ method: z.string(), url: z.string() }).optional(),
})

const NotificationBundle = z.object({
  resourceType: z.literal('Bundle'),
  type: z.enum(['history', 'subscription-notification']),
  entry: z
    .tuple([z.object({ resource: z.discriminatedUnion('resourceType', [ParametersStatus, StatusResource]) })])
    .rest(Entry),
})
type Status = z.infer<typeof ParametersStatus> | z.infer<typeof StatusResource>

export const isNotificationBundle = (body: object): boolean => (body as Partial<Resource>).resourceType === 'Bundle'

/** S1: backport R4, R4B (athenahealth) and R5 bundles, with the whole resource, its id only, or nothing. */
export function readNotificationBundle(body: object): Notification {
  const parsed = NotificationBundle.safeParse(body)
  if (!parsed.success) throw new SurveillanceError('NOTIFICATION_UNKNOWN', { reason: 'bundle' })
  const [first, ...entries] = parsed.data.entry
  const kind = typeOf(first.resource)
  if (kind === 'handshake' || kind === 'heartbeat') return { kind }
  if (kind !== 'event-notification') throw new SurveillanceError('NOTIFICATION_UNKNOWN', { reason: 'status-type' })
  const own = entries
    .filter(({ resource }) => resource && !isForeign(resource as unknown as Resource))
    .map(namedByEntry)
  const told = [...fociOf(first.resource).map(namedIn), ...entries.map(namedByEntry)]
  const named = onePerResource(told.filter((one) => one !== undefined))
  for (const one of own) named.delete(keyOf(one))
  return { kind: 'event', references: [...named.values()], ours: own.length }
}

const keyOf = (one: NamedResource | undefined): string => `${one?.type}/${one?.id}`

/** The focus names a resource, its entry may add the version or the deletion. */
function onePerResource(told: readonly NamedResource[]): Map<string, NamedResource> {
  const named = new Map<string, NamedResource>()
  for (const one of told) named.set(keyOf(one), { ...named.get(keyOf(one)), ...one })
  return named
}

function typeOf(status: Status): string | undefined {
  if (status.resourceType === 'SubscriptionStatus') return status.type
  const type = status.parameter.find(({ name }) => name === 'type')
  return type?.valueCode ?? type?.valueString
}

function fociOf(status: Status): readonly (string | undefined)[] {
  if (status.resourceType === 'SubscriptionStatus')
    return (status.notificationEvent ?? []).map(({ focus }) => focus?.reference)
  const events = status.parameter.filter(({ name }) => name === 'notification-event')
  const foci = events.flatMap(({ part }) => part?.filter(({ name }) => name === 'focus') ?? [])
  return foci.map(({ valueReference }) => valueReference?.reference)
}

function namedByEntry({ resource, request }: z.infer<typeof Entry>): NamedResource | undefined {
  if (request?.method === 'DELETE') {
    const gone = namedIn(request.url)
    return gone && { ...gone, deleted: true }
  }
  if (!resource) return namedIn(request?.url)
  const one = namedBy(resource.resourceType, resource.id)
  return one && { ...one, ...saidOf(resource) }
}
