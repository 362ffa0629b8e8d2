import { describe, expect, test } from 'vitest'
import type { Infusion } from '#fhir-mappings/infusion.ts'
import { membership } from '#server/cohort/membership.ts'

const dose = (givenOn: string, more: Partial<Infusion> = {}): Infusion => ({
  reference: `MedicationAdministration/${givenOn}`,
  patient: 'Patient/p1',
  agents: ['pembrolizumab'],
  givenOn,
  exposure: 'administered',
  partial: false,
  recognisedBy: 'code',
  ...more,
})
const on = (today: string) => ({ today, windowMonths: 12 })

describe('membership', () => {
  test('a patient with an infusion three weeks ago is watched, with first and last infusion and drugs', () =>
    expect(
      membership('Patient/p1', [dose('2026-01-05'), dose('2026-02-16', { agents: ['ipilimumab'] })], on('2026-03-09')),
    ).toEqual({
      patient: 'Patient/p1',
      inCohort: true,
      why: 'infusion-in-window',
      firstInfusionOn: '2026-01-05',
      lastInfusionOn: '2026-02-16',
      agents: ['ipilimumab', 'pembrolizumab'],
    }))

  test('thirteen months after the last infusion a patient leaves the cohort', () => {
    const last = [dose('2025-01-10'), dose('2025-02-10')]
    expect(membership('Patient/p1', last, on('2026-03-10'))).toMatchObject({ inCohort: false, why: 'window-passed' })
  })

  test('twelve months to the day still count, one day more does not', () => {
    expect(membership('Patient/p1', [dose('2025-03-10')], on('2026-03-10')).inCohort).toBe(true)
    expect(membership('Patient/p1', [dose('2025-03-10')], on('2026-03-11')).inCohort).toBe(false)
  })

  test('the window is a setting', () =>
    expect(membership('Patient/p1', [dose('2025-01-10')], { today: '2026-03-10', windowMonths: 24 }).inCohort).toBe(
      true,
    ))

  test('M4: an order alone never counts as given, and the answer says so', () =>
    expect(membership('Patient/p1', [dose('2026-03-01', { exposure: 'ordered' })], on('2026-03-09'))).toMatchObject({
      inCohort: false,
      why: 'only-ordered',
      lastInfusionOn: undefined,
      agents: [],
    }))

  test.each(['dispensed', 'billed'] as const)(
    'M4: a dose that was %s counts where no administration is shown',
    (exposure) =>
      expect(membership('Patient/p1', [dose('2026-03-01', { exposure })], on('2026-03-09')).inCohort).toBe(true),
  )

  test('without infusions, or with those of somebody else, nobody is watched', () => {
    expect(membership('Patient/p1', [], on('2026-03-09')).why).toBe('no-infusion')
    expect(membership('Patient/p2', [dose('2026-03-01')], on('2026-03-09')).why).toBe('no-infusion')
  })

  test('a dose planned for next month is not exposure today; one charted across midnight is', () => {
    expect(membership('Patient/p1', [dose('2026-04-09')], on('2026-03-09')).inCohort).toBe(false)
    expect(membership('Patient/p1', [dose('2026-03-10')], on('2026-03-09')).inCohort).toBe(true)
  })

  test('a partial dose counts (M2)', () =>
    expect(membership('Patient/p1', [dose('2026-03-01', { partial: true })], on('2026-03-09')).inCohort).toBe(true))
})
