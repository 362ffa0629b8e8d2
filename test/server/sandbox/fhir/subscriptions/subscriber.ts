import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Subscription } from '@medplum/fhirtypes'

interface Call {
  readonly method: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly at: number
}

/** A listening subscriber that remembers every call and answers what `status` says. */
export interface Subscriber {
  readonly url: string
  readonly calls: Call[]
  status: number | ((call: Call) => number)
  /** resolves when `count` calls have come */
  heard(count: number): Promise<void>
  close(): Promise<void>
}

export async function openSubscriber(): Promise<Subscriber> {
  const calls: Call[] = []
  const waiting: { count: number; resolve: () => void }[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const call = { method: request.method ?? '', headers: request.headers, body, at: performance.now() }
      calls.push(call)
      response.writeHead(typeof subscriber.status === 'number' ? subscriber.status : subscriber.status(call)).end()
      for (const one of waiting) if (calls.length >= one.count) one.resolve()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const subscriber: Subscriber = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    calls,
    status: 200,
    heard: (count) =>
      calls.length >= count ? Promise.resolve() : new Promise((resolve) => waiting.push({ count, resolve })),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return subscriber
}

/** A subscription as our service creates it. */
export const subscriptionTo = (endpoint: string, criteria: string, more: Partial<Subscription> = {}): Subscription => ({
  resourceType: 'Subscription',
  status: 'requested',
  reason: 'irAE surveillance',
  criteria,
  channel: { type: 'rest-hook', endpoint, payload: 'application/fhir+json', header: ['X-Secret: open sesame'] },
  ...more,
})

/** Waits until something is so; fails after two seconds. */
export async function until(isSo: () => boolean): Promise<void> {
  const start = performance.now()
  while (!isSo()) {
    if (performance.now() - start > 2000) throw new Error('It did not become so within 2 s.')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
