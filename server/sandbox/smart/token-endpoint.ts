import { createHash, randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { ASSERTION_TYPE, clientFromAssertion, type Proof } from './client-assertion.ts'
import type { ClientKeys } from './client-keys.ts'
import type { RegisteredClient } from './clients.ts'
import type { Addresses } from './issuer.ts'
import { grantedScope, words } from './scope.ts'
import type { SigningKey } from './signing-key.ts'
import { tokenAnswer } from './token-answer.ts'
import type { Vault } from './vault.ts'

export interface TokenDesk {
  readonly addresses: Addresses
  readonly clients: readonly RegisteredClient[]
  readonly keys: ClientKeys
  readonly signingKey: SigningKey
  readonly vault: Vault
  readonly now: () => Date
}

const TokenRequest = z.object({
  grant_type: z.string().optional(),
  code: z.string().default(''),
  redirect_uri: z.string().optional(),
  code_verifier: z.string().default(''),
  refresh_token: z.string().default(''),
  scope: z.string().optional(),
  client_id: z.string().optional(),
  client_assertion: z.string().optional(),
  client_assertion_type: z.string().optional(),
})
type TokenRequest = z.infer<typeof TokenRequest>

/** An error of OAuth 2, section 5.2. */
interface TokenRefusal {
  readonly error: string
  readonly error_description: string
}

/** The token endpoint: authorization code with PKCE, refresh with rotation, client credentials with a signed assertion. */
export function tokenRoutes(app: FastifyInstance, desk: TokenDesk): void {
  app.post('/issuer/token', async (request, reply) => {
    const parsed = TokenRequest.safeParse(request.body)
    if (!parsed.success) return answer(reply, refusal('invalid_request', 'The form is missing or repeats a parameter.'))
    const proof = await clientOf(parsed.data, desk, [desk.addresses.token])
    if ('refused' in proof) return answer(reply, refusal('invalid_client', proof.refused))
    return answer(reply, await grantTokens(parsed.data, proof.client, desk))
  })
}

/** Who is asking: a public client by its name, a confidential one by its signature (I2). */
export async function clientOf(
  asked: Pick<TokenRequest, 'client_id' | 'client_assertion' | 'client_assertion_type'>,
  desk: TokenDesk,
  audiences: readonly string[],
): Promise<Proof> {
  if (asked.client_assertion !== undefined) {
    if (asked.client_assertion_type !== ASSERTION_TYPE) return { refused: 'client_assertion_type is not known' }
    return clientFromAssertion(asked.client_assertion, { ...desk, audiences })
  }
  const client = desk.clients.find((one) => one.id === asked.client_id)
  if (client?.authentication !== 'none') return { refused: 'the client is not known or must prove itself' }
  return { client }
}

async function grantTokens(asked: TokenRequest, client: RegisteredClient, desk: TokenDesk) {
  if (asked.grant_type === 'authorization_code') return byCode(asked, client, desk)
  if (asked.grant_type === 'refresh_token') return byRefresh(asked, client, desk)
  if (asked.grant_type === 'client_credentials') return byCredentials(asked, client, desk)
  return refusal('unsupported_grant_type', 'grant_type is missing or not supported.')
}

/** A code that comes twice was stolen or replayed: what it gave is withdrawn (RFC 6749, 4.1.2). */
async function byCode(asked: TokenRequest, client: RegisteredClient, desk: TokenDesk) {
  const code = desk.vault.look('code', asked.code)
  if (!code || code.expired || code.grant.client !== client.id)
    return refusal('invalid_grant', 'The code is not valid.')
  if (code.spent) {
    desk.vault.withdraw(code.grant.family)
    return refusal('invalid_grant', 'The code was used before.')
  }
  desk.vault.spend('code', asked.code)
  if (code.redirectUri !== asked.redirect_uri)
    return refusal('invalid_grant', 'redirect_uri is not the one of the code.')
  if (code.challenge !== challengeOf(asked.code_verifier)) {
    return refusal('invalid_grant', 'code_verifier does not match the challenge.')
  }
  return tokenAnswer(code.grant, desk)
}

/** Rotation: a refresh token works once, and one that comes again ends the whole family. */
async function byRefresh(asked: TokenRequest, client: RegisteredClient, desk: TokenDesk) {
  const refresh = desk.vault.look('refresh', asked.refresh_token)
  if (!refresh || refresh.expired || refresh.grant.client !== client.id) {
    return refusal('invalid_grant', 'The refresh token is not valid.')
  }
  if (refresh.spent) {
    desk.vault.withdraw(refresh.grant.family)
    return refusal('invalid_grant', 'The refresh token was used before.')
  }
  const scope = asked.scope ?? refresh.grant.scope
  if (words(scope).some((word) => !words(refresh.grant.scope).includes(word))) {
    return refusal('invalid_scope', 'A refresh cannot ask for more than was granted.')
  }
  desk.vault.spend('refresh', asked.refresh_token)
  return tokenAnswer({ ...refresh.grant, scope }, desk)
}

async function byCredentials(asked: TokenRequest, client: RegisteredClient, desk: TokenDesk) {
  if (client.authentication === 'none') return refusal('unauthorized_client', 'Only a confidential client may do this.')
  const nobody = { user: undefined, patient: undefined, encounter: undefined, launchedByEhr: false }
  const scope = grantedScope(asked.scope ?? '', client.scope, nobody)
  if (scope === '') return refusal('invalid_scope', 'scope is missing or holds nothing that can be granted.')
  return tokenAnswer({ family: randomUUID(), client: client.id, needPatientBanner: false, scope }, desk)
}

/** RFC 7636: base64url of the SHA-256 of a verifier of 43 to 128 characters. */
function challengeOf(verifier: string): string | undefined {
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(verifier)) return undefined
  return createHash('sha256').update(verifier).digest('base64url')
}

const refusal = (error: string, description: string): TokenRefusal => ({ error, error_description: description })

function answer(reply: FastifyReply, body: TokenRefusal | object) {
  const status = !('error' in body) ? 200 : body.error === 'invalid_client' ? 401 : 400
  return reply.code(status).headers({ 'cache-control': 'no-store', pragma: 'no-cache' }).send(body)
}
