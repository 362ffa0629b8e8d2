import { describe, expect, test } from 'vitest'
import { analyteById } from '#fhir-mappings/analytes.ts'
import { limitsOf } from '#fhir-mappings/reference-range.ts'

const creatinine = analyteById('creatinine')
const alt = analyteById('alt')

describe('limits', () => {
  test('those sent with the result win over the textbook', () =>
    expect(limitsOf([{ low: { value: 10 }, high: { value: 55 } }], 'U/L', alt)).toEqual({
      lln: 10,
      uln: 55,
      limitsFrom: 'result',
    }))

  test('a limit in another unit is said in the unit of the value', () =>
    expect(limitsOf([{ high: { value: 1.2, unit: 'mg/dL' } }], 'umol/L', creatinine).uln).toBeCloseTo(106.104, 3))

  test.each([
    ['7 - 40 U/L', { lln: 7, uln: 40 }],
    ['7–40', { lln: 7, uln: 40 }],
    ['0.6 to 1.2', { lln: 0.6, uln: 1.2 }],
    ['<35', { uln: 35 }],
    ['up to 60', { uln: 60 }],
    ['> 60', { lln: 60 }],
  ])('"%s" is understood as printed', (text, expected) =>
    expect(limitsOf([{ text }], 'U/L', alt)).toEqual({ ...expected, limitsFrom: 'result' }),
  )

  test('a therapeutic or critical range is not a normal one', () =>
    expect(limitsOf([{ type: { coding: [{ code: 'critical' }] }, high: { value: 1000 } }], 'U/L', alt)).toEqual({
      lln: 7,
      uln: 40,
      limitsFrom: 'textbook',
    }))

  test('a range for nobody in particular comes before one for a group', () =>
    expect(
      limitsOf([{ high: { value: 33 }, appliesTo: [{ text: 'female' }] }, { high: { value: 50 } }], 'U/L', alt).uln,
    ).toBe(50))

  test('without any, the textbook stands in, converted to the unit of the value', () =>
    expect(limitsOf([], 'umol/L', creatinine)).toEqual({
      lln: expect.closeTo(53.052, 3),
      uln: expect.closeTo(106.104, 3),
      limitsFrom: 'textbook',
    }))

  test('in a unit that cannot be converted there are none, never the wrong ones', () => {
    expect(limitsOf([], '', alt)).toEqual({ limitsFrom: 'none' })
    expect(limitsOf([], 'mmol/L', alt)).toEqual({ limitsFrom: 'none' })
    expect(limitsOf([{ text: 'see report' }], 'U/L', undefined)).toEqual({ limitsFrom: 'none' })
  })
})
