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
 * no introspection endpoint or one on a foreign origin. The answer is unread JSON: the caller checks its shape. Throws EHR_UNREACHABLE.
 */
export async function introspected(userToken: string, doors: IntrospectionDoors): Promise<unknown> {
  const { site } = doors
  const discovered = await asked(`${site.fhirBase}/.well-known/smart-configuration`, {}, doors)
  const endpoint = (discovered as { introspection_endpoint?: unknown } | undefined)?.introspection_endpoint
  if (typeof endpoint !== 'string' || !URL.canParse(endpoint)) return undefined
  if (new URL(endpoint).origin !== new URL(site.fhirBase).origin) return undefined
  const own = await doors.tokens.current()
  if (!own) return undefined
  return asked(
    endpoint,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${own.value}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ token: userToken }).toString(),
    },
    doors,
  )
}

async function asked(url: string, init: RequestInit, { fetch, timeoutMs }: IntrospectionDoors): Promise<unknown> {
  try {
    const headers = { accept: 'application/json', ...init.headers }
    const response = await fetch(url, { ...init, headers, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
    if (!response.ok) throw new Error(`status ${response.status}`)
    return await response.json()
  } catch (cause) {
    throw new SurveillanceError('EHR_UNREACHABLE', { step: 'introspection' }, { cause })
  }
}
