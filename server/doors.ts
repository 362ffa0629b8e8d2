import { join } from 'node:path'
import type { Logger } from 'pino'
import type { SystemVersion } from '#fhir-mappings/device.ts'
import type { Finding } from '#fhir-mappings/finding.ts'
import { embeddedReader } from '#server/agents/embedded/embedded-reader.ts'
import { headFile } from '#server/audit/head-file.ts'
import { openLedger } from '#server/audit/ledger.ts'
import { signingKeys } from '#server/ehr/keys.ts'
import { inboxOf } from '#server/intake/inbox.ts'
import { metricsFor } from '#server/monitoring/metrics.ts'
import type { Store } from '#server/store/database.ts'
import { keptText } from '#server/store/kept.ts'
import { patientLease } from '#server/store/patient-lease.ts'
import { openQueue } from '#server/store/queue.ts'
import { publisherFor } from '#server/write-back/publisher.ts'
import { connectedEhr } from './connected-ehr.ts'
import { sweeper } from './scheduler.ts'
import { type Settings, siteFromSettings } from './settings.ts'

const PRODUCT_VERSION = '0.1.0'

export type OpenDoors = Awaited<ReturnType<typeof openDoors>>

/** Everything that the rooms, the web server and the rounds share: one EHR, one store, one reader, one ledger. */
export async function openDoors(store: Store, settings: Settings, log: Logger, now: () => Date) {
  const { db } = store
  const site = siteFromSettings(settings)
  const origin = settings.SERVICE_ORIGIN ?? `http://localhost:${settings.PORT}`
  const keys = await signingKeys(keptText(db, 'signing-keys'), now)
  const metrics = metricsFor(db)
  const ehr = connectedEhr(settings, keys, { log, metrics }, now)
  const ledger = openLedger(db, headFile(join(settings.DATA_FOLDER, 'audit-head.json')), now, ({ seq }) =>
    log.error({ event: 'audit-head-differs', seq }),
  )
  const publisher = publisherFor({ ehr, db, ledger, systemOf: systemAt(origin), now })
  const inbox = inboxOf(db, now)
  const queue = await openQueue(store, (error) => log.error({ event: 'queue', error: error.name }))
  const onArrival = (arrivals: readonly number[], urgent?: 'urgent') => {
    if (arrivals.length === 0) return
    queue.enqueue(arrivals, urgent).catch((error: Error) => log.error({ event: 'enqueue', error: error.name }))
  }
  return {
    ...{ db, ehr, ledger, publisher, inbox, queue, onArrival, keys, site, origin, log, now },
    lease: patientLease(db),
    reader: embeddedReader(),
    metrics,
    sweepSoon: sweeper({ db, ehr, inbox, log, now, onArrival, windowMonths: settings.COHORT_MONTHS }),
    windowMonths: settings.COHORT_MONTHS,
    ctcae: settings.CTCAE_VERSION,
  }
}

/** T2: the Device of the version that made a finding; its model card is one click away (R1). */
const systemAt =
  (origin: string) =>
  ({ proposal }: Finding): SystemVersion => ({
    product: PRODUCT_VERSION,
    reader: proposal.reader,
    ctcae: proposal.ctcaeVersion,
    modelCard: `${origin}/panel/model-card.html`,
  })
