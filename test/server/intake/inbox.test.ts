import { describe, expect, test } from 'vitest'
import { type ArrivalEvent, inboxOf } from '#server/intake/inbox.ts'
import { marksOf } from '#server/intake/marks.ts'
import { compareVersions } from '#server/intake/order.ts'
import { subscriptionBookOf } from '#server/intake/subscription-book.ts'
import { testStore } from '#test/server/store/test-database.ts'

const store = testStore()
const at = new Date('2026-06-01T05:00:00Z')
const inbox = () => inboxOf(store.current.db, () => at)
const note = (versionId: string, reason: ArrivalEvent['reason'] = 'notification', id = 'n1'): ArrivalEvent => ({
  site: 'sandbox',
  type: 'DocumentReference',
  id,
  versionId,
  reason,
})
const end = (id: number | undefined) =>
  store.current.db
    .updateTable('arrival')
    .set({ state: 'ended', ending: 'published', ended_at: at })
    .where('id', '=', id ?? 0)
    .execute()
const rows = () => store.current.db.selectFrom('arrival').selectAll().orderBy('id').execute()

test('S7: the same event delivered five times, also at once and in one call, is one arrival', async () => {
  const added = await Promise.all([1, 2, 3].map(() => inbox().receive([note('2')])))
  const more = await inbox().receive([note('2'), note('2')])
  expect([...added.flat(), ...more]).toHaveLength(1)
  expect(await rows()).toHaveLength(1)
})

test('S7: a version that a notification told of is not told again by the sweep, before or after it was read', async () => {
  const [first] = await inbox().receive([note('2')])
  expect(await inbox().receive([note('2', 'sweep')])).toEqual([])
  await end(first)
  expect(await inbox().receive([note('2', 'sweep'), note('2')])).toEqual([])
  expect(await inbox().receive([note('3', 'sweep')])).toHaveLength(1)
})

test.each(['notification', 'sweep'] as const)(
  'S15: a version whose reading failed (told by a %s) is found again by the sweep',
  async (reason) => {
    await inbox().receive([note('2', reason)])
    await store.current.db
      .updateTable('arrival')
      .set({ state: 'ended', ending: 'failed', why: 'EHR_UNREACHABLE' })
      .execute()
    expect(await inbox().receive([note('2', 'sweep')])).toHaveLength(1)
    expect(await inbox().receive([note('2', 'sweep')])).toEqual([])
  },
)

test('versions, notes and sites are told apart', async () => {
  const events = [note('1'), note('2'), note('1', 'notification', 'n2'), { ...note('1'), site: 'elsewhere' }]
  expect(await inbox().receive(events)).toHaveLength(4)
})

describe('a call that does not say the version', () => {
  test('is one arrival while it waits, and a new one after the earlier was read', async () => {
    const [first] = await inbox().receive([note('')])
    expect(await inbox().receive([note('')])).toEqual([])
    await end(first)
    expect(await inbox().receive([note('')])).toEqual([first])
    expect(await rows()).toMatchObject([{ state: 'waiting', ending: null, ended_at: null, attempts: 0 }])
  })

  test('asks for one more reading when it comes during the reading', async () => {
    const [first] = await inbox().receive([note('')])
    await store.current.db.updateTable('arrival').set({ state: 'reading', lease_until: at }).execute()
    expect(await inbox().receive([note('')])).toEqual([first])
    expect(await rows()).toMatchObject([{ state: 'waiting', lease_until: null }])
  })
})

test('an entry into the cohort that is made by a reading does not begin that reading anew, nor count its tries from zero', async () => {
  const [first] = await inbox().receive([note('2', 'cohort'), note('', 'cohort', 'n2')])
  await store.current.db.updateTable('arrival').set({ state: 'reading', attempts: 3 }).execute()
  expect(await inbox().receive([note('2', 'cohort'), note('', 'cohort', 'n2')])).toEqual([])
  expect((await rows())[0]).toMatchObject({ id: first, state: 'reading', attempts: 3 })
})

test('an entry into the cohort adds nothing for a version that waits already, and tells again of one that was passed over', async () => {
  const [waiting] = await inbox().receive([note('2', 'sweep')])
  expect(await inbox().receive([note('2', 'cohort')])).toEqual([])
  await store.current.db.updateTable('arrival').set({ state: 'ended', ending: 'not-in-cohort' }).execute()
  const [again] = await inbox().receive([note('2', 'cohort')])
  expect(again).toBeDefined()
  expect(again).not.toBe(waiting)
})

