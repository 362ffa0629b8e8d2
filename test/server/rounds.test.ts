import type { Resource } from '@medplum/fhirtypes'
import Fastify from 'fastify'
import { pino } from 'pino'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { metricsFor } from '#server/monitoring/metrics.ts'
import { monitoringRoutes } from '#server/monitoring/routes.ts'
import { completeRuns } from '#server/monitoring/run-report.ts'
import { statusOf } from '#server/monitoring/status.ts'
import { panelView } from '#server/panel/view.ts'
import { keepWatch, sweeper } from '#server/scheduler.ts'
import { colitisNote, note, onPembrolizumab } from '#test/scenarios/charts.ts'
import { ward } from '#test/scenarios/ward.ts'
import { testStore } from './store/test-database.ts'

const store = testStore()
let lines: string[] = []
beforeEach(() => {
  lines = []
})
const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) })

/** A ward whose EHR tells nothing: what was charted is found by the sweep only. */
const silentWard = (...charted: readonly Resource[]) =>
  ward(store.current, { resources: [...onPembrolizumab, ...charted], site: { subscriptions: true } })

test('S15: with all notifications lost the sweep finds the note, and it is read', async () => {
  const here = silentWard(colitisNote())
  const report = await sweeper({ ...here, log })()
  await here.readAll()
  expect(report).toMatchObject({ complete: true, failures: [] })
  expect(here.standing()).toBe('preliminary/active')
})

test('S15: the cohort of ten years that an operator chose is what the first sweep looks back over', async () => {
  const here = silentWard(colitisNote())
  const asked: string[] = []
  const ehr: typeof here.ehr = {
    ...here.ehr,
    search: (type, parameters) => {
      asked.push(JSON.stringify(parameters))
      return here.ehr.search(type, parameters)
    },
  }
  await sweeper({ ...here, ehr, log, windowMonths: 120 })()
  expect(asked.join(' ')).toMatch(/_lastUpdated[^}]*ge2016-0[1-5]/)
})

test('S15: a second sweep over the same chart reads nothing again', async () => {
  const here = silentWard(colitisNote())
  for (const round of ['first', 'second']) {
    await sweeper({ ...here, log })()
    await here.readAll()
    if (round === 'first') here.endings.length = 0
  }
  expect(here.endings).toEqual([])
  expect((await here.finding()).version).toBe(1)
})

test('what failed because the EHR refused it is read when a later sweep finds it open again', async () => {
  const here = silentWard()
  here.ehr.failOn('search Observation', 'EHR_FORBIDDEN')
  await here.charted(colitisNote())
  expect((await here.reading()).state).toBe('not-fully-read')
  await here.db.updateTable('arrival').set({ received_at: new Date() }).execute()
  await sweeper({ ...here, log })()
  await here.readAll()
  expect([here.standing(), (await here.reading()).state]).toEqual(['preliminary/active', 'all-read'])
})

test('sweeps do not run beside each other: whoever asks meanwhile shares one more', async () => {
  const here = silentWard(colitisNote())
  const sweepSoon = sweeper({ ...here, log })
  const reports = await Promise.all([sweepSoon(), sweepSoon(), sweepSoon()])
  expect(new Set(reports).size).toBe(2)
  expect(await here.db.selectFrom('run').select('id').execute()).toHaveLength(2)
})

test('a sweep that fails does not keep the next one from running', async () => {
  const here = silentWard(colitisNote())
  let broken = true
  const inbox: typeof here.inbox = {
    ...here.inbox,
    receive: async (...asked) => {
      if (broken) throw new Error('the store is away')
      return here.inbox.receive(...asked)
    },
  }
  const sweepSoon = sweeper({ ...here, inbox, log })
  await sweepSoon().catch(() => undefined)
  broken = false
  expect((await sweepSoon()).complete).toBe(true)
})

