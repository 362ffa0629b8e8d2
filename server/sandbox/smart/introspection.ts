import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { idOf, subjectOf } from './token-answer.ts'
import { clientOf, type TokenDesk } from './token-endpoint.ts'
import type { Sealed } from './vault.ts'

const IntrospectionRequest = z.object({
  token: z.string(),
  client_assertion: z.string().optional(),
  client_assertion_type: z.string().optional(),
})

/**
 * RFC 7662 with the SMART members, so that a service can check what a browser claims (L27). The caller proves itself by
 * a signed assertion (addressed to this endpoint or to the token URL) or by its own backend access token.
 */
export function introspectionRoutes(app: FastifyInstance, desk: TokenDesk): void {
  app.post('/issuer/introspect', async (request, reply) => {
    const asked = IntrospectionRequest.safeParse(request.body)
    if (!asked.success) return reply.code(400).send({ error: 'invalid_request' })
    const known = await mayIntrospect(asked.data, request.headers.authorization, desk)
    if (!known) return reply.code(401).header('www-authenticate', 'Bearer').send({ error: 'invalid_client' })
    const access = desk.vault.look('access', asked.data.token)
    return reply
      .header('cache-control', 'no-store')
      .send(access && !access.expired ? description(access, desk) : { active: false })
  })
}

async function mayIntrospect(
  asked: z.infer<typeof IntrospectionRequest>,
  authorization: string | undefined,
  desk: TokenDesk,
): Promise<boolean> {
  const bearer = desk.vault.look('access', authorization?.replace(/^Bearer /i, '') ?? '')
  if (bearer && !bearer.expired && bearer.grant.user === undefined) return true
  if (asked.client_assertion === undefined) return false
  const { token, introspect } = desk.addresses
  return 'client' in (await clientOf(asked, desk, [introspect, token]))
}

function description({ grant, until }: Sealed<'access'>, { addresses }: TokenDesk): object {
  const { user, patient, encounter } = grant
  return {
    active: true,
    client_id: grant.client,
    scope: grant.scope,
    exp: Math.floor(until / 1000),
    iss: addresses.issuer,
    token_type: 'Bearer',
    ...(user ? { sub: subjectOf(user), fhirUser: `${addresses.fhirBase}/${user}` } : { sub: grant.client }),
    ...(patient ? { patient: idOf(patient) } : {}),
    ...(encounter ? { encounter: idOf(encounter) } : {}),
  }
}
