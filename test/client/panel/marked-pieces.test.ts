import { expect, test } from 'vitest'
import { markedPieces } from '#client/panel/marked-pieces.ts'

const text = 'Six loose stools a day 💩 since Monday.'
const quote = (words: string, valid = true) => {
  const start = text.indexOf(words)
  return { start, end: start + words.length, valid }
}
const marks = (quotes: ReturnType<typeof quote>[]) =>
  markedPieces({ text, quotes }).filter(({ mark }) => mark !== 'none')

test('the quoted words are marked, and all pieces together are the note', () => {
  const pieces = markedPieces({ text, quotes: [quote('loose stools'), quote('since Monday')] })
  expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  expect(pieces.filter(({ mark }) => mark === 'quoted').map((piece) => piece.text)).toEqual([
    'loose stools',
    'since Monday',
  ])
})

test('offsets count as JavaScript counts, so a picture sign before the quote does not shift it', () => {
  expect(marks([quote('Monday')])).toEqual([{ text: 'Monday', start: text.indexOf('Monday'), mark: 'quoted' }])
})

test('overlapping and repeated quotes read as one marked passage', () => {
  const both = marks([quote('Six loose stools'), quote('loose stools a day'), quote('loose stools')])
  expect(both.map((piece) => piece.text)).toEqual(['Six loose stools a day'])
})

test('words that no longer hold are marked as such and not hidden', () => {
  expect(marks([quote('loose stools', false)])).toMatchObject([{ text: 'loose stools', mark: 'not-verified' }])
})

test('a quote at the very beginning and one at the very end are marked', () => {
  expect(marks([quote('Six'), quote('Monday.')]).map((piece) => piece.text)).toEqual(['Six', 'Monday.'])
})

test.each([
  { start: -1, end: 3, valid: true },
  { start: 5, end: 5, valid: true },
  { start: 0, end: 4000, valid: true },
])('an impossible quote %j marks nothing and loses no word', (impossible) => {
  expect(markedPieces({ text, quotes: [impossible] })).toEqual([{ text, start: 0, mark: 'none' }])
})

test('an empty note has no pieces', () => {
  expect(markedPieces({ text: '', quotes: [] })).toEqual([])
})
