import { expect, test } from 'vitest'
import { forgetSession, rememberedSession, rememberSession } from '#client/launch/remembered-session.ts'
import { memoryStorage } from '#test/client/memory-storage.ts'

const now = new Date('2026-03-03T10:00:00Z')
const launchOf = (name: string) => ({
  entry: `entry-${name}`,
  iss: 'https://ehr.example.org/fhir',
  banner: true,
  session: {
    session: `session-${name}`,
    expiresAt: '2026-03-03T11:00:00Z',
    user: { reference: 'Practitioner/1', name: 'Dr. Weber' },
    patient: { reference: `Patient/${name}`, name, birthDate: '1957-04-02', identifier: 'MRN 1' },
  },
})

test('L14: a reload of the same page keeps its patient', () => {
  const storage = memoryStorage()
  rememberSession(storage, launchOf('A'))
  expect(rememberedSession(storage, 'entry-A', now)?.session.patient?.reference).toBe('Patient/A')
})

test('L10, L13: after a launch for B the page of A opens nothing, and never B', () => {
  const storage = memoryStorage()
  rememberSession(storage, launchOf('A'))
  rememberSession(storage, launchOf('B'))
  expect(rememberedSession(storage, 'entry-A', now)).toBeUndefined()
  expect(rememberedSession(storage, 'entry-B', now)?.session.patient?.reference).toBe('Patient/B')
})

test('while the next launch is under way nobody is shown', () => {
  const storage = memoryStorage()
  rememberSession(storage, launchOf('A'))
  forgetSession(storage)
  expect(rememberedSession(storage, 'entry-A', now)).toBeUndefined()
})

test('a page without an entry of ours, and a session that has ended, open nothing', () => {
  const storage = memoryStorage()
  rememberSession(storage, launchOf('A'))
  expect(rememberedSession(storage, null, now)).toBeUndefined()
  expect(rememberedSession(storage, 'entry-A', new Date('2026-03-03T11:00:00Z'))).toBeUndefined()
})
