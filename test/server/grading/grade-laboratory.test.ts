import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gradeLaboratory, type LaboratoryValue } from '#server/grading/grade-laboratory.ts'

const graded = (value: Omit<LaboratoryValue, 'version'> & { version?: LaboratoryValue['version'] }) =>
  gradeLaboratory({ version: '5.0', ...value })
const alt = (value: number, more: Partial<LaboratoryValue> = {}) =>
  graded({ analyte: 'alt', value, unit: 'U/L', uln: 40, ...more }).grade

describe('edges of the CTCAE steps', () => {
  test.each([
    [40, 0, 'exactly the ULN is no grade'],
    [41, 1, 'just above the ULN is grade 1'],
    [120, 1, 'exactly 3 × ULN is still grade 1'],
    [121, 2, 'above 3 × ULN is grade 2'],
    [200, 2, 'exactly 5 × ULN is still grade 2'],
    [240, 3, '6 × ULN is grade 3'],
    [800, 3, 'exactly 20 × ULN is still grade 3'],
    [801, 4, 'above 20 × ULN is grade 4'],
  ])('ALT %d with ULN 40: grade %d (%s)', (value, grade) => {
    expect(alt(value)).toBe(grade)
  })

  test('floating-point dust does not lift 3 × 1.1 above its limit', () => {
    expect(graded({ analyte: 'bilirubin-total', value: 3.3, unit: 'mg/dL', uln: 1.1 }).grade).toBe(2)
  })

  test.each([
    [8, 2],
    [7.9, 3],
    [10, 1],
    [9.9, 2],
    [12, 0],
  ])('hemoglobin %d g/dL with LLN 12: grade %d', (value, grade) => {
    expect(graded({ analyte: 'hemoglobin', value, unit: 'g/dL', lln: 12 }).grade).toBe(grade)
  })

  test('anemia has no grade 4 by number: 3 g/dL stays grade 3', () => {
    expect(graded({ analyte: 'hemoglobin', value: 3, unit: 'g/dL', lln: 12 }).grade).toBe(3)
  })
})

describe('the baseline rule', () => {
  test('v5: from an abnormal baseline multiples of the baseline count, not of the ULN', () => {
    expect(alt(240, { baseline: 80 })).toBe(1)
    expect(alt(241, { baseline: 80 })).toBe(2)
    expect(alt(240, { baseline: 30 })).toBe(3)
  })

  test('v5: between 1 and 1.5 × an abnormal baseline nothing is defined, and the grade is 0', () => {
    expect(alt(119, { baseline: 80 })).toBe(0)
    expect(alt(120, { baseline: 80 })).toBe(1)
  })

  test('v5: a baseline below the range counts as normal for a term that counts upwards', () => {
    expect(alt(240, { baseline: 4, lln: 7 })).toBe(3)
    expect(alt(240, { baseline: 4, baselineIndicator: 'LOW' })).toBe(3)
  })

  test('v6: a high baseline has much smaller steps', () => {
    expect(alt(160, { baseline: 80, version: '6.0' })).toBe(2)
    expect(alt(161, { baseline: 80, version: '6.0' })).toBe(3)
  })

  test('without a baseline the limits of normal count, and the answer says so', () => {
    expect(graded({ analyte: 'alt', value: 240, unit: 'U/L', uln: 40 }).why).toContain('No baseline is known')
  })

  test('v5 creatinine counts the higher of baseline and ULN multiples, even inside the normal range', () => {
    const creatinine = (value: number, baseline: number) =>
      graded({ analyte: 'creatinine', value, unit: 'mg/dL', uln: 1.2, lln: 0.6, baseline }).grade
    expect(creatinine(1.1, 0.7)).toBe(2)
    expect(creatinine(4, 1.2)).toBe(3)
    expect(creatinine(7.3, 1.2)).toBe(4)
  })

  test('v6 creatinine counts the baseline only when it was below the range', () => {
    const given = { analyte: 'creatinine', value: 1.1, unit: 'mg/dL', uln: 1.2, lln: 0.6, version: '6.0' } as const
    expect(graded({ ...given, baseline: 0.7 }).grade).toBe(0)
    expect(graded({ ...given, baseline: 0.5 }).grade).toBe(2)
  })
})

