import { afterAll, beforeAll, beforeEach } from 'vitest'
import { type Database, openMemoryStore, type Store } from '#server/store/database.ts'

const tables = [
  'arrival',
  'note',
  'membership',
  'publication',
  'decision',
  'finding',
  'patient_lease',
  'sweep_mark',
  'run',
  'subscription',
  'audit_entry',
  'audit_head',
  'session',
  'kept',
] as const satisfies readonly (keyof Database)[]

/** One in-memory PGlite for a test file, emptied before each test. */
export function testStore(): { readonly current: Store } {
  let store: Store | undefined
  beforeAll(async () => {
    store = await openMemoryStore()
  }, 60_000)
  beforeEach(async () => {
    for (const table of tables) await store?.db.deleteFrom(table).execute()
  })
  afterAll(async () => {
    await store?.close()
  })
  return {
    get current() {
      if (!store) throw new Error('The test store is opened in beforeAll; use it inside a test.')
      return store
    },
  }
}
