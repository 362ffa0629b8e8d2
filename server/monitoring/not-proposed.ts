import { type Kysely, sql } from 'kysely'
import type { Database } from '#server/store/database.ts'

/**
 * How often claims and results were weighed and not proposed, by reason: the sum over the last assessment of each patient,
 * so that a chart that is read again counts once. With `run`, only the patients whom its arrivals were about.
 */
export async function notProposedIn(db: Kysely<Database>, run?: number): Promise<Readonly<Record<string, number>>> {
  const ofRun = sql`and exists (
    select from arrival where arrival.site = membership.site and arrival.patient = membership.patient
    and arrival.run_id = ${run ?? null})`
  const { rows } = await sql<{ reason: string; n: string }>`
    select reason, sum(n::int) as n from membership, jsonb_each_text(not_proposed) as refused (reason, n)
    where not_proposed is not null ${run === undefined ? sql`` : ofRun}
    group by reason order by reason`.execute(db)
  return Object.fromEntries(rows.map(({ reason, n }) => [reason, Number(n)]))
}
