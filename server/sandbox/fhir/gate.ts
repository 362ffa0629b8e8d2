import type { Resource } from '@medplum/fhirtypes'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Access, Authorize } from '#server/sandbox/access.ts'
import type { Repository } from '#server/sandbox/repository.ts'
import { refusal } from './outcome.ts'
import { heldTypes } from './parameters.ts'

type Letter = Parameters<Access['permits']>[1]

/** What one request may do: asked once, before anything is read. */
export interface Gate {
  /** The access behind the bearer token; 401 when there is none. */
  enter(request: FastifyRequest, reply: FastifyReply): Access
  /** `enter`, and 403 when the scopes do not cover the interaction; 404 for types that are not held. */
  admit(request: FastifyRequest, reply: FastifyReply, type: string, letter: Letter): Access
  /** Passes a resource on, or refuses with 403 what is another patient's. */
  shown<T extends Resource>(access: Access, resource: T): T
  /** 403 unless a token that is confined to a patient writes that patient's own resource. */
  checkOwn(access: Access, resource: Resource): void
}

/** The gate before one repository. */
export function openGate(authorize: Authorize, repository: Repository): Gate {
  const enter = (request: FastifyRequest, reply: FastifyReply): Access => {
    const access = authorize(request.headers.authorization)
    if (!('refused' in access)) return access
    const error = access.refused === 'missing' ? '' : ', error="invalid_token"'
    reply.header('WWW-Authenticate', `Bearer realm="fhir"${error}`)
    throw refusal(401, access.refused === 'expired' ? 'expired' : 'login', unauthorized[access.refused])
  }
  const belonging = (access: Access, resource: Resource) =>
    access.patient === undefined ? 'own' : repository.belonging(resource, access.patient)
  return {
    enter,
    admit(request, reply, type, letter) {
      const access = enter(request, reply)
      if (!heldTypes.includes(type)) throw refusal(404, 'not-supported', 'This server does not hold this type.')
      if (access.permits(type, letter)) return access
      reply.header('WWW-Authenticate', 'Bearer realm="fhir", error="insufficient_scope"')
      throw refusal(403, 'forbidden', `The scopes of this token do not cover this interaction with ${type}.`)
    },
    shown(access, resource) {
      if (belonging(access, resource) !== 'foreign') return resource
      throw refusal(403, 'forbidden', 'This token is confined to another patient.')
    },
    checkOwn(access, resource) {
      if (belonging(access, resource) === 'own') return
      throw refusal(403, 'forbidden', 'This token writes for its own patient only.')
    },
  }
}

const unauthorized = {
  missing: 'A bearer token is needed.',
  invalid: 'The bearer token is not valid.',
  expired: 'The bearer token has expired.',
} as const
