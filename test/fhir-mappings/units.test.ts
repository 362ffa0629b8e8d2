import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analytes } from '#fhir-mappings/analytes.ts'
import { sameUnit, toUnit } from '#fhir-mappings/units.ts'

describe('spellings of one unit', () => {
  test.each([
    ['IU/L', 'U/L', 'alt'],
    ['[iU]/L', 'U/L', 'ast'],
    ['u/l', 'U/L', 'lipase'],
    ['uIU/mL', 'm[IU]/L', 'tsh'],
    ['mIU/L', 'm[IU]/L', 'tsh'],
    ['µIU/mL', 'm[IU]/L', 'tsh'],
    ['mU/L', 'm[IU]/L', 'tsh'],
    ['mcg/dL', 'ug/dL', 'cortisol'],
    ['K/uL', '10*3/uL', 'platelets'],
    ['x10E3/uL', '10*3/uL', 'anc'],
    ['10^9/L', '10*3/uL', 'platelets'],
    ['x10(9)/L', '10*3/uL', 'wbc'],
    ['G/L', '10*3/uL', 'platelets'],
    ['Thousand/uL', '10*3/uL', 'wbc'],
    ['10*3/mm3', '10*3/uL', 'lymphocytes'],
    ['MG/DL', 'mg/dL', 'creatinine'],
    ['mmol/l', 'mmol/L', 'sodium'],
    ['mEq/L', 'mmol/L', 'potassium'],
    ['mL/min/1.73m2', 'mL/min/{1.73_m2}', 'egfr'],
    ['mL/min/1.73 m^2', 'mL/min/{1.73_m2}', 'egfr'],
    ['ng/L', 'pg/mL', 'bnp'],
    ['{INR}', '1', 'inr'],
    ['', '1', 'inr'],
  ])('%s is the same as %s for %s', (one, other, analyte) => expect(sameUnit(one, other, analyte)).toBe(true))
})

describe('conversion', () => {
  test.each([
    [1, 'mg/dL', 'umol/L', 'creatinine', 88.42],
    [88.42, 'µmol/L', 'mg/dL', 'creatinine', 1],
    [17.104, 'umol/L', 'mg/dL', 'bilirubin-total', 1],
    [60, 'U/L', 'ukat/L', 'alt', 1],
    [5, 'µkat/L', 'U/L', 'alt', 300],
    [12, 'g/dL', 'g/L', 'hemoglobin', 120],
    [10, 'g/dL', 'mmol/L', 'hemoglobin', 6.206],
    [100_000, '/uL', '10*3/uL', 'platelets', 100],
    [100, '10*3/mL', '10*3/uL', 'platelets', 0.1],
    [5, 'meq/L', 'mmol/L', 'calcium', 2.5],
    [0.04, 'ng/mL', 'ng/L', 'troponin-i', 40],
    [98, '%', '1', 'spo2', 0.98],
  ])('%d %s in %s (%s) is %d', (value, from, to, analyte, expected) =>
    expect(toUnit(value, from, to, analyte)).toBeCloseTo(expected, 6),
  )

  test('HbA1c of 48 mmol/mol is 6.5 per cent, by an equation and not by a factor', () =>
    expect(toUnit(48, 'mmol/mol', '%', 'hba1c')).toBeCloseTo(6.54, 2))

  test.each([
    [1, '', 'mg/dL', 'creatinine'],
    [1, 'mg/dL', 'U/L', 'creatinine'],
    [1, 'furlongs', 'mg/dL', 'creatinine'],
    [1, 'mg/dL', 'umol/L', 'no-such-analyte'],
    [1, 'mg/mg', 'g/(24.h)', 'urine-protein'],
    [40, 'g/L', '10*3/uL', 'albumin'],
  ])('%d "%s" cannot be said in %s for %s', (value, from, to, analyte) =>
    expect(toUnit(value, from, to, analyte)).toBeUndefined(),
  )

  test('a value that goes to SI and back is the same value', () => {
    const convertible = analytes.filter(({ conventional, si }) => conventional && si)
    expect(convertible.length).toBeGreaterThan(20)
    fc.assert(
      fc.property(
        fc.constantFrom(...convertible),
        fc.double({ min: 0.001, max: 1e6, noNaN: true }),
        (analyte, value) => {
          const { id, conventional = '', si = '' } = analyte
          const there = toUnit(value, conventional, si, id) ?? Number.NaN
          expect(toUnit(there, si, conventional, id)).toBeCloseTo(value, 3)
        },
      ),
    )
  })

  test('no spelling makes it throw', () =>
    fc.assert(fc.property(fc.string(), fc.string(), (from, to) => void toUnit(1, from, to, 'platelets'))))
})
