import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  authorized,
  EHR,
  exchanged,
  FHIR,
  launched,
  launchFromChart,
  loggedIn,
  posted,
  type Visit,
  visit,
} from './visit.ts'

const SCOPE = 'launch openid fhirUser patient/*.rs'
let here: Visit
beforeAll(async () => {
  here = await visit()
})
afterAll(() => here.end())

async function code(changes: Readonly<Record<string, string>> = {}): Promise<string> {
  const cookie = await loggedIn(here, 'Practitioner/nurse')
  const launch = await launchFromChart(here, cookie, 'anna')
  return (await authorized(here, cookie, { launch, scope: SCOPE, ...changes })).get('code') ?? ''
}

const refreshed = (token: unknown, more = {}) =>
  posted(here, '/issuer/token', {
    grant_type: 'refresh_token',
    refresh_token: String(token),
    client_id: 'irae-panel',
    ...more,
  })

const patientRead = (token: unknown, path: string) =>
  here.app.inject({ url: `/fhir/${path}`, headers: { authorization: `Bearer ${token}` } })

describe('I2: a code is exchanged', () => {
  test('the answer carries the launch context beside the token', async () => {
    const { status, body, headers } = await launched(here, 'Practitioner/nurse', 'anna', SCOPE)
    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('no-store')
    expect(body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
      scope: SCOPE,
      patient: 'anna',
      need_patient_banner: false,
      smart_style_url: `${EHR}/issuer/smart-style.json`,
    })
    expect(body).not.toHaveProperty('refresh_token')
  })

  test('a code works once, and its second use withdraws what the first one gave', async () => {
    const given = await code()
    const first = await exchanged(here, given)
    expect((await patientRead(first.body.access_token, 'Patient/anna')).statusCode).toBe(200)
    expect((await exchanged(here, given)).body.error).toBe('invalid_grant')
    expect((await patientRead(first.body.access_token, 'Patient/anna')).statusCode).toBe(401)
  })

  test.each([
    ['the verifier does not match the challenge (L5)', { code_verifier: 'b'.repeat(43) }],
    ['the verifier is missing', { code_verifier: '' }],
    ['the redirect address is another one', { redirect_uri: 'http://localhost:4005/panel/audit.html' }],
  ])('%s: no token, and the code is spent', async (_, change) => {
    const given = await code()
    const refused = await exchanged(here, given, change)
    expect([refused.status, refused.body.error]).toEqual([400, 'invalid_grant'])
    expect((await exchanged(here, given)).body.error).toBe('invalid_grant')
  })

  test('a code ends after a minute', async () => {
    const later = await visit()
    const cookie = await loggedIn(later, 'Practitioner/nurse')
    const launch = await launchFromChart(later, cookie, 'anna')
    const given = (await authorized(later, cookie, { launch, scope: SCOPE })).get('code') ?? ''
    later.later(61)
    expect((await exchanged(later, given)).body.error).toBe('invalid_grant')
    await later.end()
  })

  test('an unknown client and an unknown grant are named as such', async () => {
    expect(await exchanged(here, 'x', { client_id: 'who' })).toMatchObject({
      status: 401,
      body: { error: 'invalid_client' },
    })
    expect(await exchanged(here, 'x', { grant_type: 'password' })).toMatchObject({
      status: 400,
      body: { error: 'unsupported_grant_type' },
    })
  })
})

test('L21, L22: the id_token is signed by the published key, names an issuer that is not the FHIR base, and an absolute fhirUser', async () => {
  const { body } = await exchanged(here, await code({ nonce: 'n-1' }))
  const configuration = (await here.app.inject('/fhir/.well-known/smart-configuration')).json()
  const jwks = (await here.app.inject(new URL(configuration.jwks_uri).pathname)).json() as JSONWebKeySet
  expect(JSON.stringify(jwks)).not.toMatch(/"(d|p|q|dp|dq|qi)"/)
  expect(configuration.issuer).not.toBe(FHIR)
  const { payload } = await jwtVerify(String(body.id_token), createLocalJWKSet(jwks), {
    issuer: configuration.issuer,
    audience: 'irae-panel',
    algorithms: ['RS256'],
    currentDate: here.now(),
  })
  expect(payload).toMatchObject({ nonce: 'n-1', fhirUser: `${FHIR}/Practitioner/nurse` })
  expect(payload.exp).toBe((payload.iat ?? 0) + 3600)
})

