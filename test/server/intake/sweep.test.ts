import type {
  DiagnosticReport,
  DocumentReference,
  MedicationAdministration,
  Observation,
  Resource,
} from '@medplum/fhirtypes'
import { describe, expect, test } from 'vitest'
import { SurveillanceError } from '#server/errors.ts'
import { enterCohort } from '#server/intake/cohort-entry.ts'
import { heldReferences } from '#server/intake/held.ts'
import { inboxOf } from '#server/intake/inbox.ts'
import { marksOf } from '#server/intake/marks.ts'
import { runsOf } from '#server/intake/runs.ts'
import { type Sweep, sweep } from '#server/intake/sweep.ts'
import { type FakeEhr, fakeEhr } from '#test/server/ehr/fake-ehr.ts'
import { testStore } from '#test/server/store/test-database.ts'

const store = testStore()
const HOUR = 60 * 60 * 1000
let clock = Date.parse('2026-06-01T05:00:00Z')
const now = () => new Date(clock)

const note = (id: string, more: Partial<DocumentReference> = {}): DocumentReference => ({
  resourceType: 'DocumentReference',
  id,
  status: 'current',
  subject: { reference: 'Patient/a' },
  content: [{ attachment: { contentType: 'text/plain' } }],
  ...more,
})
const result = (id: string, more: Partial<Observation> = {}): Observation => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  category: [{ coding: [{ code: 'laboratory' }] }],
  code: { coding: [{ system: 'http://loinc.org', code: '1742-6' }] },
  subject: { reference: 'Patient/a' },
  ...more,
})
const dose = (id: string): MedicationAdministration => ({
  resourceType: 'MedicationAdministration',
  id,
  status: 'completed',
  medicationCodeableConcept: { text: 'nivolumab' },
  subject: { reference: 'Patient/a' },
  effectiveDateTime: '2026-05-20',
})
const report = (id: string): DiagnosticReport => ({
  resourceType: 'DiagnosticReport',
  id,
  status: 'final',
  code: { text: 'CT chest' },
  subject: { reference: 'Patient/a' },
})

const run = (ehr: FakeEhr, more: Partial<Sweep> = {}) =>
  sweep({ ehr, inbox: inboxOf(store.current.db, now), marks: marksOf(store.current.db), now, ...more })
const arrived = async () =>
  (await store.current.db.selectFrom('arrival').selectAll().orderBy('id').execute()).map(
    (row) => `${row.reason} ${row.resource_type}/${row.resource_id} v${row.version_id}`,
  )
const chartOf = (...resources: Resource[]) => fakeEhr({ resources, now })

test('S15: with all notifications lost, the daily run finds every new, changed and deleted resource', async () => {
  const ehr = chartOf(note('n1'), note('n2'), result('l1'))
  const held = async () => ['DocumentReference/n1', 'DocumentReference/n2', 'Observation/l1']
  await run(ehr, { held })
  clock += 24 * HOUR
  ehr.chart(note('n1', { status: 'entered-in-error' }))
  ehr.chart(note('n3'))
  ehr.chart(result('l2'))
  ehr.chart(result('l1', { status: 'corrected' }))
  ehr.chart(dose('d1'))
  ehr.chart(report('r1'))
  ehr.remove('DocumentReference/n2')
  const found = await run(ehr, { held })
  expect((await arrived()).slice(3).sort()).toEqual([
    'deleted DocumentReference/n2 v',
    'sweep DiagnosticReport/r1 v1',
    'sweep DocumentReference/n1 v2',
    'sweep DocumentReference/n3 v1',
    'sweep MedicationAdministration/d1 v1',
    'sweep Observation/l1 v2',
    'sweep Observation/l2 v1',
  ])
  expect(found).toMatchObject({ complete: true, vanished: 1 })
  expect(found.arrivals).toHaveLength(7)
})

test('S16: the window begins a lag before the last sweep, by the server clock, so that late filing is found', async () => {
  const ehr = chartOf()
  await run(ehr)
  const late = note('late', { meta: { versionId: '1', lastUpdated: new Date(clock - 30 * HOUR).toISOString() } })
  const lateEhr = chartOf(late)
  clock += 12 * HOUR
  await run(lateEhr)
  expect(await arrived()).toEqual(['sweep DocumentReference/late v1'])
})

test('S16: a search that fails leaves its mark where it was, and the other searches go on', async () => {
  const ehr = chartOf(note('n1'), dose('d1'))
  ehr.failNext('EHR_PAGING')
  const found = await run(ehr)
  expect(found).toMatchObject({
    complete: false,
    failures: [{ type: 'MedicationAdministration', patient: '', code: 'EHR_PAGING' }],
    parts: [{ type: 'MedicationAdministration', seen: 0 }, { seen: 1, added: 1 }, {}, {}],
  })
  const marks = marksOf(store.current.db)
  expect(await marks.sweptUntil({ site: 'fake', patient: '', type: 'MedicationAdministration' })).toBeUndefined()
  expect(await marks.sweptUntil({ site: 'fake', patient: '', type: 'DocumentReference' })).toEqual(now())
  await run(ehr)
  expect(await arrived()).toContain('sweep MedicationAdministration/d1 v1')
})

