import { expect, test } from 'vitest'
import { unseenOf } from '#server/panel/unseen.ts'
import { colitisNote, note } from '#test/scenarios/charts.ts'
import { ward } from '#test/scenarios/ward.ts'
import { testStore } from '../store/test-database.ts'

const store = testStore()
const NAMELESS = { source: 'nameless', title: 'A document', date: null, why: 'patient-unknown' }

/** A note is told of by its id alone, and the EHR refuses it each time. */
async function refusedNote() {
  const here = ward(store.current)
  await here.charted(note('n1', 'Telephone call: appointment moved.'))
  here.ehr.chart(colitisNote('n2'))
  const told = { site: 'fake', type: 'DocumentReference', id: 'n2', versionId: '', reason: 'notification' } as const
  here.onArrival(await here.inbox.receive([told]))
  here.ehr.failNext('EHR_REFUSED')
  await here.readAll()
  return here
}

test('S5, B16: a note that was refused before anybody knew whose it is leaves no patient "all read"', async () => {
  const here = await refusedNote()
  expect(here.endings.at(-1)).toMatch(/^DocumentReference failed /)
  expect(await here.reading()).toMatchObject({ state: 'not-fully-read', unread: [NAMELESS] })
})

test('once it was read, also told of by another call, nothing is missing any more', async () => {
  const here = await refusedNote()
  await here.charted(colitisNote('n2'))
  expect(await here.reading()).toMatchObject({ state: 'all-read', unread: [] })
})

test('what has just come is on its way; what waits for more than a minute is missing', async () => {
  const here = ward(store.current)
  const told = { site: 'fake', type: 'DiagnosticReport', id: 'r1', versionId: '', reason: 'notification' } as const
  await here.inbox.receive([told, { ...told, id: 'r2' }])
  const now = here.now()
  expect(await unseenOf(here.db, 'fake', 'Patient/p1', now)).toEqual([])
  const later = new Date(now.getTime() + 61_000)
  expect(await unseenOf(here.db, 'fake', 'Patient/p1', later)).toEqual([{ ...NAMELESS, title: '2 documents' }])
  expect(await unseenOf(here.db, 'elsewhere', 'Patient/p1', later)).toEqual([])
})

test.each([
  ['across patients', '', true],
  ['of this patient', 'Patient/p1', true],
  ['of another patient', 'Patient/p2', false],
])('S20: a sweep %s that was told "not all" counts for those whom it concerns', async (_, patient, concerned) => {
  const at = new Date('2026-06-01T05:00:00Z')
  const report = { failures: [{ type: 'DocumentReference', patient, code: 'incomplete' }] }
  const run = { site: 'fake', kind: 'sweep', started_at: at, ended_at: at, report: JSON.stringify(report) } as const
  await store.current.db.insertInto('run').values(run).execute()
  const unseen = await unseenOf(store.current.db, 'fake', 'Patient/p1', at)
  expect(unseen.map(({ source, why }) => [source, why])).toEqual(concerned ? [['DocumentReference', 'held-back']] : [])
  await store.current.db
    .insertInto('run')
    .values({ ...run, started_at: new Date(at.getTime() + 1000), report: JSON.stringify({ failures: [] }) })
    .execute()
  expect(await unseenOf(store.current.db, 'fake', 'Patient/p1', at)).toEqual([])
})
