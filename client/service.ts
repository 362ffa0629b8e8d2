import type { z } from 'zod'
import { type Finding, quotedSources } from '#fhir-mappings/finding.ts'
import {
  AuditView,
  type OpenSession,
  PanelError,
  PanelFinding,
  PanelView,
  QuotedNote,
  Session,
  type SignRequest,
} from '#fhir-mappings/panel.ts'

/** What became of one question to our service. `ended`: the session is over and only a new launch helps. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false
      readonly why: 'unreachable' | 'ended' | 'refused'
      readonly code: string
      readonly text: string
    }

export interface Service {
  /** without `after` at once; with it when something is newer, or the same again after about 20 s */
  panel(after?: string, signal?: AbortSignal): Promise<Answer<PanelView>>
  /** the note of `source` as this version of the finding quotes it */
  note(finding: Finding, source: string): Promise<Answer<QuotedNote>>
  sign(findingId: string, request: SignRequest): Promise<Answer<PanelFinding>>
  audit(): Promise<Answer<AuditView>>
}

/** The long poll answers within 20 s (panel.ts); half as much again is a service that hangs. */
const TIMEOUT_MS = 30_000

export function openSession(base: string, granted: OpenSession, fetcher: typeof fetch = fetch) {
  return ask(Session, fetcher, `${base}/api/session`, { method: 'POST', body: JSON.stringify(granted) })
}

/** Our service as one session sees it. The session travels in a header; no URL holds a patient, token or word (L29). */
export function serviceOf(base: string, session: string, fetcher: typeof fetch = fetch): Service {
  const headers = { authorization: `Bearer ${session}` }
  return {
    panel: (after, signal) =>
      ask(PanelView, fetcher, `${base}/api/panel${after === undefined ? '' : `?after=${encodeURIComponent(after)}`}`, {
        headers,
        ...(signal ? { signal } : {}),
      }),
    note: ({ id, version, proposal }, source) => {
      const n = quotedSources(proposal).indexOf(source)
      return ask(QuotedNote, fetcher, `${base}/api/findings/${id}/notes/${n}?version=${version}`, { headers })
    },
    sign: (id, request) =>
      ask(PanelFinding, fetcher, `${base}/api/findings/${id}/decision`, {
        method: 'POST',
        headers,
        body: JSON.stringify(request),
      }),
    audit: () => ask(AuditView, fetcher, `${base}/api/audit`, { headers }),
  }
}

async function ask<T>(shape: z.ZodType<T>, fetcher: typeof fetch, url: string, init: RequestInit): Promise<Answer<T>> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  try {
    const answer = await fetcher(url, {
      ...init,
      headers: {
        accept: 'application/json',
        ...(init.body ? { 'content-type': 'application/json' } : {}),
        ...init.headers,
      },
      signal: init.signal ? AbortSignal.any([init.signal, timeout]) : timeout,
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    })
    const body: unknown = await answer.json()
    if (!answer.ok) return refusal(answer.status, body)
    const value = shape.safeParse(body)
    return value.success ? { ok: true, value: value.data } : unreachable('NOT_UNDERSTOOD')
  } catch {
    return unreachable('NO_ANSWER')
  }
}

function refusal(status: number, body: unknown): Answer<never> {
  const error = PanelError.safeParse(body).data
  if (status === 401)
    return { ok: false, why: 'ended', code: error?.code ?? 'SESSION_INVALID', text: error?.text ?? '' }
  if (status >= 500 || !error) return unreachable(error?.code ?? 'NOT_UNDERSTOOD')
  return { ok: false, why: 'refused', ...error }
}

function unreachable(code: string): Answer<never> {
  return { ok: false, why: 'unreachable', code, text: 'The service could not be reached or was not understood.' }
}
