import { createHmac } from 'node:crypto'
import type { Observation, Subscription } from '@medplum/fhirtypes'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Exchange, openExchange } from '#server/sandbox/fhir/subscriptions/exchange.ts'
import type { Repository } from '#server/sandbox/repository.ts'
import { alt, ann, ben, issueOf, openSandbox, type Sandbox } from '#test/server/sandbox/fhir/open-sandbox.ts'
import { openSubscriber, type Subscriber, subscriptionTo, until } from './subscriber.ts'

const LABS = 'Observation?category=laboratory'
let clock: Date
let sandbox: Sandbox
let repository: Repository
let exchange: Exchange
let subscriber: Subscriber

beforeEach(async () => {
  clock = new Date('2026-01-01T00:00:00Z')
  sandbox = openSandbox(() => clock)
  repository = sandbox.repository
  repository.seed([ann, ben])
  subscriber = await openSubscriber()
  exchange = open()
})
afterEach(async () => {
  await exchange.stop()
  await subscriber.close()
  await sandbox.close()
})

function open(heartbeatMs = 0): Exchange {
  return openExchange({ repository, now: () => clock, retryAfterMs: [5, 10, 20], timeoutMs: 300, heartbeatMs })
}

const statusOf = (id: string) => repository.read<Subscription>('Subscription', id)

/** Subscribes and waits for the handshake to be over. */
async function subscribed(criteria = LABS, more: Partial<Subscription> = {}): Promise<string> {
  const { id } = repository.create(subscriptionTo(subscriber.url, criteria, more)).resource
  await until(() => statusOf(id).status === 'active')
  subscriber.calls.length = 0
  return id
}

describe('handshake (S6)', () => {
  test('a requested subscription is sent an empty POST with its headers, and becomes active on 2xx', async () => {
    const { id } = repository.create(subscriptionTo(subscriber.url, LABS)).resource
    await until(() => statusOf(id).status === 'active')
    expect(subscriber.calls).toHaveLength(1)
    expect(subscriber.calls[0]).toMatchObject({ method: 'POST', body: '', headers: { 'x-secret': 'open sesame' } })
  })

  test('an endpoint that refuses sets the subscription to error, with the reason', async () => {
    subscriber.status = 403
    const { id } = repository.create(subscriptionTo(subscriber.url, LABS)).resource
    await until(() => statusOf(id).status === 'error')
    expect(statusOf(id).error).toContain('403')
    expect(subscriber.calls).toHaveLength(4)
  })

  test('S11: set back to requested, it is tried again and loses its error', async () => {
    subscriber.status = 500
    const { id } = repository.create(subscriptionTo(subscriber.url, LABS)).resource
    await until(() => statusOf(id).status === 'error')
    subscriber.status = 200
    repository.update<Subscription>({ ...statusOf(id), status: 'requested' })
    await until(() => statusOf(id).status === 'active')
    expect(statusOf(id)).not.toHaveProperty('error')
  })

  test('what is charted during the handshake is not lost', async () => {
    repository.create(subscriptionTo(subscriber.url, LABS))
    repository.create(alt('x', 'ann', '2026-01-01'))
    await subscriber.heard(2)
    expect(JSON.parse(subscriber.calls[1]?.body ?? '')).toMatchObject({ resourceType: 'Observation' })
  })

  test.each([
    ['another scheme', { endpoint: 'file:///etc/passwd' }],
    ['no endpoint', {}],
    ['credentials in the URL', { endpoint: 'http://a:b@127.0.0.1/' }],
    ['another channel', { endpoint: 'http://127.0.0.1/', type: 'email' as const }],
    ['another payload', { endpoint: 'http://127.0.0.1/', payload: 'application/fhir+xml' }],
  ])('a subscription with %s is refused', async (_, channel) => {
    const subscription = { ...subscriptionTo('', LABS), channel: { type: 'rest-hook' as const, ...channel } }
    const response = await sandbox.post('/Subscription', subscription)
    expect(response.statusCode).toBe(422)
    expect(issueOf(response).expression).toEqual(['Subscription.channel'])
  })

  test.each(['Ghost?x=1', 'Observation?colour=red', 'http://example.org/topic'])(
    'criteria %s are refused',
    async (criteria) => {
      const response = await sandbox.post('/Subscription', subscriptionTo(subscriber.url, criteria))
      expect([400, 422]).toContain(response.statusCode)
    },
  )
})

