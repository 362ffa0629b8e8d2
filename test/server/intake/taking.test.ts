import type { Resource } from '@medplum/fhirtypes'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type FailureCode, SurveillanceError } from '#server/errors.ts'
import { type Arrival, chartedFor } from '#server/intake/charted.ts'
import { inboxOf } from '#server/intake/inbox.ts'
import {
  abandonedArrivals,
  endArrival,
  giveBack,
  reopenFailed,
  takeAlongside,
  takeArrival,
  tellPatient,
} from '#server/intake/taking.ts'
import { type EndedArrival, readArrival } from '#server/intake/worker.ts'
import { alt, colitisNote, infusion } from '#test/scenarios/charts.ts'
import { fakeEhr } from '../ehr/fake-ehr.ts'
import { testStore } from '../store/test-database.ts'

const store = testStore()
const db = () => store.current.db
const now = () => new Date()

/** Puts one arrival for each id into the inbox. */
async function received(...ids: readonly string[]): Promise<number[]> {
  const events = ids.map((id) => ({
    ...{ site: 'fake', type: 'DocumentReference', id, versionId: '1', patient: 'Patient/p1' },
    reason: 'notification' as const,
  }))
  return [...(await inboxOf(db(), now).receive(events))]
}

async function one(id: string): Promise<number> {
  const [arrival] = await received(id)
  if (arrival === undefined) throw new Error('nothing was received')
  return arrival
}

const row = (id: number) => db().selectFrom('arrival').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const lapse = (id: number) =>
  db()
    .updateTable('arrival')
    .set({ lease_until: sql<Date>`now() - interval '1 second'` })
    .where('id', '=', id)
    .execute()

test('an arrival is taken by one worker; another one that asks gets nothing', async () => {
  const id = await one('n1')
  const taken = await Promise.all([takeArrival(db(), id), takeArrival(db(), id), takeArrival(db(), id)])
  expect(taken.filter((arrival) => arrival !== undefined)).toMatchObject([{ id, resourceId: 'n1', attempts: 1 }])
})

test('after a worker died the arrival is taken again, and counts as a second try', async () => {
  const id = await one('n1')
  await takeArrival(db(), id)
  await lapse(id)
  expect(await takeArrival(db(), id)).toMatchObject({ attempts: 2 })
})

test('what has ended is neither taken, given back nor ended again', async () => {
  const id = await one('n1')
  await takeArrival(db(), id)
  expect(await endArrival(db(), id, { ended: 'published' }, now())).toBe(true)
  expect(await endArrival(db(), id, { ended: 'failed' }, now())).toBe(false)
  await giveBack(db(), id, 'late')
  expect(await takeArrival(db(), id)).toBeUndefined()
  expect(await row(id)).toMatchObject({ state: 'ended', ending: 'published', lease_until: null })
})

test('what waits for the same patient is taken along, up to a number, and nobody else’s', async () => {
  const ids = await received('n1', 'n2', 'n3')
  await inboxOf(db(), now).receive([
    {
      site: 'fake',
      type: 'DocumentReference',
      id: 'x1',
      versionId: '1',
      reason: 'notification',
      patient: 'Patient/p2',
    },
  ])
  const along = await takeAlongside(db(), 'fake', 'Patient/p1', 2)
  expect(along.map(({ id }) => id).sort()).toEqual(ids.slice(0, 2))
  expect(await takeAlongside(db(), 'elsewhere', 'Patient/p1', 9)).toEqual([])
})

test('what was tried before and failed is not taken along: it is read alone', async () => {
  const id = await one('n1')
  await takeArrival(db(), id)
  await giveBack(db(), id, 'EHR_UNREACHABLE')
  expect(await takeAlongside(db(), 'fake', 'Patient/p1', 9)).toEqual([])
  expect(await row(id)).toMatchObject({ state: 'waiting', why: 'EHR_UNREACHABLE' })
})

test.each([
  ['the patient of an arrival that a sweep found is told once', 'sweep', 'Patient/p1'],
  ['S5: whom a notification names gives way to whom the EHR names', 'notification', 'Patient/p2'],
] as const)('%s', async (_, reason, patient) => {
  const [id = 0] = await inboxOf(db(), now).receive([
    { site: 'fake', type: 'DocumentReference', id: 'n1', versionId: '1', reason },
  ])
  await tellPatient(db(), id, 'Patient/p1')
  await tellPatient(db(), id, 'Patient/p2')
  expect((await row(id)).patient).toBe(patient)
})

test('beside other processes only what nobody holds is abandoned; alone, everything that has not ended', async () => {
  const [waiting = 0, held = 0, dead = 0, ended = 0] = await received('n1', 'n2', 'n3', 'n4')
  for (const id of [held, dead, ended]) await takeArrival(db(), id)
  await lapse(dead)
  await endArrival(db(), ended, { ended: 'no-change' }, now())
  expect(await abandonedArrivals(db(), false)).toEqual([waiting, dead])
  expect(await abandonedArrivals(db(), true)).toEqual([waiting, held, dead])
})

test('B16: what failed is tried again with the next sweep, for a month', async () => {
  const [recent = 0, old = 0] = await received('n1', 'n2')
  for (const id of [recent, old]) {
    await takeArrival(db(), id)
    await endArrival(db(), id, { ended: 'failed', why: 'EHR_FORBIDDEN' }, now())
  }
  await db()
    .updateTable('arrival')
    .set({ received_at: sql<Date>`now() - interval '31 days'` })
    .where('id', '=', old)
    .execute()
  expect(await reopenFailed(db(), 'fake')).toEqual([recent])
  expect(await takeArrival(db(), recent)).toMatchObject({ attempts: 1 })
})

