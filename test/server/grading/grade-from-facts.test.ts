import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fact } from '#fhir-mappings/fact.ts'
import { iraeTerms } from '#fhir-mappings/irae-terms.ts'
import { gradeFromFacts } from '#server/grading/grade-from-facts.ts'
import { gradeExists } from '#server/grading/grades-of.ts'

const given = (kind: string, state: Extract<Fact, { type: 'intervention' }>['state'] = 'indicated'): Fact => ({
  type: 'intervention',
  kind,
  state,
})
const symptoms = (severity: Extract<Fact, { type: 'symptom' }>['severity'], what?: string): Fact => ({
  type: 'symptom',
  severity,
  ...(what ? { what } : {}),
})
const stools = (value: number): Fact => ({ type: 'count', what: 'stools per day over baseline', value })

describe('the highest grade of which any alternative holds', () => {
  test.each([
    [3, 1],
    [4, 2],
    [6, 2],
    [7, 3],
  ])('%d stools a day over baseline are diarrhea grade %d', (count, grade) => {
    expect(gradeFromFacts('diarrhea', [stools(count)], '5.0').grade).toBe(grade)
  })

  test('five stools over baseline with admission for dehydration are grade 3', () => {
    expect(gradeFromFacts('diarrhea', [stools(5), given('hospitalisation')], '5.0').grade).toBe(3)
  })

  test('a pneumonitis that needs oxygen is grade 3, intubated grade 4', () => {
    expect(gradeFromFacts('pneumonitis', [symptoms('moderate'), given('oxygen')], '5.0').grade).toBe(3)
    expect(gradeFromFacts('pneumonitis', [given('oxygen'), given('intubation')], '5.0').grade).toBe(4)
  })

  test('any symptom makes pneumonitis grade 2, as its grade 1 is free of symptoms', () => {
    expect(gradeFromFacts('pneumonitis', [symptoms('mild')], '5.0').grade).toBe(2)
    expect(gradeFromFacts('pneumonitis', [symptoms('none')], '5.0').grade).toBe(1)
  })

  test('mild symptoms do not make a peripheral neuropathy grade 2: its grade 2 asks for moderate ones', () => {
    expect(gradeFromFacts('peripheral-neuropathy', [symptoms('mild')], '5.0').grade).toBe(1)
    expect(gradeFromFacts('peripheral-neuropathy', [symptoms('moderate')], '5.0').grade).toBe(2)
  })

  test('treatment speaks against "no treatment needed": steroids for a pneumonitis without symptoms are grade 2', () => {
    expect(gradeFromFacts('pneumonitis', [symptoms('none'), given('oral-steroid', 'initiated')], '5.0').grade).toBe(2)
  })

  test('a treatment that is not needed does not count', () => {
    expect(gradeFromFacts('pneumonitis', [symptoms('moderate'), given('oxygen', 'not-indicated')], '5.0').grade).toBe(2)
  })

  test.each([
    [9, 1],
    [10, 2],
    [30, 2],
  ])('a maculopapular rash over %d %% of the body is grade %d', (percent, grade) => {
    expect(gradeFromFacts('rash-maculopapular', [{ type: 'bsa', percent }], '5.0').grade).toBe(grade)
  })

  test('vision of 20/200 makes uveitis grade 4', () => {
    expect(
      gradeFromFacts('uveitis', [{ type: 'measure', what: 'best corrected vision', value: 0.1 }], '5.0').grade,
    ).toBe(4)
  })

  test('a temperature in Fahrenheit is read: 101 °F is a fever for CRS', () => {
    expect(
      gradeFromFacts('crs', [{ type: 'vital', what: 'temperature', value: 101, unit: '[degF]' }], '5.0').grade,
    ).toBe(1)
    expect(
      gradeFromFacts('crs', [{ type: 'vital', what: 'temperature', value: 98.6, unit: '[degF]' }], '5.0').grade,
    ).toBeNull()
  })

  test('another symptom does not answer for belly pain', () => {
    expect(gradeFromFacts('colitis', [symptoms('moderate', 'crampy abdominal pain')], '5.0').grade).toBe(2)
    expect(gradeFromFacts('mucositis', [symptoms('severe', 'itching')], '5.0').why).not.toContain('severe pain')
  })

  test('the same facts can give another grade in v6: an infused fluid makes diarrhea grade 3', () => {
    expect(gradeFromFacts('diarrhea', [stools(5), given('iv')], '5.0').grade).toBe(2)
    expect(gradeFromFacts('diarrhea', [stools(5), given('iv')], '6.0').grade).toBe(3)
  })
})

