import { type Kysely, sql } from 'kysely'
import type { Database } from '#server/store/database.ts'
import { notProposedIn } from './not-proposed.ts'

/** How far the arrivals of one run came, and what it cost. The embedded reader uses no tokens and no money. */
export interface Funnel {
  readonly arrivals: number
  readonly inCohort: number
  readonly unreadable: number
  readonly failed: number
  readonly read: number
  readonly claims: number
  /** findings that rest on a note or result which the run named */
  readonly supported: number
  /** claims and results of its patients that were weighed and not proposed, by reason */
  readonly notProposed: Readonly<Record<string, number>>
  readonly published: number
  /** of the supported ones, those that a clinician had confirmed or changed when the run's last arrival ended */
  readonly signed: number
  readonly tokens: number
  readonly costUsd: number
  /** from the start of the run to the end of its last arrival */
  readonly durationMs: number
}

/** Completes the reports of runs whose arrivals have all ended; answers with the number of runs completed. */
export async function completeRuns(db: Kysely<Database>, site: string): Promise<number> {
  const open = await db
    .selectFrom('run')
    .select(['id', 'started_at', 'ended_at', 'report'])
    .where('site', '=', site)
    .where(sql<boolean>`not report ? 'funnel'`)
    .orderBy('id')
    .execute()
  let completed = 0
  for (const run of open) {
    const funnel = await funnelOf(db, run.id, run.started_at, run.ended_at ?? run.started_at)
    if (!funnel) continue
    const report = JSON.stringify({ ...run.report, funnel })
    await db.updateTable('run').set({ report }).where('id', '=', run.id).execute()
    completed += 1
  }
  return completed
}

async function funnelOf(
  db: Kysely<Database>,
  run: number,
  startedAt: Date,
  sweptAt: Date,
): Promise<Funnel | undefined> {
  const rows = await db
    .selectFrom('arrival')
    .select((row) => ['state', 'ending', row.fn.countAll<number>().as('n'), row.fn.max('ended_at').as('last')])
    .where('run_id', '=', run)
    .groupBy(['state', 'ending'])
    .execute()
  if (rows.some(({ state }) => state !== 'ended')) return undefined
  const of = (...endings: string[]) =>
    rows.filter(({ ending }) => endings.includes(ending ?? '')).reduce((sum, { n }) => sum + Number(n), 0)
  const all = rows.reduce((sum, { n }) => sum + Number(n), 0)
  const last = Math.max(sweptAt.getTime(), ...rows.map((row) => (row.last ? new Date(row.last).getTime() : 0)))
  return {
    arrivals: all,
    inCohort: all - of('not-in-cohort', 'no-news'),
    unreadable: of('unreadable'),
    failed: of('failed'),
    published: of('published'),
    ...(await claimsOf(db, run)),
    ...(await supportedOf(db, run)),
    notProposed: await notProposedIn(db, run),
    tokens: 0,
    costUsd: 0,
    durationMs: last - startedAt.getTime(),
  }
}

/** The notes that the run's arrivals named, and the claims that were made of them. */
async function claimsOf(db: Kysely<Database>, run: number): Promise<{ read: number; claims: number }> {
  const row = await db
    .selectFrom('arrival')
    .innerJoin('note', (join) =>
      join
        .onRef('note.site', '=', 'arrival.site')
        .on('note.source', '=', sql<string>`arrival.resource_type || '/' || arrival.resource_id`),
    )
    .select((query) => [
      query.fn.countAll<number>().as('read'),
      sql<number>`coalesce(sum(jsonb_array_length(note.reading -> 'claims')), 0)`.as('claims'),
    ])
    .where('arrival.run_id', '=', run)
    .where('note.readable', '=', true)
    .executeTakeFirstOrThrow()
  return { read: Number(row.read), claims: Number(row.claims) }
}

async function supportedOf(db: Kysely<Database>, run: number): Promise<{ supported: number; signed: number }> {
  const evidence = sql`(select q ->> 'source' as reference from jsonb_array_elements(finding -> 'proposal' -> 'quotes') q
    union all select l ->> 'reference' from jsonb_array_elements(finding -> 'proposal' -> 'laboratory') l)`
  const { rows } = await sql<{ supported: string; signed: string }>`
    select count(*) as supported, count(*) filter (where review in ('confirmed', 'changed')) as signed from finding
    where exists (select from ${evidence} as evidence join arrival
      on arrival.run_id = ${run} and arrival.site = finding.site
      and evidence.reference = arrival.resource_type || '/' || arrival.resource_id)`.execute(db)
  return { supported: Number(rows[0]?.supported ?? 0), signed: Number(rows[0]?.signed ?? 0) }
}
