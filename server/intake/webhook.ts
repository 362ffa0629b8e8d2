import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { failures, SurveillanceError } from '#server/errors.ts'
import type { ArrivalEvent, Inbox } from './inbox.ts'
import { type HookCall, type Notification, readNotification } from './notification.ts'
import type { NamedResource } from './reference.ts'
import { isAuthentic } from './signature.ts'
import type { Caller } from './subscription-book.ts'
import { isWatched } from './watched.ts'

/** What became of a call, for the counters of monitoring. */
type HookCount = 'event' | 'handshake' | 'heartbeat' | 'forged' | 'unknown' | 'ours' | 'not-watched' | 'failed'

export interface Webhook {
  readonly inbox: Inbox
  /** the subscriptions that may call for a site now; none for an unknown site */
  readonly callers: (site: string) => Promise<readonly Caller[]>
  /** told after the arrivals are durable */
  readonly onArrival: (arrivals: readonly number[]) => void
  /** somebody with the secret called: the channel lives (S6) */
  readonly onHeard?: (site: string, secret: string, isBeat: boolean) => void
  /** something changed and the call does not say what: sweep soon */
  readonly onUnnamed?: (site: string) => void
  readonly count?: (what: HookCount, site: string) => void
  /** largest call, in bytes; a larger one is answered 413 and found by the sweep */
  readonly bodyLimit?: number
}

interface HookParams {
  readonly site: string
  readonly type?: string
  readonly id?: string
}

/** Medplum sends the whole resource, attachments included; 25 MB of them are 34 MB in base64. The sandbox takes 40 MB. */
const BODY_LIMIT = 48 * 1024 * 1024

/** `/hooks/:site` and `/hooks/:site/:type/:id`: authentic bytes become durable arrivals, then 204 (S1 to S7). */
export function webhookRoutes(webhook: Webhook): FastifyPluginAsync {
  return async (app) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    app.setErrorHandler((error, request, reply) => refuse(webhook, error, request, reply))
    const answer = (request: FastifyRequest<{ Params: HookParams }>, reply: FastifyReply) =>
      receive(webhook, request, reply)
    for (const url of ['/hooks/:site', '/hooks/:site/:type/:id'])
      app.route({ method: ['POST', 'PUT', 'DELETE'], url, bodyLimit: webhook.bodyLimit ?? BODY_LIMIT, handler: answer })
  }
}

async function receive(
  webhook: Webhook,
  request: FastifyRequest<{ Params: HookParams }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { site } = request.params
  const call = callOf(request)
  const callers = await webhook.callers(site)
  const [caller] = callers.filter(({ secret }) => isAuthentic(call.raw, call.headers, [secret]))
  if (!caller) throw new SurveillanceError('NOTIFICATION_FORGED')
  const notification = greeted(readNotification(call), caller)
  webhook.onHeard?.(site, caller.secret, notification.kind === 'heartbeat')
  await follow(webhook, site, notification)
  return reply.code(204).send()
}

/** S6: the first empty call of a Subscription that was not seen active yet shakes hands. */
const greeted = (told: Notification, { state }: Caller): Notification =>
  told.kind === 'heartbeat' && ['planned', 'requested'].includes(state) ? { kind: 'handshake' } : told

function callOf({ method, params, headers, body }: FastifyRequest<{ Params: HookParams }>): HookCall {
  const path = params.type === undefined ? undefined : `${params.type}/${params.id ?? ''}`
  const raw = Buffer.isBuffer(body) ? body : Buffer.alloc(0)
  return { method: method as HookCall['method'], path, headers, raw }
}

async function follow(
  { inbox, onArrival, onUnnamed, count }: Webhook,
  site: string,
  told: Notification,
): Promise<void> {
  count?.(told.kind, site)
  if (told.kind !== 'event') return
  for (let n = 0; n < told.ours; n += 1) count?.('ours', site)
  if (told.references.length === 0 && told.ours === 0) onUnnamed?.(site)
  const watched = told.references.filter(({ type }) => isWatched(type))
  for (let n = watched.length; n < told.references.length; n += 1) count?.('not-watched', site)
  const added = await inbox.receive(watched.map((reference) => arrivalOf(site, reference)))
  if (added.length > 0) onArrival(added)
}

const arrivalOf = (site: string, { type, id, versionId, deleted, patient }: NamedResource): ArrivalEvent => ({
  site,
  type,
  id,
  versionId: deleted ? '' : (versionId ?? ''),
  reason: deleted ? 'deleted' : 'notification',
  ...(patient && !deleted ? { patient } : {}),
})

/** 401 and 400 say that sending again is useless; everything else is a 5xx, so that the sender tries again. */
function refuse({ count }: Webhook, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { site } = request.params as HookParams
  const status = statusOf(error)
  count?.(status === 401 ? 'forged' : status < 500 ? 'unknown' : 'failed', site)
  const known = error instanceof SurveillanceError ? error.code : 'NOTIFICATION_UNKNOWN'
  const code = status >= 500 ? 'STORE_UNREACHABLE' : known
  return reply.code(status).send({ code, text: failures[code].text })
}

function statusOf(error: unknown): number {
  if (error instanceof SurveillanceError) return error.status
  const { statusCode } = error as { statusCode?: number }
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? statusCode : 503
}
