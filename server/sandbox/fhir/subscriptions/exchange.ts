import type { Bundle, Subscription } from '@medplum/fhirtypes'
import { intervalFromDate } from '#server/sandbox/fhir/instants.ts'
import { type Change, FhirRefusal, type Repository } from '#server/sandbox/repository.ts'
import type { Notice } from './delivery.ts'
import { type Line, openLine, type Patience } from './line.ts'

export interface ExchangeOptions extends Partial<Patience> {
  readonly repository: Repository
  readonly now: () => Date
  /** an empty POST to every active subscriber; 60 s unless set, 0 = none */
  readonly heartbeatMs?: number
}

export interface Exchange {
  /** notices that are not delivered yet, over all subscriptions */
  waiting(): number
  /** Stops sending and waits until nothing is on its way. */
  stop(): Promise<void>
}

/** 78 s in all, from the sixth pause on every 5 s: a subscriber that restarts hears soon, one that is gone is given up. */
const RETRY_AFTER_MS = [250, 500, 1000, 2000, 4000, ...Array<number>(14).fill(5000)]
const TIMEOUT_MS = 10_000
const HEARTBEAT_MS = 60_000

type Held = Subscription & { id: string }

interface Served {
  readonly subscription: Held
  readonly line: Line
}

interface Room {
  readonly repository: Repository
  readonly now: () => Date
  readonly patience: Patience
  readonly served: Map<string, Served>
}

/**
 * Serves the R4 rest-hook Subscriptions of a repository: shakes hands with those that are `requested`, tells the active
 * ones of every change that meets their criteria, in order, and sets those that cannot be reached to `error`.
 */
export function openExchange(options: ExchangeOptions): Exchange {
  const { repository, now, retryAfterMs = RETRY_AFTER_MS, timeoutMs = TIMEOUT_MS, heartbeatMs = HEARTBEAT_MS } = options
  const room: Room = { repository, now, patience: { retryAfterMs, timeoutMs }, served: new Map() }
  let isStopped = false
  repository.onChange((change) => {
    if (!isStopped) heard(room, change)
  })
  for (const subscription of storedSubscriptions(repository)) serve(room, subscription)
  const beating = heartbeatMs > 0 ? setInterval(() => beat(room), heartbeatMs).unref() : undefined
  return {
    waiting: () => [...room.served.values()].reduce((sum, { line }) => sum + line.waiting().length, 0),
    stop: async () => {
      isStopped = true
      clearInterval(beating)
      await Promise.all([...room.served.keys()].map((id) => drop(room, id)))
    },
  }
}

function heard(room: Room, change: Change): void {
  expire(room)
  const { resource, interaction } = change
  if (resource.resourceType === 'Subscription' && interaction === 'delete') drop(room, resource.id)
  if (resource.resourceType === 'Subscription' && interaction !== 'delete') serve(room, resource)
  for (const { subscription, line } of room.served.values()) {
    if (concerns(room.repository, subscription, change)) line.send(noticeOf(subscription, change))
  }
}

function serve(room: Room, subscription: Held): void {
  const { id, status } = subscription
  const before = room.served.get(id)
  if (status === 'active' && isSameService(before?.subscription, subscription)) return
  const waiting = before?.line.waiting() ?? []
  drop(room, id)
  if (status !== 'requested' && status !== 'active') return
  const line = openLine(subscription, room.patience, {
    whenOpen: () => marked(room.repository, id, 'active'),
    whenBroken: (why, undelivered) => {
      drop(room, id)
      marked(room.repository, id, 'error', `${why} Not delivered: ${undelivered}.`)
    },
  })
  room.served.set(id, { subscription, line })
  for (const notice of waiting) line.send(notice)
}

function drop(room: Room, id: string): Promise<void> | undefined {
  const ending = room.served.get(id)?.line.end()
  room.served.delete(id)
  return ending
}

/** R4: a subscription ends by itself at its `end`. */
function expire(room: Room): void {
  for (const { subscription } of [...room.served.values()]) {
    if (!hasEnded(subscription, room.now())) continue
    drop(room, subscription.id)
    marked(room.repository, subscription.id, 'off')
  }
}

function beat(room: Room): void {
  expire(room)
  for (const { line } of room.served.values()) if (line.waiting().length === 0) line.send(HEARTBEAT)
}

/** Our own step from `requested` to `active` changes nothing about how a subscription is served. */
function isSameService(one: Held | undefined, other: Held): boolean {
  const service = ({ criteria, channel, end, extension }: Held) => JSON.stringify([criteria, channel, end, extension])
  return one !== undefined && service(one) === service(other)
}

/** A deleted resource is in no index any more, so a deletion is told to all who listen to its type. */
function concerns(repository: Repository, { criteria }: Held, { resource, interaction }: Change): boolean {
  if (criteria.split('?')[0] !== resource.resourceType) return false
  return interaction === 'delete' || repository.matches(resource.resourceType, resource.id, criteria)
}

/** Empty bodies say: still here (S6), or, to subscribers without a payload: something changed. */
const HEARTBEAT: Notice = { body: '', headers: {} }

/** S1, S10: the resource as it was written; a deletion as Medplum tells it. Without a payload the body stays empty. */
function noticeOf({ channel }: Held, { resource, interaction }: Change): Notice {
  if (interaction !== 'delete')
    return channel.payload === undefined ? HEARTBEAT : { body: JSON.stringify(resource), headers: {} }
  return { body: '{}', headers: { 'X-Medplum-Deleted-Resource': `${resource.resourceType}/${resource.id}` } }
}

function hasEnded({ end }: Subscription, now: Date): boolean {
  const last = end === undefined ? undefined : intervalFromDate(end)
  return last !== undefined && last.high < now.getTime()
}

function marked(repository: Repository, id: string, status: Subscription['status'], error?: string): void {
  try {
    const { error: _, ...current } = repository.read<Subscription>('Subscription', id)
    repository.update<Subscription>({ ...current, status, ...(error === undefined ? {} : { error }) })
  } catch (refused) {
    if (!(refused instanceof FhirRefusal)) throw refused
  }
}

function storedSubscriptions(repository: Repository): Held[] {
  const found = (bundle: Bundle) => (bundle.entry ?? []).flatMap(({ resource }) => resource ?? [])
  const first = repository.search('Subscription', 'status=requested,active&_count=500', '')
  return found(first).filter((resource): resource is Held => resource.resourceType === 'Subscription')
}
