import { expect, test } from 'vitest'
import { cleanAddress, returnRequest } from '#client/launch/return-request.ts'

test('L2: of a return only code, state, error and the issuer are looked at', () => {
  const request = returnRequest('?code=c%2B1&state=s&session_state=x&scope=y&iss=https%3A%2F%2Fissuer')
  expect(request).toEqual({ came: 'code', code: 'c+1', state: 's', issuer: 'https://issuer' })
})

test.each(['fhirServiceUrl', 'patientId', 'clientId'])('L2: a return with %s in its address is refused', (name) => {
  expect(returnRequest(`?code=c&state=s&${name}=x`)).toEqual({ came: 'refused', why: 'forbidden-parameter' })
})

test('a return that says its code or state twice is refused', () => {
  expect(returnRequest('?code=a&code=b&state=s')).toEqual({ came: 'refused', why: 'repeated-parameter' })
  expect(returnRequest('?code=a&state=s&state=t')).toEqual({ came: 'refused', why: 'repeated-parameter' })
})

test('L4: a code without state, or a state without code, is refused', () => {
  expect(returnRequest('?code=c')).toEqual({ came: 'refused', why: 'incomplete-return' })
  expect(returnRequest('?state=s')).toEqual({ came: 'refused', why: 'incomplete-return' })
})

test('L7: an OAuth error keeps its code and loses whatever text came with it', () => {
  const request = returnRequest('?error=access_denied&error_description=Token+abc123+at+Foo.java:12&state=s')
  expect(request).toEqual({ came: 'error', error: 'access_denied' })
  expect(returnRequest('?error=%3Cb%3Ehello')).toEqual({ came: 'error', error: 'unknown' })
  expect(returnRequest('?error_description=x')).toEqual({ came: 'error', error: 'unknown' })
})

test('a page that is opened plainly is no return', () => {
  expect(returnRequest('')).toEqual({ came: 'nothing' })
})

test('L29: the cleaned address has neither query nor fragment', () => {
  expect(cleanAddress('https://panel.example.org/panel/index.html?code=c&state=s#access_token=t')).toBe(
    '/panel/index.html',
  )
})