test('S11, S15: the watch waits for an EHR that starts later, subscribes first and sweeps after', async () => {
  const here = silentWard(colitisNote())
  const stop = new AbortController()
  const order: string[] = []
  here.ehr.failNext('EHR_UNREACHABLE')
  const watching = keepWatch({
    ...here,
    log,
    sweepAt: '05:00',
    hookUrl: 'https://irae.example/hooks/fake',
    sweepSoon: async () => {
      order.push(`${here.ehr.all('Subscription').length} subscriptions`)
      const report = await sweeper({ ...here, log })()
      stop.abort()
      return report
    },
    signal: stop.signal,
  })
  await watching.catch(() => undefined)
  expect(order[0]).toMatch(/^[1-9]\d* subscriptions$/)
  expect(lines.join('')).toContain('EHR_UNREACHABLE')
})

test('the log of a round holds codes and counts, and no word or reference of a patient', async () => {
  const here = silentWard(colitisNote())
  await sweeper({ ...here, log })()
  await here.readAll()
  expect(lines.join('')).toContain('"event":"sweep"')
  for (const word of ['Orlebar', 'colitis', 'Patient/p1', 'Prednisone']) expect(lines.join('')).not.toContain(word)
})

test('W1: an EHR that does not allow Flags gets no write and no refusal loop; log, status and panel say so', async () => {
  const here = silentWard(colitisNote())
  const statement = await here.ehr.capabilities()
  const [server] = statement.rest ?? []
  const resource = server?.resource?.filter(({ type }) => type !== 'Flag') ?? []
  const ehr = {
    ...here.ehr,
    capabilities: async () => ({ ...statement, rest: [{ mode: 'server' as const, resource }] }),
  }
  const stop = new AbortController()
  const sweepSoon = async () => {
    stop.abort()
    return sweeper({ ...here, log })()
  }
  const hookUrl = 'https://irae.example/hooks/fake'
  await keepWatch({ ...here, ehr, log, sweepAt: '05:00', hookUrl, sweepSoon, signal: stop.signal })
  await here.readAll()
  await here.signed({ decision: 'confirmed' })
  expect(here.observations()).toEqual([])
  expect(await here.writes()).toEqual([])
  expect(lines.filter((line) => line.includes('ehr-may-not-be-written'))).toHaveLength(1)
  expect((await statusOf(here.db)).ehr).toEqual({ fake: ['metadata Flag.create', 'metadata Flag.update'] })
  const doors = { ...here, site: here.ehr.site, series: async () => new Map(), people: async (who: string) => who }
  const view = await panelView('Patient/p1', doors)
  expect(view).toMatchObject({ writes: 'none', writesWhy: 'not-allowed-by-ehr' })
  expect(view.findings).toMatchObject([{ written: 'none', finding: { review: 'confirmed' } }])
})

test('the report of a run is complete when its last arrival has ended, and counts what became of them', async () => {
  const scan = note('n2', '', { content: [{ attachment: { contentType: 'image/png', data: 'AAAA' } }] })
  const here = silentWard(colitisNote(), scan)
  await sweeper({ ...here, log })()
  expect(await completeRuns(here.db, 'fake')).toBe(0)
  await here.readAll()
  expect(await completeRuns(here.db, 'fake')).toBe(1)
  expect(await completeRuns(here.db, 'fake')).toBe(0)
  const { report } = await here.db.selectFrom('run').select('report').executeTakeFirstOrThrow()
  expect(report.funnel).toMatchObject({ unreadable: 1, failed: 0, read: 1, claims: 1, tokens: 0, costUsd: 0 })
  expect(report.funnel).toMatchObject({ supported: 1, signed: 0, notProposed: {} })
})