describe('L24, I3: refresh', () => {
  test('the new refresh token replaces the old, and the old one ends the whole family', async () => {
    const first = await launched(here, 'Practitioner/nurse', 'anna', `${SCOPE} offline_access`)
    const second = await refreshed(first.body.refresh_token)
    expect(second.body).toMatchObject({ patient: 'anna', scope: `${SCOPE} offline_access` })
    expect(second.body.refresh_token).not.toBe(first.body.refresh_token)
    expect((await refreshed(first.body.refresh_token)).body.error).toBe('invalid_grant')
    expect((await refreshed(second.body.refresh_token)).body.error).toBe('invalid_grant')
    expect((await patientRead(second.body.access_token, 'Patient/anna')).statusCode).toBe(401)
  })

  test('a refresh may ask for less and never for more', async () => {
    const { body } = await launched(here, 'Practitioner/nurse', 'anna', `${SCOPE} online_access`)
    expect((await refreshed(body.refresh_token, { scope: 'user/*.cruds' })).body.error).toBe('invalid_scope')
    expect((await refreshed(body.refresh_token, { scope: 'openid' })).body.scope).toBe('openid')
  })

  test('an expired refresh token is refused', async () => {
    const later = await visit()
    const { body } = await launched(later, 'Practitioner/nurse', 'anna', `${SCOPE} online_access`)
    later.later(13 * 3600)
    const asked = { grant_type: 'refresh_token', refresh_token: String(body.refresh_token), client_id: 'irae-panel' }
    expect((await posted(later, '/issuer/token', asked)).body.error).toBe('invalid_grant')
    await later.end()
  })
})

describe('I4: the token at the FHIR server', () => {
  test('a token of Anna reads Anna and never Bruno', async () => {
    const { body } = await launched(here, 'Practitioner/nurse', 'anna', SCOPE)
    expect((await patientRead(body.access_token, 'Patient/anna')).json().id).toBe('anna')
    const foreign = await patientRead(body.access_token, 'Patient/bruno')
    expect(foreign.statusCode).toBeGreaterThanOrEqual(403)
    expect(foreign.body).not.toContain('Bassi')
    const list = (await patientRead(body.access_token, 'Patient')).json()
    expect(list.entry.map((one: { resource: { id: string } }) => one.resource.id)).toEqual(['anna'])
  })

  test('a scope without write does not write', async () => {
    const { body } = await launched(here, 'Practitioner/nurse', 'anna', 'launch patient/Flag.read')
    const flag = { resourceType: 'Flag', status: 'active', code: { text: 'x' }, subject: { reference: 'Patient/anna' } }
    const headers = { authorization: `Bearer ${body.access_token}`, 'content-type': 'application/fhir+json' }
    const answer = await here.app.inject({ method: 'POST', url: '/fhir/Flag', headers, payload: JSON.stringify(flag) })
    expect(answer.statusCode).toBe(403)
  })

  test('missing, invented and expired tokens get 401 with WWW-Authenticate', async () => {
    const later = await visit()
    const { body } = await launched(later, 'Practitioner/nurse', 'anna', SCOPE)
    later.later(3601)
    for (const headers of [
      {},
      { authorization: 'Bearer invented' },
      { authorization: `Bearer ${body.access_token}` },
    ]) {
      const answer = await later.app.inject({ url: '/fhir/Patient/anna', headers })
      expect(answer.statusCode).toBe(401)
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer/)
    }
    await later.end()
  })
})

test('a restart keeps sessions, and neither tokens nor their words stand in the data folder', async () => {
  const { readFileSync, statSync } = await import('node:fs')
  const { join } = await import('node:path')
  const first = await visit()
  const { body } = await launched(first, 'Practitioner/nurse', 'anna', SCOPE)
  await first.close()
  const file = join(first.dataFolder, 'smart-sessions.json')
  expect(readFileSync(file, 'utf8')).not.toContain(String(body.access_token))
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(join(first.dataFolder, 'issuer-key.json')).mode & 0o777).toBe(0o600)
  const second = await visit({ dataFolder: first.dataFolder })
  const headers = { authorization: `Bearer ${body.access_token}` }
  expect((await second.app.inject({ url: '/fhir/Patient/anna', headers })).statusCode).toBe(200)
  await second.end()
})
