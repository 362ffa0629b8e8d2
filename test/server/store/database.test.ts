import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '#server/store/database.ts'

test('what was stored in the data folder is there after a restart', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'irae-store-'))
  const before = await openStore({ dataFolder })
  await before.db
    .insertInto('kept')
    .values({ name: 'greeting', value: JSON.stringify({ words: 'kept' }) })
    .execute()
  await before.close()

  const after = await openStore({ dataFolder })
  const row = await after.db.selectFrom('kept').selectAll().where('name', '=', 'greeting').executeTakeFirstOrThrow()
  expect(row.value).toEqual({ words: 'kept' })
  await after.close()
  await rm(dataFolder, { recursive: true })
}, 30_000)

test('a DATABASE_URL that does not answer is an error, never a silent fall-back to the data folder', async () => {
  const settings = { databaseUrl: 'postgres://nobody@127.0.0.1:1/none', dataFolder: tmpdir() }
  await expect(openStore(settings)).rejects.toMatchObject({
    code: 'STORE_UNREACHABLE',
    about: { setting: 'DATABASE_URL' },
  })
})
