import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Resource } from '@medplum/fhirtypes'
import { exportJWK, generateKeyPair } from 'jose'
import { connect } from '#server/ehr/connect.ts'
import type { Ehr } from '#server/ehr/door.ts'
import { givenKey } from '#server/ehr/keys.ts'
import { buildSandbox } from '#server/sandbox/app.ts'
import { type Child, childOf, freePort } from '#test/journey/child.ts'

/** A sandbox EHR in this process with a data folder of its own, and the service as a process beside it, not yet started. */
export interface Ward {
  /** the EHR as another hospital system with its own credentials sees it */
  readonly ehr: Ehr
  readonly service: Child
  /** of the service */
  readonly dataFolder: string
  close(): Promise<void>
}

const CLIENT = 'hospital-system'

/** Opens the EHR with these charts. `settings` are the service's, beside ports, folder and EHR. */
export async function openWard(
  people: readonly (Resource & { id: string })[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Ward> {
  const [ehrPort, servicePort] = [await freePort(), await freePort()]
  const [ehrOrigin, serviceOrigin] = [`http://localhost:${ehrPort}`, `http://localhost:${servicePort}`]
  const folder = mkdtempSync(join(tmpdir(), 'irae-ward-'))
  const keys = await givenKey(await exportJWK((await generateKeyPair('ES384', { extractable: true })).privateKey))
  const system = {
    id: CLIENT,
    name: 'Hospital system',
    authentication: 'private_key_jwt' as const,
    redirectUris: [],
    scope: 'system/*.cruds',
    jwks: { keys: [...keys.jwks().keys] as never },
  }
  const now = () => new Date()
  const dataFolder = join(folder, 'service')
  const sandbox = await buildSandbox({
    dataFolder: join(folder, 'sandbox'),
    ...{ ehrOrigin, serviceOrigin, now, people },
    clients: [system],
  })
  await sandbox.app.listen({ port: ehrPort, host: '127.0.0.1' })
  const service = childOf({
    name: 'service',
    program: join(import.meta.dirname, '../../server/main.ts'),
    environment: {
      ...{ PATH: '/usr/bin:/bin', TZ: 'UTC' },
      ...{ PORT: String(servicePort), SERVICE_ORIGIN: serviceOrigin, DATA_FOLDER: dataFolder },
      ...{ EHR_SITE: 'sandbox', EHR_FHIR_BASE: `${ehrOrigin}/fhir` },
      ...settings,
    },
    readyUrl: `${serviceOrigin}/readyz`,
  })
  return {
    ehr: connect({
      site: {
        ...{ id: 'ward', fhirBase: `${ehrOrigin}/fhir`, write: 'none', subscriptions: false, timeZone: 'UTC' },
        ...{ atomicTransactions: true, crossPatientSearch: true },
      },
      credentials: { kind: 'backend-services', clientId: CLIENT, scope: 'system/*.cruds', keys },
      now,
      concurrency: 64,
    }),
    service,
    dataFolder,
    close: async () => {
      await service.kill()
      await sandbox.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