describe('no evidence is not evidence against', () => {
  test('pneumonitis on steroids in hospital, oxygen not documented: grades 2 to 3, and what is missing is said', () => {
    const graded = gradeFromFacts('pneumonitis', [given('oral-steroid', 'initiated'), given('hospitalisation')], '5.0')
    expect(graded).toMatchObject({ grade: null, range: [2, 3] })
    expect(graded.missing).toContain('oxygen needed')
  })

  test('colitis of which only the steroids are known: grades 2 to 3', () => {
    expect(gradeFromFacts('colitis', [given('iv-steroid', 'initiated')], '5.0')).toMatchObject({
      grade: null,
      range: [2, 3],
    })
  })

  test('a rash over 40 % of the body asks for the symptoms', () => {
    expect(gradeFromFacts('rash-maculopapular', [{ type: 'bsa', percent: 40 }], '5.0')).toMatchObject({ range: [2, 3] })
    expect(gradeFromFacts('rash-maculopapular', [{ type: 'bsa', percent: 40 }, symptoms('severe')], '5.0').grade).toBe(
      3,
    )
  })

  test('stools without the usual number: one a day is assumed, and the assumption is said', () => {
    const graded = gradeFromFacts('diarrhea', [{ type: 'count', what: 'stools per day', value: 6 }], '5.0')
    expect(graded.grade).toBe(2)
    expect(graded.missing.join()).toContain('1 a day assumed')
  })

  test('no facts, no grade', () => {
    expect(gradeFromFacts('pneumonitis', [], '5.0')).toMatchObject({ grade: null })
    expect(gradeFromFacts('pneumonitis', [], '5.0').range).toBeUndefined()
  })
})

