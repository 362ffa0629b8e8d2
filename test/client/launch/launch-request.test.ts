import { describe, expect, test } from 'vitest'
import { launchRequest, scopeOfEhrLaunch } from '#client/launch/launch-request.ts'
import type { LaunchSite } from '#fhir-mappings/panel.ts'

const site: LaunchSite = {
  iss: 'https://ehr.example.org/fhir/R4',
  clientId: 'irae-panel',
  scope: 'launch openid fhirUser patient/Patient.rs',
  pkce: 'required',
}
const ask = (iss: string, more = '&launch=abc') => launchRequest(`?iss=${encodeURIComponent(iss)}${more}`, [site])

test('a launch from the listed EHR is allowed, with its own client id and scope', () => {
  expect(ask(site.iss)).toEqual({ allowed: true, site, launch: 'abc' })
})

test.each([
  ['suffix', 'https://ehr.example.org/fhir/R4x'],
  ['longer path', 'https://ehr.example.org/fhir/R4/other'],
  ['prefix', 'https://ehr.example.org/fhir'],
  ['name in front', 'https://evil.ehr.example.org/fhir/R4'],
  ['name behind', 'https://ehr.example.org.evil.net/fhir/R4'],
  ['other port', 'https://ehr.example.org:8443/fhir/R4'],
  ['stated default port', 'https://ehr.example.org:443/fhir/R4'],
  ['trailing slash', 'https://ehr.example.org/fhir/R4/'],
  ['user in front', 'https://ehr.example.org@evil.net/fhir/R4'],
  ['user on the right host', 'https://user@ehr.example.org/fhir/R4'],
  ['upper case host', 'https://EHR.example.org/fhir/R4'],
  ['upper case path', 'https://ehr.example.org/FHIR/R4'],
  ['other scheme', 'http://ehr.example.org/fhir/R4'],
  ['percent-encoded slash', 'https://ehr.example.org/fhir%2FR4'],
  ['percent-encoded letter', 'https://ehr.example.org/fh%69r/R4'],
  ['dots', 'https://ehr.example.org/x/../fhir/R4'],
  ['query', 'https://ehr.example.org/fhir/R4?'],
  ['fragment', 'https://ehr.example.org/fhir/R4#'],
  ['space', ' https://ehr.example.org/fhir/R4'],
])('L1: an iss with %s is another EHR', (_, iss) => {
  expect(ask(iss)).toEqual({ allowed: false, why: 'iss-not-listed' })
})

describe('L2: the address cannot say what only the code may say', () => {
  test.each(['fhirServiceUrl', 'patientId', 'clientId', 'encounterId', 'FHIRSERVICEURL'])('%s', (name) => {
    expect(ask(site.iss, `&launch=abc&${name}=x`)).toEqual({ allowed: false, why: 'forbidden-parameter' })
  })

  test('two iss in one address are refused, also when one of them is listed', () => {
    expect(ask(site.iss, '&launch=abc&iss=https://evil.net')).toEqual({ allowed: false, why: 'repeated-parameter' })
  })

  test('other parameters are tolerated and do not reach the launch', () => {
    expect(ask(site.iss, '&launch=abc&utm=1')).toEqual({ allowed: true, site, launch: 'abc' })
  })
})

test('an address without iss or without launch is refused', () => {
  expect(launchRequest('?launch=abc', [site])).toEqual({ allowed: false, why: 'no-iss' })
  expect(ask(site.iss, '')).toEqual({ allowed: false, why: 'no-launch' })
})

test('L3: launch is an entry of its own in the scope, also where the site lists only launch/patient', () => {
  expect(scopeOfEhrLaunch('launch/patient openid')).toBe('launch launch/patient openid')
  expect(scopeOfEhrLaunch('launch openid')).toBe('launch openid')
})
