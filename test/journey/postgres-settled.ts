import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Database } from '#server/store/database.ts'

/** Waits until nothing is open in a store that stays so for a moment: every arrival ended, every write answered. */
export async function settled(db: Kysely<Database>, withinMs: number): Promise<void> {
  const until = performance.now() + withinMs
  for (let calm = 0; calm < 3; calm = (await openIn(db)) === 0 ? calm + 1 : 0) {
    if (performance.now() > until) throw new Error(`${await openIn(db)} arrivals or writes are still open.`)
    await pause(150)
  }
}

/** Arrivals that have not ended and writes without an answer. */
async function openIn(db: Kysely<Database>): Promise<number> {
  const arrivals = await db
    .selectFrom('arrival')
    .select((row) => row.fn.countAll<number>().as('n'))
    .where('state', '<>', 'ended')
    .executeTakeFirstOrThrow()
  const writes = await db
    .selectFrom('publication')
    .select((row) => row.fn.countAll<number>().as('n'))
    .where('state', 'in', ['planned', 'sent', 'unknown'])
    .executeTakeFirstOrThrow()
  return Number(arrivals.n) + Number(writes.n)
}
