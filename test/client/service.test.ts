import { expect, test } from 'vitest'
import { openSession, serviceOf } from '#client/service.ts'
import { colitis, viewOf } from '#test/client/panel/stories.ts'

function serviceAnswering(status: number, body: unknown) {
  const asked: { url: string; init: RequestInit }[] = []
  const fetcher = (async (url: string, init: RequestInit) => {
    asked.push({ url, init })
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })
  }) as typeof fetch
  return { service: serviceOf('', 'session-1', fetcher), fetcher, asked }
}

test('L29: the session travels in a header, and no URL holds a patient, a token or a word of a note', async () => {
  const { service, asked } = serviceAnswering(200, viewOf([colitis()]))
  await service.panel('v 1')
  await service.note(colitis().finding, 'DocumentReference/n1')
  await service.sign(colitis().finding.id, {
    version: 1,
    decision: 'rejected',
    reason: 'misread',
    note: 'private words',
  })
  expect(asked.map(({ url }) => url)).toEqual([
    '/api/panel?after=v%201',
    `/api/findings/${colitis().finding.id}/notes/0?version=1`,
    `/api/findings/${colitis().finding.id}/decision`,
  ])
  for (const { init } of asked) {
    expect(new Headers(init.headers).get('authorization')).toBe('Bearer session-1')
    expect(init).toMatchObject({ credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' })
  }
})

test('an answer of the expected shape is passed on', async () => {
  const { service } = serviceAnswering(200, viewOf([colitis()]))
  expect(await service.panel()).toEqual({ ok: true, value: viewOf([colitis()]) })
})

test.each([
  ['HTML', 200, '<html>'],
  ['an empty body', 200, ''],
  ['another shape', 200, { findings: [] }],
  ['a finding without grade field', 200, { ...viewOf([]), findings: [{ display: 'x' }] }],
  ['a gateway error', 502, '<html>'],
  ['an error of the service', 503, { code: 'STORE_UNREACHABLE', text: 'The database does not answer.' }],
])('%s is "unreachable" and never an empty list', async (_, status, body) => {
  const { service } = serviceAnswering(status, body)
  expect(await service.panel()).toMatchObject({ ok: false, why: 'unreachable' })
})

test('a network that breaks is "unreachable"', async () => {
  const broken = (async () => Promise.reject(new TypeError('Failed to fetch'))) as typeof fetch
  expect(await serviceOf('', 's', broken).panel()).toMatchObject({ ok: false, why: 'unreachable', code: 'NO_ANSWER' })
})

test('L24: an invalid session has ended, also without an explanation', async () => {
  expect(await serviceAnswering(401, { code: 'SESSION_INVALID', text: 'x' }).service.panel()).toMatchObject({
    why: 'ended',
  })
  expect(await serviceAnswering(401, {}).service.panel()).toMatchObject({ why: 'ended' })
})

test('a refusal keeps its code and its sentence', async () => {
  const error = { code: 'USER_NOT_CLINICIAN', text: 'Only clinicians of this EHR can use the panel.' }
  const { fetcher } = serviceAnswering(403, error)
  const granted = { iss: 'https://ehr.example.org/fhir', accessToken: 'a', idToken: 'i' }
  expect(await openSession('', granted, fetcher)).toEqual({ ok: false, why: 'refused', ...error })
})

test('L28, L32: a decision leaves the browser for our service only, with our session and without cookies', async () => {
  const { service, asked } = serviceAnswering(200, colitis())
  await service.sign(colitis().finding.id, { version: 1, decision: 'confirmed' })
  expect(asked).toHaveLength(1)
  expect(asked[0]?.url.startsWith('/api/')).toBe(true)
  expect(asked[0]?.init).toMatchObject({ method: 'POST', credentials: 'omit' })
})
