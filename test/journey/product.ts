import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Child, childOf, freePort } from './child.ts'
import { buildPanel } from './panel-build.ts'

const root = join(import.meta.dirname, '../..')

export interface ProductOptions {
  /** settings of the service beside ports, folder and EHR, for example `DATABASE_URL` or `ROLES` */
  readonly service?: Readonly<Record<string, string>>
  readonly sandbox?: Readonly<Record<string, string>>
  /** false where nobody opens a page: the panel is then not built */
  readonly panel?: boolean
}

/** The real product on free ports: the sandbox EHR and the service, each a process of its own, over one data folder. */
export interface Product {
  /** origin of the sandbox EHR */
  readonly ehr: string
  readonly fhirBase: string
  /** origin of the service */
  readonly serviceOrigin: string
  readonly dataFolder: string
  readonly sandbox: Child
  readonly service: Child
  /** starts one more process of the service on a port of its own, with the same EHR and the same other settings */
  another(settings?: Readonly<Record<string, string>>): Promise<Child & { readonly origin: string }>
  /** waits until no arrival is open: at the start this is the reading of all seeded charts */
  everythingRead(): Promise<void>
  /** ends every process and removes the data folder */
  close(): Promise<void>
}

/** The little that our processes need from the machine: no setting of the person who runs the tests leaks in. */
const PLAIN = { PATH: '/usr/bin:/bin', TZ: 'UTC' }

/** Starts the whole product in an empty data folder and waits until both processes are ready. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  if (options.panel !== false) buildPanel()
  const dataFolder = mkdtempSync(join(tmpdir(), 'irae-product-'))
  const [ehrPort, servicePort] = [await freePort(), await freePort()]
  const ehr = `http://localhost:${ehrPort}`
  const fhirBase = `${ehr}/fhir`
  const serviceOrigin = `http://localhost:${servicePort}`
  const children: Child[] = []

  const sandbox = childOf({
    name: 'sandbox',
    program: join(root, 'server/sandbox/main.ts'),
    environment: {
      ...PLAIN,
      SANDBOX_PORT: String(ehrPort),
      SERVICE_ORIGIN: serviceOrigin,
      DATA_FOLDER: dataFolder,
      ...options.sandbox,
    },
    readyUrl: `${fhirBase}/metadata`,
  })
  const serviceOn = (port: number, settings: Readonly<Record<string, string>>) =>
    childOf({
      name: 'service',
      program: join(root, 'server/main.ts'),
      environment: {
        ...PLAIN,
        PORT: String(port),
        SERVICE_ORIGIN: serviceOrigin,
        EHR_FHIR_BASE: fhirBase,
        EHR_SITE: 'sandbox',
        DATA_FOLDER: dataFolder,
        ...options.service,
        ...settings,
      },
      readyUrl: `http://127.0.0.1:${port}/readyz`,
    })
  const service = serviceOn(servicePort, {})
  children.push(service, sandbox)

  const close = async () => {
    await Promise.allSettled(children.map((child) => child.kill()))
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    await Promise.all([sandbox.start(), service.start()])
  } catch (error) {
    await close()
    throw error
  }
  return {
    ehr,
    fhirBase,
    serviceOrigin,
    dataFolder,
    sandbox,
    service,
    another: async (settings = {}) => {
      const port = await freePort()
      const child = serviceOn(port, settings)
      children.push(child)
      await child.start()
      return Object.assign(child, { origin: `http://localhost:${port}` })
    },
    everythingRead: () => everythingRead(serviceOrigin),
    close,
  }
}

const READ_WITHIN_MS = 180_000

/** Nothing open may also mean that nothing has arrived yet, so at least one ended arrival must be counted. */
async function everythingRead(serviceOrigin: string): Promise<void> {
  const until = performance.now() + READ_WITHIN_MS
  while (performance.now() < until) {
    const metrics = await (await fetch(`${serviceOrigin}/metrics`)).text()
    if (sum(metrics, 'irae_arrivals_total') > 0 && sum(metrics, 'irae_arrivals_open') === 0) return
    await pause(100)
  }
  throw new Error('The service did not finish reading the charts.')
}

/** The sum of a metric over all its labels in the text format of Prometheus. */
function sum(metrics: string, name: string): number {
  const lines = metrics.split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
  return lines.reduce((total, line) => total + Number(line.slice(line.lastIndexOf(' ') + 1)), 0)
}
