import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { LaboratoryResult } from '#fhir-mappings/laboratory-result.ts'
import type { LaunchSite } from '#fhir-mappings/panel.ts'
import type { ConnectedEhr } from '#server/ehr/connect.ts'
import { JWKS_CACHE_SECONDS } from '#server/ehr/keys.ts'
import { seriesIn } from '#server/evidence/assemble.ts'
import { subscriptionBookOf } from '#server/intake/subscription-book.ts'
import { webhookRoutes } from '#server/intake/webhook.ts'
import { Introspection } from '#server/panel/launch-check.ts'
import { panelPages } from '#server/panel/pages.ts'
import { peopleOf } from '#server/panel/people.ts'
import { panelRoutes } from '#server/panel/routes.ts'
import { findingFor, sign } from '#server/sign-off/sign.ts'
import type { OpenDoors } from './doors.ts'
import { auditReaders, type Settings } from './settings.ts'

/** What the role `api` answers: our public keys, the EHR's notifications, the panel's pages and its questions. */
export async function apiRoutes(
  app: FastifyInstance,
  doors: OpenDoors,
  settings: Settings,
  stopping: AbortSignal,
): Promise<void> {
  app.get('/jwks.json', async (_request, reply) =>
    reply.header('cache-control', `public, max-age=${JWKS_CACHE_SECONDS}`).send(doors.keys.jwks()),
  )
  await app.register(hooks(doors))
  await pages(app, doors, settings)
  questions(app, doors, settings, stopping)
}

function hooks({ db, inbox, metrics, now, onArrival, sweepSoon }: OpenDoors) {
  const book = subscriptionBookOf(db)
  return webhookRoutes({
    inbox,
    onArrival: (arrivals) => onArrival(arrivals, 'urgent'),
    callers: (site) => book.callers(site),
    onHeard: (site, secret, isBeat) => void book.heard(site, secret, { at: now(), isBeat }).catch(() => undefined),
    onUnnamed: () => void sweepSoon().catch(() => undefined),
    count: (what) => metrics.hook(what),
  })
}

async function pages(app: FastifyInstance, { site }: OpenDoors, settings: Settings): Promise<void> {
  const launch: LaunchSite = {
    iss: site.fhirBase,
    clientId: settings.PANEL_CLIENT_ID,
    scope: settings.PANEL_SCOPE,
    pkce: 'required',
  }
  await panelPages(app, {
    folder: join(import.meta.dirname, '../dist/panel'),
    config: { sites: [launch], service: '' },
    ehrOrigins: [new URL(site.fhirBase).origin, ...settings.EHR_ORIGINS],
  })
}

function questions(app: FastifyInstance, doors: OpenDoors, settings: Settings, stopping: AbortSignal): void {
  const { db, ehr, ledger, lease, now, publisher, site } = doors
  const signOff = { db, ledger, lease, publisher, site: site.id, now }
  panelRoutes(app, {
    ...{ db, ehr, now, site, ledger, fetch, stopping },
    clientIds: [settings.PANEL_CLIENT_ID],
    mayReadAudit: auditReaders(settings),
    introspect: (token) => introspection(ehr, token),
    people: peopleOf(ehr),
    series: (patient) => courses(ehr, patient),
    desk: {
      findingFor: (visitor, id) => findingFor(visitor, id, signOff),
      sign: (id, asked, visitor) => sign(id, asked, visitor, signOff),
    },
  })
}

async function introspection(ehr: ConnectedEhr, token: string): Promise<Introspection | undefined> {
  const said = await ehr.introspect(token)
  return said === undefined ? undefined : Introspection.parse(said)
}

async function courses(ehr: ConnectedEhr, patient: string): Promise<ReadonlyMap<string, readonly LaboratoryResult[]>> {
  return new Map((await seriesIn(ehr, patient)).map(({ analyte, results }) => [analyte, results]))
}
