import type { Kysely } from 'kysely'
import type { Database } from '#server/store/database.ts'
import type { SweepReport } from './sweep.ts'

/** The reports of the sweeps of one site, kept for the operators and for the schedule. */
export interface Runs {
  keep(report: SweepReport): Promise<void>
  /** when the last sweep began, complete or not; the schedule makes up what is missing */
  lastSweepAt(site: string): Promise<Date | undefined>
}

export function runsOf(db: Kysely<Database>): Runs {
  return {
    keep: async ({ site, startedAt, endedAt, arrivals, ...report }) => {
      const figures = JSON.stringify({ ...report, arrivals: arrivals.length })
      await db
        .insertInto('run')
        .values({ site, kind: 'sweep', started_at: startedAt, ended_at: endedAt, report: figures })
        .execute()
    },
    lastSweepAt: async (site) => {
      const row = await db
        .selectFrom('run')
        .select('started_at')
        .where('site', '=', site)
        .where('kind', '=', 'sweep')
        .orderBy('started_at', 'desc')
        .executeTakeFirst()
      return row?.started_at
    },
  }
}
