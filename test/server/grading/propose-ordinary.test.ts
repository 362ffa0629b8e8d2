import { describe, expect, test } from 'vitest'
import { noteOf, proposedFor, resultOf, seriesOf } from './charts.ts'

const creatinine = (day: string, value: number) =>
  resultOf(day, value, { analyte: 'creatinine', unit: 'mg/dL', lln: 0.6, uln: 1.2 })

describe('a laboratory change that is none', () => {
  test('a grade 1 that is back as before treatment passed by itself, and is counted', () => {
    const passing = seriesOf(creatinine('2026-02-20', 1), creatinine('2026-04-09', 1.4), creatinine('2026-04-20', 1))
    expect(proposedFor({ laboratory: [passing] })).toEqual({ proposals: [], notProposed: { 'passed-by-itself': 1 } })
  })

  test('a grade 1 that stays is proposed', () => {
    const staying = seriesOf(creatinine('2026-02-20', 1), creatinine('2026-04-09', 1.4), creatinine('2026-04-20', 1.4))
    expect(proposedFor({ laboratory: [staying] }).proposals).toMatchObject([{ term: 'creatinine-increased', grade: 1 }])
  })

  test('a grade 3 is proposed though it passed', () => {
    const gone = seriesOf(creatinine('2026-02-20', 1), creatinine('2026-04-09', 4), creatinine('2026-05-20', 1))
    expect(proposedFor({ laboratory: [gone] }).proposals).toMatchObject([{ term: 'creatinine-increased', grade: 3 }])
  })

  test('a step over a limit within the ordinary variation of a stable patient is not worse than before', () => {
    const stable = seriesOf(creatinine('2026-02-20', 1.7), creatinine('2026-04-09', 1.9))
    expect(proposedFor({ laboratory: [stable] })).toEqual({
      proposals: [],
      notProposed: { 'not-worse-than-before': 1 },
    })
  })
})

describe('one event, one proposal', () => {
  const terms = (...said: readonly (readonly [term: string, words: string])[]) =>
    proposedFor({
      readings: [
        noteOf(
          '2026-04-10',
          said.map(([, words]) => words).join('. '),
          ...said.map(([term, words]) => ({ term, words })),
        ),
      ],
    }).proposals.map(({ term }) => term)

  test('loose stools of a named colitis are its evidence', () => {
    expect(terms(['diarrhea', 'Eight stools'], ['colitis', 'Immune colitis'])).toEqual(['colitis'])
  })

  test('the enzymes of an inflamed muscle are its evidence', () => {
    expect(terms(['ast-increased', 'AST 210'], ['myositis', 'Myositis'])).toEqual(['myositis'])
  })

  test('the bilirubin of a haemolysis is its evidence and does not grade it', () => {
    expect(terms(['bilirubin-increased', 'Icteric'], ['hemolytic-anemia', 'Haemolysis'])).toEqual(['hemolytic-anemia'])
  })

  test('a kidney injury and its creatinine go with the nephritis that explains both', () => {
    const readings = [
      noteOf(
        '2026-04-10',
        'AKI. Interstitial nephritis.',
        { term: 'aki', words: 'AKI' },
        { term: 'nephritis', words: 'Interstitial nephritis' },
      ),
    ]
    const laboratory = [seriesOf(creatinine('2026-02-20', 1), creatinine('2026-04-09', 4))]
    const { proposals } = proposedFor({ readings, laboratory })
    expect(proposals).toMatchObject([{ term: 'nephritis', grade: 3, gradeBasis: 'laboratory' }])
  })

  test('an itch beside a psoriasis stays an event of its own', () => {
    expect(terms(['pruritus', 'Itch'], ['psoriasis-lichenoid-eczema', 'Psoriasis'])).toHaveLength(2)
  })
})

describe('what a number in a note means', () => {
  const explained = noteOf('2026-04-10', 'ALT rise is from the metastases.', {
    term: 'alt-increased',
    words: 'ALT rise',
    attribution: 'other',
  })
  const bare = noteOf('2026-04-17', 'ALT 163 before the infusion.', {
    term: 'alt-increased',
    words: 'ALT 163',
    status: 'suspected',
    attribution: 'uncertain',
    certainty: 'suspected',
    reportedBy: 'laboratory',
  })

  test('a later bare value does not take back the cause that a clinician named', () => {
    expect(proposedFor({ readings: [explained, bare] })).toEqual({ proposals: [], notProposed: { 'other-cause': 2 } })
  })

  test('a value alone, without any cause before, is proposed', () => {
    expect(proposedFor({ readings: [bare] }).proposals).toHaveLength(1)
  })

  test('without a unit it is read in the unit of the chart: a bilirubin of 19 umol/L is no grade 4', () => {
    const hepatitis = noteOf('2026-04-10', 'Immune hepatitis, bilirubin 19.', {
      term: 'hepatitis',
      words: 'Immune hepatitis',
      facts: [{ type: 'lab', analyte: 'bilirubin-total', value: 19 }],
    })
    const chart = seriesOf(resultOf('2026-02-20', 10, { analyte: 'bilirubin-total', unit: 'umol/L', lln: 3, uln: 21 }))
    const gradeWith = (laboratory: readonly ReturnType<typeof seriesOf>[]) =>
      proposedFor({ readings: [hepatitis], laboratory }).proposals[0]?.grade
    expect(gradeWith([])).toBe(4)
    expect(gradeWith([chart])).toBeNull()
  })

  test('of two claims of equal weight the one with a settled grade is carried', () => {
    const said = noteOf('2026-04-10', 'Hypophysitis grade 2.', {
      term: 'hypophysitis',
      words: 'Hypophysitis',
      grade: 2,
    })
    const later = noteOf('2026-05-10', 'Hypophysitis, headache.', {
      term: 'hypophysitis',
      words: 'Hypophysitis',
      facts: [{ type: 'symptom', severity: 'moderate', what: 'headache' }],
    })
    expect(proposedFor({ readings: [said, later] }).proposals).toMatchObject([{ grade: 2 }])
  })
})
