import type { Resource } from '@medplum/fhirtypes'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Access, Authorize } from '#server/sandbox/access.ts'
import type { Repository } from '#server/sandbox/repository.ts'
import { acceptBodies, bodyResource, bodyText } from './bodies.ts'
import { bareVersion } from './bundle-request.ts'
import { capabilityStatement, type OauthUris } from './capability.ts'
import { loadDefinitions } from './definitions.ts'
import { type Gate, openGate } from './gate.ts'
import {
  allowAnyOrigin,
  checkAccept,
  echoRequestId,
  FHIR_JSON,
  isLenient,
  preferredReturn,
  rawQuery,
  wantsFhirJson,
} from './negotiation.ts'
import { refusal } from './outcome.ts'
import { answerRefusals } from './refusals.ts'
import { sendDocument, sendResource, sendWritten, withoutWritten } from './replies.ts'
import { knownPartOf } from './search-request.ts'

export interface FhirRoutesOptions {
  readonly repository: Repository
  readonly authorize: Authorize
  /** absolute FHIR base without a slash at its end; every link and Location starts with it */
  readonly base: string
  /** addresses for the capability statement; absent when nobody issues tokens */
  readonly oauth?: OauthUris
  readonly now: () => Date
}

interface Room extends FhirRoutesOptions {
  readonly gate: Gate
}

/** The FHIR R4 REST API as a Fastify plugin; register it under the path of `base`. */
export function fhirRoutes(options: FhirRoutesOptions): (app: FastifyInstance) => Promise<void> {
  const room = { ...options, gate: openGate(options.authorize, options.repository) }
  const startedAt = options.now()
  return async (app) => {
    acceptBodies(app)
    answerRefusals(app)
    app.addHook('onRequest', async (request, reply) => {
      allowAnyOrigin(request, reply)
      echoRequestId(request, reply)
      reply.header('Cache-Control', 'no-store')
    })
    app.addHook('onListen', async () => {
      loadDefinitions()
    })
    app.options('/*', async (_, reply) => reply.code(204).send())
    app.get('/metadata', async (request, reply) => {
      checkAccept(request)
      return reply.type(FHIR_JSON).send(capabilityStatement(options.base, options.oauth, startedAt))
    })
    readingRoutes(app, room)
    writingRoutes(app, room)
  }
}

interface Place {
  readonly type: string
  readonly id: string
  readonly version: string
}
const placeOf = (request: FastifyRequest): Place => request.params as Place

function readingRoutes(app: FastifyInstance, room: Room): void {
  const { repository, gate, base } = room
  app.get('/:type', async (request, reply) => searched(room, request, reply, rawQuery(request)))
  app.post('/:type/_search', async (request, reply) => {
    const parts = [rawQuery(request), bodyText(request)].filter((part) => part !== '')
    return searched(room, request, reply, parts.join('&'))
  })
  app.get('/:type/:id', async (request, reply) => {
    const { type, id } = placeOf(request)
    const access = gate.admit(request, reply, type, 'r')
    const resource = gate.shown(access, repository.read(type, id))
    if (resource.resourceType === 'Binary' && !wantsFhirJson(request)) return sendDocument(reply, resource)
    checkAccept(request)
    return sendResource(request, reply, resource)
  })
  app.get('/:type/:id/_history', async (request, reply) => {
    checkAccept(request)
    const { type, id } = placeOf(request)
    const access = gate.admit(request, reply, type, 'r')
    const history = repository.history(type, id, base)
    for (const { resource } of history.entry ?? []) if (resource) gate.shown(access, resource)
    return reply.type(FHIR_JSON).send(history)
  })
  app.get('/:type/:id/_history/:version', async (request, reply) => {
    checkAccept(request)
    const { type, id, version } = placeOf(request)
    const access = gate.admit(request, reply, type, 'r')
    return sendResource(request, reply, gate.shown(access, repository.readVersion(type, id, version)))
  })
}

function searched({ repository, gate, base }: Room, request: FastifyRequest, reply: FastifyReply, query: string) {
  checkAccept(request)
  const { type } = placeOf(request)
  const access = gate.admit(request, reply, type, 's')
  const understood = isLenient(request) ? knownPartOf(type, query) : query
  const bundle = repository.search(type, understood, base, access.patient, sees(access))
  return reply.type(FHIR_JSON).send(bundle)
}

const sees = (access: Access) => (type: string) => access.permits(type, 'r') || access.permits(type, 's')

function writingRoutes(app: FastifyInstance, room: Room): void {
  const { repository, gate, base } = room
  app.post('/', async (request, reply) => {
    checkAccept(request)
    const access = gate.enter(request, reply)
    const bundle = bodyResource(request, 'Bundle')
    const answer = repository.bundle(bundle, base, (letter, type) => access.permits(type, letter), access.patient)
    return reply.type(FHIR_JSON).send(preferredReturn(request) === 'minimal' ? withoutWritten(answer) : answer)
  })
  app.post('/:type', async (request, reply) => {
    checkAccept(request)
    const { type } = placeOf(request)
    const access = gate.admit(request, reply, type, 'c')
    const resource = bodyResource(request, type)
    gate.checkOwn(access, resource)
    const written = repository.create(resource, headerOf(request, 'if-none-exist'))
    gate.shown(access, written.resource)
    return sendWritten(request, reply, base, written)
  })
  app.put('/:type/:id', async (request, reply) => updated(room, request, reply))
  app.delete('/:type/:id', async (request, reply) => {
    const { type, id } = placeOf(request)
    const access = gate.admit(request, reply, type, 'd')
    for (const present of presentOf(repository, type, id)) gate.checkOwn(access, present)
    repository.remove(type, id)
    return reply.code(204).send()
  })
}

function updated({ repository, gate, base }: Room, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  checkAccept(request)
  const { type, id } = placeOf(request)
  const access = gate.admit(request, reply, type, 'u')
  const resource = bodyResource(request, type)
  if (resource.id !== id) throw refusal(400, 'invalid', 'The id differs from the one in the URL.', `${type}.id`)
  for (const one of [resource, ...presentOf(repository, type, id)]) gate.checkOwn(access, one)
  const written = repository.update({ ...resource, id }, bareVersion(headerOf(request, 'if-match')))
  return sendWritten(request, reply, base, written)
}

/** The stored resource, or nothing where there is none (any more). */
function presentOf(repository: Repository, type: string, id: string): Resource[] {
  return repository.isPresent(type, id) ? [repository.read(type, id)] : []
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}
