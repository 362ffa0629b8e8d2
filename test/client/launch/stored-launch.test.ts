import { expect, test } from 'vitest'
import { forgetLaunches, storedLaunch, wholeTokenEndpoint } from '#client/launch/stored-launch.ts'
import { memoryStorage } from '#test/client/memory-storage.ts'

const waiting = { serverUrl: 'https://ehr.example.org/fhir', tokenUri: '../token', tokenResponse: {} }
const used = { ...waiting, tokenResponse: { access_token: 'secret', patient: 'A' } }

test('L4: a state that this tab never made, or that was used, opens nothing', () => {
  const storage = memoryStorage()
  storage.setItem('s1', JSON.stringify(waiting))
  storage.setItem('s2', JSON.stringify(used))
  expect(storedLaunch(storage, 's1')?.serverUrl).toBe('https://ehr.example.org/fhir')
  expect(storedLaunch(storage, 's2')).toBeUndefined()
  expect(storedLaunch(storage, 'never')).toBeUndefined()
})

test('L4: something else that lies under the name of a state opens nothing', () => {
  const storage = memoryStorage()
  storage.setItem('a', '{not json')
  storage.setItem('b', '"s1"')
  expect(storedLaunch(storage, 'a')).toBeUndefined()
  expect(storedLaunch(storage, 'b')).toBeUndefined()
})

test('L11: no token and no patient of an older launch is left, and nothing of other programs is touched', () => {
  const storage = memoryStorage()
  storage.setItem('SMART_KEY', '"s2"')
  storage.setItem('s1', JSON.stringify(waiting))
  storage.setItem('s2', JSON.stringify(used))
  storage.setItem('of-the-ehr', '{"theme":"dark"}')
  forgetLaunches(storage)
  expect(storage.length).toBe(1)
  expect(storage.getItem('of-the-ehr')).toBe('{"theme":"dark"}')
})

test('L6: a relative token endpoint is whole before the code is sent to it', () => {
  const storage = memoryStorage()
  storage.setItem('s1', JSON.stringify({ ...waiting, codeVerifier: 'v' }))
  wholeTokenEndpoint(storage, 's1')
  expect(JSON.parse(storage.getItem('s1') ?? '')).toMatchObject({
    tokenUri: 'https://ehr.example.org/token',
    codeVerifier: 'v',
  })
})

test('an EHR without token endpoint is not launched', () => {
  const storage = memoryStorage()
  storage.setItem('s1', JSON.stringify({ serverUrl: 'https://ehr.example.org/fhir' }))
  expect(() => wholeTokenEndpoint(storage, 's1')).toThrow(TypeError)
})
