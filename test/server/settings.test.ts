import { expect, test } from 'vitest'
import { readSettings, siteFromSettings } from '#server/settings.ts'

const complaint = (environment: Record<string, string>): string => {
  try {
    readSettings(environment)
    return ''
  } catch (error) {
    return String(error)
  }
}
const site = (environment: Record<string, string>) => siteFromSettings(readSettings(environment))

test('without any setting the service speaks to the embedded sandbox, in one process', () => {
  const settings = readSettings({})
  expect(settings).toMatchObject({ PORT: 4005, HOST: '127.0.0.1', ROLES: ['api', 'worker', 'scheduler'] })
  expect(site({})).toMatchObject({ id: 'sandbox', write: 'before-signature', atomicTransactions: true })
})

test('everything that is wrong is said at once', () => {
  const said = complaint({
    PORT: '99999',
    DATABASE_URL: 'mysql://x',
    ROLES: 'api,janitor',
    SWEEP_AT: '25:00',
    TIME_ZONE: 'Mars/Olympus',
    EHR_WRITE: 'always',
  })
  for (const name of ['PORT', 'DATABASE_URL', 'ROLES', 'SWEEP_AT', 'TIME_ZONE', 'EHR_WRITE'])
    expect(said).toContain(name)
})

test('roles split over processes need a database, and the complaint names the setting that is missing', () => {
  for (const ROLES of ['api', 'worker,scheduler', 'api,api,worker'])
    expect(complaint({ ROLES })).toContain('DATABASE_URL')
  expect(readSettings({ ROLES: 'worker', DATABASE_URL: 'postgres://db/irae' }).ROLES).toEqual(['worker'])
})

test('an EHR that neither tells nor may be searched over all patients is refused: nobody would enter the cohort', () => {
  const neither = { EHR_CROSS_PATIENT_SEARCH: 'false', EHR_SUBSCRIPTIONS: 'false' }
  expect(complaint(neither)).toMatch(/EHR_SUBSCRIPTIONS=true[\s\S]*EHR_CROSS_PATIENT_SEARCH/)
  expect(complaint({ ...neither, EHR_SUBSCRIPTIONS: 'true' })).toBe('')
  expect(complaint({ ...neither, EHR_CROSS_PATIENT_SEARCH: 'true' })).toBe('')
})

test('an empty value is an absent one', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: '', EHR_WRITE: '' })).toMatchObject({ PORT: 4005 })
})

test('W1: nothing is written to an EHR other than the sandbox unless an operator chose so', () => {
  const EHR_FHIR_BASE = 'https://ehr.example/fhir/r4'
  expect(site({ EHR_FHIR_BASE })).toMatchObject({ id: 'ehr', write: 'none', atomicTransactions: false })
  expect(site({ EHR_FHIR_BASE, EHR_WRITE: 'after-signature' }).write).toBe('after-signature')
  expect(site({ EHR_FHIR_BASE, EHR_ATOMIC_TRANSACTIONS: 'true' }).atomicTransactions).toBe(true)
  expect(site({ EHR_WRITE: 'none' }).write).toBe('none')
})

test('the FHIR base has no slash at its end, whatever was typed', () => {
  expect(site({ EHR_FHIR_BASE: 'https://ehr.example/fhir/r4//' }).fhirBase).toBe('https://ehr.example/fhir/r4')
})

test.each(['ftp://ehr.example/fhir', 'ehr.example/fhir', 'javascript:alert(1)'])(
  '%s is no FHIR base',
  (EHR_FHIR_BASE) => {
    expect(complaint({ EHR_FHIR_BASE })).toContain('EHR_FHIR_BASE')
  },
)

test('a name of a site that would not fit into keys and metrics is refused', () => {
  for (const EHR_SITE of ['St. Elsewhere', 'a'.repeat(33), 'Ehr/1'])
    expect(complaint({ EHR_SITE })).toContain('EHR_SITE')
})

test('lists are split at commas and lose their blanks; an origin loses its path', () => {
  const settings = readSettings({
    EHR_ORIGINS: 'https://a.example, https://b.example ,',
    SERVICE_ORIGIN: 'https://irae.example/panel/',
  })
  expect(settings.EHR_ORIGINS).toEqual(['https://a.example', 'https://b.example'])
  expect(settings.SERVICE_ORIGIN).toBe('https://irae.example')
})

test('settings cannot be changed after they were read', () => {
  expect(Object.isFrozen(readSettings({}))).toBe(true)
})
