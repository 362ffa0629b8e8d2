import { type Kysely, type Selectable, sql } from 'kysely'
import type { Database } from '#server/store/database.ts'
import type { ArrivalTable } from '#server/store/tables.ts'
import type { Arrival } from './charted.ts'

/** Longer than any one reading; a worker that died gives its arrival back after this. */
const LEASE = sql<Date>`now() + interval '90 seconds'`

/** Takes an arrival for this worker; undefined when it has ended, is in other hands, or waits for its next try. */
export async function takeArrival(db: Kysely<Database>, id: number): Promise<Arrival | undefined> {
  const row = await db
    .updateTable('arrival')
    .set((arrival) => ({ state: 'reading', lease_until: LEASE, attempts: arrival('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('state', '<>', 'ended')
    .where((arrival) => arrival.or([arrival('lease_until', 'is', null), arrival('lease_until', '<', sql<Date>`now()`)]))
    .returning(COLUMNS)
    .executeTakeFirst()
  return row && arrivalOf(row)
}

const COLUMNS = ['id', 'site', 'resource_type', 'resource_id', 'reason', 'received_at', 'patient', 'attempts'] as const

type ArrivalRow = Pick<Selectable<ArrivalTable>, (typeof COLUMNS)[number]>

const arrivalOf = (row: ArrivalRow): Arrival => ({
  id: row.id,
  site: row.site,
  type: row.resource_type,
  resourceId: row.resource_id,
  reason: row.reason,
  receivedAt: row.received_at,
  patient: row.patient,
  attempts: row.attempts,
})

/** Takes what else waits for a patient whose lease the caller holds; what is in other hands or delayed is left. */
export async function takeAlongside(
  db: Kysely<Database>,
  site: string,
  patient: string,
  most: number,
): Promise<readonly Arrival[]> {
  const waiting = db.selectFrom('arrival').select('id').where('site', '=', site).where('patient', '=', patient)
  const ids = waiting.where('state', '=', 'waiting').where('attempts', '=', 0).orderBy('id').limit(most)
  const rows = await db
    .updateTable('arrival')
    .set((arrival) => ({ state: 'reading', lease_until: LEASE, attempts: arrival('attempts', '+', 1) }))
    .where('id', 'in', ids)
    .where('state', '=', 'waiting')
    .returning(COLUMNS)
    .execute()
  return rows.map(arrivalOf)
}

/** The patient of an arrival, so that the panel can say "reading"; whom a notification named gives way to whom the EHR names. */
export async function tellPatient(db: Kysely<Database>, id: number, patient: string): Promise<void> {
  const update = db.updateTable('arrival').set({ patient }).where('id', '=', id)
  await update.where((row) => row.or([row('patient', 'is', null), row('reason', '=', 'notification')])).execute()
}

/** Answers whether it ended now: what another worker ended meanwhile has ended once already. */
export async function endArrival(
  db: Kysely<Database>,
  id: number,
  ending: { readonly ended: string; readonly why?: string },
  now: Date,
): Promise<boolean> {
  const columns = {
    state: 'ended',
    ending: ending.ended,
    why: ending.why ?? null,
    ended_at: now,
    lease_until: null,
  } as const
  const update = db.updateTable('arrival').set(columns).where('id', '=', id)
  const ended = await update.where('state', '=', 'reading').executeTakeFirst()
  return ended.numUpdatedRows > 0n
}

/** Back into the inbox, for the next try. What has ended meanwhile stays ended. */
export async function giveBack(db: Kysely<Database>, id: number, why: string): Promise<void> {
  const update = db.updateTable('arrival').set({ state: 'waiting', lease_until: null, why })
  await update.where('id', '=', id).where('state', '=', 'reading').execute()
}

/**
 * Arrivals nobody works on: those with a lapsed lease, and for the only process of a store (`alone`), before its workers
 * begin, all of them. Whatever was held then, arrivals and patients, was held by a process that is gone.
 */
export async function abandonedArrivals(db: Kysely<Database>, alone: boolean): Promise<readonly number[]> {
  if (alone) await freeAll(db)
  const rows = await db
    .selectFrom('arrival')
    .select('id')
    .where('state', '<>', 'ended')
    .where((arrival) => arrival.or([arrival('lease_until', 'is', null), arrival('lease_until', '<', sql<Date>`now()`)]))
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** How long a failed arrival is tried again with each sweep; what fails for a month needs a person. */
const FAILED_AGAIN = sql<Date>`now() - interval '30 days'`

/** B16: what failed is not retried at once, but with the next sweep; until it succeeds the patient is "not fully read". */
export async function reopenFailed(db: Kysely<Database>, site: string): Promise<readonly number[]> {
  const rows = await db
    .updateTable('arrival')
    .set({ state: 'waiting', ending: null, ended_at: null, attempts: 0 })
    .where('site', '=', site)
    .where('ending', '=', 'failed')
    .where('received_at', '>', FAILED_AGAIN)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

async function freeAll(db: Kysely<Database>): Promise<void> {
  const update = db.updateTable('arrival').set({ lease_until: null, state: 'waiting' })
  await update.where('state', '=', 'reading').execute()
  await db.deleteFrom('patient_lease').execute()
}