describe('notices', () => {
  test('a new result arrives as the resource, in a few milliseconds', async () => {
    await subscribed()
    const start = performance.now()
    const { resource } = repository.create(alt('x', 'ann', '2026-01-01'))
    await subscriber.heard(1)
    expect(performance.now() - start).toBeLessThan(250)
    expect(subscriber.calls[0]?.headers['content-type']).toBe('application/fhir+json')
    expect(JSON.parse(subscriber.calls[0]?.body ?? '')).toEqual(resource)
  })

  test('criteria mean what a search means: another category, another patient and an unchanged update are not told', async () => {
    await subscribed('Observation?category=laboratory&patient=Patient/ann')
    const { resource } = repository.create(alt('x', 'ann', '2026-01-01'))
    repository.create(alt('x', 'ben', '2026-01-01'))
    const { category: _, ...uncategorised } = alt('x', 'ann', '2026-01-01') as Observation
    repository.create(uncategorised)
    repository.update(resource)
    repository.update({ ...resource, status: 'corrected' } as Observation & { id: string })
    await subscriber.heard(2)
    await until(() => exchange.waiting() === 0)
    expect(subscriber.calls.map(({ body }) => JSON.parse(body).status)).toEqual(['final', 'corrected'])
  })

  test('a transaction is told after it is durable, and a failed one not at all', async () => {
    await subscribed()
    const entry = (patient: string) => ({
      resource: alt('x', patient, '2026-01-01'),
      request: { method: 'POST' as const, url: 'Observation' },
    })
    await sandbox.post('', { resourceType: 'Bundle', type: 'transaction', entry: [entry('ann'), entry('nobody')] })
    await sandbox.post('', { resourceType: 'Bundle', type: 'transaction', entry: [entry('ann'), entry('ben')] })
    await subscriber.heard(2)
    await until(() => exchange.waiting() === 0)
    expect(subscriber.calls).toHaveLength(2)
  })

  test.each(['https://www.medplum.com', 'https://medplum.com'])(
    'S2, S3: with a secret under %s the raw bytes are signed',
    async (host) => {
      const url = `${host}/fhir/StructureDefinition/subscription-secret`
      await subscribed(LABS, { extension: [{ url, valueString: 'hush' }] })
      repository.create({
        ...alt('x', 'ann', '2026-01-01'),
        code: { text: 'Alanin-Aminotransferase µ≥' },
      } as Observation)
      await subscriber.heard(1)
      const { body = '', headers = {} } = subscriber.calls[0] ?? {}
      expect(headers['x-signature']).toBe(createHmac('sha256', 'hush').update(body).digest('hex'))
    },
  )

  test('S8: changes arrive in the order in which they were charted, a failing delivery in between too', async () => {
    await subscribed()
    let failures = 2
    subscriber.status = ({ body }) => (body.includes('"value":3') && failures-- > 0 ? 503 : 200)
    for (let value = 1; value <= 6; value++) repository.create(alt('x', 'ann', '2026-01-01', value))
    await until(() => exchange.waiting() === 0)
    const values = subscriber.calls.map(({ body }) => JSON.parse(body).valueQuantity.value)
    expect(values).toEqual([1, 2, 3, 3, 3, 4, 5, 6])
  })

  test('S10: a deletion is told with the name of what was deleted', async () => {
    await subscribed()
    const { resource } = repository.create(alt('x', 'ann', '2026-01-01'))
    repository.remove('Observation', resource.id)
    await subscriber.heard(2)
    expect(subscriber.calls[1]?.headers['x-medplum-deleted-resource']).toBe(`Observation/${resource.id}`)
    expect(subscriber.calls[1]?.body).toBe('{}')
  })

  test('a subscriber that stays silent or broken is given up with the number of notices it missed', async () => {
    const id = await subscribed()
    subscriber.status = 500
    repository.create(alt('x', 'ann', '2026-01-01', 1))
    repository.create(alt('x', 'ann', '2026-01-01', 2))
    await until(() => statusOf(id).status === 'error')
    expect(statusOf(id).error).toBe('The endpoint answered 500. Not delivered: 2.')
    const calls = subscriber.calls.length
    repository.create(alt('x', 'ann', '2026-01-01', 3))
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(subscriber.calls).toHaveLength(calls)
  })

  test.each([413, 400, 422])(
    'a notice that is refused for good (%i) is sent once and holds up no other',
    async (code) => {
      const id = await subscribed()
      subscriber.status = ({ body }) => (body.includes('"value":3') ? code : 200)
      for (const value of [1, 3, 5]) repository.create(alt(`x${value}`, 'ann', '2026-01-01', value))
      await subscriber.heard(3)
      await until(() => exchange.waiting() === 0)
      expect(subscriber.calls.map(({ body }) => JSON.parse(body).valueQuantity.value)).toEqual([1, 3, 5])
      expect(statusOf(id).status).toBe('active')
    },
  )

  test.each([401, 403, 408, 429])('%i may pass: the notice comes again', async (code) => {
    await subscribed()
    let refusals = 1
    subscriber.status = () => (refusals-- > 0 ? code : 200)
    repository.create(alt('x', 'ann', '2026-01-01'))
    await subscriber.heard(2)
    await until(() => exchange.waiting() === 0)
  })

  test('a redirect is no delivery, so that no chart is sent elsewhere', async () => {
    const id = await subscribed()
    subscriber.status = 307
    repository.create(alt('x', 'ann', '2026-01-01'))
    await until(() => statusOf(id).status === 'error')
    expect(statusOf(id).error).toContain('307')
  })

  test('without a payload the notice is empty', async () => {
    const { channel } = subscriptionTo(subscriber.url, LABS)
    const { payload: _, ...bare } = channel
    await subscribed(LABS, { channel: bare })
    repository.create(alt('x', 'ann', '2026-01-01'))
    await subscriber.heard(1)
    expect(subscriber.calls[0]?.body).toBe('')
  })
})

