import { expect, test } from 'vitest'
import { irae } from './terminal.ts'

const line = (members: Record<string, unknown>): string => `${JSON.stringify(members)}\n`
const alt = { id: 'l', analyte: 'alt', ctcaeVersion: '5.0', value: 300, unit: 'U/L', uln: 40, baseline: 20 }

test.each([
  { says: 'ALT of 7.5 × ULN after a normal baseline is grade 3', given: {}, grade: 3 },
  { says: 'a normal ALT is grade 0', given: { value: 30 }, grade: 0 },
  { says: 'without a limit of normal nothing is graded', given: { uln: null, baseline: null }, grade: null },
  { says: 'a missing value is not grade 0', given: { value: null }, grade: null },
  { says: 'an analyte that CTCAE does not grade is not grade 0', given: { analyte: null }, grade: null },
])('$says', async ({ given, grade }) => {
  const { code, answers } = await irae(['grade-labs'], {
    input: line({ ...alt, baselineIndicator: 'NORMAL', ...given }),
  })
  expect(code).toBe(0)
  expect(answers).toEqual([expect.objectContaining({ id: 'l', grade, why: expect.stringMatching(/\w/) })])
})

test('a lipase without a word on symptoms leaves a range, with what to look for', async () => {
  const input = line({ id: 'l', analyte: 'lipase', ctcaeVersion: '5.0', value: 150, unit: 'U/L', uln: 60 })
  const { answers } = await irae(['grade-labs'], { input })
  expect(answers[0]).toMatchObject({ grade: null, range: [2, 3] })
  expect(answers[0]?.missing).toHaveLength(1)
})

test('a line that is not understood is answered in its place, and the rest is graded', async () => {
  const { code, answers, complaints } = await irae(['grade-labs'], {
    input: `${line({ ...alt, value: 'high' })}{\n${line({ ...alt, id: 'good' })}`,
  })
  expect(code).toBe(1)
  expect(complaints).toHaveLength(1)
  expect(answers.map(({ id, grade, line: number }) => [id, grade, number])).toEqual([
    ['l', null, 1],
    [null, null, 2],
    ['good', 3, undefined],
  ])
  expect(answers[0]?.why).toContain('value')
})
