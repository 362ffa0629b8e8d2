import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { SurveillanceError } from '#server/errors.ts'
import * as first from './migrations/0001-first.ts'

/** Forward only: a new file for each change, never an edit of an old one. */
const migrations = { '0001-first': first }

/** Brings the schema to today's shape. Throws STORE_UNREACHABLE with the name of the step that failed. */
export async function migrate(db: Kysely<never>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error, results } = await migrator.migrateToLatest()
  if (!error) return
  const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'unknown'
  throw new SurveillanceError('STORE_UNREACHABLE', { migration: failed }, { cause: error })
}
