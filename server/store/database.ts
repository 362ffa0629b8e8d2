import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import pg from 'pg'
import { type Db, fromPglite } from 'pg-boss'
import { SurveillanceError } from '#server/errors.ts'
import { migrate } from './migrations.ts'
import type { Database } from './tables.ts'

export type { Database } from './tables.ts'

/** An open store: the tables, and how the queue reaches the same database. */
export interface Store {
  readonly kind: 'pglite' | 'postgres'
  readonly db: Kysely<Database>
  readonly queue: { readonly db: Db; readonly backend: 'pglite' } | { readonly connectionString: string }
  close(): Promise<void>
}

export interface StoreSettings {
  /** `postgres://…` of Postgres or a relative of it; absent: PGlite in the data folder. Never a fall-back. */
  readonly databaseUrl?: string | undefined
  readonly dataFolder: string
}

// bigint columns hold row numbers well below 2^53: read them as numbers on both engines.
const INT8 = 20
pg.types.setTypeParser(INT8, Number)

/** Opens and migrates the store. Throws STORE_UNREACHABLE when the database named by the settings does not answer, STORE_DAMAGED for a folder that cannot be opened. */
export async function openStore(settings: StoreSettings): Promise<Store> {
  const store = settings.databaseUrl ? await openPostgres(settings.databaseUrl) : await openPglite(settings.dataFolder)
  await migrate(store.db as unknown as Kysely<never>)
  return store
}

async function openPglite(dataFolder: string): Promise<Store> {
  const folder = join(dataFolder, 'store')
  await mkdir(folder, { recursive: true })
  const pglite = await PGlite.create({ dataDir: folder, parsers: { [INT8]: Number } }).catch((cause: unknown) => {
    throw new SurveillanceError('STORE_DAMAGED', { setting: 'DATA_FOLDER' }, { cause })
  })
  return pgliteStore(pglite)
}

/** A store that lives in memory, for tests and for commands that need none of it later. */
export async function openMemoryStore(): Promise<Store> {
  const store = pgliteStore(await PGlite.create({ parsers: { [INT8]: Number } }))
  await migrate(store.db as unknown as Kysely<never>)
  return store
}

function pgliteStore(pglite: PGlite): Store {
  const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) })
  return { kind: 'pglite', db, queue: { db: fromPglite(pglite), backend: 'pglite' }, close: () => pglite.close() }
}

async function openPostgres(databaseUrl: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, connectionTimeoutMillis: 5_000 })
  // An idle connection that breaks is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => undefined)
  await pool.query('select 1').catch(async (cause: unknown) => {
    await pool.end()
    throw new SurveillanceError('STORE_UNREACHABLE', { setting: 'DATABASE_URL' }, { cause })
  })
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  return { kind: 'postgres', db, queue: { connectionString: databaseUrl }, close: () => db.destroy() }
}