test('S16: when the arrivals cannot be stored the mark does not move', async () => {
  const ehr = chartOf(note('n1'))
  const inbox = { receive: () => Promise.reject(new Error('disk full')) }
  await expect(run(ehr, { inbox })).rejects.toThrow('disk full')
  expect(await store.current.db.selectFrom('sweep_mark').selectAll().execute()).toEqual([])
})

test('S20: an EHR that held back results (4119) makes the run incomplete', async () => {
  const ehr = chartOf(note('n1'))
  const partial = {
    ...ehr,
    search: async (type: never, parameters: never) => ({
      ...(await ehr.search(type, parameters)),
      warnings: ['warning:incomplete:4119'],
    }),
  }
  const found = await run(partial as FakeEhr)
  expect(found.complete).toBe(false)
  expect(found.parts[1]).toMatchObject({ seen: 1, added: 1 })
  expect(found.failures).toHaveLength(4)
  expect(found.failures[1]).toEqual({ type: 'DocumentReference', patient: '', code: 'incomplete' })
  expect(await store.current.db.selectFrom('sweep_mark').selectAll().execute()).toEqual([])
})

test('S17: where searches across patients are refused, each patient is asked for', async () => {
  const ehr = fakeEhr({
    resources: [note('n1'), note('n2', { subject: { reference: 'Patient/b' } })],
    now,
    site: { crossPatientSearch: false },
  })
  await run(ehr, { patients: async () => ['Patient/a', 'Patient/b', 'Patient/c'] })
  expect(await arrived()).toHaveLength(2)
  expect(ehr.calls.filter((call) => call === 'search DocumentReference')).toHaveLength(3)
  const marks = await store.current.db
    .selectFrom('sweep_mark')
    .select('patient')
    .where('resource_type', '=', 'DocumentReference')
    .orderBy('patient')
    .execute()
  expect(marks.map(({ patient }) => patient)).toEqual(['Patient/a', 'Patient/b', 'Patient/c'])
})

test('B16: a chart that the EHR protects is reported by patient, and the other patients are swept', async () => {
  const ehr = fakeEhr({ resources: [note('n1')], now, site: { crossPatientSearch: false } })
  const types = [{ type: 'DocumentReference' }] as const
  const guarded: FakeEhr = {
    ...ehr,
    search: (type, parameters) => {
      if (parameters.patient === 'vip') throw new SurveillanceError('EHR_FORBIDDEN', { reason: 'break-the-glass' })
      return ehr.search(type, parameters)
    },
  }
  const found = await run(guarded, { types, patients: async () => ['Patient/vip', 'Patient/a'] })
  expect(found).toMatchObject({
    complete: false,
    failures: [{ type: 'DocumentReference', patient: 'Patient/vip', code: 'EHR_FORBIDDEN' }],
    parts: [{ seen: 1 }],
  })
})

test.each([
  ['with more pages than one search may have', 'EHR_PAGING', 'endless'],
  ['with a page that is larger than one answer may be', 'EHR_NOT_FHIR', 'too-large'],
] as const)('a window %s is swept in halves, and no change falls between them', async (_, code, reason) => {
  const changes = Array.from({ length: 40 }, (_, n) =>
    note(`n${n}`, { meta: { versionId: '1', lastUpdated: new Date(clock - n * 9 * HOUR).toISOString() } }),
  )
  const ehr = chartOf(...changes)
  const small: FakeEhr = {
    ...ehr,
    search: async (type, parameters) => {
      const found = await ehr.search(type, parameters)
      if (found.matches.length > 7) throw new SurveillanceError(code, { reason })
      return found as never
    },
  }
  const found = await run(small, { types: [{ type: 'DocumentReference' }] })
  expect(found).toMatchObject({ complete: true, parts: [{ seen: 40, added: 40 }] })
})

test('an EHR whose pages never end is reported and not asked for ever', async () => {
  const ehr = chartOf()
  let asked = 0
  const endless: FakeEhr = {
    ...ehr,
    search: () => {
      asked += 1
      return Promise.reject(new SurveillanceError('EHR_PAGING', { reason: 'endless' }))
    },
  }
  expect(await run(endless, { types: [{ type: 'DocumentReference' }] })).toMatchObject({ complete: false })
  expect(asked).toBeLessThan(20)
})

test('S18: a type without _lastUpdated is searched by clinical time, and an edit is seen by its version', async () => {
  const types = [
    { type: 'MedicationAdministration', byClinicalTime: { parameter: 'effective-time', days: 30 } },
  ] as const
  const ehr = chartOf(dose('d1'))
  await run(ehr, { types })
  expect((await run(ehr, { types })).arrivals).toEqual([])
  ehr.chart({ ...dose('d1'), status: 'entered-in-error' })
  expect((await run(ehr, { types })).arrivals).toHaveLength(1)
})

