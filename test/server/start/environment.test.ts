import { expect, test } from 'vitest'
import { readSettings, siteFromSettings } from '#server/settings.ts'
import { demonstrationEnvironment } from '#server/start/environment.ts'

const shell = {
  PATH: '/bin',
  LOG_LEVEL: 'debug',
  EHR_WRITE: 'after-signature',
  PORT: '8080',
  SANDBOX_PORT: '9090',
  DATA_FOLDER: '/srv/hospital',
  DATABASE_URL: 'postgres://db/irae',
  ROLES: 'api',
  EHR_FHIR_BASE: 'https://ehr.example/fhir',
}

test('whatever the shell holds, the demonstration keeps its addresses, its folder and its own EHR', () => {
  const { environment } = demonstrationEnvironment(shell, '/project/data')
  const settings = readSettings(environment)
  expect(settings).toMatchObject({ PORT: 4005, DATA_FOLDER: '/project/data', ROLES: ['api', 'worker', 'scheduler'] })
  expect(settings.DATABASE_URL).toBeUndefined()
  expect(siteFromSettings(settings)).toMatchObject({ id: 'sandbox', fhirBase: 'http://localhost:4004/fhir' })
  expect(environment.SANDBOX_PORT).toBe('4004')
})

test('what does not move it is obeyed, and the rest of the shell is passed on', () => {
  const { environment } = demonstrationEnvironment(shell, '/project/data')
  expect(environment).toMatchObject({ PATH: '/bin', LOG_LEVEL: 'debug', EHR_WRITE: 'after-signature' })
})

test('the person is told which settings are not used, and only those', () => {
  expect(demonstrationEnvironment(shell, '/project/data').unused.sort()).toEqual([
    'DATABASE_URL',
    'DATA_FOLDER',
    'EHR_FHIR_BASE',
    'PORT',
    'ROLES',
    'SANDBOX_PORT',
  ])
  expect(demonstrationEnvironment({ PORT: '4005', EHR_SITE: '' }, '/project/data').unused).toEqual([])
})
