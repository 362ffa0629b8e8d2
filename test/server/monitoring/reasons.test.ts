import { expect, test } from 'vitest'
import { bugOf } from '#server/intake/worker.ts'
import { metricsFor } from '#server/monitoring/metrics.ts'
import { statusOf } from '#server/monitoring/status.ts'
import { testStore } from '#test/server/store/test-database.ts'

const store = testStore()
const at = new Date('2026-03-02T10:00:00Z')

async function arrived(id: string, columns: { state: 'waiting' | 'ended'; ending?: string; why?: string }) {
  const base = { site: 'test', resource_type: 'DocumentReference', resource_id: id, version_id: '1', reason: 'sweep' }
  const row = { ...base, reason: 'sweep', received_at: at, not_before: at } as const
  await store.current.db
    .insertInto('arrival')
    .values({ ...row, state: 'waiting' })
    .execute()
  await store.current.db.updateTable('arrival').set(columns).where('resource_id', '=', id).execute()
}

test('the status says why arrivals failed, were unreadable or still wait, beside the counts', async () => {
  await arrived('n1', { state: 'ended', ending: 'unreadable', why: 'damaged' })
  await arrived('n2', { state: 'ended', ending: 'unreadable', why: 'damaged' })
  await arrived('n3', { state: 'ended', ending: 'failed', why: 'EHR_PAGING' })
  await arrived('n4', { state: 'waiting', why: 'EHR_NOT_FHIR' })
  await arrived('n5', { state: 'ended', ending: 'no-change' })
  const { arrivals, reasons } = await statusOf(store.current.db)
  expect(arrivals).toEqual({ unreadable: 2, failed: 1, waiting: 1, 'no-change': 1 })
  expect(reasons).toEqual({ 'unreadable damaged': 2, 'failed EHR_PAGING': 1, 'waiting EHR_NOT_FHIR': 1 })
})

test('a search that failed in the last sweep is told by type and code, without its patient', async () => {
  const report = JSON.stringify({
    complete: false,
    parts: [{ type: 'Observation', seen: 3, ours: 0, added: 0, unusable: 2 }],
    failures: [{ type: 'Observation', patient: 'Patient/a', code: 'EHR_BUSY' }],
  })
  await store.current.db
    .insertInto('run')
    .values({ site: 'test', kind: 'sweep', started_at: at, ended_at: at, report })
    .execute()
  const { lastSweep } = await statusOf(store.current.db)
  expect(lastSweep?.report).toMatchObject({ failures: [{ type: 'Observation', code: 'EHR_BUSY' }] })
  expect(JSON.stringify(lastSweep)).not.toContain('Patient/')
})

test('the metrics count arrivals by the reason of their ending too', async () => {
  const metrics = metricsFor(store.current.db)
  metrics.arrivalEnded('DocumentReference', 'unreadable', 5, 'too-large')
  expect(await metrics.registry.metrics()).toContain(
    'irae_arrivals_total{type="DocumentReference",ended="unreadable",why="too-large"} 1',
  )
})

test('a bug is told by its class or its SQLSTATE, never by its words', () => {
  expect(bugOf(new TypeError('Tamsin Orlebar has colitis'))).toBe('BUG-TypeError')
  expect(bugOf(Object.assign(new Error('invalid byte in "colitis"'), { code: '22021' }))).toBe('BUG-SQL-22021')
  expect(bugOf('colitis')).toBe('BUG-unknown')
})
