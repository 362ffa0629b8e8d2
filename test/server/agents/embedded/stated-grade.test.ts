import { expect, test } from 'vitest'
import { readText } from '#server/agents/embedded/embedded-reader.ts'

const statedOf = (text: string, term: string) =>
  readText({ text, ici: { agents: ['pembrolizumab'] } }).claims.find((claim) => claim.term === term)?.stated

test.each([
  ['Immune-related colitis, grade 3.', 3],
  ['Gr II colitis after two doses.', 2],
  ['CTCAE v5.0 grade 2 colitis.', 2],
  ['Colitis (G3), on steroids.', 3],
  ['Colitis - CTCAE 3.', 3],
  ['grade two colitis', 2],
  ['GRADE III COLITIS', 3],
  ['Colitis. Grade 2.', 2],
])('"%s" states grade %i', (text, grade) => {
  expect(statedOf(text, 'colitis')?.grade).toBe(grade)
})

test.each([
  ['G2-3 colitis', [2, 3]],
  ['grade 2 to 3 colitis', [2, 3]],
  ['colitis grade 1/2', [1, 2]],
  ['grade II-III colitis', [2, 3]],
])('"%s" is a range whose upper end counts', (text, range) => {
  expect(statedOf(text, 'colitis')).toMatchObject({ grade: range[1], range })
})

test('a grade belongs to the finding beside it, and to both when they are joined', () => {
  const text = 'Grade 1 rash, grade 3 colitis. Also grade 2 arthritis and fatigue due to nivolumab.'
  expect(statedOf(text, 'rash-maculopapular')?.grade).toBe(1)
  expect(statedOf(text, 'colitis')?.grade).toBe(3)
  expect(statedOf(text, 'arthritis')?.grade).toBe(2)
  expect(statedOf('He had grade 4 mucositis and gastritis after nivolumab.', 'gastritis')?.grade).toBe(4)
})

test('the quoted words of a grade stand in the text', () => {
  const text = 'Immune-related nephritis, CTCAE grade 2, on prednisone.'
  const at = statedOf(text, 'nephritis')?.at
  expect(text.slice(at?.start, at?.end)).toBe(at?.text)
  expect(at?.text).toContain('2')
})

test.each([
  'Hold for grade 2 or higher colitis. He has colitis today.',
  'If grade 3 colitis develops, stop. Mild colitis now.',
  'Low grade fever with colitis.',
  'Grade 2 follicular lymphoma. Colitis since May.',
  'Gleason grade 4 prostate cancer. Colitis since May.',
  'Colitis in 3 of 4 segments.',
  'Grade 2 varices, colitis on biopsy.',
])('no grade of the colitis is stated in "%s"', (text) => {
  expect(statedOf(text, 'colitis') ?? null).toBeNull()
})

test('the worst grade of the episode counts', () => {
  expect(statedOf('Grade 3 colitis in the hospital, now down to grade 1 colitis on taper.', 'colitis')?.grade).toBe(3)
})