/** Reads one arrival with a reading that ends as told, and says how it ended for whoever counts. */
async function read(id: number, surveil: (arrival: Arrival) => Promise<readonly EndedArrival[]>) {
  const ended: string[] = []
  const doors = { db: db(), now, surveil, ended: (one: EndedArrival) => void ended.push(one.ending.ended) }
  const thrown = await readArrival(id, doors).then(
    () => undefined,
    (error: unknown) => (error instanceof SurveillanceError ? error.code : String(error)),
  )
  return { thrown, ended }
}
const failing = (code: FailureCode) => async () => {
  throw new SurveillanceError(code)
}

test('an arrival ends in exactly one state, and is counted once however often it is called', async () => {
  const id = await one('n1')
  const surveil = async (arrival: Arrival) => [{ arrival, ending: { ended: 'unreadable', why: 'no-text' } }]
  expect(await read(id, surveil)).toEqual({ thrown: undefined, ended: ['unreadable'] })
  expect(await read(id, surveil)).toEqual({ thrown: undefined, ended: [] })
  expect(await row(id)).toMatchObject({ state: 'ended', ending: 'unreadable', why: 'no-text' })
})

test('a failure that may pass gives the arrival back with its code and calls for another try', async () => {
  const id = await one('n1')
  expect(await read(id, failing('EHR_UNREACHABLE'))).toEqual({ thrown: 'EHR_UNREACHABLE', ended: [] })
  expect(await row(id)).toMatchObject({ state: 'waiting', why: 'EHR_UNREACHABLE', attempts: 1 })
})

test('after seven tries it ends as failed, with the last code', async () => {
  const id = await one('n1')
  for (let attempt = 1; attempt < 7; attempt++) expect((await read(id, failing('EHR_BUSY'))).thrown).toBe('EHR_BUSY')
  expect(await read(id, failing('EHR_BUSY'))).toEqual({ thrown: undefined, ended: ['failed'] })
  expect(await row(id)).toMatchObject({ ending: 'failed', why: 'EHR_BUSY', attempts: 7 })
})

test('a failure that will not pass ends it at once; a bug too, by the name of its class and none of its words', async () => {
  const [refused = 0, broken = 0] = await received('n1', 'n2')
  expect((await read(refused, failing('EHR_FORBIDDEN'))).ended).toEqual(['failed'])
  await read(broken, async () => {
    throw new TypeError('Tamsin Orlebar')
  })
  expect(await row(refused)).toMatchObject({ ending: 'failed', why: 'EHR_FORBIDDEN' })
  expect(await row(broken)).toMatchObject({ ending: 'failed', why: 'BUG-TypeError' })
})

const arrivalOf = (type: string, id: string, patient: string | null = null): Arrival => ({
  ...{ id: 1, site: 'fake', type, resourceId: id, reason: 'notification', attempts: 1, patient },
  receivedAt: now(),
})
const charted = (resources: readonly Resource[], type: string, id: string, patient: string | null = null) =>
  chartedFor(arrivalOf(type, id, patient), fakeEhr({ resources }))

test('S5: what an arrival is, the EHR says: a note, a result, an infusion', async () => {
  expect(await charted([colitisNote()], 'DocumentReference', 'n1')).toMatchObject({
    news: 'note',
    patient: 'Patient/p1',
  })
  expect(await charted([alt('l1', 20)], 'Observation', 'l1')).toMatchObject({ news: 'result' })
  expect(await charted([infusion()], 'MedicationAdministration', 'dose-2026-05-20')).toMatchObject({ news: 'infusion' })
})

test('S10: what is no longer there is gone, for the patient it was of if that is known', async () => {
  expect(await charted([], 'DocumentReference', 'n1', 'Patient/p1')).toMatchObject({
    news: 'gone',
    patient: 'Patient/p1',
  })
  expect(await charted([], 'DocumentReference', 'n1')).toMatchObject({ news: 'gone', patient: null })
})

test('D12: what stands in another chart by now is gone for the patient it was of', async () => {
  const found = { ...arrivalOf('DocumentReference', 'n1', 'Patient/p9'), reason: 'sweep' as const }
  expect(await chartedFor(found, fakeEhr({ resources: [colitisNote()] }))).toMatchObject({
    news: 'gone',
    patient: 'Patient/p9',
  })
})

test('S5: of whom a note is, the EHR says and not the notification', async () => {
  expect(await charted([colitisNote()], 'DocumentReference', 'n1', 'Patient/p9')).toMatchObject({
    news: 'note',
    patient: 'Patient/p1',
  })
})

test('S14, D10: our own writing and a resource without a patient are no news', async () => {
  const ours = alt('l1', 20, { identifier: [{ system: 'https://irae-agent.org/fhir/finding', value: 'irae-1' }] })
  expect(await charted([ours], 'Observation', 'l1')).toEqual({ news: false, why: 'own-writing' })
  const { subject: _, ...nobody } = colitisNote()
  expect(await charted([nobody], 'DocumentReference', 'n1')).toEqual({ news: false, why: 'no-patient' })
})

test('an EHR that is away is no answer: nothing is taken for gone', async () => {
  const ehr = fakeEhr({ resources: [colitisNote()] })
  ehr.failNext('EHR_UNREACHABLE')
  await expect(chartedFor(arrivalOf('DocumentReference', 'n1'), ehr)).rejects.toMatchObject({ code: 'EHR_UNREACHABLE' })
})
