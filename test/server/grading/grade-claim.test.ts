import { describe, expect, test } from 'vitest'
import type { Claim } from '#fhir-mappings/claim.ts'
import { gradeClaim } from '#server/grading/grade-claim.ts'

const at = { start: 0, end: 4, text: 'loose' }
const claim = (more: Partial<Claim> & { term: string }): Claim => ({
  status: 'present',
  attribution: 'immunotherapy',
  certainty: 'confirmed',
  reportedBy: 'clinician',
  stated: null,
  facts: [],
  quotes: [at],
  why: [],
  ...more,
})
const v5 = { version: '5.0' } as const

describe('stated and derived grade are kept apart, the higher is carried', () => {
  test('"grade 1 diarrhea, 9 stools a day over baseline" is carried as grade 3, and the conflict is said', () => {
    const graded = gradeClaim(
      claim({
        term: 'diarrhea',
        stated: { grade: 1, at },
        facts: [{ type: 'count', what: 'stools per day over baseline', value: 9 }],
      }),
      v5,
    )
    expect(graded).toMatchObject({ grade: 3, gradeBasis: 'derived' })
    expect(graded.why).toContain('The author wrote grade 1.')
    expect(graded.why).toContain('The higher one is carried.')
  })

  test('a stated grade above the derived one stays stated', () => {
    const graded = gradeClaim(
      claim({
        term: 'diarrhea',
        stated: { grade: 3, at },
        facts: [{ type: 'count', what: 'stools per day over baseline', value: 4 }],
      }),
      v5,
    )
    expect(graded).toMatchObject({ grade: 3, gradeBasis: 'stated' })
    expect(graded.why).toContain('Grade 2')
  })

  test('where they agree nothing is said of a conflict', () => {
    const graded = gradeClaim(
      claim({
        term: 'diarrhea',
        stated: { grade: 2, at },
        facts: [{ type: 'count', what: 'stools per day over baseline', value: 4 }],
      }),
      v5,
    )
    expect(graded).toMatchObject({ grade: 2, gradeBasis: 'stated', why: 'The author wrote grade 2.' })
  })

  test('a stated range gives its upper end with the range beside it', () => {
    const graded = gradeClaim(claim({ term: 'colitis', stated: { grade: 3, range: [2, 3], at } }), v5)
    expect(graded).toMatchObject({ grade: 3, range: [2, 3], gradeBasis: 'stated' })
  })

  test('facts that leave 2 to 3 open above a stated grade 1 are carried as at least 2', () => {
    const graded = gradeClaim(
      claim({
        term: 'colitis',
        stated: { grade: 1, at },
        facts: [{ type: 'intervention', kind: 'iv-steroid', state: 'initiated' }],
      }),
      v5,
    )
    expect(graded).toMatchObject({ grade: 2, range: [2, 3], gradeBasis: 'derived' })
  })
})

test('a stated grade 2 stays, and what would make it 3 is asked for', () => {
  const graded = gradeClaim(
    claim({
      term: 'pneumonitis',
      stated: { grade: 2, at },
      facts: [
        { type: 'intervention', kind: 'oral-steroid', state: 'initiated' },
        { type: 'intervention', kind: 'hospitalisation', state: 'indicated' },
      ],
    }),
    v5,
  )
  expect(graded).toMatchObject({ grade: 2, gradeBasis: 'stated' })
  expect(graded.missing).toContain('oxygen needed')
  expect(graded.why).not.toContain('The higher one is carried')
})

describe('abstention is an answer', () => {
  test('facts that leave several grades open give a range and no grade', () => {
    const graded = gradeClaim(
      claim({ term: 'colitis', facts: [{ type: 'intervention', kind: 'iv-steroid', state: 'initiated' }] }),
      v5,
    )
    expect(graded).toMatchObject({ grade: null, range: [2, 3] })
    expect(graded.missing.length).toBeGreaterThan(0)
  })

  test('a claim without grade and facts has none, and says what to look for', () => {
    const graded = gradeClaim(claim({ term: 'pneumonitis' }), v5)
    expect(graded).toMatchObject({ grade: null, gradeBasis: null })
    expect(graded.range).toBeUndefined()
    expect(graded.why).not.toBe('')
  })

  test('a stated grade that CTCAE does not have for the term is not passed on', () => {
    const graded = gradeClaim(claim({ term: 'pancreatitis', stated: { grade: 1, at } }), v5)
    expect(graded.grade).toBeNull()
    expect(graded.why).toContain('has no grade 1')
  })

  test('an earlier episode, a denied one and a foreseen one have no grade', () => {
    for (const status of ['historical', 'negated', 'hypothetical', 'family'] as const)
      expect(gradeClaim(claim({ term: 'colitis', status, stated: { grade: 3, at } }), v5).grade).toBeNull()
  })

  test('a term that is not ours has no grade', () => {
    expect(gradeClaim(claim({ term: 'hypoxia', stated: { grade: 3, at } }), v5).grade).toBeNull()
  })
})

describe('laboratory values', () => {
  test('hepatitis with an ALT of 8 × ULN carries grade 3 from the laboratory', () => {
    const graded = gradeClaim(claim({ term: 'hepatitis', facts: [{ type: 'lab', analyte: 'alt', timesUln: 8 }] }), v5)
    expect(graded).toMatchObject({ grade: 3, gradeBasis: 'laboratory' })
    expect(graded.why).toContain('ALT 8 × ULN')
  })

  test('myositis is not graded by its CK; a raised lipase makes pancreatitis grade 2 and no more', () => {
    const ck = claim({ term: 'myositis', facts: [{ type: 'lab', analyte: 'ck', timesUln: 20 }] })
    const lipase = claim({ term: 'pancreatitis', facts: [{ type: 'lab', analyte: 'lipase', timesUln: 20 }] })
    expect(gradeClaim(ck, v5).grade).toBeNull()
    expect(gradeClaim(lipase, v5).grade).toBe(2)
  })

  test('AKI has no grade 2, so a creatinine of 2 × ULN does not give it one', () => {
    expect(
      gradeClaim(claim({ term: 'aki', facts: [{ type: 'lab', analyte: 'creatinine', timesUln: 2 }] }), v5).grade,
    ).toBeNull()
    expect(
      gradeClaim(claim({ term: 'aki', facts: [{ type: 'lab', analyte: 'creatinine', timesUln: 4 }] }), v5).grade,
    ).toBe(3)
  })

  test('a stated grade 2 hepatitis with a result of grade 3 is carried as grade 3', () => {
    const laboratory = {
      term: 'Alanine aminotransferase increased',
      grade: 3,
      why: 'ALT 240 U/L: grade 3.',
      missing: [],
    } as const
    const graded = gradeClaim(claim({ term: 'hepatitis', stated: { grade: 2, at } }), { ...v5, laboratory })
    expect(graded).toMatchObject({ grade: 3, gradeBasis: 'laboratory' })
    expect(graded.why).toContain('The author wrote grade 2.')
  })
})
