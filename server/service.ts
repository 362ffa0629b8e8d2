import { join } from 'node:path'
import type { Logger } from 'pino'
import type { SystemVersion } from '#fhir-mappings/device.ts'
import type { Finding } from '#fhir-mappings/finding.ts'
import type { LaboratoryResult } from '#fhir-mappings/laboratory-result.ts'
import { embeddedReader } from '#server/agents/embedded/embedded-reader.ts'
import { headFile } from '#server/audit/head-file.ts'
import { openLedger } from '#server/audit/ledger.ts'
import { type ConnectedEhr, connect } from '#server/ehr/connect.ts'
import { JWKS_CACHE_SECONDS, signingKeys } from '#server/ehr/keys.ts'
import { seriesIn } from '#server/evidence/assemble.ts'
import { inboxOf } from '#server/intake/inbox.ts'
import { subscriptionBookOf } from '#server/intake/subscription-book.ts'
import { abandonedArrivals } from '#server/intake/taking.ts'
import { webhookRoutes } from '#server/intake/webhook.ts'
import { type EndedArrival, readArrival } from '#server/intake/worker.ts'
import { metricsFor } from '#server/monitoring/metrics.ts'
import { monitoringRoutes } from '#server/monitoring/routes.ts'
import { statusOf } from '#server/monitoring/status.ts'
import { Introspection } from '#server/panel/launch-check.ts'
import { panelPages } from '#server/panel/pages.ts'
import { peopleOf } from '#server/panel/people.ts'
import { panelRoutes } from '#server/panel/routes.ts'
import { findingFor, sign } from '#server/sign-off/sign.ts'
import { openStore, type Store } from '#server/store/database.ts'
import { type FolderLock, lockFolder } from '#server/store/folder-lock.ts'
import { keptText } from '#server/store/kept.ts'
import { patientLease } from '#server/store/patient-lease.ts'
import { openQueue } from '#server/store/queue.ts'
import { publisherFor } from '#server/write-back/publisher.ts'
import { controlRoutes } from './control.ts'
import { roomsFor } from './rooms.ts'
import { keepWatch, recoverRounds, sweeper } from './scheduler.ts'
import { type Settings, siteFromSettings } from './settings.ts'
import { surveil } from './surveillance.ts'
import { webServer } from './web.ts'

export const PRODUCT_VERSION = '0.1.0'

export interface Service {
  readonly address: string
  stop(): Promise<void>
}

/** Opens the store and every room by the settings, and listens. Throws before it listens when a setting cannot work. */
export async function startService(settings: Settings, log: Logger, now: () => Date): Promise<Service> {
  const lock = settings.DATABASE_URL ? undefined : lockFolder(settings.DATA_FOLDER)
  try {
    const store = await openStore({ databaseUrl: settings.DATABASE_URL, dataFolder: settings.DATA_FOLDER })
    return await serviceOn(store, lock, settings, log, now)
  } catch (error) {
    lock?.release()
    throw error
  }
}

