import { beforeEach, expect, test, vi } from 'vitest'
import type { LaunchSite } from '#fhir-mappings/panel.ts'

/**
 * The real fhirclient, in its browser form, between our wrapper and an EHR that announces little: relative endpoints, a
 * query in one of them, and no PKCE.
 */
const browser = vi.hoisted(() => {
  const seen: { asked: string[]; posted: string[]; left: string[] } = { asked: [], posted: [], left: [] }
  const ehr = async (url: string, init?: RequestInit) => {
    seen.asked.push(url)
    if (init?.method === 'POST') seen.posted.push(String(init.body))
    const json = url.endsWith('smart-configuration')
      ? { authorization_endpoint: 'auth?tenant=7', token_endpoint: 'token', issuer: 'https://issuer.example.org' }
      : { access_token: 'secret', id_token: 'a.b.c', patient: 'A', scope: 'launch openid patient/Patient.read' }
    return new Response(JSON.stringify(json), { headers: { 'content-type': 'application/json' } })
  }
  const page = {
    href: 'https://panel.example.org/panel/launch.html',
    replace: (url: string) => seen.left.push(url),
    toString: () => page.href,
  }
  Object.assign(globalThis, {
    FHIRCLIENT_PURE: true,
    window: globalThis,
    self: globalThis,
    top: globalThis,
    parent: globalThis,
    location: page,
    history: { replaceState: () => undefined },
    fetch: ehr,
  })
  return { seen, page }
})
vi.mock('fhirclient', async () => {
  const browserForm = await import('fhirclient/lib/entry/browser.js')
  return { default: browserForm.default }
})

const { launchAlone, launchFromChart } = await import('#client/launch.ts')
const { exchange } = await import('#client/chart.ts')
const { memoryStorage } = await import('#test/client/memory-storage.ts')

const site: LaunchSite = {
  iss: 'https://ehr.example.org/fhir',
  clientId: 'irae-panel',
  scope: 'openid fhirUser patient/Patient.rs',
  pkce: 'required',
}
const left = () => new URL(browser.seen.left.at(-1) ?? '').searchParams

beforeEach(() => {
  browser.seen.asked = []
  browser.seen.posted = []
  vi.stubGlobal('sessionStorage', memoryStorage())
})

test('L3, L5, L6: the authorization request carries exactly what the standard asks for, and PKCE without being asked', async () => {
  await launchFromChart(site, 'xyz/1')
  const { tenant, state, code_challenge, ...rest } = Object.fromEntries(left())
  expect(rest).toEqual({
    response_type: 'code',
    client_id: 'irae-panel',
    redirect_uri: 'https://panel.example.org/panel/index.html',
    launch: 'xyz/1',
    scope: 'launch openid fhirUser patient/Patient.rs',
    aud: 'https://ehr.example.org/fhir',
    code_challenge_method: 'S256',
  })
  expect(tenant).toBe('7')
  expect(code_challenge).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(state).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('L34: the return page completes in its own frame, and the launch says so', async () => {
  await launchFromChart(site, 'a')
  const stored = JSON.parse(sessionStorage.getItem(left().get('state') ?? '') ?? '{}')
  expect(stored).toMatchObject({ completeInTarget: true, serverUrl: site.iss })
})

test('L25: a grant without a refresh token is a whole grant', async () => {
  await launchFromChart(site, 'a')
  expect(left().get('scope')).not.toMatch(/offline_access|online_access/)
  expect(await exchange(returned('c'), [site], 'needed')).toMatchObject({ granted: true })
})

test('L4: two launches never share a state', async () => {
  await launchFromChart(site, 'a')
  const first = left().get('state')
  await launchFromChart(site, 'b')
  expect(left().get('state')).not.toBe(first)
})

test('L10, L11: a launch for B deletes what a launch for A left in the tab', async () => {
  sessionStorage.setItem('SMART_KEY', '"a third one, so that fhirclient itself does not find this key"')
  sessionStorage.setItem(
    'old',
    JSON.stringify({ serverUrl: site.iss, tokenResponse: { access_token: 't', patient: 'A' } }),
  )
  sessionStorage.setItem('irae-panel', '{}')
  await launchFromChart(site, 'b')
  expect(sessionStorage.getItem('old')).toBeNull()
  expect(sessionStorage.getItem('irae-panel')).toBeNull()
})

test('a launch without chart asks for no patient and returns to the audit page', async () => {
  await launchAlone(site)
  expect(left().get('scope')).toBe('openid fhirUser')
  expect(left().has('launch')).toBe(false)
  expect(left().get('redirect_uri')).toBe('https://panel.example.org/panel/audit.html')
})

const returned = (code: string, issuer: string | null = null) => ({
  came: 'code' as const,
  code,
  state: left().get('state') ?? '',
  issuer,
})

test('L8: a code with plus, slash, equals, ampersand and percent reaches the EHR as it was', async () => {
  await launchFromChart(site, 'a')
  const exchanged = await exchange(returned('a+b/c=d&e%2Ff'), [site], 'needed')
  expect(exchanged).toMatchObject({ granted: true, value: { patient: 'Patient/A', accessToken: 'secret' } })
  const posted = new URLSearchParams(browser.seen.posted.at(-1))
  expect(posted.get('code')).toBe('a+b/c=d&e%2Ff')
  expect(posted.get('code_verifier')).toMatch(/^[A-Za-z0-9_-]{43,128}$/)
})

test('L4, L14: a code is exchanged once; the same address again is refused without asking anybody', async () => {
  await launchFromChart(site, 'a')
  await exchange(returned('c'), [site], 'needed')
  browser.seen.asked = []
  expect(await exchange(returned('c'), [site], 'needed')).toEqual({ granted: false, why: 'unknown-state' })
  expect(browser.seen.asked).toEqual([])
})

test('after the exchange the browser keeps no token of the EHR', async () => {
  await launchFromChart(site, 'a')
  await exchange(returned('c'), [site], 'needed')
  expect(sessionStorage.length).toBe(0)
})

test('L1: a state kept for an EHR that has left the list is not exchanged', async () => {
  await launchFromChart(site, 'a')
  browser.seen.asked = []
  expect(await exchange(returned('c'), [], 'needed')).toEqual({ granted: false, why: 'iss-not-listed' })
  expect(browser.seen.asked).toEqual([])
})

test('L2: an issuer on return must be the one the launch server states (RFC 9207)', async () => {
  await launchFromChart(site, 'a')
  expect(await exchange(returned('c', 'https://evil.net'), [site], 'needed')).toEqual({
    granted: false,
    why: 'wrong-issuer',
  })
  expect(await exchange(returned('c', 'https://issuer.example.org'), [site], 'needed')).toMatchObject({ granted: true })
})
