import { expect, test } from 'vitest'
import { wordsOf } from '#client/launch/launch-words.ts'

test('L7: a refusal is a sentence for a clinician, with its detail behind it', () => {
  expect(wordsOf({ why: 'denied', detail: 'access_denied' })).toBe('The EHR refused the sign-in. (access_denied)')
  expect(wordsOf({ why: 'iss-not-listed' })).toContain('not on its list')
})

test('a service that cannot be reached is never silent about what that means', () => {
  expect(wordsOf({ why: 'service-unreachable' })).toContain('may hold a finding that you do not see')
})
