import type { FastifyInstance } from 'fastify'
import type { AuthorizationDesk } from './authorization.ts'
import { authorizationRoutes } from './authorization.ts'
import { discoveryRoutes } from './discovery.ts'
import { introspectionRoutes } from './introspection.ts'
import { type TokenDesk, tokenRoutes } from './token-endpoint.ts'

/** The whole authorization server of the sandbox (L and B of the interoperability facts). */
export function smartRoutes(app: FastifyInstance, desk: AuthorizationDesk & TokenDesk): void {
  discoveryRoutes(app, desk.addresses, desk.signingKey)
  authorizationRoutes(app, desk)
  tokenRoutes(app, desk)
  introspectionRoutes(app, desk)
}
