import { expect, test } from 'vitest'
import { actsOn, clearDesk, emptyDraft, isOvertaken, requestFromDraft } from '#client/panel/decision-form.ts'
import { colitis } from '#test/client/panel/stories.ts'

test('a changed grade needs the grade, a rejection needs a coded reason', () => {
  expect(requestFromDraft({ ...emptyDraft, act: 'changed' }, 3)).toEqual({ missing: 'Choose the grade.' })
  expect(requestFromDraft({ ...emptyDraft, act: 'rejected', note: 'no' }, 3)).toEqual({ missing: 'Choose a reason.' })
})

test('a request names the version that was on the screen and leaves an empty note out', () => {
  expect(requestFromDraft({ act: 'changed', grade: 3, reason: null, note: '  ' }, 7)).toEqual({
    version: 7,
    decision: 'changed',
    grade: 3,
  })
  expect(requestFromDraft({ act: 'rejected', grade: 3, reason: 'misread', note: ' see MRI ' }, 7)).toEqual({
    version: 7,
    decision: 'rejected',
    reason: 'misread',
    note: 'see MRI',
  })
})

test('a person who was deciding is told when the finding changed, one who only looks is not', () => {
  const { finding } = colitis({ version: 2 })
  const deciding = { ...clearDesk, draft: { ...emptyDraft, act: 'rejected' as const }, seen: 1 }
  expect(isOvertaken(deciding, finding)).toBe(true)
  expect(isOvertaken({ ...deciding, seen: 2 }, finding)).toBe(false)
  expect(isOvertaken(clearDesk, finding)).toBe(false)
})

test.each([
  ['awaiting', {}, ['confirmed', 'changed', 'rejected']],
  ['confirmed', { review: 'confirmed' as const }, ['changed', 'rejected', 'closed']],
  ['rejected', { review: 'rejected' as const }, ['confirmed', 'changed']],
  ['withdrawn', { withdrawn: 'The note was retracted.' }, []],
  ['closed', { review: 'confirmed' as const, closed: { by: 'Practitioner/1', at: '2026-03-03' } }, []],
])('a finding that is %s offers what makes sense', (_, changes, acts) => {
  expect(actsOn(colitis(changes).finding)).toEqual(acts)
})