describe('grades that do not exist are never given', () => {
  test('danger to life does not make a pruritus grade 4', () => {
    expect(gradeFromFacts('pruritus', [{ type: 'consequence', what: 'life-threatening' }], '5.0').grade).toBeNull()
  })

  test('a term that v6 dropped has no v6 grade', () => {
    expect(gradeFromFacts('cpk-increased', [{ type: 'lab', analyte: 'ck', timesUln: 12 }], '6.0').grade).toBeNull()
    expect(gradeFromFacts('cpk-increased', [{ type: 'lab', analyte: 'ck', timesUln: 12 }], '5.0').grade).toBe(4)
  })

  const anyFact: fc.Arbitrary<Fact> = fc.oneof(
    fc
      .constantFrom('none', 'mild', 'moderate', 'severe')
      .map((severity): Fact => ({ type: 'symptom', severity: severity as 'mild' })),
    fc.constantFrom('instrumental', 'self-care').map((level): Fact => ({ type: 'adl', level: level as 'self-care' })),
    fc
      .constantFrom('oxygen', 'icu', 'hospitalisation', 'oral-steroid', 'dialysis', 'transfusion', 'urgent')
      .map((kind) => given(kind)),
    fc.constantFrom('life-threatening', 'sight-threatening').map((what): Fact => ({ type: 'consequence', what })),
    fc.integer({ min: 0, max: 100 }).map((percent): Fact => ({ type: 'bsa', percent })),
    fc.integer({ min: 0, max: 20 }).map(stools),
    fc
      .tuple(
        fc.constantFrom('alt', 'lipase', 'ck', 'creatinine', 'troponin-i', 'tsh'),
        fc.double({ min: 0, max: 30, noNaN: true }),
      )
      .map(([analyte, timesUln]): Fact => ({ type: 'lab', analyte, timesUln })),
  )
  const anyTerm = fc.constantFrom(...iraeTerms.map(({ id }) => id))
  const anyVersion = fc.constantFrom('5.0' as const, '6.0' as const)

  test('whatever the facts: every grade given exists, and the ends of every range too', () => {
    fc.assert(
      fc.property(anyTerm, fc.array(anyFact, { maxLength: 5 }), anyVersion, (term, facts, version) => {
        const { grade, range } = gradeFromFacts(term, facts, version)
        for (const one of [grade, ...(range ?? [])])
          if (one !== null) expect(gradeExists(term, version, one)).toBe(true)
        if (range) expect(range[0]).toBeLessThan(range[1])
      }),
      { numRuns: 500 },
    )
  })

  test('whatever the facts: without a death there is no grade 5', () => {
    fc.assert(
      fc.property(anyTerm, fc.array(anyFact, { maxLength: 5 }), anyVersion, (term, facts, version) => {
        const { grade, range } = gradeFromFacts(term, facts, version)
        expect([grade, ...(range ?? [])]).not.toContain(5)
      }),
    )
  })

  test('a further fact of greater gravity never lowers the grade that is certain', () => {
    const floor = (graded: ReturnType<typeof gradeFromFacts>) => graded.grade ?? graded.range?.[0] ?? 0
    fc.assert(
      fc.property(anyTerm, fc.array(stoolsAndCare, { maxLength: 3 }), anyVersion, (term, facts, version) => {
        const before = gradeFromFacts(term, facts, version)
        const after = gradeFromFacts(term, [...facts, { type: 'consequence', what: 'life-threatening' }], version)
        expect(floor(after)).toBeGreaterThanOrEqual(floor(before))
      }),
    )
  })
  const stoolsAndCare = fc.oneof(
    fc.integer({ min: 0, max: 20 }).map(stools),
    fc.constantFrom('oxygen', 'hospitalisation').map((kind) => given(kind)),
  )
})

describe('laboratory values in the text', () => {
  test('exactly 3 × ULN in a note is grade 1, above it grade 2', () => {
    const alt = (timesUln: number) =>
      gradeFromFacts('alt-increased', [{ type: 'lab', analyte: 'alt', timesUln }], '5.0').grade
    expect(alt(3)).toBe(1)
    expect(alt(3.1)).toBe(2)
  })

  test('an enzyme without unit and limits is compared with the textbook limit', () => {
    expect(gradeFromFacts('ast-increased', [{ type: 'lab', analyte: 'ast', value: 890 }], '5.0').grade).toBe(4)
  })

  test('a creatinine of 180 without unit is not taken for mg/dL', () => {
    expect(
      gradeFromFacts('creatinine-increased', [{ type: 'lab', analyte: 'creatinine', value: 180 }], '5.0').grade,
    ).toBeNull()
    const molar: Fact = { type: 'lab', analyte: 'creatinine', value: 180, unit: 'umol/L' }
    expect(gradeFromFacts('creatinine-increased', [molar], '5.0').grade).toBe(2)
  })

  test('the symptoms of the text decide the lipase', () => {
    const lipase: Fact = { type: 'lab', analyte: 'lipase', timesUln: 6 }
    expect(gradeFromFacts('lipase-increased', [lipase], '5.0')).toMatchObject({ grade: null, range: [3, 4] })
    expect(gradeFromFacts('lipase-increased', [lipase, symptoms('none')], '5.0').grade).toBe(3)
    expect(gradeFromFacts('lipase-increased', [lipase, symptoms('moderate', 'epigastric pain')], '5.0').grade).toBe(4)
  })

  test('2.5 × the own baseline makes creatinine grade 2', () => {
    expect(
      gradeFromFacts('creatinine-increased', [{ type: 'lab', analyte: 'creatinine', timesBaseline: 2.5 }], '5.0').grade,
    ).toBe(2)
  })
})
