import { describe, expect, test } from 'vitest'
import { accessOf } from '#server/sandbox/smart/bearer.ts'
import { clinicalScope, grantedScope } from '#server/sandbox/smart/scope.ts'

describe('L20: both spellings of a scope are understood', () => {
  test.each([
    ['patient/Observation.read', 'patient', 'Observation', 'rs'],
    ['user/*.write', 'user', '*', 'cud'],
    ['system/*.*', 'system', '*', 'cruds'],
    ['patient/*.rs', 'patient', '*', 'rs'],
    ['system/DocumentReference.crus', 'system', 'DocumentReference', 'crus'],
    ['patient/Binary.r', 'patient', 'Binary', 'r'],
  ])('%s', (word, level, type, interactions) => {
    expect(clinicalScope(word)).toEqual({ level, type, interactions })
  })

  test.each([
    'launch',
    'patient/Observation.',
    'patient/Observation.sr',
    'patient/Observation.rr',
    'other/Patient.r',
    'patient/*',
  ])('%s is no clinical scope', (word) => {
    expect(clinicalScope(word)).toBeUndefined()
  })

  test('a scope with a filter is not granted, because this server would not enforce the filter', () => {
    expect(clinicalScope('patient/Observation.rs?category=laboratory')).toBeUndefined()
  })
})

describe('what is granted', () => {
  const inChart = { user: 'Practitioner/nurse', patient: 'Patient/anna', encounter: undefined, launchedByEhr: true }

  test('is never more than what is registered, letter by letter', () => {
    expect(grantedScope('patient/Observation.cruds patient/Flag.c', 'patient/*.rs', inChart)).toBe(
      'patient/Observation.rs',
    )
  })

  test('keeps the spelling that was asked for', () => {
    expect(grantedScope('patient/Patient.read', 'patient/*.rs', inChart)).toBe('patient/Patient.read')
  })

  test('holds no system scope for a person and no patient scope without a patient', () => {
    const registered = 'system/*.cruds patient/*.rs openid'
    expect(grantedScope('system/*.read openid', registered, inChart)).toBe('openid')
    expect(grantedScope('patient/*.read openid', registered, { ...inChart, patient: undefined })).toBe('openid')
  })

  test('holds no user scope for a patient user', () => {
    expect(grantedScope('user/*.rs openid', 'user/*.rs openid', { ...inChart, user: 'Patient/anna' })).toBe('openid')
  })
})

describe('what a token allows', () => {
  const grant = {
    family: 'f',
    client: 'irae-panel',
    needPatientBanner: false,
    user: 'Practitioner/nurse',
    patient: 'Patient/anna',
  }

  test('.read allows read and search and nothing else', () => {
    const access = accessOf({ ...grant, scope: 'patient/Observation.read' })
    expect(['c', 'r', 'u', 'd', 's'].map((i) => access.permits('Observation', i as 'c'))).toEqual([
      false,
      true,
      false,
      false,
      true,
    ])
    expect(access.permits('Condition', 'r')).toBe(false)
  })

  test('a patient scope confines the token, a user scope beside it does not open other charts', () => {
    expect(accessOf({ ...grant, scope: 'patient/*.rs' }).patient).toBe('Patient/anna')
    expect(accessOf({ ...grant, scope: 'patient/*.rs user/*.rs' }).patient).toBe('Patient/anna')
    expect(accessOf({ ...grant, scope: 'user/*.rs' }).patient).toBeUndefined()
  })

  test('every token of a patient user stays with that patient', () => {
    expect(
      accessOf({ ...grant, user: 'Patient/bruno', patient: 'Patient/bruno', scope: 'openid fhirUser' }).patient,
    ).toBe('Patient/bruno')
  })
})
