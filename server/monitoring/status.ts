import type { Kysely } from 'kysely'
import type { Database } from '#server/store/database.ts'

/** What an operator wants to know at a glance; counts and times only. */
export interface Status {
  readonly arrivals: Readonly<Record<string, number>>
  readonly oldestWaitingAt: string | null
  readonly findings: Readonly<Record<string, number>>
  readonly publications: Readonly<Record<string, number>>
  readonly notes: { readonly read: number; readonly unread: number }
  readonly watched: number
  readonly lastSweep: { readonly startedAt: string; readonly report: unknown } | null
}

/** Counts by state and the oldest arrival that still waits. */
export async function statusOf(db: Kysely<Database>): Promise<Status> {
  const [arrivals, oldest, findings, publications, notes, watched, run] = await Promise.all([
    db
      .selectFrom('arrival')
      .select((row) => ['state', 'ending', row.fn.countAll<number>().as('n')])
      .groupBy(['state', 'ending'])
      .execute(),
    db
      .selectFrom('arrival')
      .select((row) => row.fn.min('received_at').as('at'))
      .where('state', '<>', 'ended')
      .executeTakeFirst(),
    db
      .selectFrom('finding')
      .select((row) => ['review', row.fn.countAll<number>().as('n')])
      .groupBy('review')
      .execute(),
    db
      .selectFrom('publication')
      .select((row) => ['state', row.fn.countAll<number>().as('n')])
      .groupBy('state')
      .execute(),
    db
      .selectFrom('note')
      .select((row) => ['readable', row.fn.countAll<number>().as('n')])
      .groupBy('readable')
      .execute(),
    db
      .selectFrom('membership')
      .select((row) => row.fn.countAll<number>().as('n'))
      .where('in_cohort', '=', true)
      .executeTakeFirst(),
    db.selectFrom('run').select(['started_at', 'report']).orderBy('started_at', 'desc').executeTakeFirst(),
  ])
  const count = (readable: boolean) => Number(notes.find((row) => row.readable === readable)?.n ?? 0)
  return {
    arrivals: counted(arrivals.map(({ state, ending, n }) => [ending ?? state, n])),
    oldestWaitingAt: oldest?.at ? new Date(oldest.at).toISOString() : null,
    findings: counted(findings.map(({ review, n }) => [review, n])),
    publications: counted(publications.map(({ state, n }) => [state, n])),
    notes: { read: count(true), unread: count(false) },
    watched: Number(watched?.n ?? 0),
    lastSweep: run ? { startedAt: new Date(run.started_at).toISOString(), report: run.report } : null,
  }
}

const counted = (rows: readonly (readonly [string, number])[]): Readonly<Record<string, number>> =>
  Object.fromEntries(rows.map(([name, n]) => [name, Number(n)]))
