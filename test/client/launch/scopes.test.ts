import { expect, test } from 'vitest'
import { grants, PANEL_NEEDS, switchedOff } from '#client/launch/scopes.ts'

test.each([
  ['patient/Patient.read', 'patient/Patient.rs'],
  ['patient/Patient.rs', 'patient/Patient.r'],
  ['patient/Patient.*', 'patient/Patient.cruds'],
  ['patient/*.read', 'patient/Patient.r'],
  ['patient/*.cruds', 'patient/Patient.rs'],
  ['user/Patient.rs', 'patient/Patient.r'],
  ['openid', 'openid'],
])('L20: %s covers %s', (granted, needed) => {
  expect(grants(granted, needed)).toBe(true)
})

test.each([
  ['patient/Patient.write', 'patient/Patient.r'],
  ['patient/Patient.s', 'patient/Patient.r'],
  ['patient/Observation.rs', 'patient/Patient.r'],
  ['patient/Observation.rs?category=laboratory', 'patient/Observation.rs'],
  ['patient/Patient.rs', 'user/Patient.r'],
  ['patient/Patient.sr', 'patient/Patient.r'],
  ['launch', 'openid'],
])('L20: %s does not cover %s', (granted, needed) => {
  expect(grants(granted, needed)).toBe(false)
})

test('L20: what is missing is named by what it is needed for', () => {
  expect(switchedOff('launch openid fhirUser', PANEL_NEEDS)).toEqual(['making sure that this is the right patient'])
  expect(switchedOff('launch openid patient/Patient.read', PANEL_NEEDS)).toEqual([])
})

test('a server that states no scope granted what was asked', () => {
  expect(switchedOff(undefined, PANEL_NEEDS)).toEqual([])
})
