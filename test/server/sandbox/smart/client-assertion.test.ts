import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientKeys } from '#server/sandbox/smart/client-keys.ts'
import { type Backend, backend, credentials, EHR, launched, posted, type Visit, visit } from './visit.ts'

let here: Visit
let service: Backend
let rsa: Backend
beforeAll(async () => {
  const start = () => new Date('2026-03-01T10:00:00Z')
  service = await backend(start)
  const other = await backend(start, 'RS384')
  rsa = { ...other, client: { ...other.client, id: 'test-rsa' } }
  here = await visit({ clients: [service.client, rsa.client] })
})
afterAll(() => here.end())

const asked = (assertion: string, scope?: string) => posted(here, '/issuer/token', credentials(assertion, scope))

describe('B1, I5: a backend proves itself with a signed assertion', () => {
  test('ES384 and RS384 get a short token without refresh, with the scope that was asked', async () => {
    const { status, body } = await asked(await service.assertion(), 'system/*.read system/Flag.cu')
    expect([status, body.scope, body.expires_in]).toEqual([200, 'system/*.read system/Flag.cu', 300])
    expect(body).not.toHaveProperty('refresh_token')
    expect((await asked(await rsa.assertion({ iss: 'test-rsa', sub: 'test-rsa' }))).status).toBe(200)
  })

  test('the token reads every patient', async () => {
    const { body } = await asked(await service.assertion())
    const answer = await here.app.inject({
      url: '/fhir/Patient',
      headers: { authorization: `Bearer ${body.access_token}` },
    })
    expect(answer.json().entry).toHaveLength(2)
  })

  test('a jti that was used before is refused', async () => {
    const assertion = await service.assertion({ jti: 'once' })
    expect((await asked(assertion)).status).toBe(200)
    expect(await asked(assertion)).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
    expect((await asked(await service.assertion({ jti: 'once' }))).status).toBe(401)
  })

  const soon = Date.parse('2026-03-01T10:00:00Z') / 1000
  test.each([
    ['expires in more than five minutes', { exp: soon + 600 }, {}],
    ['has expired', { exp: soon - 60 }, {}],
    ['never expires', { exp: undefined }, {}],
    ['is addressed to another URL', { aud: `${EHR}/fhir` }, {}],
    ['has a jti of more than 151 characters', { jti: 'j'.repeat(152) }, {}],
    ['has no jti', { jti: undefined }, {}],
    ['speaks for another subject', { sub: 'irae-panel' }, {}],
    ['names an unregistered issuer', { iss: 'nobody' }, {}],
    ['names a public client', { iss: 'irae-panel', sub: 'irae-panel' }, {}],
    ['has an unknown kid', {}, { kid: 'k2' }],
    ['is no JWT by its typ', {}, { typ: 'other' }],
  ])('an assertion that %s is refused', async (_, claims, header) => {
    expect(await asked(await service.assertion(claims, header))).toMatchObject({
      status: 401,
      body: { error: 'invalid_client' },
    })
  })

  test('an assertion signed by somebody else is refused', async () => {
    const stranger = await backend(here.now)
    expect((await asked(await stranger.assertion())).status).toBe(401)
  })

  test('an unsigned assertion is refused', async () => {
    const [, claims] = (await service.assertion()).split('.')
    const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT', kid: 'k1' })).toString('base64url')
    expect((await asked(`${header}.${claims}.`)).status).toBe(401)
  })

  test('a scope that is missing or only a person can have is refused', async () => {
    expect((await asked(await service.assertion(), '')).body.error).toBe('invalid_scope')
    expect((await asked(await service.assertion(), 'patient/*.read')).body.error).toBe('invalid_scope')
  })

  test('a public client gets no backend token', async () => {
    const form = { grant_type: 'client_credentials', scope: 'system/*.rs', client_id: 'irae-panel' }
    expect((await posted(here, '/issuer/token', form)).body.error).toBe('unauthorized_client')
  })
})

describe('L27: introspection', () => {
  test('tells a backend whose token it is and which patient it may see', async () => {
    const panel = await launched(here, 'Practitioner/nurse', 'anna', 'launch openid fhirUser patient/Patient.rs')
    const { client_assertion, client_assertion_type } = credentials(await service.assertion())
    const { body } = await posted(here, '/issuer/introspect', {
      token: String(panel.body.access_token),
      client_assertion,
      client_assertion_type,
    })
    expect(body).toMatchObject({
      active: true,
      client_id: 'irae-panel',
      patient: 'anna',
      fhirUser: `${EHR}/fhir/Practitioner/nurse`,
      sub: 'practitioner.nurse',
      scope: 'launch openid fhirUser patient/Patient.rs',
    })
    expect(body.exp).toBeGreaterThan(here.now().getTime() / 1000)
  })

  test('an invented token is not active, and nobody else may ask', async () => {
    const token = (await asked(await service.assertion())).body.access_token
    const bearer = { authorization: `Bearer ${token}` }
    expect((await posted(here, '/issuer/introspect', { token: 'invented' }, bearer)).body).toEqual({ active: false })
    expect((await posted(here, '/issuer/introspect', { token: String(token) })).status).toBe(401)
    const panel = await launched(here, 'Practitioner/nurse', 'anna', 'launch openid patient/Patient.rs')
    const asPanel = { authorization: `Bearer ${panel.body.access_token}` }
    expect((await posted(here, '/issuer/introspect', { token: String(token) }, asPanel)).status).toBe(401)
  })
})

describe('B3: keys by URL', () => {
  const client = {
    ...{ id: 'c', name: 'c', redirectUris: [], scope: '' },
    authentication: 'private_key_jwt' as const,
    jwksUrl: 'http://x/jwks',
  }

  test('are fetched once, and once more for an unknown kid', async () => {
    const published = [['k1'], ['k1', 'k2']]
    let fetched = 0
    const keys = clientKeys(here.now, async () => {
      const kids = published[Math.min(fetched++, 1)] ?? []
      return Response.json({ keys: kids.map((kid) => ({ kty: 'EC', kid })) })
    })
    expect((await keys(client, 'k1'))?.kid).toBe('k1')
    expect((await keys(client, 'k1'))?.kid).toBe('k1')
    expect(fetched).toBe(1)
    expect((await keys(client, 'k2'))?.kid).toBe('k2')
    expect(fetched).toBe(2)
  })

  test.each([
    ['an error page', async () => new Response('no', { status: 500 })],
    ['HTML', async () => new Response('<html>')],
    ['nothing', async () => Promise.reject(new Error('gone'))],
  ])('an address that answers %s gives no key', async (_, answer) => {
    expect(await clientKeys(here.now, answer)(client, 'k1')).toBeUndefined()
  })
})
