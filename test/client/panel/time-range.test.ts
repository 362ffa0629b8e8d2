import { expect, test } from 'vitest'
import { timeRange } from '#client/panel/time-range.ts'

const day = 24 * 60 * 60
const taken = Date.parse('2026-11-25T04:57:00Z') / 1000

test('a single value stands in the middle of two weeks, so that its day can be read on the axis', () => {
  expect(timeRange(taken, taken)).toEqual([taken - 7 * day, taken + 7 * day])
})

test('values of three days keep their days and get room on both sides', () => {
  const [from, to] = timeRange(taken, taken + 3 * day)
  expect([from <= taken, to >= taken + 3 * day, to - from]).toEqual([true, true, 14 * day])
})

test('a course of months fills the axis', () => {
  expect(timeRange(taken, taken + 90 * day)).toEqual([taken, taken + 90 * day])
})
