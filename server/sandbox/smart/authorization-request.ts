import { z } from 'zod'
import type { RegisteredClient } from './clients.ts'

/** A parameter that is given twice is refused by the schema (OAuth 2, 3.1). */
const Parameters = z.object({
  response_type: z.string().optional(),
  client_id: z.string().optional(),
  redirect_uri: z.string().optional(),
  scope: z.string().optional(),
  state: z.string().optional(),
  aud: z.string().optional(),
  launch: z.string().optional(),
  nonce: z.string().optional(),
  code_challenge: z.string().optional(),
  code_challenge_method: z.string().optional(),
})

export interface AuthorizationRequest {
  readonly client: RegisteredClient
  readonly redirectUri: string
  readonly scope: string
  readonly state: string
  readonly challenge: string
  readonly launch: string | undefined
  readonly nonce: string | undefined
}

/** An error that goes back to the app, or one that may only be shown because the address is not registered. */
export type AuthorizationRefusal =
  | { readonly refused: 'shown'; readonly sentence: string }
  | {
      readonly refused: 'redirected'
      readonly redirectUri: string
      readonly state: string | undefined
      readonly error: string
      readonly sentence: string
    }

/** Checks an authorization request as the client conformance list asks (I1). */
export function readAuthorizationRequest(
  query: unknown,
  clients: readonly RegisteredClient[],
  fhirBase: string,
): AuthorizationRequest | AuthorizationRefusal {
  const parsed = Parameters.safeParse(query)
  if (!parsed.success) return shown('A parameter of the request is given twice.')
  const asked = parsed.data
  const client = clients.find((one) => one.id === asked.client_id)
  if (!client) return shown('No app with this client_id is registered here.')
  const redirectUri = client.redirectUris.find((one) => one === asked.redirect_uri)
  if (!redirectUri) return shown('The redirect_uri is not registered for this app, so nothing was sent to it.')

  const complaint = firstComplaint(asked, fhirBase)
  if (complaint) return { refused: 'redirected', redirectUri, state: asked.state, ...complaint }
  const { scope = '', state = '', code_challenge: challenge = '', launch, nonce } = asked
  return { client, redirectUri, scope, state, challenge, launch, nonce }
}

const shown = (sentence: string): AuthorizationRefusal => ({ refused: 'shown', sentence })

function firstComplaint(asked: z.infer<typeof Parameters>, fhirBase: string) {
  const invalid = (sentence: string) => ({ error: 'invalid_request', sentence })
  if (asked.response_type !== 'code') {
    return { error: 'unsupported_response_type', sentence: 'Only response_type=code is supported.' }
  }
  if (!asked.state) return invalid('state is missing.')
  if (asked.aud !== fhirBase) return invalid('aud is not the FHIR base of this server.')
  if (asked.code_challenge_method !== 'S256') return invalid('code_challenge_method must be S256.')
  if (!/^[A-Za-z0-9_-]{43}$/.test(asked.code_challenge ?? '')) return invalid('code_challenge is missing or no S256.')
  if (!asked.scope?.trim()) return { error: 'invalid_scope', sentence: 'scope is missing.' }
  return undefined
}
