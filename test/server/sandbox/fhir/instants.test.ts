import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EARLIEST, intervalFromDate, intervalFromPeriod, LATEST } from '#server/sandbox/fhir/instants.ts'

const iso = (text: string) => {
  const interval = intervalFromDate(text)
  return interval && [new Date(interval.low).toISOString(), new Date(interval.high).toISOString()]
}

describe('a FHIR date covers the time that its precision leaves open', () => {
  test.each([
    ['2024', '2024-01-01T00:00:00.000Z', '2024-12-31T23:59:59.999Z'],
    ['2024-02', '2024-02-01T00:00:00.000Z', '2024-02-29T23:59:59.999Z'],
    ['2024-12', '2024-12-01T00:00:00.000Z', '2024-12-31T23:59:59.999Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z', '2024-02-29T23:59:59.999Z'],
    ['2024-03-01T10:30Z', '2024-03-01T10:30:00.000Z', '2024-03-01T10:30:59.999Z'],
    ['2024-03-01T10:30:05+02:00', '2024-03-01T08:30:05.000Z', '2024-03-01T08:30:05.999Z'],
    ['2024-03-01T10:30:05.120-05:00', '2024-03-01T15:30:05.120Z', '2024-03-01T15:30:05.120Z'],
  ])('%s', (text, low, high) => {
    expect(iso(text)).toEqual([low, high])
  })

  test.each([
    '',
    '24',
    '2024-00',
    '2023-02-29',
    '2024-04-31',
    '2024-01-01T24:00:00Z',
    '2024-01-01T10:61Z',
    '0000',
    'now',
  ])('"%s" is no date', (text) => {
    expect(intervalFromDate(text)).toBeUndefined()
  })

  test('every instant covers exactly itself', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
        (date) => {
          expect(intervalFromDate(date.toISOString())).toEqual({ low: date.getTime(), high: date.getTime() })
        },
      ),
    )
  })
})

test('a period without an end goes on for ever, one with a broken end is no period', () => {
  expect(intervalFromPeriod('2024', undefined)).toEqual({ low: Date.UTC(2024, 0), high: LATEST })
  expect(intervalFromPeriod(undefined, '2024')).toMatchObject({ low: EARLIEST })
  expect(intervalFromPeriod('2024', 'later')).toBeUndefined()
})