test.each(['deleted', 'cohort', 'reopened'] as const)(
  'an arrival because of "%s" stands beside the news that was read, and may come again',
  async (reason) => {
    await end((await inbox().receive([note('2')]))[0])
    const [first] = await inbox().receive([note('2', reason)])
    expect(first).toBeDefined()
    expect(await inbox().receive([note('2', reason)])).toEqual([])
    await end(first)
    expect(await inbox().receive([note('2', reason)])).toEqual([first])
    expect(await rows()).toHaveLength(2)
  },
)

test('two thousand arrivals of a first sweep are stored in one call, with their patient', async () => {
  const events = Array.from({ length: 2000 }, (_, n) => ({ ...note('1', 'sweep', `n${n}`), patient: 'Patient/a' }))
  expect(await inbox().receive(events)).toHaveLength(2000)
  expect((await rows())[1999]).toMatchObject({ patient: 'Patient/a', state: 'waiting', resource_id: 'n1999' })
  expect(await inbox().receive(events)).toEqual([])
})

describe('S8: order', () => {
  const version = (versionId: string | undefined, lastUpdated?: string) => ({ versionId, lastUpdated })
  test.each([
    ['nothing is held', version('1'), undefined, 'newer'],
    ['the same version', version('2', '2026-01-02'), version('2', '2026-01-02'), 'same'],
    ['an earlier time', version('a', '2026-01-01'), version('b', '2026-01-02'), 'older'],
    ['a later time with a smaller number', version('1', '2026-01-03'), version('2', '2026-01-02'), 'newer'],
    ['no times, a smaller number', version('9'), version('10'), 'older'],
    ['no times, ids without order', version('x7'), version('a1'), 'newer'],
  ] as const)('%s', (_, read, held, expected) => {
    expect(compareVersions(read, held)).toBe(expected)
  })
})

test('S16: a mark is kept for each site, patient and type', async () => {
  const marks = marksOf(store.current.db)
  const scope = { site: 'sandbox', patient: '', type: 'Observation' }
  expect(await marks.sweptUntil(scope)).toBeUndefined()
  await marks.move(scope, at)
  await marks.move(scope, new Date(at.getTime() + 1000))
  expect(await marks.sweptUntil(scope)).toEqual(new Date(at.getTime() + 1000))
  expect(await marks.sweptUntil({ ...scope, patient: 'Patient/a' })).toBeUndefined()
})

test('S2, S6: the book knows the secrets of a site and when it was last heard', async () => {
  const book = subscriptionBookOf(store.current.db)
  const held = { site: 'sandbox', criteria: 'DocumentReference?', reference: '', secret: 's1', state: 'planned' }
  await book.keep(held)
  await book.keep({ ...held, reference: 'Subscription/1', state: 'active' })
  await book.keep({ ...held, criteria: 'Observation?', secret: 's2' })
  expect(await book.callers('sandbox')).toEqual(
    expect.arrayContaining([
      { secret: 's1', state: 'active' },
      { secret: 's2', state: 'planned' },
    ]),
  )
  expect(await book.callers('elsewhere')).toEqual([])
  await book.heard('sandbox', 's1', { at, isBeat: false })
  expect(await book.find('sandbox', 'DocumentReference?')).toMatchObject({
    reference: 'Subscription/1',
    state: 'active',
  })
  expect((await book.find('sandbox', 'DocumentReference?'))?.lastHeardAt).toEqual(at)
  expect((await book.find('sandbox', 'Observation?'))?.lastHeardAt).toBeNull()
})

test('S6: two heartbeats tell their period; a new handshake begins it anew', async () => {
  const book = subscriptionBookOf(store.current.db)
  const held = { site: 'sandbox', criteria: 'DocumentReference?', reference: '', secret: 's1', state: 'active' }
  await book.keep(held)
  const period = async () => (await book.find('sandbox', 'DocumentReference?'))?.beatMs
  const call = (seconds: number, isBeat: boolean) =>
    book.heard('sandbox', 's1', { at: new Date(at.getTime() + seconds * 1000), isBeat })
  await call(0, true)
  expect(await period()).toBeNull()
  await call(20, false)
  await call(90, true)
  expect(await period()).toBe(90_000)
  await book.keep(held)
  expect(await period()).toBe(90_000)
  await book.keep({ ...held, state: 'requested' })
  expect(await period()).toBeNull()
  await call(60 * 24 * 3600, true)
  await call(120 * 24 * 3600, true)
  expect(await period()).toBe(24 * 3600 * 1000)
})