describe('the life of a subscription', () => {
  test('after its end nothing is sent and it is off', async () => {
    const id = await subscribed(LABS, { end: '2026-01-01T01:00:00Z' })
    clock = new Date('2026-01-01T01:00:01Z')
    repository.create(alt('x', 'ann', '2026-01-01'))
    expect(statusOf(id).status).toBe('off')
    await until(() => exchange.waiting() === 0)
    expect(subscriber.calls).toHaveLength(0)
  })

  test('switched off or deleted by its owner, it is told nothing more', async () => {
    const first = await subscribed()
    repository.update<Subscription>({ ...statusOf(first), status: 'off' })
    const second = await subscribed()
    repository.remove('Subscription', second)
    repository.create(alt('x', 'ann', '2026-01-01'))
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(subscriber.calls).toHaveLength(0)
  })

  test('notices that wait are kept when the owner asks for a new handshake', async () => {
    const id = await subscribed()
    subscriber.status = 503
    repository.create(alt('x', 'ann', '2026-01-01', 7))
    await subscriber.heard(1)
    subscriber.status = 200
    repository.update<Subscription>({ ...statusOf(id), status: 'requested' })
    await until(() => statusOf(id).status === 'active' && exchange.waiting() === 0)
    expect(subscriber.calls.at(-1)?.body).toContain('"value":7')
  })

  test('after a restart active subscriptions go on and requested ones are shaken hands with', async () => {
    const active = await subscribed()
    await exchange.stop()
    const { id: requested } = repository.create(subscriptionTo(subscriber.url, 'Patient')).resource
    exchange = open()
    await until(() => statusOf(requested).status === 'active')
    repository.create(alt('x', 'ann', '2026-01-01'))
    await subscriber.heard(2)
    expect(statusOf(active).status).toBe('active')
    expect(subscriber.calls.map(({ body }) => body.length > 0)).toEqual([false, true])
  })

  test('S6: heartbeats are empty and come by themselves', async () => {
    await exchange.stop()
    exchange = open(20)
    await subscribed()
    await subscriber.heard(2)
    expect(subscriber.calls.slice(0, 2).every(({ body }) => body === '')).toBe(true)
  })
})
