import { decodeJwt, decodeProtectedHeader, importJWK, type JWTPayload, jwtVerify } from 'jose'
import type { ClientKeys } from './client-keys.ts'
import type { RegisteredClient } from './clients.ts'
import type { Vault } from './vault.ts'

export const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** B1: an assertion lives five minutes at most. */
const LONGEST_LIFE_SECONDS = 300
const LONGEST_JTI = 151
const CLOCK_TOLERANCE_SECONDS = 10

export type Proof = { readonly client: RegisteredClient } | { readonly refused: string }

export interface AssertionRules {
  readonly clients: readonly RegisteredClient[]
  readonly keys: ClientKeys
  readonly vault: Vault
  readonly now: () => Date
  /** the URLs to which the assertion may be addressed: the one it was posted to, and the token URL */
  readonly audiences: readonly string[]
}

/** Says which client signed the assertion, or why nobody believable did (B1, I2). */
export async function clientFromAssertion(assertion: string, rules: AssertionRules): Promise<Proof> {
  const named = namedClient(assertion, rules.clients)
  if ('refused' in named) return named
  const key = await rules.keys(named.client, named.kid)
  if (!key) return { refused: 'the client publishes no key with this kid' }
  try {
    const { payload } = await jwtVerify(assertion, await importJWK(key, named.algorithm), {
      algorithms: ['RS384', 'ES384'],
      typ: 'JWT',
      issuer: named.client.id,
      subject: named.client.id,
      audience: [...rules.audiences],
      requiredClaims: ['exp', 'jti'],
      currentDate: rules.now(),
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    })
    return once(payload, named.client, rules)
  } catch (cause) {
    return { refused: cause instanceof Error ? cause.message : 'the assertion cannot be verified' }
  }
}

/** Read before anything is verified, so only used to find the key; an algorithm outside the two is refused at once. */
function namedClient(assertion: string, clients: readonly RegisteredClient[]) {
  try {
    const { kid, alg } = decodeProtectedHeader(assertion)
    const client = clients.find((one) => one.id === decodeJwt(assertion).iss)
    if (client?.authentication !== 'private_key_jwt') return { refused: 'no such confidential client' }
    if (!kid) return { refused: 'the assertion names no kid' }
    if (alg !== 'RS384' && alg !== 'ES384') return { refused: 'the algorithm is neither RS384 nor ES384' }
    return { client, kid, algorithm: alg }
  } catch {
    return { refused: 'the assertion is not a JWT' }
  }
}

function once({ exp = 0, jti = '' }: JWTPayload, client: RegisteredClient, { vault, now }: AssertionRules): Proof {
  const lifeSeconds = exp - now().getTime() / 1000
  if (lifeSeconds > LONGEST_LIFE_SECONDS + CLOCK_TOLERANCE_SECONDS)
    return { refused: 'exp is more than 5 minutes away' }
  if (jti.length === 0 || jti.length > LONGEST_JTI) return { refused: 'jti is missing or longer than 151 characters' }
  const remembered = vault.remember(`${client.id} ${jti}`, lifeSeconds + 2 * CLOCK_TOLERANCE_SECONDS)
  return remembered ? { client } : { refused: 'jti was used before' }
}
