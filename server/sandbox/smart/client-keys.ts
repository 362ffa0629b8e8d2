import type { JSONWebKeySet, JWK } from 'jose'
import { z } from 'zod'
import type { RegisteredClient } from './clients.ts'

const KEPT_MS = 5 * 60 * 1000
const TIMEOUT_MS = 5000

const PublishedKeys = z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string().optional() })) })

/** The public key of a client that carries this `kid`; undefined when the client publishes none. */
export type ClientKeys = (client: RegisteredClient, kid: string) => Promise<JWK | undefined>

/** Keys inline or by URL; what was fetched is kept five minutes, and an unknown `kid` makes us ask once more (B3). */
export function clientKeys(now: () => Date, fetchKeys: typeof fetch = fetch): ClientKeys {
  const kept = new Map<string, { readonly keys: JSONWebKeySet; readonly until: number }>()

  async function fetched(url: string): Promise<JSONWebKeySet> {
    const keys = await fetchPublishedKeys(url, fetchKeys)
    kept.set(url, { keys, until: now().getTime() + KEPT_MS })
    return keys
  }

  return async (client, kid) => {
    if (client.jwks) return keyOf(client.jwks, kid)
    if (!client.jwksUrl) return undefined
    const cached = kept.get(client.jwksUrl)
    const known = cached && cached.until > now().getTime() ? keyOf(cached.keys, kid) : undefined
    return known ?? keyOf(await fetched(client.jwksUrl), kid)
  }
}

const keyOf = (set: JSONWebKeySet, kid: string): JWK | undefined => set.keys.find((key) => key.kid === kid)

/** An unreachable or unreadable key set is an empty one: the client is then simply not recognised. */
async function fetchPublishedKeys(url: string, fetchKeys: typeof fetch): Promise<JSONWebKeySet> {
  try {
    const answer = await fetchKeys(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (!answer.ok) return { keys: [] }
    return PublishedKeys.parse(await answer.json()) as JSONWebKeySet
  } catch {
    return { keys: [] }
  }
}
