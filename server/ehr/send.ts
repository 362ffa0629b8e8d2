import { randomUUID } from 'node:crypto'
import type { Token, Tokens } from './credentials.ts'
import type { Site } from './door.ts'
import { addressOnBase } from './origin.ts'

/** Lines for the operators' log: no query, no words from the chart; a refusal says what to do about it (B7). */
export type RequestLog = (
  line:
    | {
        readonly event: 'ehr-request'
        readonly site: string
        readonly request: string
        readonly method: string
        readonly path: string
        readonly status: number
        readonly durationMs: number
      }
    | { readonly event: 'ehr-refused'; readonly site: string; readonly reason: string; readonly advice: string },
) => void

export interface Line {
  readonly site: Site
  readonly tokens: Tokens
  readonly fetch: typeof fetch
  readonly now: () => Date
  readonly wait: (ms: number) => Promise<void>
  readonly log: RequestLog
  readonly timeoutMs: number
  /** requests to the site at the same time (B15) */
  readonly concurrency: number
}

export interface Outgoing {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** relative to the FHIR base, or a complete address on it */
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: object
}

/** An answer whose body nobody has read yet. */
export interface RawAnswer {
  readonly response: Response
  readonly requestId: string
}

/** One request, sent once: the token goes to the FHIR base only (L26), redirects are not followed. */
export async function send(line: Line, outgoing: Outgoing, token: Token | undefined): Promise<RawAnswer> {
  const address = addressOnBase(line.site.fhirBase, outgoing.url)
  const requestId = randomUUID()
  const startedAt = performance.now()
  const response = await line.fetch(address, {
    method: outgoing.method,
    redirect: 'manual',
    signal: AbortSignal.timeout(line.timeoutMs),
    headers: {
      accept: 'application/fhir+json',
      'x-request-id': requestId,
      ...(outgoing.body ? { 'content-type': 'application/fhir+json' } : {}),
      ...(token ? { authorization: `Bearer ${token.value}` } : {}),
      ...outgoing.headers,
    },
    ...(outgoing.body ? { body: JSON.stringify(outgoing.body) } : {}),
  })
  if (token && response.status !== 401) token.accepted = true
  line.log({
    event: 'ehr-request',
    site: line.site.id,
    request: requestId,
    method: outgoing.method,
    path: address.pathname,
    status: response.status,
    durationMs: Math.round(performance.now() - startedAt),
  })
  return { response, requestId }
}
