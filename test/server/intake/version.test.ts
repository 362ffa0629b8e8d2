import type { DocumentReference } from '@medplum/fhirtypes'
import { expect, test } from 'vitest'
import { versionOf } from '#server/intake/version.ts'

const note = (versionId: unknown, text = 'a'): DocumentReference => ({
  ...{ resourceType: 'DocumentReference', id: 'n1', status: 'current', description: text, content: [] },
  meta: { versionId: versionId as string },
})

test('S8: the version that the EHR names is the version', () => {
  expect(versionOf(note('7'))).toBe('7')
})

test.each([['x'.repeat(20_000)], [''], [7], ['a b'], [{}], [undefined]])(
  'S18: where the version is none (%#), the content tells whether the resource changed',
  (versionId) => {
    const version = versionOf(note(versionId))
    expect(version).toMatch(/^h-[0-9a-f]{32}$/)
    expect(versionOf(note(versionId))).toBe(version)
    expect(versionOf(note(versionId, 'b'))).not.toBe(version)
  },
)
