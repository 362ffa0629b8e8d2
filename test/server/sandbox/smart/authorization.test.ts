import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authorized, authorizeUrl, FORM, launchFromChart, loggedIn, PANEL, type Visit, visit } from './visit.ts'

let here: Visit
let nurse: string
beforeAll(async () => {
  here = await visit()
  nurse = await loggedIn(here, 'Practitioner/nurse')
})
afterAll(() => here.end())

const asked = (url: string, cookie = nurse) => here.app.inject({ url, headers: { cookie } })

describe('an address that is not registered never receives anything', () => {
  test.each([
    ['another host', 'http://evil.example/panel/index.html'],
    ['a longer path', `${PANEL}/more`],
    ['an added query', `${PANEL}?x=1`],
    ['another case', PANEL.toUpperCase()],
    ['no address', undefined],
  ])('%s: the error is shown as a page', async (_, redirect_uri) => {
    const answer = await asked(authorizeUrl({ redirect_uri }))
    expect(answer.statusCode).toBe(400)
    expect(answer.headers.location).toBeUndefined()
    expect(answer.body).toContain('not registered')
  })

  test('an unknown client is told so on a page', async () => {
    const answer = await asked(authorizeUrl({ client_id: 'somebody' }))
    expect([answer.statusCode, answer.headers.location]).toEqual([400, undefined])
  })

  test('a parameter that is given twice is refused on a page', async () => {
    const answer = await asked(`${authorizeUrl()}&client_id=irae-panel`)
    expect([answer.statusCode, answer.headers.location]).toEqual([400, undefined])
  })
})

describe('I1: other mistakes go back to the app with its state', () => {
  test.each([
    ['another FHIR server as aud', { aud: 'http://localhost:4004/other' }, 'invalid_request'],
    ['no aud', { aud: undefined }, 'invalid_request'],
    ['a plain challenge (L5)', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['no challenge (L5)', { code_challenge: undefined }, 'invalid_request'],
    ['another response type', { response_type: 'token' }, 'unsupported_response_type'],
    ['no scope', { scope: undefined }, 'invalid_scope'],
    ['nothing that can be granted', { scope: 'system/*.cruds' }, 'invalid_scope'],
    ['an invented launch', { scope: 'launch openid', launch: 'invented' }, 'invalid_request'],
    ['a launch without its scope (L3)', { scope: 'openid', launch: 'any' }, 'invalid_scope'],
  ])('%s', async (_, change, error) => {
    const returned = await authorized(here, nurse, { state: 'kept state', ...change })
    expect([returned.get('error'), returned.get('state'), returned.get('code')]).toEqual([error, 'kept state', null])
  })

  test('a missing state is an error too (L4)', async () => {
    const returned = await authorized(here, nurse, { state: undefined })
    expect([returned.get('error'), returned.has('state')]).toEqual(['invalid_request', false])
  })
})

describe('EHR launch', () => {
  const scope = 'launch openid fhirUser patient/*.rs'

  test('the launch token opens the app once (L14)', async () => {
    const launch = await launchFromChart(here, nurse, 'anna')
    expect((await authorized(here, nurse, { launch, scope })).get('code')).toMatch(/^[\w-]{43}$/)
    expect((await authorized(here, nurse, { launch, scope })).get('error')).toBe('invalid_request')
  })

  test('the launch token is of no use to another person', async () => {
    const launch = await launchFromChart(here, nurse, 'anna')
    const coordinator = await loggedIn(here, 'Practitioner/coordinator')
    expect((await authorized(here, coordinator, { launch, scope })).get('error')).toBe('access_denied')
    expect((await authorized(here, nurse, { launch, scope })).get('error')).toBeNull()
  })

  test('the launch token ends after five minutes', async () => {
    const later = await visit()
    const cookie = await loggedIn(later, 'Practitioner/nurse')
    const launch = await launchFromChart(later, cookie, 'anna')
    later.later(301)
    expect((await authorized(later, cookie, { launch, scope })).get('error')).toBe('invalid_request')
    await later.end()
  })
})

describe('standalone launch', () => {
  test('nobody is logged in: the login page keeps the request and says that it is a sandbox', async () => {
    const url = authorizeUrl()
    const answer = await asked(url, '')
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('There are no passwords')
    expect(answer.body).toContain(url.replaceAll('&', '&amp;'))
  })

  test('launch/patient lets the clinician choose, and only a patient who exists', async () => {
    const url = authorizeUrl()
    expect((await asked(url)).body).toContain('Anna Almqvist')
    const pick = (patient: string) =>
      here.app.inject({ method: 'POST', url, headers: { ...FORM, cookie: nurse }, payload: `patient=${patient}` })
    expect((await pick('Patient/nobody')).headers.location).toBeUndefined()
    expect((await pick('Patient/bruno')).headers.location).toContain('code=')
  })

  test('a patient user is given the own chart without a choice', async () => {
    const self = await loggedIn(here, 'Patient/bruno')
    expect((await authorized(here, self, {})).get('code')).not.toBeNull()
  })

  test('a form of another origin chooses nothing', async () => {
    const headers = { ...FORM, cookie: nurse, origin: 'http://localhost:4005', host: 'localhost:4004' }
    const answer = await here.app.inject({
      method: 'POST',
      url: authorizeUrl(),
      headers,
      payload: 'patient=Patient/anna',
    })
    expect([answer.statusCode, answer.headers.location]).toEqual([403, undefined])
  })
})
