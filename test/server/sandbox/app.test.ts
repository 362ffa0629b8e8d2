import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  backend,
  credentials,
  EHR,
  FHIR,
  FORM,
  loggedIn,
  posted,
  type Visit,
  visit,
} from '#test/server/sandbox/smart/visit.ts'

let here: Visit
beforeAll(async () => {
  here = await visit()
})
afterAll(() => here.end())

test('an empty store is seeded with the people it is given, the staff and the hospital', () => {
  expect(here.repository.read('Patient', 'anna').id).toBe('anna')
  expect(here.repository.read('Practitioner', 'nurse').id).toBe('nurse')
  expect(here.repository.read('Organization', 'sandbox-hospital').id).toBe('sandbox-hospital')
})

test('a second start keeps what was charted and seeds nothing', async () => {
  const first = await visit()
  first.repository.create({
    resourceType: 'Flag',
    status: 'active',
    code: { text: 'kept' },
    subject: { reference: 'Patient/anna' },
  })
  await first.close()
  const second = await visit({ dataFolder: first.dataFolder })
  const flags = second.repository.search('Flag', 'patient=Patient/anna', FHIR)
  expect(flags.entry).toHaveLength(1)
  await second.end()
})

describe('what is published', () => {
  test('the SMART configuration announces PKCE, both kinds of client and both spellings of scopes', async () => {
    const configuration = (await here.app.inject('/fhir/.well-known/smart-configuration')).json()
    expect(configuration).toMatchObject({
      issuer: `${EHR}/issuer`,
      token_endpoint: `${EHR}/issuer/token`,
      introspection_endpoint: `${EHR}/issuer/introspect`,
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt', 'none'],
    })
    expect(configuration.capabilities).toEqual(
      expect.arrayContaining(['launch-ehr', 'launch-standalone', 'permission-v1', 'permission-v2', 'context-banner']),
    )
  })

  test.each(['/fhir/.well-known/smart-configuration', '/issuer/token', '/issuer/jwks.json'])(
    'L30: %s can be read from the origin of the panel',
    async (url) => {
      const headers = { origin: 'http://localhost:4005', 'access-control-request-method': 'POST' }
      const answer = await here.app.inject({ method: 'OPTIONS', url, headers })
      expect([answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([204, '*'])
    },
  )

  test('a page of the chart cannot be read from another origin', async () => {
    const answer = await here.app.inject({ url: '/patients', headers: { origin: 'http://localhost:4005' } })
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })

  test('the FHIR server names the addresses of the authorization server', async () => {
    const statement = (await here.app.inject('/fhir/metadata')).json()
    expect(JSON.stringify(statement.rest[0].security)).toContain(`${EHR}/issuer/authorize`)
  })
})

test('B1: a backend token writes a Flag that the chart then shows', async () => {
  const service = await backend(here.now)
  const room = await visit({ clients: [service.client] })
  const { body } = await posted(room, '/issuer/token', credentials(await service.assertion()))
  const answer = await room.app.inject({
    method: 'POST',
    url: '/fhir/Flag',
    headers: { authorization: `Bearer ${body.access_token}`, 'content-type': 'application/fhir+json' },
    payload: JSON.stringify({
      resourceType: 'Flag',
      status: 'active',
      code: { text: 'Unconfirmed: colitis' },
      subject: { reference: 'Patient/anna' },
    }),
  })
  expect(answer.statusCode).toBe(201)
  await room.end()
})

test('S1: a note that is signed in the chart reaches a subscriber with its secret header', async () => {
  const heard: { secret: unknown; body: string }[] = []
  const subscriber = createServer(async (request, reply) => {
    const body = (await request.toArray()).join('')
    heard.push({ secret: request.headers['x-secret'], body })
    reply.end()
  })
  await new Promise<void>((open) => subscriber.listen(0, '127.0.0.1', open))
  const room = await visit()
  room.repository.create({
    resourceType: 'Subscription',
    status: 'requested',
    reason: 'test',
    criteria: 'DocumentReference',
    channel: {
      type: 'rest-hook',
      endpoint: `http://127.0.0.1:${(subscriber.address() as AddressInfo).port}/hook`,
      payload: 'application/fhir+json',
      header: ['X-Secret: s'],
    },
  })
  const cookie = await loggedIn(room, 'Practitioner/nurse')
  const payload = new URLSearchParams({ kind: '11506-3', text: '6 loose stools a day' }).toString()
  await room.app.inject({ method: 'POST', url: '/chart/anna/write/note', headers: { ...FORM, cookie }, payload })
  await vi.waitFor(() => expect(heard.some(({ body }) => body.includes('"DocumentReference"'))).toBe(true))
  expect(heard.every(({ secret }) => secret === 's')).toBe(true)
  await room.end()
  subscriber.close()
})

test('who opens the chart by number is led to the name under which the panel is launched', async () => {
  const byNumber = { host: '127.0.0.1:4004' }
  const page = await here.app.inject({ url: '/patients?q=a', headers: byNumber })
  expect([page.statusCode, page.headers.location]).toEqual([302, `${EHR}/patients?q=a`])
  expect((await here.app.inject({ url: '/fhir/metadata', headers: byNumber })).statusCode).toBe(200)
})

test('an address that does not exist and a body that is not understood end in a plain page', async () => {
  expect((await here.app.inject('/nowhere')).statusCode).toBe(404)
  const answer = await here.app.inject({
    method: 'POST',
    url: '/login',
    headers: { 'content-type': 'text/xml' },
    payload: '<x/>',
  })
  expect(answer.statusCode).toBe(415)
  expect(answer.body).not.toContain('stack')
})
