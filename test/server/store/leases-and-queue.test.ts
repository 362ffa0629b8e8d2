import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { SurveillanceError } from '#server/errors.ts'
import { keptText } from '#server/store/kept.ts'
import { patientLease } from '#server/store/patient-lease.ts'
import { openQueue } from '#server/store/queue.ts'
import { testStore } from './test-database.ts'

const store = testStore()
const db = () => store.current.db

/** Notes when each piece of work begins and ends. */
function diary() {
  const lines: string[] = []
  const work =
    (name: string, ms = 20) =>
    async () => {
      lines.push(`${name} begins`)
      await pause(ms)
      lines.push(`${name} ends`)
      return name
    }
  return { lines, work }
}

test('one patient is worked on by one worker at a time, in the order in which they asked', async () => {
  const lease = patientLease(db())
  const { lines, work } = diary()
  const asked = ['a', 'b', 'c'].map((name) => lease.hold('Patient/p1', work(name)))
  expect(await Promise.all(asked)).toEqual(['a', 'b', 'c'])
  expect(lines).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
})

test('two processes do not work on one patient at the same time', async () => {
  const { lines, work } = diary()
  await Promise.all([
    patientLease(db()).hold('Patient/p1', work('one', 60)),
    pause(10).then(() => patientLease(db()).hold('Patient/p1', work('other'))),
  ])
  expect(lines).toEqual(['one begins', 'one ends', 'other begins', 'other ends'])
})

test('other patients do not wait', async () => {
  const lease = patientLease(db())
  const { lines, work } = diary()
  await Promise.all([lease.hold('Patient/p1', work('first', 80)), lease.hold('Patient/p2', work('second', 1))])
  expect(lines.indexOf('second ends')).toBeLessThan(lines.indexOf('first ends'))
})

test('work that fails gives the patient back and harms nobody who waits', async () => {
  const lease = patientLease(db())
  const failing = lease.hold('Patient/p1', async () => {
    throw new Error('the reading failed')
  })
  const next = lease.hold('Patient/p1', async () => 'read')
  await expect(failing).rejects.toThrow('the reading failed')
  expect(await next).toBe('read')
  expect(await db().selectFrom('patient_lease').select('patient').execute()).toEqual([])
})

test('the lease of a process that died lapses and is taken over', async () => {
  const until = sql<Date>`now() - interval '1 second'`
  await db().insertInto('patient_lease').values({ patient: 'Patient/p1', holder: 'dead', until }).execute()
  expect(await patientLease(db()).hold('Patient/p1', async () => 'taken over')).toBe('taken over')
})

test('a kept text is found again under its name, and saved over itself', async () => {
  const keys = keptText(db(), 'signing-keys')
  expect(await keys.load()).toBeUndefined()
  await keys.save('{"kid":"1"}')
  await keys.save('{"kid":"2"}')
  expect(await keys.load()).toBe('{"kid":"2"}')
  expect(await keptText(db(), 'another').load()).toBeUndefined()
})

async function queue() {
  const errors: string[] = []
  const opened = await openQueue(store.current, (error) => errors.push(error.message))
  onTestFinished(() => opened.stop())
  return { opened, errors }
}

async function until(holds: () => boolean): Promise<void> {
  for (const end = performance.now() + 8000; performance.now() < end && !holds(); ) await pause(20)
}

test('every arrival that is enqueued wakes a worker; one that fails is called again and stops no other', async () => {
  const { opened } = await queue()
  const read: number[] = []
  let failures = 1
  await opened.work(async (arrival) => {
    if (arrival === 2 && failures-- > 0) throw new SurveillanceError('EHR_UNREACHABLE')
    read.push(arrival)
  }, 2)
  await opened.enqueue([1, 2, 3])
  await until(() => read.length === 3)
  expect(read.toSorted()).toEqual([1, 2, 3])
  expect(read.at(-1)).toBe(2)
})

test('an arrival waits in the queue once, however often it is enqueued', async () => {
  const { opened } = await queue()
  for (let time = 1; time <= 5; time++) await opened.enqueue([71])
  const { rows } = await sql`select id from pgboss.job where data ->> 'arrival' = '71'`.execute(db())
  expect(rows).toHaveLength(1)
})

test('why a reading failed stands in the queue as a code, without words', async () => {
  const { opened } = await queue()
  let called = 0
  await opened.work(async (arrival) => {
    if (arrival !== 41) return
    called += 1
    throw new TypeError('Prednisone is not a function')
  }, 1)
  await opened.enqueue([41])
  await until(() => called > 0)
  await pause(300)
  const { rows } = await sql<{
    output: unknown
  }>`select output from pgboss.job where data ->> 'arrival' = '41'`.execute(db())
  expect(JSON.stringify(rows)).not.toContain('Prednisone')
  expect(JSON.stringify(rows)).toContain('BUG')
})
