import { createHmac } from 'node:crypto'
import fastify from 'fastify'
import { beforeEach, expect, test } from 'vitest'
import { type Inbox, inboxOf } from '#server/intake/inbox.ts'
import { SECRET_HEADER } from '#server/intake/signature.ts'
import { type Webhook, webhookRoutes } from '#server/intake/webhook.ts'
import { LARGEST_BODY } from '#server/sandbox/fhir/bodies.ts'
import { testStore } from '#test/server/store/test-database.ts'

const store = testStore()
const note = { resourceType: 'DocumentReference', id: 'n1', meta: { versionId: '1' }, status: 'current' }
const proof = { [SECRET_HEADER]: 'right', 'content-type': 'application/fhir+json' }

let told: number[]
let heard: string[]
let unnamed: string[]
let counted: string[]
beforeEach(() => {
  told = []
  heard = []
  unnamed = []
  counted = []
})

async function receiver(more: Partial<Webhook> = {}) {
  const app = fastify()
  await app.register(
    webhookRoutes({
      inbox: inboxOf(store.current.db, () => new Date()),
      callers: async (site) => (site === 'sandbox' ? [{ secret: 'right', state: 'active' }] : []),
      onArrival: (arrivals) => void told.push(...arrivals),
      onHeard: (site) => void heard.push(site),
      onUnnamed: (site) => void unnamed.push(site),
      count: (what) => void counted.push(what),
      ...more,
    }),
  )
  return app
}
const arrivals = () => store.current.db.selectFrom('arrival').selectAll().orderBy('id').execute()

test('S4: a notification is durable before it is answered, and the workers are told afterwards', async () => {
  const app = await receiver()
  const answer = await app.inject({
    method: 'POST',
    url: '/hooks/sandbox',
    headers: proof,
    payload: JSON.stringify(note),
  })
  expect(answer.statusCode).toBe(204)
  expect(await arrivals()).toMatchObject([
    { site: 'sandbox', resource_type: 'DocumentReference', resource_id: 'n1', version_id: '1', reason: 'notification' },
  ])
  expect(told).toEqual((await arrivals()).map(({ id }) => id))
  expect(heard).toEqual(['sandbox'])
})

test('S4: when the store fails the sender is asked to come again, and nobody is told', async () => {
  const broken: Inbox = { receive: () => Promise.reject(new Error('disk full')) }
  const app = await receiver({ inbox: broken })
  const answer = await app.inject({
    method: 'POST',
    url: '/hooks/sandbox',
    headers: proof,
    payload: JSON.stringify(note),
  })
  expect(answer.statusCode).toBe(503)
  expect(answer.body).not.toContain('disk')
  expect(told).toEqual([])
})

test.each([
  ['without proof', '/hooks/sandbox', {}],
  ['with a wrong secret', '/hooks/sandbox', { [SECRET_HEADER]: 'wrong' }],
  ['for a site that is not ours', '/hooks/elsewhere', { [SECRET_HEADER]: 'right' }],
  ['with a forged signature', '/hooks/sandbox', { 'x-signature': 'a'.repeat(64) }],
])('S2: a call %s is answered 401, counted, and nothing is stored', async (_, url, headers) => {
  const app = await receiver()
  const answer = await app.inject({ method: 'POST', url, headers, payload: JSON.stringify(note) })
  expect(answer.statusCode).toBe(401)
  expect(await arrivals()).toEqual([])
  expect({ counted, heard }).toEqual({ counted: ['forged'], heard: [] })
})

test('S2: the secret is checked before the body is looked at', async () => {
  const answer = await (await receiver()).inject({ method: 'POST', url: '/hooks/sandbox', payload: '{ broken' })
  expect(answer.statusCode).toBe(401)
})

test('S2: the signature covers the bytes as they came, with odd spacing and umlauts', async () => {
  const raw = '{ "resourceType" : "DocumentReference",\n\t"id":"n1" , "description":"Übelkeit, Durchfall" }'
  const headers = {
    'x-signature': createHmac('sha256', 'right').update(raw).digest('hex'),
    'content-type': 'application/fhir+json',
  }
  const app = await receiver()
  expect((await app.inject({ method: 'POST', url: '/hooks/sandbox', headers, payload: raw })).statusCode).toBe(204)
  const rewritten = JSON.stringify(JSON.parse(raw))
  expect((await app.inject({ method: 'POST', url: '/hooks/sandbox', headers, payload: rewritten })).statusCode).toBe(
    401,
  )
})

test('S1: an unknown shape is answered 400 and counted', async () => {
  const app = await receiver()
  const answer = await app.inject({ method: 'POST', url: '/hooks/sandbox', headers: proof, payload: '{"hello":1}' })
  expect([answer.statusCode, answer.json()]).toMatchObject([400, { code: 'NOTIFICATION_UNKNOWN' }])
  expect(counted).toEqual(['unknown'])
})

