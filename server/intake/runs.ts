import { type Kysely, sql } from 'kysely'
import type { Database } from '#server/store/database.ts'
import type { SweepReport } from './sweep.ts'

/** The reports of the sweeps of one site, kept for the operators and for the schedule. */
export interface Runs {
  keep(report: SweepReport): Promise<void>
  /** when the last sweep began; the schedule makes up what is missing until one was complete */
  lastSweepAt(site: string, which: 'complete' | 'any'): Promise<Date | undefined>
}

/** Well below the parameters that Postgres takes in one statement. */
const IDS_AT_ONCE = 5_000

export function runsOf(db: Kysely<Database>): Runs {
  return {
    keep: async ({ site, startedAt, endedAt, arrivals, ...report }) => {
      const figures = JSON.stringify({ ...report, arrivals: arrivals.length })
      const { id } = await db
        .insertInto('run')
        .values({ site, kind: 'sweep', started_at: startedAt, ended_at: endedAt, report: figures })
        .returning('id')
        .executeTakeFirstOrThrow()
      for (let at = 0; at < arrivals.length; at += IDS_AT_ONCE) {
        const some = arrivals.slice(at, at + IDS_AT_ONCE)
        await db.updateTable('arrival').set({ run_id: id }).where('id', 'in', some).execute()
      }
    },
    lastSweepAt: async (site, which) => {
      const sweeps = db.selectFrom('run').select('started_at').where('site', '=', site).where('kind', '=', 'sweep')
      const wanted = which === 'any' ? sweeps : sweeps.where(sql<boolean>`report ->> 'complete' = 'true'`)
      const row = await wanted.orderBy('started_at', 'desc').executeTakeFirst()
      return row?.started_at
    },
  }
}
