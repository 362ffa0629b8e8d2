import { words } from './scope.ts'
import type { TokenDesk } from './token-endpoint.ts'
import type { Grant } from './vault.ts'

const ACCESS_LIFE_SECONDS = 3600
/** B4: a backend token is short, so that renewing it is exercised every day. */
const BACKEND_LIFE_SECONDS = 300
const ONLINE_LIFE_SECONDS = 12 * 60 * 60
const OFFLINE_LIFE_SECONDS = 30 * 24 * 60 * 60

/** The body of a successful token answer, with the launch context that SMART puts beside the token. */
export async function tokenAnswer(grant: Grant, desk: TokenDesk): Promise<object> {
  const { vault, addresses } = desk
  const life = grant.user ? ACCESS_LIFE_SECONDS : BACKEND_LIFE_SECONDS
  const answer = {
    access_token: vault.seal({ kind: 'access', grant }, life),
    token_type: 'Bearer',
    expires_in: life,
    scope: grant.scope,
  }
  if (!grant.user) return answer
  return {
    ...answer,
    need_patient_banner: grant.needPatientBanner,
    smart_style_url: addresses.style,
    ...(grant.patient ? { patient: idOf(grant.patient) } : {}),
    ...(grant.encounter ? { encounter: idOf(grant.encounter) } : {}),
    ...(words(grant.scope).includes('openid') ? { id_token: await idToken(grant, life, desk) } : {}),
    ...refreshToken(grant, desk),
  }
}

function refreshToken(grant: Grant, { vault }: TokenDesk): { readonly refresh_token?: string } {
  const scopes = words(grant.scope)
  const life = scopes.includes('offline_access') ? OFFLINE_LIFE_SECONDS : ONLINE_LIFE_SECONDS
  if (!scopes.includes('offline_access') && !scopes.includes('online_access')) return {}
  return { refresh_token: vault.seal({ kind: 'refresh', grant }, life) }
}

/** L21, L22: `fhirUser` is absolute on the FHIR base, while the issuer is another address. */
function idToken(grant: Grant, life: number, { signingKey, addresses, now }: TokenDesk): Promise<string> {
  const iat = Math.floor(now().getTime() / 1000)
  const user = grant.user ?? ''
  return signingKey.sign({
    iss: addresses.issuer,
    sub: subjectOf(user),
    aud: grant.client,
    iat,
    exp: iat + life,
    ...(grant.nonce ? { nonce: grant.nonce } : {}),
    ...(words(grant.scope).includes('fhirUser') ? { fhirUser: `${addresses.fhirBase}/${user}` } : {}),
  })
}

/** A subject is an account, not a resource: `practitioner.oncologist`. */
export const subjectOf = (user: string): string => user.toLowerCase().replace('/', '.')

export const idOf = (reference: string): string => reference.slice(reference.indexOf('/') + 1)
