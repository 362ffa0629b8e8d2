import { type Kysely, sql } from 'kysely'
import type { Database } from '#server/store/database.ts'

/** One reason to look at one resource again. */
export interface ArrivalEvent {
  readonly site: string
  readonly type: string
  readonly id: string
  /** '' when nobody said; the resource as it is then read counts */
  readonly versionId: string
  readonly reason: 'notification' | 'sweep' | 'cohort' | 'deleted' | 'reopened'
  /** `Patient/ID` when it is known already */
  readonly patient?: string
}

/** Arrivals are durable here before anybody is told that they came (S4). */
export interface Inbox {
  /** The ids of the arrivals that are now waiting because of this call; an event that is already known adds none (S7). */
  receive(events: readonly ArrivalEvent[]): Promise<readonly number[]>
}

/** Postgres takes at most 65,535 parameters in one statement. */
const ROWS_AT_ONCE = 500

export function inboxOf(db: Kysely<Database>, now: () => Date): Inbox {
  return {
    receive: async (events) => {
      const added: number[] = []
      const distinct = [...new Map(events.map((event) => [keyOf(event), event])).values()]
      for (let at = 0; at < distinct.length; at += ROWS_AT_ONCE)
        added.push(...(await store(db, distinct.slice(at, at + ROWS_AT_ONCE), now())))
      return added
    },
  }
}

const keyOf = ({ site, type, id, versionId, reason }: ArrivalEvent): string =>
  [site, type, id, versionId, isNews(reason) ? 'news' : reason].join(' ')

/** The same version told by a notification and found by a sweep is one piece of news. */
const isNews = (reason: ArrivalEvent['reason']): boolean => reason === 'notification' || reason === 'sweep'

/** One insert is one commit. Two processes that tell the same news in the same millisecond may add it twice: it is then read twice. */
async function store(db: Kysely<Database>, events: readonly ArrivalEvent[], at: Date): Promise<readonly number[]> {
  const known = await knownNews(db, events)
  const open = await openVersions(db, events)
  const fresh = events.filter((event) =>
    isNews(event.reason)
      ? event.versionId === '' || !known.has(keyOf(event))
      : event.reason !== 'cohort' || !open.has(versionOf(event)),
  )
  if (fresh.length === 0) return []
  const again = { state: 'waiting', ending: null, why: null, ended_at: null, lease_until: null, attempts: 0 } as const
  const rows = await db
    .insertInto('arrival')
    .values(fresh.map((event) => rowOf(event, at)))
    .onConflict((conflict) =>
      conflict
        .columns(['site', 'resource_type', 'resource_id', 'version_id', 'reason'])
        .doUpdateSet({ ...again, received_at: at, not_before: at })
        .where(mayComeAgain),
    )
    .returning('id')
    .execute()
  return rows.map(({ id }) => Number(id))
}

/**
 * A named version comes once. A call without version, a deletion, an entry into the cohort and a re-opening may come again
 * when the earlier one has ended; while it is being read, news from outside waits for one more reading, but an entry into the
 * cohort does not: the reading itself may be what makes it, and would then never end. What failed (an EHR that was away for
 * hours) comes again with the next sweep, or nobody would read it any more (S15).
 */
const mayComeAgain = sql<boolean>`
  (arrival.state = 'ended' and (arrival.version_id = '' or arrival.reason in ('deleted', 'cohort', 'reopened') or arrival.ending = 'failed'))
  or (arrival.state = 'reading' and arrival.reason <> 'cohort' and (arrival.version_id = '' or arrival.reason in ('deleted', 'reopened')))`

const rowOf = (event: ArrivalEvent, at: Date) => ({
  site: event.site,
  resource_type: event.type,
  resource_id: event.id,
  version_id: event.versionId,
  reason: event.reason,
  patient: event.patient ?? null,
  received_at: at,
  not_before: at,
})

const versionOf = ({ site, type, id, versionId }: Omit<ArrivalEvent, 'reason'>): string =>
  [site, type, id, versionId].join(' ')

/** An entry into the cohort need not tell what waits already: it is read after the entry, under the same patient's lease. */
async function openVersions(db: Kysely<Database>, events: readonly ArrivalEvent[]): Promise<ReadonlySet<string>> {
  const entries = events.filter(({ reason }) => reason === 'cohort')
  if (entries.length === 0) return new Set()
  const rows = await db
    .selectFrom('arrival')
    .select(['site', 'resource_type', 'resource_id', 'version_id'])
    .where('state', '<>', 'ended')
    .where('resource_id', 'in', [...new Set(entries.map(({ id }) => id))])
    .execute()
  return new Set(
    rows.map(({ site, resource_type: type, resource_id: id, version_id: versionId }) =>
      versionOf({ site, type, id, versionId }),
    ),
  )
}

async function knownNews(db: Kysely<Database>, events: readonly ArrivalEvent[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('arrival')
    .select(['site', 'resource_type', 'resource_id', 'version_id', 'reason'])
    .where('site', 'in', [...new Set(events.map(({ site }) => site))])
    .where('resource_type', 'in', [...new Set(events.map(({ type }) => type))])
    .where('reason', 'in', ['notification', 'sweep'])
    .where((arrival) => arrival.or([arrival('ending', 'is', null), arrival('ending', '<>', 'failed')]))
    .where('resource_id', 'in', [...new Set(events.map(({ id }) => id))])
    .execute()
  return new Set(
    rows.map(({ site, resource_type: type, resource_id: id, version_id: versionId, reason }) =>
      keyOf({ site, type, id, versionId, reason }),
    ),
  )
}
