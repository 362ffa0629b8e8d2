import { SurveillanceError } from '#server/errors.ts'
import type { Tokens } from './credentials.ts'
import type { Site } from './door.ts'

export interface IntrospectionDoors {
  readonly site: Site
  readonly tokens: Tokens
  readonly fetch: typeof fetch
  readonly timeoutMs: number
}

/**
 * What the EHR says of a user's access token (RFC 7662), asked with our own credentials (L27); undefined when it announces
 * no introspection endpoint or one on a foreign origin. The answer is unread JSON: the caller checks its shape. Throws EHR_UNREACHABLE or EHR_NOT_FHIR.
 */
export async function introspected(userToken: string, doors: IntrospectionDoors): Promise<unknown> {
  const { site } = doors
  const discovered = await asked(`${site.fhirBase}/.well-known/smart-configuration`, {}, doors)
  const endpoint = (discovered as { introspection_endpoint?: unknown } | undefined)?.introspection_endpoint
  if (typeof endpoint !== 'string' || !URL.canParse(endpoint)) return undefined
  if (new URL(endpoint).origin !== new URL(site.fhirBase).origin) return undefined
  const answer = (await askedOnce(endpoint, userToken, doors)) ?? (await askedOnce(endpoint, userToken, doors))
  return answer?.said
}

/** B5: when our own token has ended it is dropped, undefined comes back, and the caller asks once more with a new one. */
async function askedOnce(
  endpoint: string,
  userToken: string,
  doors: IntrospectionDoors,
): Promise<{ readonly said: unknown } | undefined> {
  const own = await doors.tokens.current()
  if (!own) return { said: undefined }
  const headers = { authorization: `Bearer ${own.value}`, 'content-type': 'application/x-www-form-urlencoded' }
  const body = new URLSearchParams({ token: userToken }).toString()
  try {
    return { said: await asked(endpoint, { method: 'POST', headers, body }, doors) }
  } catch (error) {
    if (!(error instanceof SurveillanceError) || error.about.status !== 401) throw error
    doors.tokens.drop(own)
    return undefined
  }
}

async function asked(url: string, init: RequestInit, { fetch, timeoutMs }: IntrospectionDoors): Promise<unknown> {
  const response = await answered(url, init, { fetch, timeoutMs })
  if (!response.ok) throw new SurveillanceError('EHR_UNREACHABLE', { step: 'introspection', status: response.status })
  return response.json().catch((cause: unknown) => {
    throw new SurveillanceError('EHR_NOT_FHIR', { step: 'introspection' }, { cause })
  })
}

async function answered(
  url: string,
  init: RequestInit,
  { fetch, timeoutMs }: Pick<IntrospectionDoors, 'fetch' | 'timeoutMs'>,
): Promise<Response> {
  try {
    const headers = { accept: 'application/json', ...init.headers }
    return await fetch(url, { ...init, headers, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
  } catch (cause) {
    throw new SurveillanceError('EHR_UNREACHABLE', { step: 'introspection' }, { cause })
  }
}
