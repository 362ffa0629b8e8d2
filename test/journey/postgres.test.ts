import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Flag, Observation, Provenance } from '@medplum/fhirtypes'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { OUR_FINDINGS, OUR_FLAGS, OUR_WRITES } from '#fhir-mappings/code-systems.ts'
import { openStore, type Store } from '#server/store/database.ts'
import { type Child, childOf, freePort } from './child.ts'
import { type Clinician, loggedIn } from './clinician.ts'
import { type PostgresServer, startPostgres } from './postgres-server.ts'
import { settled } from './postgres-settled.ts'
import { type Product, startProduct } from './product.ts'

const SETTLED_WITHIN_MS = 60_000
const NOTES = 60
const people = ['nora-tillinghast', 'goran-ashworth', 'celine-marchetti', 'farah-nowicki', 'kwame-sorensen']

describe('The product on PostgreSQL, with one process for the web and two that read', () => {
  let postgres: PostgresServer
  let product: Product
  let store: Store
  let readers: readonly Child[]
  let clinician: Clinician

  beforeAll(async () => {
    postgres = await startPostgres()
    product = await startProduct({ panel: false, service: { DATABASE_URL: postgres.url, ROLES: 'api,scheduler' } })
    readers = await Promise.all([product.another({ ROLES: 'worker' }), product.another({ ROLES: 'worker' })])
    store = await openStore({ databaseUrl: postgres.url, dataFolder: product.dataFolder })
    clinician = await loggedIn(product)
    await settled(store.db, SETTLED_WITHIN_MS)
  })

  afterAll(async () => {
    await store?.close()
    await product?.close()
    await postgres?.stop()
  })

  it('starts on an empty database, and the charts that were there are read', async () => {
    const notes = await store.db.selectFrom('note').select('source').where('readable', '=', true).execute()
    const findings = await store.db.selectFrom('finding').select('id').execute()
    expect(notes.length).toBeGreaterThan(50)
    expect(findings.length).toBeGreaterThan(10)
  })

  it('turns a signed note into a Flag in the EHR', async () => {
    await clinician.writeNote('nora-tillinghast', 'Immune-related colitis, grade 3, on dostarlimab. 9 stools a day.')
    await settled(store.db, SETTLED_WITHIN_MS)
    const flags = await clinician.search<Flag>('Flag', 'patient=nora-tillinghast')
    expect(flags.map(({ code }) => code.text)).toContain(
      'Unconfirmed: Colitis, CTCAE grade 3 (immune-related adverse event)',
    )
  })

  it(`reads ${NOTES} notes with two processes: each ends once, each finding stands once, each version is written once`, async () => {
    const before = await arrivalsIn(store)
    const written = Array.from({ length: NOTES }, (_, n) => n)
    await Promise.all(written.map((n) => clinician.writeNote(people[n % people.length] ?? '', noteText(n))))
    await settled(store.db, SETTLED_WITHIN_MS)

    const arrivals = (await arrivalsIn(store)).filter(({ id }) => !before.some((old) => old.id === id))
    expect(new Set(arrivals.map(({ resource_id }) => resource_id)).size).toBe(NOTES)
    expect(arrivals.map(({ ending }) => ending)).not.toContain('failed')
    const told = readers.map(endingsTold)
    for (const ended of told) expect(ended.length).toBeGreaterThan(0)
    for (const { id } of arrivals) expect(told.flat().filter((one) => one === id)).toHaveLength(1)
    await standsOnce()
  })

  /** What the EHR holds of ours against the ledger of writes. */
  async function standsOnce(): Promise<void> {
    const observations = await clinician.search<Observation>('Observation', 'category=exam')
    const flags = await clinician.search<Flag>('Flag', '')
    const provenances = await clinician.search<Provenance>('Provenance', '')
    const rows = await store.db.selectFrom('publication').select(['key', 'finding_id', 'state']).execute()
    const confirmed = rows.filter(({ state }) => state === 'confirmed')
    const findings = [...new Set(confirmed.map(({ finding_id }) => finding_id))].sort()
    expect(observations.flatMap((one) => identifiers(one, OUR_FINDINGS)).sort()).toEqual(findings)
    expect(flags.flatMap((one) => identifiers(one, OUR_FLAGS)).sort()).toEqual(findings)
    expect(provenances.flatMap(writeTags).sort()).toEqual(confirmed.map(({ key }) => key).sort())
  }
})