test('S1, S10: PUT and DELETE with type and id in the path', async () => {
  const app = await receiver()
  const url = '/hooks/sandbox/DocumentReference/n1'
  await app.inject({ method: 'PUT', url, headers: proof, payload: JSON.stringify(note) })
  expect((await app.inject({ method: 'DELETE', url, headers: { [SECRET_HEADER]: 'right' } })).statusCode).toBe(204)
  expect((await arrivals()).map(({ reason, version_id }) => [reason, version_id])).toEqual([
    ['notification', '1'],
    ['deleted', ''],
  ])
})

test('S7: five deliveries of one event are five 2xx and one arrival', async () => {
  const app = await receiver()
  for (let n = 0; n < 5; n += 1) {
    const answer = await app.inject({
      method: 'POST',
      url: '/hooks/sandbox',
      headers: proof,
      payload: JSON.stringify(note),
    })
    expect(answer.statusCode).toBe(204)
  }
  expect(told).toHaveLength(1)
})

test('S14: what this product wrote is answered and not followed', async () => {
  const ours = {
    resourceType: 'Observation',
    id: 'o1',
    identifier: [{ system: 'https://irae-agent.org/fhir/finding', value: 'f1' }],
  }
  const answer = await (await receiver()).inject({
    method: 'POST',
    url: '/hooks/sandbox',
    headers: proof,
    payload: JSON.stringify(ours),
  })
  expect(answer.statusCode).toBe(204)
  expect(await arrivals()).toEqual([])
  expect(counted).toEqual(['event', 'ours'])
})

test('a kind of resource that we do not read is answered and counted', async () => {
  const answer = await (await receiver()).inject({
    method: 'POST',
    url: '/hooks/sandbox',
    headers: proof,
    payload: '{"resourceType":"Patient","id":"a"}',
  })
  expect(answer.statusCode).toBe(204)
  expect(counted).toEqual(['event', 'not-watched'])
})

test.each([
  ['active', 'heartbeat', true],
  ['requested', 'handshake', false],
  ['planned', 'handshake', false],
])(
  'S6: an empty POST of a subscription that is %s is a %s: heard, counted, and no work',
  async (state, kind, isBeat) => {
    const beats: boolean[] = []
    const app = await receiver({
      callers: async () => [
        { secret: 'another', state: 'error' },
        { secret: 'right', state },
      ],
      onHeard: (_site, secret, beat) => void (secret === 'right' && beats.push(beat)),
    })
    const answer = await app.inject({ method: 'POST', url: '/hooks/sandbox', headers: { [SECRET_HEADER]: 'right' } })
    expect(answer.statusCode).toBe(204)
    expect({ counted, beats, unnamed }).toEqual({ counted: [kind], beats: [isBeat], unnamed: [] })
  },
)

test('S1: a notification that does not say what changed calls for a sweep', async () => {
  const status = { resourceType: 'SubscriptionStatus', type: 'event-notification' }
  const payload = JSON.stringify({ resourceType: 'Bundle', type: 'history', entry: [{ resource: status }] })
  const answer = await (await receiver()).inject({ method: 'POST', url: '/hooks/sandbox', headers: proof, payload })
  expect(answer.statusCode).toBe(204)
  expect({ counted, unnamed }).toEqual({ counted: ['event'], unnamed: ['sandbox'] })
})

test('S1: the largest note that the sandbox takes is told with its text and is taken', async () => {
  const content = [{ attachment: { contentType: 'text/plain', data: 'A'.repeat(LARGEST_BODY) } }]
  const payload = JSON.stringify({ ...note, content })
  const answer = await (await receiver()).inject({ method: 'POST', url: '/hooks/sandbox', headers: proof, payload })
  expect(answer.statusCode).toBe(204)
})

test('a body beyond the limit is refused with 413 and left to the sweep', async () => {
  const app = await receiver({ bodyLimit: 100 })
  const answer = await app.inject({ method: 'POST', url: '/hooks/sandbox', headers: proof, payload: 'x'.repeat(200) })
  expect(answer.statusCode).toBe(413)
})

test('S4: a hundred notifications at once are all answered within two seconds', async () => {
  const app = await receiver()
  const startedAt = performance.now()
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      app.inject({
        method: 'POST',
        url: '/hooks/sandbox',
        headers: proof,
        payload: JSON.stringify({ ...note, id: `n${n}` }),
      }),
    ),
  )
  expect(performance.now() - startedAt).toBeLessThan(2000)
  expect(answers.every(({ statusCode }) => statusCode === 204)).toBe(true)
  expect(await arrivals()).toHaveLength(100)
})
