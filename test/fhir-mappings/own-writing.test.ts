import type { Resource } from '@medplum/fhirtypes'
import { expect, test } from 'vitest'
import { AI_ASSERTED, OBSERVATION_VALUE, OUR_FLAGS, OUR_WRITES } from '#fhir-mappings/code-systems.ts'
import { isOurs } from '#fhir-mappings/own-writing.ts'
import { patientOf } from '#fhir-mappings/patient-reference.ts'

const flag = (more: object): Resource => ({ resourceType: 'Flag', ...more }) as Resource

test.each([
  ['our tag', { meta: { tag: [{ system: OUR_WRITES, code: 'irae-1.1' }] } }, true],
  ['our identifier', { identifier: [{ system: OUR_FLAGS, value: 'irae-1' }] }, true],
  ['our identifier where the type has only one', { identifier: { system: OUR_FLAGS, value: 'irae-1' } }, true],
  ['the AI label of any system', { meta: { security: [{ system: OBSERVATION_VALUE, code: AI_ASSERTED }] } }, false],
  ['somebody else’s tag and identifier', { meta: { tag: [{ code: 'x' }] }, identifier: [{ system: 'urn:x' }] }, false],
  ['nothing', {}, false],
] as const)('S14: a resource with %s is ours or not', (_, more, ours) => expect(isOurs(flag(more))).toBe(ours))

test.each([
  ['Patient/p1', 'Patient/p1'],
  ['https://ehr.example/fhir/Patient/p1', 'Patient/p1'],
  ['Patient/p1/_history/3', 'Patient/p1'],
  ['Group/g1', undefined],
  ['NotPatient/p1', undefined],
  ['urn:uuid:0', undefined],
  [undefined, undefined],
])('D12: the reference %s names %s', (reference, patient) =>
  expect(patientOf(reference === undefined ? undefined : { reference })).toBe(patient),
)