describe('Two processes that begin at once on an empty database', () => {
  it('B3: agree on one signing key, so that the EHR knows the signature of either', async () => {
    const postgres = await startPostgres()
    onTestFinished(() => postgres.stop())
    const ports = [await freePort(), await freePort()]
    const services = await Promise.all(ports.map((port) => serviceWith({ DATABASE_URL: postgres.url }, port)))
    await Promise.all(services.map((service) => service.start()))
    const keys = await Promise.all(
      ports.map(async (port) => (await fetch(`http://127.0.0.1:${port}/jwks.json`)).text()),
    )
    expect(keys[0]).toContain('"kid"')
    expect(keys[1]).toBe(keys[0])
  })
})

describe('A service whose store cannot work does not start, and says why', () => {
  it('when nobody answers under DATABASE_URL', async () => {
    const service = await serviceWith({ DATABASE_URL: `postgres://irae@127.0.0.1:${await freePort()}/irae` })
    await expect(service.start()).rejects.toThrow(/did not start\. .*Check DATABASE_URL and that the server runs/)
  })

  it('when the roles are split although the embedded store belongs to one process', async () => {
    const service = await serviceWith({ ROLES: 'worker' })
    await expect(service.start()).rejects.toThrow(/only with DATABASE_URL set/)
  })

  it('when another process holds the data folder: that one goes on undisturbed', async () => {
    const DATA_FOLDER = temporaryFolder()
    const first = await serviceWith({ DATA_FOLDER })
    await first.start()
    const second = await serviceWith({ DATA_FOLDER })
    await expect(second.start()).rejects.toThrow(
      new RegExp(`Process ${first.pid} holds it: stop it, or set DATA_FOLDER`),
    )
    expect(first.running).toBe(true)
    expect(await first.stop()).toBe(0)
    await second.start()
    expect(second.running).toBe(true)
  })
})

async function serviceWith(settings: Readonly<Record<string, string>>, given?: number): Promise<Child> {
  const port = given ?? (await freePort())
  const child = childOf({
    name: 'service',
    program: join(import.meta.dirname, '../../server/main.ts'),
    environment: {
      PATH: '/usr/bin:/bin',
      PORT: String(port),
      DATA_FOLDER: temporaryFolder(),
      EHR_FHIR_BASE: `http://127.0.0.1:${await freePort()}/fhir`,
      ...settings,
    },
    readyUrl: `http://127.0.0.1:${port}/readyz`,
  })
  onTestFinished(() => child.kill())
  return child
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'irae-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

const terms = ['colitis', 'pneumonitis', 'hepatitis', 'arthritis', 'myositis', 'nephritis']

const noteText = (n: number): string =>
  `Visit ${n}: immune-related ${terms[n % terms.length]}, grade ${1 + (n % 3)}, due to the checkpoint inhibitor.`

const arrivalsIn = ({ db }: Store) => db.selectFrom('arrival').select(['id', 'resource_id', 'ending']).execute()

/** Ids of the arrivals that a process says it has ended. */
const endingsTold = (child: Child): readonly number[] =>
  child
    .log()
    .split('\n')
    .filter((line) => line.includes('"arrival-ended"'))
    .map((line) => Number(JSON.parse(line).arrival))

const identifiers = ({ identifier = [] }: Observation | Flag, wanted: string): readonly string[] =>
  identifier.flatMap(({ system, value }) => (system === wanted && value ? [value] : []))

const writeTags = ({ meta }: Provenance): readonly string[] =>
  (meta?.tag ?? []).flatMap(({ system, code }) => (system === OUR_WRITES && code ? [code] : []))
