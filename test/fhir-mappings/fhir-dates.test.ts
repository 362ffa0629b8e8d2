import { describe, expect, test } from 'vitest'
import { addMonths, calendarDay, daysBetween, isDated } from '#fhir-mappings/fhir-dates.ts'

describe('calendar days', () => {
  test('M3: an infusion late in the evening in New York is charted on that day, though it is the next day in UTC', () => {
    expect(calendarDay('2026-03-02T02:30:00Z', 'America/New_York')).toBe('2026-03-01')
    expect(calendarDay('2026-03-02T02:30:00Z', 'Europe/Berlin')).toBe('2026-03-02')
  })

  test('M3: a date without a time is that day everywhere', () =>
    expect(calendarDay('2026-03-02', 'Pacific/Auckland')).toBe('2026-03-02'))

  test('a year, a month, an impossible day and words are no day', () => {
    for (const date of [
      '2026',
      '2026-03',
      '2026-02-31',
      '2026-13-01',
      'yesterday',
      '',
      undefined,
      '2026-03-02T27:00:00Z',
    ])
      expect(isDated(date), String(date)).toBe(false)
  })

  test('months end where the month ends', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2026-03-15', -12)).toBe('2025-03-15')
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
  })

  test('days are counted across a change of clocks', () => expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2))
})
