import { beforeEach, expect, test, vi } from 'vitest'
import { whatToDo, wordsOf } from '#client/launch/launch-words.ts'
import type { Exchange } from '#client/launch/token-response.ts'
import { open } from '#client/opening.ts'
import { memoryStorage } from '#test/client/memory-storage.ts'
import { patient, user } from '#test/client/panel/stories.ts'

const iss = 'https://ehr.example.org/fhir'
const config = { sites: [{ iss, clientId: 'irae-panel', scope: 'launch openid', pkce: 'required' }], service: '' }
const session = { session: 'session-1', expiresAt: '2099-01-01T00:00:00Z', user, patient }

const exchanged = vi.hoisted(() => ({ next: undefined as unknown }))
vi.mock('#client/chart.ts', () => ({ exchange: async () => exchanged.next }))

const granted: Exchange = {
  granted: true,
  value: { iss, accessToken: 'secret', idToken: 'a.b.c', patient: patient.reference, banner: true },
}

/** A browser tab at one address, with the service behind it. */
function tabAt(search: string, answers: Readonly<Record<string, unknown>> = {}) {
  const posted: string[] = []
  const page = { search, href: `https://panel.example.org/panel/index.html${search}` }
  const history = {
    state: null as unknown,
    replaceState: (state: unknown, _: string, path?: string) => {
      history.state = state
      if (path) Object.assign(page, { search: '', href: `https://panel.example.org${path}` })
    },
  }
  const known: Readonly<Record<string, unknown>> = { '/panel-config.json': config, '/api/session': session, ...answers }
  vi.stubGlobal('location', page)
  vi.stubGlobal('history', history)
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    if (init?.body) posted.push(String(init.body))
    if (known[url] === undefined) throw new TypeError('Failed to fetch')
    return known[url] instanceof Response ? known[url] : Response.json(known[url])
  })
  return { page, history, posted }
}

beforeEach(() => {
  vi.stubGlobal('sessionStorage', memoryStorage())
  exchanged.next = granted
})

test('L27, L29: the tokens go to our service once, and neither address nor storage keeps them', async () => {
  const tab = tabAt('?code=c&state=s')
  const opening = await open('needed')
  expect(opening).toMatchObject({ opened: true, remembered: { session: { patient }, banner: true } })
  expect(tab.posted).toEqual([
    JSON.stringify({ iss, accessToken: 'secret', idToken: 'a.b.c', patient: patient.reference }),
  ])
  expect(tab.page.href).toBe('https://panel.example.org/panel/index.html')
  expect(sessionStorage.getItem('irae-panel')).not.toContain('secret')
})

test('L14: a reload opens the same patient without any token', async () => {
  const tab = tabAt('?code=c&state=s')
  await open('needed')
  exchanged.next = undefined
  expect(await open('needed')).toMatchObject({ opened: true, remembered: { session: { patient } } })
  expect(tab.posted).toHaveLength(1)
})

test('L10, L14: after the next launch the page of the older one says so and shows nobody', async () => {
  const older = tabAt('?code=c&state=s')
  await open('needed')
  const entryOfA = older.history.state
  tabAt('?code=d&state=t')
  await open('needed')
  const back = tabAt('')
  back.history.state = entryOfA
  expect(await open('needed')).toMatchObject({ opened: false, refused: { why: 'not-launched' }, fresh: false })
})

test('L15: a service that answers for another patient than the launch opens nothing', async () => {
  tabAt('?code=c&state=s', { '/api/session': { ...session, patient: { ...patient, reference: 'Patient/bert' } } })
  expect(await open('needed')).toMatchObject({ opened: false, refused: { why: 'no-patient' } })
  expect(sessionStorage.length).toBe(0)
})

test('L23: what the service refuses is shown with its sentence, and what to do about it', async () => {
  const text = 'The launch could not be verified with the EHR.'
  tabAt('?code=c&state=s', { '/api/session': Response.json({ code: 'LAUNCH_REFUSED', text }, { status: 403 }) })
  const refused = { why: 'service-refused', detail: text } as const
  expect(await open('needed')).toMatchObject({ opened: false, refused })
  expect(whatToDo(refused)).toContain('open it again from the patient’s chart')
})

test('L23: a patient or another non-clinician is told so, and not to open it again from a chart', async () => {
  const refusal = { code: 'USER_NOT_CLINICIAN', text: 'Only clinicians of this EHR can use the panel.' }
  tabAt('?code=c&state=s', { '/api/session': Response.json(refusal, { status: 403 }) })
  const refused = { why: 'not-a-clinician' } as const
  expect(await open('needed')).toMatchObject({ opened: false, refused })
  expect(wordsOf(refused)).toContain('The panel is for clinicians.')
  expect(whatToDo(refused)).toBeUndefined()
})

test.each(['/panel-config.json', '/api/session'])(
  'a service without %s may be hiding a finding, and that is said',
  async (path) => {
    tabAt('?code=c&state=s', { [path]: undefined })
    expect(await open('needed')).toMatchObject({ opened: false, refused: { why: 'service-unreachable' } })
  },
)

test('L20: a scope that was not granted is named by what it is needed for', async () => {
  exchanged.next = { granted: false, why: 'scope-missing', missing: ['knowing who you are'] } satisfies Exchange
  tabAt('?code=c&state=s')
  expect(await open('needed')).toMatchObject({ refused: { why: 'scope-missing', detail: 'knowing who you are' } })
})

test('L7: a refusal of the EHR leaves a clean address and a readable reason', async () => {
  const tab = tabAt('?error=access_denied&error_description=trace+at+Foo.java&state=s')
  expect(await open('needed')).toMatchObject({ opened: false, refused: { why: 'denied', detail: 'access_denied' } })
  expect(tab.page.href).toBe('https://panel.example.org/panel/index.html')
})

test('a page that is opened for the first time is fresh, and knows from which EHRs it may be launched', async () => {
  tabAt('')
  expect(await open('none')).toMatchObject({ opened: false, fresh: true, sites: config.sites })
})
