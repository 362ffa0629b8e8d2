import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { SurveillanceError } from '#server/errors.ts'
import { answerBody } from './body.ts'
import type { Credentials } from './credentials.ts'
import type { Site } from './door.ts'
import type { RefusalReason } from './refusal.ts'
import { retryAfterMs } from './retry-after.ts'

export interface Grant {
  readonly token: string
  readonly seconds: number
  readonly scope: readonly string[]
}

export interface TokenRequest {
  readonly site: Site
  readonly client: Extract<Credentials, { kind: 'backend-services' }>
  readonly fetch: typeof fetch
  readonly now: () => Date
  readonly timeoutMs: number
}

/** B1: at most 5 minutes are allowed; 4 leave room. */
const ASSERTION_SECONDS = 240

/** B4: a grant that does not say how long it lasts. */
const UNSAID_SECONDS = 60

/**
 * One SMART Backend Services grant: discovery, signed assertion, token (B1, B2). Nothing is remembered from a failed try (L9).
 * Throws EHR_UNAUTHORIZED with a reason for the operator, EHR_BUSY, EHR_UNREACHABLE, EHR_NOT_FHIR or EHR_FOREIGN_ORIGIN.
 */
export async function requestToken(request: TokenRequest): Promise<Grant> {
  const { tokenUrl, serverNow } = await discover(request)
  const response = await ask(request, tokenUrl, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      scope: request.client.scope,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await assertion(request, tokenUrl, serverNow),
    }).toString(),
  })
  const { body } = await answerBody(response)
  const { access_token: token, expires_in: seconds, scope, error } = (body ?? {}) as Record<string, unknown>
  if (!response.ok) throw refusedGrant(response, error, request.now())
  if (typeof token !== 'string' || token === '') throw new SurveillanceError('EHR_NOT_FHIR', { step: 'token' })
  return {
    token,
    seconds: Number(seconds) > 0 ? Number(seconds) : UNSAID_SECONDS,
    scope: typeof scope === 'string' ? scope.split(/\s+/).filter(Boolean) : [],
  }
}

/** B9: the server's own clock is taken from its `Date` header, so that five minutes of skew do not end an assertion. */
async function discover(request: TokenRequest): Promise<{ tokenUrl: string; serverNow: Date }> {
  const { fhirBase } = request.site
  const response = await ask(request, `${fhirBase}/.well-known/smart-configuration`, {
    headers: { accept: 'application/json' },
  })
  const { body } = await answerBody(response)
  const endpoint = (body as { token_endpoint?: unknown } | undefined)?.token_endpoint
  if (!response.ok || typeof endpoint !== 'string' || !URL.canParse(endpoint, fhirBase))
    throw new SurveillanceError('EHR_NOT_FHIR', { step: 'smart-configuration', status: response.status })
  const tokenUrl = pinned(request, new URL(endpoint, `${fhirBase}/`))
  const date = Date.parse(response.headers.get('date') ?? '')
  return { tokenUrl, serverNow: Number.isNaN(date) ? request.now() : new Date(date) }
}

/** B2: the discovered endpoint must be the pinned one or, without a pin, live on the FHIR server's origin. */
function pinned({ client, site }: TokenRequest, endpoint: URL): string {
  const expected = client.tokenUrl === undefined ? undefined : new URL(client.tokenUrl).href
  const trusted =
    expected === undefined ? endpoint.origin === new URL(site.fhirBase).origin : endpoint.href === expected
  if (!trusted) throw new SurveillanceError('EHR_FOREIGN_ORIGIN', { step: 'token', origin: endpoint.origin })
  return endpoint.href
}

async function assertion({ client }: TokenRequest, audience: string, serverNow: Date): Promise<string> {
  const { kid, alg, key } = await client.keys.current()
  const seconds = Math.floor(serverNow.getTime() / 1000)
  return new SignJWT({})
    .setProtectedHeader({ alg, kid, typ: 'JWT' })
    .setIssuer(client.clientId)
    .setSubject(client.clientId)
    .setAudience(audience)
    .setIssuedAt(seconds - 5)
    .setExpirationTime(seconds + ASSERTION_SECONDS)
    .setJti(randomUUID())
    .sign(key)
}

async function ask(request: TokenRequest, url: string, init: RequestInit): Promise<Response> {
  try {
    const signal = AbortSignal.timeout(request.timeoutMs)
    return await request.fetch(url, { ...init, redirect: 'manual', signal })
  } catch (cause) {
    throw new SurveillanceError('EHR_UNREACHABLE', { step: 'token' }, { cause })
  }
}

/** OAuth errors an operator can act on (B7). */
const reasonOfError: Readonly<Record<string, RefusalReason>> = {
  unauthorized_client: 'no-background-user',
  invalid_client: 'client-unknown',
  invalid_scope: 'scope-refused',
}

function refusedGrant(response: Response, error: unknown, now: Date): SurveillanceError {
  const about = { step: 'token', status: response.status }
  if (response.status === 429 || response.status === 503)
    return new SurveillanceError('EHR_BUSY', { ...about, retryAfterMs: retryAfterMs(response.headers, now) ?? 0 })
  if (response.status >= 500) return new SurveillanceError('EHR_UNREACHABLE', about)
  return new SurveillanceError('EHR_UNAUTHORIZED', { ...about, reason: reasonOfError[String(error)] ?? 'refused' })
}
