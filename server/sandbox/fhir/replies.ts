import type { Binary, Bundle, Resource } from '@medplum/fhirtypes'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { FHIR_JSON, preferredReturn } from './negotiation.ts'
import { outcome } from './outcome.ts'

/** One resource with its ETag and time; 304 when the asker has this version. */
export function sendResource(request: FastifyRequest, reply: FastifyReply, resource: Resource): FastifyReply {
  stamp(reply, resource)
  const known = request.headers['if-none-match']
  if (known !== undefined && known === reply.getHeader('ETag')) return reply.code(304).send()
  return reply.type(FHIR_JSON).send(resource)
}

/** The answer to a write: 201 with Location, or 200, with as much of the resource as was preferred. */
export function sendWritten(
  request: FastifyRequest,
  reply: FastifyReply,
  base: string,
  written: Written,
): FastifyReply {
  const { resource, created } = written
  const place = `${base}/${resource.resourceType}/${resource.id}/_history/${resource.meta?.versionId}`
  stamp(reply, resource)
    .header('Location', place)
    .code(created ? 201 : 200)
  const preferred = preferredReturn(request)
  if (preferred === 'minimal') return reply.send()
  if (preferred === 'representation') return reply.type(FHIR_JSON).send(resource)
  return reply.type(FHIR_JSON).send(outcome('information', 'informational', created ? 'Created.' : 'Stored.'))
}

interface Written {
  readonly resource: Resource
  readonly created: boolean
}

/** The document itself. A page in a chart must not run as a page of the EHR, hence the sandbox. */
export function sendDocument(reply: FastifyReply, binary: Binary): FastifyReply {
  stamp(reply, binary)
  reply.header('Content-Security-Policy', 'sandbox')
  reply.header('X-Content-Type-Options', 'nosniff')
  return reply.type(binary.contentType ?? 'application/octet-stream').send(Buffer.from(binary.data ?? '', 'base64'))
}

/** A transaction's answer without the written resources (`Prefer: return=minimal`). */
export function withoutWritten(answer: Bundle): Bundle {
  const entry = (answer.entry ?? []).map((one) => {
    const { resource, ...rest } = one
    return one.response?.location === undefined || !resource ? one : rest
  })
  return { ...answer, entry }
}

function stamp(reply: FastifyReply, { meta }: Resource): FastifyReply {
  if (meta?.versionId !== undefined) reply.header('ETag', `W/"${meta.versionId}"`)
  if (meta?.lastUpdated !== undefined) reply.header('Last-Modified', new Date(meta.lastUpdated).toUTCString())
  return reply
}