describe('units', () => {
  test('the printed SI limit is used for an SI result: 4.9 mmol/L hemoglobin is grade 2, 79 g/L grade 3', () => {
    expect(graded({ analyte: 'hemoglobin', value: 4.9, unit: 'mmol/L' }).grade).toBe(2)
    expect(graded({ analyte: 'hemoglobin', value: 79, unit: 'g/L' }).grade).toBe(3)
  })

  test.each(['10*9/L', '10*3/uL', 'K/uL', 'x10E3/uL', 'G/L'])('platelets of 49 %s are grade 3', (unit) => {
    expect(graded({ analyte: 'platelets', value: 49, unit, lln: 150 }).grade).toBe(3)
  })

  test('a thousand per millilitre is not a thousand per microlitre', () => {
    expect(graded({ analyte: 'anc', value: 490, unit: '10*3/mL', lln: 2000 }).grade).toBe(4)
  })

  test('a multiple of the ULN needs no unit, a printed limit does', () => {
    expect(graded({ analyte: 'alt', value: 121, uln: 40 }).grade).toBe(2)
    expect(graded({ analyte: 'platelets', value: 49, lln: 150 }).grade).toBeNull()
  })

  test('a unit of another quantity is not graded', () => {
    expect(graded({ analyte: 'platelets', value: 49, unit: 'mg/dL', lln: 150 }).grade).toBeNull()
  })
})

describe('what cannot be graded is null and never 0', () => {
  test('no value, no upper limit, no lower limit', () => {
    expect(graded({ analyte: 'alt', value: null, unit: 'U/L', uln: 40 }).grade).toBeNull()
    expect(graded({ analyte: 'alt', value: 240, unit: 'U/L' }).grade).toBeNull()
    expect(graded({ analyte: 'hemoglobin', value: 11, unit: 'g/dL' }).grade).toBeNull()
  })

  test('a limit that is not needed is not missed: hemoglobin 7 g/dL is grade 3 without an LLN', () => {
    expect(graded({ analyte: 'hemoglobin', value: 7, unit: 'g/dL' }).grade).toBe(3)
  })

  test('v5 has no numbers for hyperglycemia, v6 has', () => {
    expect(graded({ analyte: 'glucose', value: 300, unit: 'mg/dL', uln: 100 }).grade).toBeNull()
    expect(graded({ analyte: 'glucose', value: 300, unit: 'mg/dL', uln: 100, version: '6.0' }).grade).toBe(3)
  })

  test('a glucose of 200 mg/dL needs to be fasting for a v6 grade', () => {
    const glucose = { analyte: 'glucose', value: 200, unit: 'mg/dL', uln: 100, version: '6.0' } as const
    expect(graded(glucose).grade).toBeNull()
    expect(graded({ ...glucose, qualifier: 'fasting' }).grade).toBe(2)
  })

  test('CK and troponin have no term in v6', () => {
    expect(graded({ analyte: 'ck', value: 4000, unit: 'U/L', uln: 200, version: '6.0' }).grade).toBeNull()
    expect(graded({ analyte: 'ck', value: 4000, unit: 'U/L', uln: 200 }).grade).toBe(4)
  })

  test('an analyte or a term that CTCAE does not know', () => {
    expect(graded({ analyte: 'ferritin', value: 9000, unit: 'ng/mL' }).grade).toBeNull()
    expect(graded({ analyte: 'toString', value: 1, unit: '1' }).grade).toBeNull()
    expect(graded({ analyte: 'alt', value: 900, unit: 'U/L', uln: 40, term: 'Anemia' }).grade).toBeNull()
  })
})

