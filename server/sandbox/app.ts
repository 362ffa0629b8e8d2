import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import type { Resource } from '@medplum/fhirtypes'
import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance, LogController } from 'fastify'
import { chartRoutes } from './chart/chart-routes.ts'
import { pulseOf } from './chart/pulse.ts'
import { openRepository } from './fhir/open-repository.ts'
import { fhirRoutes } from './fhir/routes.ts'
import { openExchange } from './fhir/subscriptions/exchange.ts'
import type { Repository } from './repository.ts'
import { bearerAuthorization } from './smart/bearer.ts'
import { clientKeys } from './smart/client-keys.ts'
import { type RegisteredClient, registeredClients } from './smart/clients.ts'
import { addressesOf } from './smart/issuer.ts'
import { refusalPage } from './smart/login-pages.ts'
import { sendPage } from './smart/page.ts'
import { sessions } from './smart/session.ts'
import { openSigningKey } from './smart/signing-key.ts'
import { smartRoutes } from './smart/smart-routes.ts'
import { staffResources } from './smart/staff.ts'
import { openVault } from './smart/vault.ts'

export interface SandboxOptions {
  /** made when it is missing; a second process must not use it at the same time */
  readonly dataFolder: string
  /** the origin under which browsers and the service reach the sandbox, without a slash at its end */
  readonly ehrOrigin: string
  /** the origin of the irAE service: its panel, its keys, its webhook */
  readonly serviceOrigin: string
  readonly now: () => Date
  /** the seeded cohort; staff and hospital are added here */
  readonly people: readonly (Resource & { id: string })[]
  /** apps beside the two of the product */
  readonly clients?: readonly RegisteredClient[]
  readonly logger?: FastifyBaseLogger
}

export interface Sandbox {
  readonly app: FastifyInstance
  readonly repository: Repository
  close(): Promise<void>
}

/** An EHR of our own: FHIR server, SMART authorization and chart on one origin; an empty store is seeded. */
export async function buildSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { dataFolder, ehrOrigin, serviceOrigin, now } = options
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const addresses = addressesOf(ehrOrigin)
  const repository = openRepository({ file: join(dataFolder, 'charts.sqlite'), now, base: addresses.fhirBase })
  if (repository.isEmpty()) repository.seed(seeds(options.people))

  const vault = openVault(dataFolder, now)
  const app = Fastify({
    logController: new LogController({ disableRequestLogging: true }),
    ...(options.logger ? { loggerInstance: options.logger } : {}),
  }) as unknown as FastifyInstance
  await app.register(cookie)
  await app.register(formbody)
  openToOtherOrigins(app)
  leadToOrigin(app, ehrOrigin)
  answerErrors(app)

  const desk = {
    addresses,
    serviceOrigin,
    repository,
    vault,
    now,
    clients: [...registeredClients(serviceOrigin), ...(options.clients ?? [])],
    keys: clientKeys(now),
    signingKey: await openSigningKey(dataFolder),
    sessions: sessions(vault, repository),
    pulse: pulseOf(repository),
  }
  smartRoutes(app, desk)
  chartRoutes(app, desk)
  await app.register(
    fhirRoutes({
      repository,
      authorize: bearerAuthorization(vault),
      base: addresses.fhirBase,
      oauth: { authorize: addresses.authorize, token: addresses.token, introspect: addresses.introspect },
      now,
    }),
    { prefix: '/fhir' },
  )

  const exchange = openExchange({ repository, now })
  return {
    app,
    repository,
    async close() {
      await exchange.stop()
      await app.close()
      repository.close()
    },
  }
}

/**
 * 127.0.0.1 and localhost are two hosts for cookies and frames: who opens the chart under the first is led to the
 * origin with which the panel is launched.
 */
function leadToOrigin(app: FastifyInstance, ehrOrigin: string): void {
  const { hostname } = new URL(ehrOrigin)
  app.addHook('onRequest', async (request, reply) => {
    const isPage = request.method === 'GET' && !/^\/(fhir|issuer)\//.test(request.url)
    if (isPage && hostname === 'localhost' && ['127.0.0.1', '[::1]'].includes(request.hostname)) {
      await reply.redirect(`${ehrOrigin}${request.url}`, 302)
    }
  })
}

/** The log gets the kind of error and the route, never the address or the message: both may carry a chart's words. */
function answerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => sendPage(reply, refusalPage('There is no such page.', 404)))
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode !== undefined && error.statusCode < 500 ? error.statusCode : 500
    if (status === 500) request.log.error({ error: error.name, code: error.code, route: request.routeOptions.url })
    return sendPage(reply, refusalPage('The sandbox could not answer this request.', status))
  })
}

/** Staff, hospital and cohort; a practitioner whom the cohort brings along is there once. */
function seeds(people: SandboxOptions['people']): SandboxOptions['people'] {
  const byReference = new Map([...people, ...staffResources()].map((one) => [`${one.resourceType}/${one.id}`, one]))
  return [...byReference.values()]
}

/**
 * The addresses of the authorization server: answers that carry no cookie may be read from any origin, preflight included;
 * the FHIR routes do the same for themselves.
 */
function openToOtherOrigins(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!/^\/(fhir\/\.well-known|issuer\/(token|jwks\.json|smart-style\.json|\.well-known))(\/|\?|$)/.test(request.url))
      return
    reply.header('access-control-allow-origin', '*')
    if (request.method !== 'OPTIONS') return
    await reply
      .code(204)
      .headers({
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': 'Content-Type, Accept',
        'access-control-max-age': '600',
      })
      .send()
  })
}
