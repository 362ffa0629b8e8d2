import type { Resource, ResourceType } from '@medplum/fhirtypes'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refusal } from './outcome.ts'
import { typeOf } from './shape.ts'

/** A note of 30 MB, as base64, with room for its resource. */
export const LARGEST_BODY = 40 * 1024 * 1024

const JSON_TYPES = ['application/fhir+json', 'application/json', 'text/json']

/** Lets in FHIR JSON and, for `_search`, forms; anything else is refused with 415 by Fastify. */
export function acceptBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  const limit = { bodyLimit: LARGEST_BODY }
  app.addContentTypeParser(JSON_TYPES, { parseAs: 'buffer', ...limit }, async (_: FastifyRequest, body: Buffer) =>
    jsonFrom(body),
  )
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', ...limit },
    async (_: FastifyRequest, body: string) => body,
  )
}

/** The body as a resource of the type in the URL; 400 when it is another or none. */
export function bodyResource<T extends ResourceType>(request: FastifyRequest, type: T | string) {
  if (typeof request.body === 'string')
    throw refusal(415, 'not-supported', 'A resource is sent as application/fhir+json.')
  const claimed = typeOf(request.body)
  if (claimed === undefined) throw refusal(400, 'structure', 'The body is not a FHIR resource.')
  if (claimed !== type) throw refusal(400, 'invalid', 'The resource and the URL are of different types.')
  return request.body as Resource & { resourceType: T }
}

/** The form of a `_search`; empty when none was sent. */
export function bodyText(request: FastifyRequest): string {
  if (request.body === undefined || request.body === null) return ''
  if (typeof request.body === 'string') return request.body
  throw refusal(415, 'not-supported', 'Search parameters are sent as application/x-www-form-urlencoded.')
}

function jsonFrom(body: Buffer): unknown {
  if (body.length === 0) throw refusal(400, 'structure', 'The body is empty.')
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw refusal(400, 'structure', 'The body is not JSON in UTF-8.')
  }
}
