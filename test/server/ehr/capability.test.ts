import type { CapabilityStatement } from '@medplum/fhirtypes'
import { expect, test } from 'vitest'
import { missingToWrite } from '#server/ehr/capability.ts'
import { fakeEhr } from './fake-ehr.ts'

const whole = await fakeEhr().capabilities()
const without = (type: string): CapabilityStatement => ({
  ...whole,
  rest: [{ mode: 'server', resource: (whole.rest?.[0]?.resource ?? []).filter((one) => one.type !== type) }],
})

test('W1: an EHR that lists everything we write lacks nothing', () => {
  expect(missingToWrite(whole, [])).toEqual([])
})

test('W1: a type that /metadata does not list may not be written', () => {
  expect(missingToWrite(without('Flag'), [])).toEqual(['metadata Flag.create', 'metadata Flag.update'])
  expect(missingToWrite(without('Provenance'), [])).toEqual(['metadata Provenance.create'])
})

test('W1: an EHR that lists nothing may not be written to', () => {
  const { rest: _rest, ...silent } = whole
  expect(missingToWrite(silent, [])).toHaveLength(6)
})

test.each([
  ['v2', ['system/Observation.cu', 'system/Flag.crus', 'system/Provenance.crus', 'system/Device.cruds']],
  ['v2 for all types', ['system/*.cruds']],
  ['v1', ['system/Observation.write', 'system/Flag.*', 'system/Provenance.write', 'system/Device.write']],
  ['v1 for all types', ['openid', 'system/*.*']],
])('B6: scopes granted in %s spelling are enough', (_, granted) => {
  expect(missingToWrite(whole, granted)).toEqual([])
})

test('B6: an EHR that grants less than was asked for is found out before the first write', () => {
  const granted = ['system/*.read', 'system/Observation.rs', 'system/Flag.c', 'system/Provenance.c', 'system/Device.c']
  expect(missingToWrite(whole, granted)).toEqual([
    'scope Observation.create',
    'scope Observation.update',
    'scope Flag.update',
  ])
})
