import type { FastifyReply, FastifyRequest } from 'fastify'
import { refusal } from './outcome.ts'

export const FHIR_JSON = 'application/fhir+json'

const jsonTypes = [FHIR_JSON, 'application/json', 'text/json', 'application/*', '*/*']
const jsonFormats = ['json', 'application/json', FHIR_JSON, 'text/json']

/** Refuses with 406 who accepts no JSON. `_format` goes before the Accept header (R4, content types). */
export function checkAccept(request: FastifyRequest): void {
  const format = queryOf(request).get('_format')?.replace(' ', '+')
  if (format !== undefined) {
    if (!jsonFormats.includes(format)) throw notAcceptable()
    return
  }
  if (!acceptedTypes(request).some((type) => jsonTypes.includes(type))) throw notAcceptable()
}

/** Whether a Binary is wanted as a FHIR resource rather than as the document itself. */
export function wantsFhirJson(request: FastifyRequest): boolean {
  const format = queryOf(request).get('_format')?.replace(' ', '+')
  if (format !== undefined) return jsonFormats.includes(format)
  const [first] = acceptedTypes(request)
  return first === FHIR_JSON || first === 'application/json'
}

/** The raw query string, as the repository wants it. */
export function rawQuery(request: FastifyRequest): string {
  const url = request.raw.url ?? ''
  const mark = url.indexOf('?')
  return mark < 0 ? '' : url.slice(mark + 1)
}

/** `Prefer: return=…` of the request; the whole resource unless something else is preferred. */
export function preferredReturn(request: FastifyRequest): 'minimal' | 'representation' | 'OperationOutcome' {
  const wish = preferences(request).find((one) => one.startsWith('return='))
  if (wish === 'return=minimal') return 'minimal'
  return wish === 'return=OperationOutcome' ? 'OperationOutcome' : 'representation'
}

/** `Prefer: handling=lenient`: unknown search parameters are passed over instead of refused. */
export const isLenient = (request: FastifyRequest): boolean => preferences(request).includes('handling=lenient')

/** Any page may ask (SMART apps run on origins of their own); only the bearer token opens something. */
export function allowAnyOrigin(request: FastifyRequest, reply: FastifyReply): void {
  reply.header('Access-Control-Allow-Origin', '*')
  reply.header('Access-Control-Expose-Headers', 'ETag, Last-Modified, Location, X-Request-Id, WWW-Authenticate')
  if (request.method !== 'OPTIONS') return
  reply.header('Access-Control-Allow-Methods', 'GET, HEAD, POST, PUT, DELETE, OPTIONS')
  reply.header('Access-Control-Allow-Headers', request.headers['access-control-request-headers'] ?? 'Authorization')
  reply.header('Access-Control-Max-Age', '600')
}

/** Carries the client's request id back (A2), when it is one that a log can hold. */
export function echoRequestId(request: FastifyRequest, reply: FastifyReply): void {
  const id = request.headers['x-request-id']
  if (typeof id === 'string' && /^[\w.:-]{1,128}$/.test(id)) reply.header('X-Request-Id', id)
}

const queryOf = (request: FastifyRequest): URLSearchParams => new URLSearchParams(rawQuery(request))

const notAcceptable = () => refusal(406, 'not-supported', 'This server answers in application/fhir+json.')

function acceptedTypes(request: FastifyRequest): string[] {
  const header = request.headers.accept ?? '*/*'
  return header.split(',').map((part) => (part.split(';')[0] ?? '').trim().toLowerCase())
}

function preferences(request: FastifyRequest): string[] {
  const header = request.headers.prefer
  const text = Array.isArray(header) ? header.join(',') : (header ?? '')
  return text.split(/[,;]/).map((part) => part.trim())
}
