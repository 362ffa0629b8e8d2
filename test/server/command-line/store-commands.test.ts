import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { headFile } from '#server/audit/head-file.ts'
import { openLedger } from '#server/audit/ledger.ts'
import { controlRoutes } from '#server/control.ts'
import { openStore, type Store } from '#server/store/database.ts'
import { lockFolder } from '#server/store/folder-lock.ts'
import { webServer } from '#server/web.ts'
import { closedOrigin, loopback, note, page } from '#test/server/ehr/loopback.ts'
import { irae } from './terminal.ts'

const DATA_FOLDER = mkdtempSync(join(tmpdir(), 'irae-store-'))
const environment = { DATA_FOLDER, EHR_AUTH: 'none' }
const now = () => new Date('2026-03-02T10:00:00Z')

async function inStore(work: (store: Store) => Promise<unknown>): Promise<void> {
  const store = await openStore({ dataFolder: DATA_FOLDER })
  try {
    await work(store)
  } finally {
    await store.close()
  }
}

beforeAll(async () => {
  await inStore(async ({ db }) => {
    const ledger = openLedger(db, headFile(join(DATA_FOLDER, 'audit-head.json')), now)
    const act = { action: 'read', subtype: 'chart-read', outcome: 'success', who: 'Device/irae-agent' } as const
    for (let n = 1; n <= 4; n++) await ledger.record([{ ...act, patient: 'Patient/a', about: [`Observation/o${n}`] }])
    const arrival = { site: 'test', resource_type: 'DocumentReference', version_id: '1', reason: 'sweep' } as const
    const at = { received_at: '2026-03-02T09:57:00Z', not_before: '2026-03-02T09:57:00Z' }
    const rows = ['n1', 'n2'].map((resource_id) => ({ ...arrival, ...at, resource_id }))
    await db.insertInto('arrival').values(rows).execute()
    const ended = { state: 'ended', ending: 'no-change', ended_at: '2026-03-02T09:58:00Z' } as const
    await db.updateTable('arrival').set(ended).where('resource_id', '=', 'n2').execute()
  })
}, 60_000)

test('status prints counts by state and how long the oldest arrival has waited, and no patient', async () => {
  const { code, out, complaints } = await irae(['status'], { environment })
  expect({ code, complaints }).toEqual({ code: 0, complaints: [] })
  expect(out).toContain('arrivals           1 no-change, 1 waiting\n')
  expect(out).toContain('oldest waiting     2026-03-02T09:57:00.000Z (3 min ago)\n')
  expect(out).toContain('last sweep         none yet\n')
  expect(out).not.toContain('Patient/')
  const [json] = (await irae(['status', '--json'], { environment })).answers
  expect(json).toMatchObject({ arrivals: { 'no-change': 1, waiting: 1 }, notes: { read: 0, unread: 0 } })
})

test('a folder without a store is refused, not made into one that says "nothing waits"', async () => {
  const folder = join(DATA_FOLDER, 'mistyped')
  const { code, complaints } = await irae(['status'], { environment: { DATA_FOLDER: folder } })
  expect(code).toBe(2)
  expect(complaints[0]).toContain(`There is no store in ${folder}.`)
  expect(existsSync(folder)).toBe(false)
})

test('a relative data folder begins where the person is', async () => {
  const { complaints } = await irae(['status'], { environment: { DATA_FOLDER: 'here' }, folder: '/somewhere' })
  expect(complaints[0]).toContain('There is no store in /somewhere/here.')
})

test('a database that does not answer is named by its setting, without a fall-back to the folder', async () => {
  const DATABASE_URL = (await closedOrigin()).replace('http://', 'postgres://')
  const { code, out, complaints } = await irae(['status'], { environment: { ...environment, DATABASE_URL } })
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(complaints).toEqual([
    'irae: STORE_UNREACHABLE: The database does not answer. Check DATABASE_URL and that the server runs.',
  ])
})

