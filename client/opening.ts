import type { LaunchSite } from '#fhir-mappings/panel.ts'
import { exchange } from './chart.ts'
import type { Refused } from './launch/launch-words.ts'
import { panelConfig } from './launch/panel-config.ts'
import { type Remembered, rememberedSession, rememberSession } from './launch/remembered-session.ts'
import { cleanAddress, type ReturnRequest, returnRequest } from './launch/return-request.ts'
import type { Granted } from './launch/token-response.ts'
import { openSession } from './service.ts'

/** How a page of ours begins: with a session, with a reason why not, or (`fresh`) not launched at all. */
export type Opening =
  | { readonly opened: true; readonly remembered: Remembered; readonly service: string }
  | {
      readonly opened: false
      readonly refused: Refused
      readonly fresh: boolean
      readonly sites: readonly LaunchSite[]
    }

/** Reads and clears the address, then completes the launch or takes up the session that a reload left (L14, L29). */
export async function open(chart: 'needed' | 'none'): Promise<Opening> {
  const request = returnRequest(location.search)
  const entry: unknown = request.came === 'nothing' ? history.state : null
  history.replaceState(entry, '', cleanAddress(location.href))

  const config = await panelConfig().catch(() => undefined)
  if (!config) return refuse({ why: 'service-unreachable' })
  if (request.came === 'nothing') return resume(entry, config.service, config.sites)
  if (request.came !== 'code') return refuse(refusedReturn(request))

  const exchanged = await exchange(request, config.sites, chart)
  if (!exchanged.granted) return refuse(withDetail(exchanged.why, exchanged.missing?.join(', ')))
  return start(exchanged.value, config.service)
}

function resume(entry: unknown, service: string, sites: readonly LaunchSite[]): Opening {
  const remembered = rememberedSession(sessionStorage, entry, new Date())
  if (!remembered) return { opened: false, refused: { why: 'not-launched' }, fresh: entry === null, sites }
  return { opened: true, remembered, service }
}

async function start({ banner, ...granted }: Granted, service: string): Promise<Opening> {
  const session = await openSession(service, granted)
  if (!session.ok) return refuse(refusedSession(session))
  if (session.value.patient?.reference !== granted.patient) return refuse({ why: 'no-patient' })
  const remembered = { entry: crypto.randomUUID(), iss: granted.iss, banner, session: session.value }
  rememberSession(sessionStorage, remembered)
  history.replaceState(remembered.entry, '')
  return { opened: true, remembered, service }
}

function refusedSession({ why, code, text }: Extract<Awaited<ReturnType<typeof openSession>>, { ok: false }>): Refused {
  if (why === 'unreachable') return { why: 'service-unreachable' }
  return code === 'USER_NOT_CLINICIAN' ? { why: 'not-a-clinician' } : withDetail('service-refused', text)
}

function refusedReturn(request: Extract<ReturnRequest, { came: 'error' | 'refused' }>): Refused {
  return request.came === 'error' ? { why: 'denied', detail: request.error } : { why: request.why }
}

function withDetail(why: Refused['why'], detail: string | undefined): Refused {
  return detail ? { why, detail } : { why }
}

function refuse(refused: Refused): Opening {
  return { opened: false, refused, fresh: false, sites: [] }
}
