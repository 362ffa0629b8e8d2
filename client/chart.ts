import FHIR from 'fhirclient'
import { z } from 'zod'
import type { LaunchSite } from '#fhir-mappings/panel.ts'
import type { ReturnRequest } from './launch/return-request.ts'
import { forgetLaunches, storedLaunch } from './launch/stored-launch.ts'
import { type Exchange, granted } from './launch/token-response.ts'

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

/** RFC 9207: the issuer that the launch server states; undefined (and so unequal to any) when it cannot be asked. */
async function issuerOf(iss: string): Promise<string | undefined> {
  try {
    const answer = await fetch(`${iss.replace(/\/+$/, '')}/.well-known/smart-configuration`, { credentials: 'omit' })
    return z.object({ issuer: z.string() }).safeParse(await answer.json()).data?.issuer
  } catch {
    return undefined
  }
}
