import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'

/** B3: how long others may cache our key set (`Cache-Control: max-age` of the JWKS route). */
export const JWKS_CACHE_SECONDS = 3600

/** A new key is published this long before its first use: twice the cache time. */
const PUBLISH_AHEAD_MS = 2 * JWKS_CACHE_SECONDS * 1000

/** Where the private keys live; the text is secret. */
export interface KeyVault {
  load(): Promise<string | undefined>
  save(secret: string): Promise<void>
  /** saves the first secret unless another process was quicker, and answers with the one that stands */
  begin?(secret: string): Promise<string>
}

interface HeldKey {
  readonly jwk: JWK
  readonly usedFrom: string
}

interface SigningKey {
  readonly kid: string
  readonly alg: string
  readonly key: CryptoKey | Uint8Array
}

export interface SigningKeys {
  /** public halves only, old ones included until cached copies have ended */
  jwks(): { readonly keys: readonly JWK[] }
  /** the key to sign with now: always one that has been published for long enough */
  current(): Promise<SigningKey>
  /** publishes a new key; signatures change to it two hours later */
  rotate(): Promise<void>
}

/** The service's own signing keys (ES384): loaded from the vault, or made and saved on the first start. */
export async function signingKeys(vault: KeyVault, now: () => Date): Promise<SigningKeys> {
  const saved = await vault.load()
  let held: readonly HeldKey[] = saved ? (JSON.parse(saved) as HeldKey[]) : []

  const keep = async (next: readonly HeldKey[]): Promise<void> => {
    await vault.save(JSON.stringify(next))
    held = next
  }
  if (held.length === 0) {
    const first = [{ jwk: await newKey(), usedFrom: now().toISOString() }]
    if (vault.begin) held = JSON.parse(await vault.begin(JSON.stringify(first))) as HeldKey[]
    else await keep(first)
  }

  return {
    jwks: () => ({ keys: held.map(({ jwk }) => publicHalf(jwk)) }),
    current: () => signer(inUse(held, now())),
    rotate: async () => {
      const usedFrom = new Date(now().getTime() + PUBLISH_AHEAD_MS).toISOString()
      const still = held.filter((_, at) => stillNeeded(held[at + 1], now()))
      await keep([...still, { jwk: await newKey(), usedFrom }])
    },
  }
}

/** A key ring of one key that the operator brought: a private JWK, EC P-384 or RSA. */
export async function givenKey(jwk: JWK): Promise<SigningKeys> {
  const named = { ...jwk, kid: jwk.kid ?? (await calculateJwkThumbprint(jwk)) }
  return {
    jwks: () => ({ keys: [publicHalf(named)] }),
    current: () => signer({ jwk: named, usedFrom: '' }),
    rotate: () => Promise.reject(new Error('a given key is rotated by the one who gave it')),
  }
}

const inUse = (held: readonly HeldKey[], now: Date): HeldKey => {
  const ready = held.filter((one) => Date.parse(one.usedFrom) <= now.getTime())
  const newest = ready.at(-1) ?? held[0]
  if (!newest) throw new Error('there is no signing key')
  return newest
}

/** An old key stays published until copies of the key set that know only it have ended. */
const stillNeeded = (successor: HeldKey | undefined, now: Date): boolean =>
  successor === undefined || Date.parse(successor.usedFrom) + PUBLISH_AHEAD_MS > now.getTime()

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES384', { extractable: true })
  const jwk = await exportJWK(privateKey)
  return { ...jwk, alg: 'ES384', use: 'sig', kid: await calculateJwkThumbprint(jwk) }
}

async function signer({ jwk }: HeldKey): Promise<SigningKey> {
  const alg = jwk.kty === 'RSA' ? 'RS384' : 'ES384'
  return { kid: jwk.kid ?? '', alg, key: await importJWK(jwk, alg) }
}

/** Named one by one, so that no private member can slip through (B3). */
function publicHalf({ kty, crv, x, y, n, e, kid, use = 'sig', kty: type }: JWK): JWK {
  const alg = type === 'RSA' ? 'RS384' : 'ES384'
  const members = { kty, crv, x, y, n, e, kid, use, alg, key_ops: ['verify'] }
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as JWK
}
