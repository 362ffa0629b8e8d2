import type { Kysely, Transaction } from 'kysely'
import type { Database } from './database.ts'

type Tables = Kysely<Database> | Transaction<Database>

const PREFIX = 'ehr-capability:'

/** Keeps what was missing at the last first contact with an EHR; every process that writes or shows looks here. */
export async function keepMissing(db: Tables, site: string, missing: readonly string[]): Promise<void> {
  const value = JSON.stringify({ missing })
  const insert = db.insertInto('kept').values({ name: `${PREFIX}${site}`, value })
  await insert.onConflict((conflict) => conflict.column('name').doUpdateSet({ value })).execute()
}

/** What this EHR lacks for writing; empty when nothing is known to be missing. */
export async function missingAt(db: Tables, site: string): Promise<readonly string[]> {
  const query = db.selectFrom('kept').select('value').where('name', '=', `${PREFIX}${site}`)
  return listOf((await query.executeTakeFirst())?.value)
}

/** The same for every EHR that was met, by its short name. */
export async function missingByEhr(db: Tables): Promise<Readonly<Record<string, readonly string[]>>> {
  const rows = await db.selectFrom('kept').select(['name', 'value']).where('name', 'like', `${PREFIX}%`).execute()
  return Object.fromEntries(rows.map(({ name, value }) => [name.slice(PREFIX.length), listOf(value)]))
}

function listOf(value: unknown): readonly string[] {
  const { missing } = (value ?? {}) as { missing?: unknown }
  return Array.isArray(missing) ? missing.map(String) : []
}
