import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import type { Act } from '#server/audit/audit-event.ts'
import { headFile } from '#server/audit/head-file.ts'
import { canonical, type HeadKeeper, type Ledger, openLedger } from '#server/audit/ledger.ts'
import { testStore } from '../store/test-database.ts'

const store = testStore()
const now = () => new Date('2026-03-01T09:00:00Z')
const act = (n: number): Act => ({
  action: 'read',
  subtype: 'note-read',
  outcome: 'success',
  who: 'Device/irae-agent',
  patient: 'Patient/p1',
  about: [`DocumentReference/n${n}/_history/1`],
  detail: { reader: 'embedded 1' },
})
let keeper: HeadKeeper
let ledger: Ledger

beforeEach(async () => {
  keeper = headFile(join(mkdtempSync(join(tmpdir(), 'irae-head-')), 'audit-head.json'))
  ledger = openLedger(store.current.db, keeper, now)
  for (let n = 1; n <= 5; n++) await ledger.record([act(n)])
})

test('A1: an untouched ledger is intact and counts its entries', async () => {
  expect(await ledger.verify()).toMatchObject({ intact: true, entries: 5 })
})

test('A1: a value changed by SQL is found at its row', async () => {
  await sql`update audit_entry set event = jsonb_set(event, '{outcome}', '"4"') where seq = 3`.execute(store.current.db)
  expect(await ledger.verify()).toEqual({ intact: false, entries: 2, at: 3, why: 'row-changed' })
})

test('A1: a middle row that was removed is found', async () => {
  await store.current.db.deleteFrom('audit_entry').where('seq', '=', 3).execute()
  expect(await ledger.verify()).toEqual({ intact: false, entries: 2, at: 3, why: 'row-missing' })
})

test('A1: cutting off the last rows is found by the head in the database', async () => {
  await store.current.db.deleteFrom('audit_entry').where('seq', '>', 3).execute()
  expect(await ledger.verify()).toEqual({ intact: false, entries: 3, at: 4, why: 'rows-cut-off' })
})

test('A1: cutting off the last rows is found by the head kept outside even when the head in the database was set back', async () => {
  await store.current.db.deleteFrom('audit_entry').where('seq', '>', 3).execute()
  const last = await store.current.db
    .selectFrom('audit_entry')
    .selectAll()
    .where('seq', '=', 3)
    .executeTakeFirstOrThrow()
  await store.current.db.updateTable('audit_head').set({ seq: 3, hash: last.hash }).execute()
  expect(await ledger.verify()).toEqual({ intact: false, entries: 3, at: 4, why: 'rows-cut-off' })
})

test('A1: what was cut off is reported for ever, however many entries come after it and whoever opens the ledger again', async () => {
  const { db } = store.current
  const third = await db.selectFrom('audit_entry').selectAll().where('seq', '=', 3).executeTakeFirstOrThrow()
  await db.deleteFrom('audit_entry').where('seq', '>', 3).execute()
  await db.updateTable('audit_head').set({ seq: 3, hash: third.hash }).execute()
  const breaches: number[] = []
  const reopened = openLedger(db, keeper, now, ({ seq }) => void breaches.push(seq))
  await reopened.anchor()
  for (let n = 20; n <= 25; n++) await reopened.record([act(n)])
  await reopened.anchor()
  expect(await reopened.verify()).toEqual({ intact: false, entries: 4, at: 5, why: 'rows-replaced' })
  expect({ kept: keeper.kept()?.seq, breaches }).toEqual({ kept: 5, breaches: [5] })
})

test('a ledger that was rewritten from a row on with fresh hashes differs from the head kept outside', async () => {
  await store.current.db.deleteFrom('audit_entry').execute()
  await store.current.db.deleteFrom('audit_head').execute()
  const forged = openLedger(store.current.db, { keep: () => undefined, kept: () => undefined }, now)
  for (let n = 11; n <= 15; n++) await forged.record([act(n)])
  expect(await ledger.verify()).toMatchObject({ intact: false })
})

test('acts recorded at the same time stand one after the other', async () => {
  await Promise.all([6, 7, 8, 9].map((n) => ledger.record([act(n), act(n + 100)])))
  expect(await ledger.verify()).toMatchObject({ intact: true, entries: 13 })
})

test('an act and what it tells of are stored together or not at all', async () => {
  const attempt = store.current.db.transaction().execute(async (transaction) => {
    await ledger.record([act(6)], transaction)
    throw new Error('the rest of the work failed')
  })
  await expect(attempt).rejects.toThrow()
  await ledger.anchor()
  expect(await ledger.verify()).toMatchObject({ intact: true, entries: 5 })
})

test('the hash does not depend on the order of keys, which jsonb does not keep', () => {
  expect(canonical({ b: 1, a: [{ d: 1, c: undefined }] })).toBe(canonical({ a: [{ d: 1 }], b: 1 }))
})
