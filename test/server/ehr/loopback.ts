import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { type Connection, connect } from '#server/ehr/connect.ts'
import type { Site } from '#server/ehr/door.ts'

export interface Asked {
  readonly method: string
  /** path and query as they came */
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: object | string | Uint8Array
}

/** A reply, or a connection that breaks without one. */
export type Server = (asked: Asked) => Reply | 'drop' | 'hang'

export interface Loopback {
  readonly origin: string
  readonly asked: readonly Asked[]
}

/** A real HTTP server on the loopback for one test; it remembers what it was asked. */
export async function loopback(answer: Server): Promise<Loopback> {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const one = {
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    }
    asked.push(one)
    const reply = answer(one)
    if (reply === 'drop') return request.socket.destroy()
    if (reply === 'hang') return undefined
    const { status = 200, headers = {}, body = '' } = reply
    const json = typeof body === 'object' && !(body instanceof Uint8Array)
    response.writeHead(status, { ...(json ? { 'content-type': 'application/fhir+json' } : {}), ...headers })
    return response.end(json ? JSON.stringify(body) : body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

/** An address where nobody listens any more. */
export async function closedOrigin(): Promise<string> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return `http://localhost:${port}`
}

export const siteAt = (fhirBase: string, more: Partial<Site> = {}): Site => ({
  id: 'test',
  fhirBase,
  write: 'before-signature',
  subscriptions: true,
  atomicTransactions: true,
  crossPatientSearch: true,
  timeZone: 'Europe/Berlin',
  ...more,
})

/** A client of the server below `/fhir`, with a fixed token; the pauses it took are noted and cost no time. */
export function client(server: Loopback, more: Partial<Connection> = {}) {
  const pauses: number[] = []
  const ehr = connect({
    site: siteAt(`${server.origin}/fhir`),
    credentials: { kind: 'bearer', token: 'secret-token' },
    now: () => new Date(),
    wait: async (ms) => void pauses.push(ms),
    timeoutMs: 5000,
    ...more,
  })
  return { ehr, pauses }
}

export const note = (id: string, more: object = {}): object => ({
  resourceType: 'DocumentReference',
  id,
  status: 'current',
  subject: { reference: 'Patient/a' },
  content: [{ attachment: { contentType: 'text/plain', url: `Binary/${id}` } }],
  ...more,
})

export const page = (resources: readonly object[], next?: string): object => ({
  resourceType: 'Bundle',
  type: 'searchset',
  ...(next ? { link: [{ relation: 'next', url: next }] } : {}),
  ...(resources.length > 0 ? { entry: resources.map((resource) => ({ resource, search: { mode: 'match' } })) } : {}),
})
