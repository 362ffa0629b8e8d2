import FHIR from 'fhirclient'
import { z } from 'zod'
import type { LaunchSite } from '#fhir-mappings/panel.ts'
import type { OpeningRefusal } from './launch/launch-words.ts'
import type { ReturnRequest } from './launch/return-request.ts'
import { PANEL_NEEDS, switchedOff } from './launch/scopes.ts'
import { forgetLaunches, storedLaunch } from './launch/stored-launch.ts'

/** What the EHR granted for one launch, before our service has checked it. */
export interface Granted {
  readonly iss: string
  readonly accessToken: string
  readonly idToken: string
  /** `Patient/ID`; absent for a launch without chart */
  readonly patient?: string
  /** L17: the banner is left out only when the EHR says that it shows one */
  readonly banner: boolean
}
export type Exchange =
  | { readonly granted: true; readonly value: Granted }
  | { readonly granted: false; readonly why: OpeningRefusal; readonly missing?: readonly string[] }

type CodeReturn = Extract<ReturnRequest, { came: 'code' }>

const EXCHANGE_TIMEOUT_MS = 20_000

/**
 * Exchanges the code of a return whose `state` this tab made (L4). Whatever comes of it, the EHR's token is gone from the
 * browser's storage afterwards.
 */
export async function exchange(
  came: CodeReturn,
  sites: readonly LaunchSite[],
  chart: 'needed' | 'none',
): Promise<Exchange> {
  const stored = storedLaunch(sessionStorage, came.state)
  if (!stored) return { granted: false, why: 'unknown-state' }
  if (!sites.some((site) => site.iss === stored.serverUrl)) return { granted: false, why: 'iss-not-listed' }
  if (came.issuer !== null && came.issuer !== (await issuerOf(stored.serverUrl))) {
    return { granted: false, why: 'wrong-issuer' }
  }
  try {
    return granted(stored.serverUrl, await tokenResponse(came), chart)
  } catch {
    return { granted: false, why: 'exchange-failed' }
  } finally {
    forgetLaunches(sessionStorage)
  }
}

async function tokenResponse({ code, state }: CodeReturn): Promise<unknown> {
  const tooLate = new Promise<never>((_, reject) => setTimeout(reject, EXCHANGE_TIMEOUT_MS, new Error('timeout')))
  // L8: fhirclient puts the code into the form body as it is, so it must be encoded before
  const client = await Promise.race([FHIR.oauth2.ready({ stateKey: state, code: encodeURIComponent(code) }), tooLate])
  return client.state.tokenResponse
}

const TokenResponse = z.object({
  access_token: z.string().min(1),
  id_token: z.string().min(1).optional(),
  patient: z
    .string()
    .regex(/^[A-Za-z0-9\-.]{1,64}$/)
    .optional(),
  scope: z.string().optional(),
  need_patient_banner: z.unknown(),
})

/** Reads a token response: no patient is an error and never a default (L15); encounter, intent and style are not used. */
export function granted(iss: string, response: unknown, chart: 'needed' | 'none'): Exchange {
  const token = TokenResponse.safeParse(response).data
  if (!token) return { granted: false, why: 'exchange-failed' }
  const missing = chart === 'needed' ? switchedOff(token.scope, PANEL_NEEDS) : []
  if (missing.length > 0) return { granted: false, why: 'scope-missing', missing }
  if (!token.id_token) return { granted: false, why: 'no-identity' }
  if (chart === 'needed' && !token.patient) return { granted: false, why: 'no-patient' }
  return {
    granted: true,
    value: {
      iss,
      accessToken: token.access_token,
      idToken: token.id_token,
      ...(chart === 'needed' ? { patient: `Patient/${token.patient}` } : {}),
      banner: token.need_patient_banner !== false,
    },
  }
}

/** RFC 9207: the issuer that the launch server states; undefined (and so unequal to any) when it cannot be asked. */
async function issuerOf(iss: string): Promise<string | undefined> {
  try {
    const answer = await fetch(`${iss.replace(/\/+$/, '')}/.well-known/smart-configuration`, { credentials: 'omit' })
    return z.object({ issuer: z.string() }).safeParse(await answer.json()).data?.issuer
  } catch {
    return undefined
  }
}