test('what was weighed and not proposed is counted by reason, once however often the chart is read again', async () => {
  const denied = note('n2', 'No diarrhea. No rash. On pembrolizumab.')
  const here = silentWard(denied)
  await sweeper({ ...here, log })()
  await here.readAll()
  await here.charted(note('n3', 'Feels well on pembrolizumab.'))
  const counted = (await statusOf(here.db)).notProposed
  expect(counted).toEqual({ negated: 2 })
  await completeRuns(here.db, 'fake')
  const { lastSweep } = await statusOf(here.db)
  expect(lastSweep?.report.funnel).toMatchObject({ claims: 2, supported: 0, notProposed: { negated: 2 } })
  expect(await metricsFor(here.db).registry.metrics()).toContain('irae_not_proposed{reason="negated"} 2')
})

test('a finding that was signed when the run ended counts as signed in its report', async () => {
  const here = silentWard(colitisNote())
  await sweeper({ ...here, log })()
  await here.readAll()
  await here.signed({ decision: 'confirmed' })
  await completeRuns(here.db, 'fake')
  expect((await statusOf(here.db)).lastSweep?.report.funnel).toMatchObject({ supported: 1, signed: 1 })
})

test('the status counts arrivals by ending, findings, writes and notes, and names no patient', async () => {
  const here = silentWard()
  await here.charted(colitisNote())
  await here.charted(note('n2', '', { content: [{ attachment: { contentType: 'image/png', data: 'AAAA' } }] }))
  const status = await statusOf(here.db)
  expect(status).toMatchObject({
    arrivals: { published: 1, unreadable: 1 },
    oldestWaitingAt: null,
    findings: { awaiting: 1 },
    publications: { confirmed: 1 },
    notes: { read: 1, unread: 1 },
    watched: 1,
    lastSweep: null,
  })
  expect(JSON.stringify(status)).not.toMatch(/Patient|Orlebar|colitis/i)
})

test('the status names how long the oldest arrival has waited', async () => {
  const here = silentWard()
  await here.inbox.receive([{ site: 'fake', type: 'DocumentReference', id: 'n1', versionId: '1', reason: 'sweep' }])
  expect((await statusOf(here.db)).oldestWaitingAt).toMatch(/^2026-06-01T09:/)
})

async function monitored(ready: () => boolean, db = store.current.db) {
  const app = Fastify()
  onTestFinished(() => app.close())
  const metrics = metricsFor(store.current.db)
  monitoringRoutes(app as never, { db, metrics, ready })
  return { app, metrics }
}

test('the process lives at once; it is ready when its start is complete and the store answers', async () => {
  let started = false
  const { app } = await monitored(() => started)
  expect((await app.inject({ url: '/healthz' })).json()).toEqual({ status: 'alive' })
  expect((await app.inject({ url: '/readyz' })).statusCode).toBe(503)
  started = true
  expect((await app.inject({ url: '/readyz' })).json()).toEqual({ status: 'ready', store: true, started: true })
})

test('without its store the process is not ready, and still answers', async () => {
  const gone = {
    selectFrom: () => ({ select: () => ({ limit: () => ({ execute: () => Promise.reject(new Error('gone')) }) }) }),
  }
  const { app } = await monitored(() => true, gone as never)
  const reply = await app.inject({ url: '/readyz' })
  expect([reply.statusCode, reply.json().store]).toEqual([503, false])
})

test('the metrics count endings, calls and open arrivals; no label names a patient', async () => {
  const here = silentWard()
  await here.inbox.receive([{ site: 'fake', type: 'DocumentReference', id: 'n1', versionId: '1', reason: 'sweep' }])
  const { app, metrics } = await monitored(() => true)
  metrics.arrivalEnded('DocumentReference', 'published', 120)
  metrics.hook('event')
  const page = (await app.inject({ url: '/metrics' })).body
  expect(page).toContain('irae_arrivals_total{type="DocumentReference",ended="published"} 1')
  expect(page).toContain('irae_notifications_total{what="event"} 1')
  expect(page).toMatch(/^irae_arrivals_open 1$/m)
  expect(page).not.toMatch(/Patient|n1"/)
})
