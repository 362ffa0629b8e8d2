import { SurveillanceError } from '#server/errors.ts'
import type { Site } from './door.ts'
import type { SigningKeys } from './keys.ts'
import { type Grant, requestToken, type TokenRequest } from './token.ts'

/** How we prove ourselves to one EHR. `bearer` is for tests and for servers with one fixed token. */
export type Credentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'bearer'; readonly token: string }
  | {
      readonly kind: 'backend-services'
      readonly clientId: string
      /** the site's own spelling; some vendors ignore it and grant what is registered (B6) */
      readonly scope: string
      readonly keys: SigningKeys
      /** B2: required when the token endpoint is not on the FHIR server's origin */
      readonly tokenUrl?: string
    }

export interface Token {
  readonly value: string
  /** set by the first answer that was not a 401: such a token may simply have ended */
  accepted: boolean
}

export interface Tokens {
  /** undefined only for `none` */
  current(): Promise<Token | undefined>
  /** B5: after a 401. The next `current` brings another one, or fails. */
  drop(token: Token): void
  /** B6: scopes of the last grant */
  granted(): readonly string[]
}

interface Around extends Omit<TokenRequest, 'site' | 'client'> {
  readonly now: () => Date
}

/** B4, B8: in memory only, one request in flight, renewed before its end. */
export function tokensFor(site: Site, credentials: Credentials, around: Around): Tokens {
  if (credentials.kind === 'none')
    return { current: () => Promise.resolve(undefined), drop: () => {}, granted: () => [] }
  if (credentials.kind === 'bearer') return fixedToken(credentials.token)

  let held: { token: Token; grant: Grant; renewAt: number } | undefined
  let coming: Promise<Token> | undefined
  const renew = async (): Promise<Token> => {
    const askedAt = around.now().getTime()
    const grant = await requestToken({ ...around, site, client: credentials })
    const token = { value: grant.token, accepted: false }
    held = { token, grant, renewAt: askedAt + grant.seconds * 1000 - marginMs(grant.seconds) }
    return token
  }
  return {
    current: () => {
      if (held && around.now().getTime() < held.renewAt) return Promise.resolve(held.token)
      coming ??= renew().finally(() => {
        coming = undefined
      })
      return coming
    },
    drop: (token) => {
      if (held?.token === token) held = undefined
    },
    granted: () => held?.grant.scope ?? [],
  }
}

/** A fifth of the life, at most 30 s: a request that leaves now arrives before the end. */
const marginMs = (seconds: number): number => Math.min(30_000, seconds * 200)

function fixedToken(value: string): Tokens {
  const token: Token = { value, accepted: false }
  let usable = true
  return {
    current: () =>
      usable
        ? Promise.resolve(token)
        : Promise.reject(new SurveillanceError('EHR_UNAUTHORIZED', { reason: 'token-refused' })),
    drop: () => {
      usable = false
    },
    granted: () => [],
  }
}
