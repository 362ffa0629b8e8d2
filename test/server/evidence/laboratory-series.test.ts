import { describe, expect, test } from 'vitest'
import type { LaboratoryResult } from '#fhir-mappings/laboratory-result.ts'
import { seriesOf } from '#server/evidence/laboratory-series.ts'

const alt = (takenAt: string, value: number, more: Partial<LaboratoryResult> = {}): LaboratoryResult => ({
  reference: `Observation/${takenAt}-${value}`,
  version: '1',
  patient: 'Patient/p1',
  analyte: 'alt',
  value,
  unit: 'U/L',
  uln: 40,
  limitsFrom: 'result',
  takenAt,
  status: 'final',
  ...more,
})
const FIRST = '2026-02-01'
const only = (results: readonly LaboratoryResult[], first: string | undefined = FIRST) => {
  const [series] = seriesOf(results, first, 'Europe/Berlin')
  if (!series) throw new Error('no series')
  return series
}

describe('a laboratory series', () => {
  test('is oldest first, one for each analyte', () => {
    const series = seriesOf(
      [
        alt('2026-03-01', 90),
        alt('2026-01-01', 20),
        alt('2026-02-01', 1, { analyte: 'tsh', reference: 'Observation/t' }),
      ],
      FIRST,
      'UTC',
    )
    expect(series.map(({ analyte }) => analyte).sort()).toEqual(['alt', 'tsh'])
    expect(only([alt('2026-03-01', 90), alt('2026-01-01', 20)]).results.map(({ value }) => value)).toEqual([20, 90])
  })

  test('orders instants with different offsets by time, not by letters', () =>
    expect(
      only([alt('2026-03-01T09:00:00+09:00', 2), alt('2026-03-01T01:00:00Z', 3)]).results.map(({ value }) => value),
    ).toEqual([2, 3]))

  test('a retracted or cancelled result is gone; an unreliable one stays and is marked', () =>
    expect(
      only([
        alt('2026-03-01', 1, { status: 'entered-in-error' }),
        alt('2026-03-02', 2, { status: 'cancelled' }),
        alt('2026-03-03', 3, { unreliable: 'haemolysed' }),
      ]).results.map(({ value, unreliable }) => [value, unreliable]),
    ).toEqual([[3, 'haemolysed']]))

  test('S19: a result that comes twice, as itself or as a second resource of one sample, counts once', () =>
    expect(
      only([alt('2026-03-01', 90), alt('2026-03-01', 90), alt('2026-03-01', 90, { reference: 'Observation/copy' })])
        .results,
    ).toHaveLength(1))
})

describe('the baseline (CTCAE v5 compares with it)', () => {
  test('is the last value before the first infusion', () =>
    expect(only([alt('2025-12-01', 18), alt('2026-01-20', 22), alt('2026-02-20', 200)]).baseline?.value).toBe(22))

  test('blood of the day of the first infusion is drawn before the dose', () =>
    expect(only([alt('2026-01-20', 22), alt('2026-02-01T07:40:00Z', 25), alt('2026-02-20', 200)]).baseline?.value).toBe(
      25,
    ))

  test('the day is the site’s: 23:30 UTC of the day before is the infusion’s day in Berlin', () =>
    expect(only([alt('2026-01-31T23:30:00Z', 25), alt('2026-02-01T23:30:00Z', 99)]).baseline?.value).toBe(25))

  test.each([
    [{ unreliable: 'haemolysed' }],
    [{ status: 'preliminary' as const }],
    [{ status: 'registered' as const }],
  ])('a value with %j is not reliable enough', (more) =>
    expect(only([alt('2026-01-10', 20), alt('2026-01-20', 300, more)]).baseline?.value).toBe(20),
  )

  test('without an infusion, or without an earlier value, there is none', () => {
    expect(seriesOf([alt('2026-01-20', 22)], undefined, 'UTC')[0]?.baseline).toBeUndefined()
    expect(only([alt('2026-03-01', 90)]).baseline).toBeUndefined()
  })
})