test('S15: a first sweep looks back as far as the cohort reaches', async () => {
  const early = chartOf(dose('d1'))
  clock += 700 * 24 * HOUR
  expect((await run(early, { windowMonths: 12 })).arrivals).toEqual([])
  await store.current.db.deleteFrom('sweep_mark').execute()
  expect((await run(early, { windowMonths: 24 })).arrivals).toHaveLength(1)
})

test('S14: what this product wrote is counted and does not become an arrival', async () => {
  const ours = result('o1', { identifier: [{ system: 'https://irae-agent.org/fhir/finding', value: 'f1' }] })
  const labelled = result('o2', { meta: { tag: [{ system: 'https://irae-agent.org/fhir/write', code: 'k' }] } })
  const found = await run(chartOf(ours, labelled, result('l1')))
  expect(found.parts.at(-1)).toEqual({ type: 'Observation', seen: 3, ours: 2, added: 1 })
})

test('a sweep right after a sweep wakes nobody', async () => {
  const ehr = chartOf(note('n1'), dose('d1'), result('l1'))
  expect((await run(ehr)).arrivals).toHaveLength(3)
  expect((await run(ehr)).arrivals).toEqual([])
})

test('the report of each run is kept with its figures, and the schedule knows when the last one began and which was complete', async () => {
  const runs = runsOf(store.current.db)
  expect(await runs.lastSweepAt('fake', 'any')).toBeUndefined()
  const report = await run(chartOf(note('n1'), dose('d1')))
  await runs.keep(report)
  const began = now()
  clock += 24 * HOUR
  expect(await runs.lastSweepAt('fake', 'complete')).toEqual(began)
  await runs.keep({ ...report, startedAt: now().toISOString(), complete: false, arrivals: [] })
  expect(await runs.lastSweepAt('fake', 'complete')).toEqual(began)
  expect(await runs.lastSweepAt('fake', 'any')).toEqual(now())
  const [row] = await store.current.db.selectFrom('run').selectAll().execute()
  expect(row).toMatchObject({ kind: 'sweep', report: { complete: true, arrivals: 2, vanished: 0, durationMs: 0 } })
})

test('S10: what is held are readable notes and the results of open findings', async () => {
  const row = (source: string, readable: boolean) => ({
    site: 'fake',
    source,
    version: '1',
    patient: 'Patient/a',
    readable,
    why: null,
    title: '',
    kind: 'progress',
    authored_at: null,
    date_from: null,
    author: null,
    preliminary: false,
    text: null,
    sha256: null,
    read_at: now(),
  })
  await store.current.db
    .insertInto('note')
    .values([row('DocumentReference/n1', true), row('DocumentReference/n2', false)])
    .execute()
  expect(await heldReferences(store.current.db, 'fake')).toEqual(['DocumentReference/n1'])
  expect(await heldReferences(store.current.db, 'elsewhere')).toEqual([])
})

describe('S23: the infusion that brings a patient into the cohort', () => {
  const enter = (ehr: FakeEhr) =>
    enterCohort({ ehr, inbox: inboxOf(store.current.db, now), patient: 'Patient/a', firstInfusionOn: '2026-05-01' })

  test('has the notes, reports and results since the first infusion read, and the undated ones', async () => {
    const ehr = chartOf(
      note('before', { date: '2026-04-30T09:00:00Z' }),
      note('same-day', { date: '2026-05-01T06:00:00Z' }),
      note('after', { context: { period: { start: '2026-05-10' } } }),
      note('undated'),
      note('amended-late', { date: '2026-04-01T09:00:00Z', context: { period: { start: '2026-05-02' } } }),
      note('other', { date: '2026-05-10', subject: { reference: 'Patient/b' } }),
      result('early', { effectiveDateTime: '2026-04-01' }),
      result('late', { effectiveDateTime: '2026-05-20' }),
      report('r1'),
    )
    await enter(ehr)
    expect((await arrived()).sort()).toEqual([
      'cohort DiagnosticReport/r1 v1',
      'cohort DocumentReference/after v1',
      'cohort DocumentReference/amended-late v1',
      'cohort DocumentReference/same-day v1',
      'cohort DocumentReference/undated v1',
      'cohort Observation/late v1',
    ])
  })

  test('reads again what had ended as outside the cohort, and not what this product wrote', async () => {
    const ehr = chartOf(
      note('n1', { date: '2026-05-10' }),
      note('ours', { date: '2026-05-10', meta: { tag: [{ system: 'https://irae-agent.org/fhir/write', code: 'k' }] } }),
    )
    await run(ehr)
    await store.current.db.updateTable('arrival').set({ state: 'ended', ending: 'not-in-cohort' }).execute()
    expect((await enter(ehr)).arrivals).toHaveLength(1)
    expect(await arrived()).toEqual(['sweep DocumentReference/n1 v1', 'cohort DocumentReference/n1 v1'])
  })

  test('counts the day on the clock of the hospital', async () => {
    await enter(chartOf(note('n1', { date: '2026-04-30T22:30:00Z' })))
    expect(await arrived()).toHaveLength(1)
  })
})