test('audit verify says that the ledger is intact, and where and how it breaks', async () => {
  const verify = () => irae(['audit', 'verify'], { environment })
  const whole = await verify()
  expect(whole).toMatchObject({ code: 0, complaints: [] })
  expect(whole.out).toMatch(/^intact: 4 entries, head [0-9a-f]{64}\n$/)

  await inStore(async ({ db }) => {
    await db.deleteFrom('audit_entry').where('seq', '=', 4).execute()
    rmSync(join(DATA_FOLDER, 'audit-head.json'))
  })
  const cut = await verify()
  expect(cut.code).toBe(1)
  expect(cut.out).toBe('broken: entries from 4 on were cut off (rows-cut-off); 3 entries before it are intact\n')
  expect(cut.complaints[0]).toContain('audit-head.json is not here')

  await inStore(({ db }) =>
    sql`update audit_entry set event = jsonb_set(event, '{outcome}', '"4"') where seq = 3`.execute(db),
  )
  const [verdict] = (await irae(['audit', 'verify', '--json'], { environment })).answers
  expect(verdict).toEqual({ intact: false, entries: 2, at: 3, why: 'row-changed' })
}, 30_000)

test('while a service holds the folder, it is asked over loopback with the token of the lock', async () => {
  const lock = lockFolder(DATA_FOLDER)
  onTestFinished(() => lock.release())
  const starting = await irae(['status'], { environment })
  expect(starting.code).toBe(2)
  expect(starting.complaints[0]).toContain(`Process ${process.pid} holds the data folder and is starting`)

  const app = webServer(pino({ level: 'silent' }))
  const head = 'a'.repeat(64)
  controlRoutes(app, lock.token, {
    status: async () => ({
      arrivals: { waiting: 7 },
      oldestWaitingAt: null,
      findings: {},
      publications: {},
      notes: {},
    }),
    'audit-verify': async () => ({ intact: true, entries: 9, head }),
    sweep: async () => {
      throw new Error('the sweep has a bug')
    },
  })
  onTestFinished(() => app.close())
  lock.announce(await app.listen({ port: 0, host: '127.0.0.1' }))
  expect((await irae(['status'], { environment })).out).toContain('arrivals           7 waiting\n')
  expect((await irae(['audit', 'verify'], { environment })).out).toBe(`intact: 9 entries, head ${head}\n`)
  expect(await irae(['sweep', '--once'], { environment })).toMatchObject({
    code: 2,
    complaints: ['irae: The running service refused: BUG. See its log.'],
  })
})

test('a service that holds the folder and does not answer is named by its process', async () => {
  const lock = lockFolder(DATA_FOLDER)
  onTestFinished(() => lock.release())
  const control = await closedOrigin()
  lock.announce(control)
  const { code, complaints } = await irae(['status'], { environment })
  expect(code).toBe(2)
  expect(complaints).toEqual([
    `irae: Process ${process.pid} holds the data folder but does not answer at ${control}. See its log.`,
  ])
})

test('sweep --once on a free folder searches the EHR, reads all that waits and lets the folder go', async () => {
  const charted = { ...note('n7'), meta: { versionId: '1', lastUpdated: '2026-03-02T09:00:00Z' } }
  const ehr = await loopback(({ url }) => {
    if (url.startsWith('/fhir/metadata')) return { body: { resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' } }
    if (url === '/fhir/DocumentReference/n7') return { body: charted }
    if (url === '/fhir/DocumentReference/n1')
      return { status: 410, body: { resourceType: 'OperationOutcome', issue: [] } }
    return { body: page(url.startsWith('/fhir/DocumentReference?') ? [charted] : []) }
  })
  const PORT = new URL(await closedOrigin()).port
  const swept = { ...environment, PORT, EHR_SITE: 'test', EHR_FHIR_BASE: `${ehr.origin}/fhir` }
  const { code, out, complaints } = await irae(['sweep', '--once'], { environment: swept, now: () => new Date() })
  expect({ code, complaints }).toEqual({ code: 0, complaints: [] })
  expect(out).toMatch(/^complete: test in /)
  expect(out).toMatch(/DocumentReference +1 seen, 1 new\n/)
  expect(existsSync(join(DATA_FOLDER, 'lock.json'))).toBe(false)
  const [after] = (await irae(['status', '--json'], { environment: swept })).answers
  expect(after).toMatchObject({
    arrivals: { 'no-change': 1, 'no-news': 1, 'not-in-cohort': 1 },
    oldestWaitingAt: null,
    lastSweep: { report: { complete: true } },
  })
}, 60_000)