describe('facts beside the value', () => {
  test('lipase of 3 × ULN is grade 2 without and 3 with symptoms; unknown, both are open', () => {
    const lipase = { analyte: 'lipase', value: 180, unit: 'U/L', uln: 60 }
    expect(graded({ ...lipase, symptomatic: false }).grade).toBe(2)
    expect(graded({ ...lipase, symptomatic: true }).grade).toBe(3)
    expect(graded(lipase)).toMatchObject({ grade: null, range: [2, 3], missing: ['the symptoms'] })
  })

  test('a troponin above the ULN is grade 1 or 3, as the infarction level of the assay is not known', () => {
    expect(graded({ analyte: 'troponin-i', value: 60, unit: 'ng/L', uln: 20 })).toMatchObject({
      grade: null,
      range: [1, 3],
    })
  })

  test('the term chooses the side: potassium high and low', () => {
    const potassium = { analyte: 'potassium', unit: 'mmol/L', lln: 3.5, uln: 5.1 }
    expect(graded({ ...potassium, value: 6.4, term: 'Hyperkalemia' }).grade).toBe(3)
    expect(graded({ ...potassium, value: 6.4, term: 'Hypokalemia' }).grade).toBe(0)
    expect(graded({ ...potassium, value: 2.4, term: 'Hypokalemia' }).grade).toBe(4)
  })

  test('"> 1000" is at least that grade, "< 1000" says nothing about a rise', () => {
    expect(graded({ analyte: 'alt', comparator: '>', value: 1000, unit: 'U/L', uln: 40 })).toMatchObject({ grade: 4 })
    expect(graded({ analyte: 'alt', comparator: '<', value: 1000, unit: 'U/L', uln: 40 }).grade).toBeNull()
    expect(graded({ analyte: 'alt', comparator: '<', value: 10, unit: 'U/L', uln: 40 }).grade).toBe(0)
    expect(graded({ analyte: 'anc', comparator: '<', value: 0.1, unit: '10*9/L', lln: 2 }).grade).toBe(4)
  })
})

describe('properties', () => {
  const rising = ['alt', 'ast', 'alp', 'ggt', 'bilirubin-total', 'creatinine', 'ck', 'tsh'] as const
  const version = fc.constantFrom('5.0' as const, '6.0' as const)
  const number = fc.double({ min: 0.01, max: 5000, noNaN: true })

  test('a higher enzyme never has a lower grade', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rising),
        version,
        number,
        number,
        number,
        number,
        (analyte, ctcae, one, other, uln, baseline) => {
          const grade = (value: number) => gradeLaboratory({ analyte, value, uln, baseline, version: ctcae }).grade
          const [low, high] = [grade(Math.min(one, other)), grade(Math.max(one, other))]
          expect(low === null || high === null || low <= high).toBe(true)
        },
      ),
    )
  })

  test('a lower cell count never has a lower grade', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('platelets', 'anc', 'lymphocytes', 'wbc'),
        version,
        number,
        number,
        (analyte, ctcae, one, other) => {
          const term =
            analyte === 'lymphocytes' ? (ctcae === '5.0' ? 'Lymphocyte count decreased' : 'Lymphopenia') : undefined
          const grade = (value: number) =>
            gradeLaboratory({ analyte, value, unit: '10*9/L', lln: 150, version: ctcae, term }).grade ?? -1
          expect(grade(Math.min(one, other))).toBeGreaterThanOrEqual(grade(Math.max(one, other)))
        },
      ),
    )
  })

  test('the unit does not change the grade: creatinine in mg/dL and in µmol/L', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 5, max: 20 }), (value, uln) => {
        const grade = (factor: number, unit: string) =>
          gradeLaboratory({ analyte: 'creatinine', value: value * factor, unit, uln: uln * factor, version: '5.0' })
            .grade
        expect(grade(1, 'mg/dL')).toBe(grade(2, 'umol/L'))
      }),
    )
  })
})
