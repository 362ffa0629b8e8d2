import { expect, test } from 'vitest'
import { granted } from '#client/launch/token-response.ts'

const iss = 'https://ehr.example.org/fhir'
const token = {
  access_token: 'secret',
  id_token: 'a.b.c',
  patient: 'A',
  scope: 'launch openid fhirUser patient/Patient.rs',
}

test('L15: a token response without patient is an error and never a default', () => {
  expect(granted(iss, { ...token, patient: undefined }, 'needed')).toEqual({ granted: false, why: 'no-patient' })
})

test('a patient that is no FHIR id is an error', () => {
  expect(granted(iss, { ...token, patient: 'A/../B' }, 'needed')).toEqual({ granted: false, why: 'exchange-failed' })
})

test.each([
  ['missing', {}, true],
  ['true', { need_patient_banner: true }, true],
  ['a word', { need_patient_banner: 'no' }, true],
  ['false', { need_patient_banner: false }, false],
])('L17: need_patient_banner %s decides whether we show a banner', (_, more, banner) => {
  expect(granted(iss, { ...token, ...more }, 'needed')).toMatchObject({ granted: true, value: { banner } })
})

test.each([
  {},
  { encounter: 'e1' },
  { fhirContext: [] },
  { fhirContext: [{ reference: 'ImagingStudy/1', role: 'https://unknown' }, { type: 'Nothing' }] },
  { intent: 'unheard-of', smart_style_url: 'javascript:alert(1)' },
])('L16, L18: the panel opens whatever the context says: %j', (context) => {
  expect(granted(iss, { ...token, ...context }, 'needed')).toMatchObject({ granted: true })
})

test('L20: without the scope to read the patient the panel says what does not work', () => {
  expect(granted(iss, { ...token, scope: 'launch openid' }, 'needed')).toEqual({
    granted: false,
    why: 'scope-missing',
    missing: ['making sure that this is the right patient'],
  })
})

test('without id_token nobody is signed in', () => {
  expect(granted(iss, { ...token, id_token: undefined }, 'needed')).toEqual({ granted: false, why: 'no-identity' })
})

test('the audit page ignores a patient that an EHR volunteers', () => {
  expect(granted(iss, token, 'none')).toEqual({
    granted: true,
    value: { iss, accessToken: 'secret', idToken: 'a.b.c', banner: true },
  })
})
