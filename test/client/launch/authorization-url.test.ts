import { expect, test } from 'vitest'
import { wholeAuthorizationUrl, wholeEndpoint } from '#client/launch/authorization-url.ts'

const iss = 'https://ehr.example.org/fhir/R4'
const asked = '?response_type=code&client_id=a%20b&state=s'

test('L6: an authorization endpoint that has a query keeps it', () => {
  const whole = new URL(wholeAuthorizationUrl(`https://ehr.example.org/auth?tenant=7${asked}`, iss))
  expect(Object.fromEntries(whole.searchParams)).toEqual({
    tenant: '7',
    response_type: 'code',
    client_id: 'a b',
    state: 's',
  })
})

test.each([
  ['auth', 'https://ehr.example.org/fhir/R4/auth'],
  ['../auth', 'https://ehr.example.org/fhir/auth'],
  ['/auth', 'https://ehr.example.org/auth'],
  ['https://login.example.org/auth', 'https://login.example.org/auth'],
])('L6: the endpoint %s is resolved against the FHIR base', (announced, whole) => {
  expect(wholeEndpoint(announced, iss).href).toBe(whole)
})

test.each(['javascript:alert(1)', 'data:text/html,x', 'http://ehr.example.org/auth'])(
  'an announced endpoint %s is not followed from an encrypted EHR',
  (announced) => {
    expect(() => wholeEndpoint(announced, iss)).toThrow(TypeError)
  },
)

test('a sandbox without encryption may announce endpoints without encryption', () => {
  expect(wholeEndpoint('/auth', 'http://localhost:4004/fhir').href).toBe('http://localhost:4004/auth')
})

test('an EHR without authorization endpoint is not opened without sign-in', () => {
  expect(() => wholeAuthorizationUrl('https://panel.example.org/panel/index.html?state=s', iss)).toThrow(TypeError)
})
