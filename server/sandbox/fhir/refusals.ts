import type { OperationOutcomeIssue } from '@medplum/fhirtypes'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { FhirRefusal } from '#server/sandbox/repository.ts'
import { FHIR_JSON } from './negotiation.ts'
import { refusal } from './outcome.ts'

/** For Fastify's `frameworkErrors`: URLs that cannot even be routed (malformed, longer than an id can be). */
export function refuseUnroutable(failure: Error, _: FastifyRequest, reply: FastifyReply): void {
  send(reply, refusedFor(failure))
}

/** Answers every refusal, our own bugs included, with an OperationOutcome. */
export function answerRefusals(app: FastifyInstance): void {
  app.setErrorHandler(async (failure, request, reply) => {
    const refused = refusedFor(failure)
    if (refused.status >= 500) request.log.error({ error: nameOf(failure), route: request.routeOptions.url })
    return send(reply, refused)
  })
  app.setNotFoundHandler(async (request, reply) => {
    const isPatch = request.method === 'PATCH'
    if (isPatch) reply.header('Allow', 'GET, HEAD, POST, PUT, DELETE')
    return send(reply, isPatch ? refusal(405, 'not-supported', 'PATCH is not offered here.') : unknownRoute())
  })
}

/** The log gets the kind of failure only: a message may carry a chart's words, an address its identifiers. */
const nameOf = (failure: unknown): string => (failure instanceof Error ? failure.name : typeof failure)

const send = (reply: FastifyReply, refused: FhirRefusal): FastifyReply =>
  reply.code(refused.status).type(FHIR_JSON).send(refused.outcome)

const unknownRoute = () => refusal(404, 'not-found', 'This server has no such interaction.')

const transport: Readonly<Record<number, readonly [OperationOutcomeIssue['code'], string]>> = {
  400: ['structure', 'The request is malformed.'],
  413: ['too-long', 'The body is larger than 40 MB.'],
  414: ['too-long', 'The URL is too long.'],
  415: ['not-supported', 'A body is sent as application/fhir+json.'],
}

function refusedFor(failure: unknown): FhirRefusal {
  if (failure instanceof FhirRefusal) return failure
  const status = failure instanceof Error && 'statusCode' in failure ? Number(failure.statusCode) : 500
  const known = transport[status]
  if (known) return refusal(status, ...known)
  return refusal(500, 'exception', 'The sandbox failed at this request.')
}