async function serviceOn(
  store: Store,
  lock: FolderLock | undefined,
  settings: Settings,
  log: Logger,
  now: () => Date,
): Promise<Service> {
  const { db } = store
  const site = siteFromSettings(settings)
  const origin = settings.SERVICE_ORIGIN ?? `http://localhost:${settings.PORT}`
  const metrics = metricsFor(db)
  const keys = await signingKeys(keptText(db, 'signing-keys'), now)
  const ehr = connectedEhr(settings, site, keys, log, now)
  const ledger = openLedger(db, headFile(join(settings.DATA_FOLDER, 'audit-head.json')), now)
  const lease = patientLease(db)
  const reader = embeddedReader()
  const systemOf = (finding: Finding): SystemVersion => ({
    product: PRODUCT_VERSION,
    reader: finding.proposal.reader,
    ctcae: finding.proposal.ctcaeVersion,
    modelCard: `${origin}/panel/model-card.html`,
  })
  const publisher = publisherFor({ ehr, db, ledger, systemOf, now })
  const inbox = inboxOf(db, now)
  const queue = await openQueue(store, (error) => log.error({ event: 'queue', error: error.name }))
  const onArrival = (arrivals: readonly number[]) => {
    if (arrivals.length === 0) return
    queue.enqueue(arrivals).catch((error: Error) => log.error({ event: 'enqueue', error: error.name }))
  }
  const rooms = roomsFor({
    ehr,
    db,
    reader,
    ledger,
    inbox,
    publisher,
    lease,
    now,
    onArrival,
    windowMonths: settings.COHORT_MONTHS,
    ctcae: settings.CTCAE_VERSION,
  })
  const worker = {
    db,
    now,
    surveil: (arrival: Parameters<typeof surveil>[0]) => surveil(arrival, rooms),
    ended: ({ arrival, ending }: EndedArrival, ms: number) => {
      metrics.arrivalEnded(arrival.type, ending.ended, ms)
      log.info({ event: 'arrival-ended', arrival: arrival.id, type: arrival.type, ...ending, ms: Math.round(ms) })
    },
  }
  const stopping = new AbortController()
  const sweeping = { db, ehr, inbox, log, now, onArrival }
  const sweepSoon = sweeper(sweeping)
  const scheduling = {
    ...sweeping,
    sweepSoon,
    publisher,
    lease,
    sweepAt: settings.SWEEP_AT,
    hookUrl: `${origin}/hooks/${site.id}`,
    signal: stopping.signal,
  }

  let started = false
  const app = webServer(log)
  monitoringRoutes(app, { db, metrics, ready: () => started })
  if (settings.ROLES.includes('api')) {
    app.get('/jwks.json', async (_request, reply) =>
      reply.header('cache-control', `public, max-age=${JWKS_CACHE_SECONDS}`).send(keys.jwks()),
    )
    const book = subscriptionBookOf(db)
    await app.register(
      webhookRoutes({
        inbox,
        secrets: (asked) => book.secrets(asked),
        onArrival,
        onHeard: (heard) => void book.heard(heard, now()).catch(() => undefined),
        onUnnamed: () => void sweepSoon().catch(() => undefined),
        count: (what) => metrics.hook(what),
      }),
    )
    const ehrOrigins = [new URL(site.fhirBase).origin, ...settings.EHR_ORIGINS]
    const launch = {
      iss: site.fhirBase,
      clientId: settings.PANEL_CLIENT_ID,
      scope: settings.PANEL_SCOPE,
      pkce: 'required' as const,
    }
    await panelPages(app, {
      folder: join(import.meta.dirname, '../dist/panel'),
      config: { sites: [launch], service: '' },
      ehrOrigins,
    })
    const signOff = { db, ledger, lease, publisher, site: site.id, now }
    panelRoutes(app, {
      db,
      ehr,
      now,
      site,
      ledger,
      fetch,
      clientIds: [settings.PANEL_CLIENT_ID],
      introspect: async (token) => {
        const said = await ehr.introspect(token)
        return said === undefined ? undefined : Introspection.parse(said)
      },
      people: peopleOf(ehr),
      series: async (patient): Promise<ReadonlyMap<string, readonly LaboratoryResult[]>> =>
        new Map((await seriesIn(ehr, patient)).map(({ analyte, results }) => [analyte, results])),
      desk: {
        findingFor: (visitor, id) => findingFor(visitor, id, signOff),
        sign: (id, asked, visitor) => sign(id, asked, visitor, signOff),
      },
    })
  }
  if (lock) {
    controlRoutes(app, lock.token, {
      status: () => statusOf(db),
      'audit-verify': () => ledger.verify(),
      sweep: sweepSoon,
    })
  }
  await app.listen({ port: settings.PORT, host: settings.HOST })
  lock?.announce(`http://127.0.0.1:${settings.PORT}`)

  const rounds: Promise<void>[] = []
  if (settings.ROLES.includes('worker')) {
    await queue.work((id) => readArrival(id, worker), settings.WORKERS)
    onArrival(await abandonedArrivals(db, store.kind === 'pglite'))
  }
  if (settings.ROLES.includes('scheduler')) rounds.push(keepWatch(scheduling), recoverRounds(scheduling))
  started = true
  log.info({ event: 'service-started', site: site.id, write: site.write, store: store.kind, roles: settings.ROLES })
  return {
    address: origin,
    stop: async () => {
      stopping.abort()
      await app.close()
      await queue.stop()
      await Promise.allSettled(rounds)
      await ledger.anchor()
      await store.close()
      lock?.release()
      log.info({ event: 'service-stopped' })
    },
  }
}

function connectedEhr(
  settings: Settings,
  site: ReturnType<typeof siteFromSettings>,
  keys: Awaited<ReturnType<typeof signingKeys>>,
  log: Logger,
  now: () => Date,
): ConnectedEhr {
  const { EHR_AUTH, EHR_CLIENT_ID: clientId, EHR_SCOPE: scope, EHR_TOKEN_URL: tokenUrl } = settings
  const credentials =
    EHR_AUTH === 'none'
      ? ({ kind: 'none' } as const)
      : ({ kind: 'backend-services', clientId, scope, keys, ...(tokenUrl ? { tokenUrl } : {}) } as const)
  const attachmentHosts = settings.EHR_ATTACHMENT_ORIGINS
  return connect({
    site,
    credentials,
    now,
    attachmentHosts,
    log: (line) => (line.event === 'ehr-refused' ? log.warn(line) : log.debug(line)),
  })
}
