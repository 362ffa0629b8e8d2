import type { Kysely } from 'kysely'
import type { Database } from './database.ts'

/** One text under a name in the store, such as our own signing keys. */
export function keptText(db: Kysely<Database>, name: string) {
  return {
    load: async (): Promise<string | undefined> => {
      const row = await db.selectFrom('kept').select('value').where('name', '=', name).executeTakeFirst()
      return typeof row?.value.text === 'string' ? row.value.text : undefined
    },
    /** Keeps the text unless there is one already, and answers with the one that stands: several processes may begin at once. */
    begin: async (text: string): Promise<string> => {
      const insert = db.insertInto('kept').values({ name, value: JSON.stringify({ text }) })
      await insert.onConflict((conflict) => conflict.doNothing()).execute()
      const row = await db.selectFrom('kept').select('value').where('name', '=', name).executeTakeFirstOrThrow()
      return typeof row.value.text === 'string' ? row.value.text : text
    },
    save: async (text: string): Promise<void> => {
      const value = JSON.stringify({ text })
      const insert = db.insertInto('kept').values({ name, value })
      await insert.onConflict((conflict) => conflict.column('name').doUpdateSet({ value })).execute()
    },
  }
}
