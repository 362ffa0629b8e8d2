import { describe, expect, test } from 'vitest'
import { Proposal } from '#fhir-mappings/finding.ts'
import { noteOf, proposedFor, resultOf, seriesOf } from './charts.ts'

const normal = resultOf('2026-02-20', 30)
const high = resultOf('2026-04-09', 240)

describe('a laboratory value alone', () => {
  test('an ALT of 6 × ULN after the first infusion is proposed as grade 3, suspected and of uncertain cause', () => {
    const { proposals } = proposedFor({ laboratory: [seriesOf(normal, high)] })
    expect(proposals).toHaveLength(1)
    expect(Proposal.parse(proposals[0])).toMatchObject({
      term: 'alt-increased',
      grade: 3,
      gradeBasis: 'laboratory',
      status: 'suspected',
      certainty: 'suspected',
      attribution: 'uncertain',
      reportedBy: 'laboratory',
      quotes: [],
    })
    expect(proposals[0]?.laboratory).toMatchObject([
      {
        reference: 'Observation/alt-2026-04-09',
        baseline: { value: 30, takenAt: '2026-02-20T07:00:00Z', abnormal: false },
      },
    ])
  })

  test('the peak of the course is carried, though the last value is normal again', () => {
    const series = seriesOf(normal, resultOf('2026-03-20', 90), high, resultOf('2026-05-20', 35))
    expect(proposedFor({ laboratory: [series] }).proposals).toMatchObject([{ grade: 3, laboratory: [{ value: 240 }] }])
  })

  test('an elevation that was there before the first infusion and did not grow is not new', () => {
    const series = seriesOf(resultOf('2026-02-20', 150), resultOf('2026-04-09', 160))
    expect(proposedFor({ laboratory: [series] }).proposals).toEqual([])
  })

  test('from an abnormal baseline the multiples of the baseline decide: 150 to 600 is grade 2', () => {
    const series = seriesOf(resultOf('2026-02-20', 150), resultOf('2026-04-09', 600))
    expect(proposedFor({ laboratory: [series] }).proposals).toMatchObject([
      { grade: 2, laboratory: [{ baseline: { value: 150, abnormal: true } }] },
    ])
  })

  test('an anemia of the same grade as before is not proposed, one a grade worse is', () => {
    const hemoglobin = (day: string, value: number) =>
      resultOf(day, value, { analyte: 'hemoglobin', unit: 'g/dL', lln: 12, uln: 16 })
    const same = proposedFor({ laboratory: [seriesOf(hemoglobin('2026-02-20', 9), hemoglobin('2026-04-09', 8.5))] })
    expect(same).toEqual({ proposals: [], notProposed: { 'not-worse-than-before': 1 } })
    const worse = proposedFor({ laboratory: [seriesOf(hemoglobin('2026-02-20', 9), hemoglobin('2026-04-09', 7.5))] })
    expect(worse.proposals).toMatchObject([{ term: 'anemia', grade: 3 }])
  })

  test('a value of the day of the first infusion was drawn before it', () => {
    expect(proposedFor({ laboratory: [seriesOf(resultOf('2026-03-02', 240))] }).proposals).toEqual([])
  })

  test('without any dose there is nothing to suspect, and an order is not a dose', () => {
    const laboratory = [seriesOf(normal, high)]
    expect(proposedFor({ laboratory, infusions: [] }).proposals).toEqual([])
    const ordered = {
      reference: 'MedicationRequest/m',
      patient: 'Patient/p1',
      agents: ['nivolumab'],
      givenOn: '2026-03-02',
    }
    const infusions = [{ ...ordered, exposure: 'ordered', partial: false, recognisedBy: 'code' } as const]
    expect(proposedFor({ laboratory, infusions }).proposals).toEqual([])
  })

  test('an analyte that raises no irAE term stays silent', () => {
    const sodium = seriesOf(resultOf('2026-04-09', 118, { analyte: 'sodium', unit: 'mmol/L', lln: 135, uln: 145 }))
    expect(proposedFor({ laboratory: [sodium] }).proposals).toEqual([])
  })

  test('a lipase of 3 × ULN alone leaves grades 2 to 3 open, and asks for the symptoms', () => {
    const lipase = seriesOf(resultOf('2026-04-09', 180, { analyte: 'lipase', uln: 60 }))
    expect(proposedFor({ laboratory: [lipase] }).proposals).toMatchObject([
      { term: 'lipase-increased', grade: null, range: [2, 3], missing: ['the symptoms'] },
    ])
  })

  test('CTCAE v6 knows no CK term, so a CK alone is not proposed under v6', () => {
    const laboratory = [seriesOf(resultOf('2026-04-09', 4000, { analyte: 'ck', uln: 200 }))]
    expect(proposedFor({ laboratory }).proposals).toMatchObject([{ term: 'cpk-increased', grade: 4 }])
    expect(proposedFor({ laboratory, version: '6.0' }).proposals).toEqual([])
  })

  test('limits from a textbook are said', () => {
    const { proposals } = proposedFor({
      laboratory: [seriesOf(resultOf('2026-04-09', 240, { limitsFrom: 'textbook' }))],
    })
    expect(proposals[0]?.gradeWhy).toContain('textbook')
  })

  test('a baseline in another unit is converted before it is compared', () => {
    const creatinine = (day: string, value: number, unit: string, uln: number) =>
      resultOf(day, value, { analyte: 'creatinine', unit, uln, lln: 0.1 })
    const series = seriesOf(creatinine('2026-02-20', 0.9, 'mg/dL', 1.2), creatinine('2026-04-09', 180, 'umol/L', 106))
    const { proposals } = proposedFor({ laboratory: [series] })
    expect(proposals).toMatchObject([{ term: 'creatinine-increased', grade: 2 }])
    expect(proposals[0]?.laboratory[0]?.baseline?.value).toBeCloseTo(79.6, 1)
  })
})

describe('results that never count', () => {
  test('a haemolysed sample', () => {
    const series = seriesOf(normal, resultOf('2026-04-09', 890, { unreliable: 'haemolysed' }))
    expect(proposedFor({ laboratory: [series] })).toEqual({ proposals: [], notProposed: { unreliable: 1 } })
  })

  test.each(['cancelled', 'entered-in-error', 'registered'] as const)('a result that is %s', (status) => {
    const series = seriesOf(normal, resultOf('2026-04-09', 890, { status }))
    expect(proposedFor({ laboratory: [series] })).toEqual({ proposals: [], notProposed: { retracted: 1 } })
  })

  test('a result dated more than a day ahead, while one of an hour ahead is only a clock', () => {
    const dated = (takenAt: string) => proposedFor({ laboratory: [seriesOf(normal, { ...high, takenAt })] }).proposals
    expect(dated('2026-07-05T00:00:00Z')).toEqual([])
    expect(dated('2026-07-01T01:00:00Z')).toMatchObject([{ grade: 3 }])
  })

  test('a corrected result replaces the one it corrects', () => {
    const corrected = resultOf('2026-04-09', 31, { version: '2', status: 'corrected' })
    expect(proposedFor({ laboratory: [seriesOf(normal, resultOf('2026-04-09', 890), corrected)] }).proposals).toEqual(
      [],
    )
    const upwards = resultOf('2026-04-09', 890, { version: '2', status: 'corrected' })
    expect(
      proposedFor({ laboratory: [seriesOf(normal, resultOf('2026-04-09', 31), upwards)] }).proposals,
    ).toMatchObject([{ grade: 4 }])
  })

  test('an unreliable baseline is no baseline', () => {
    const series = seriesOf(resultOf('2026-02-20', 200, { unreliable: 'haemolysed' }), high)
    const { proposals } = proposedFor({ laboratory: [series] })
    expect(proposals).toMatchObject([{ grade: 3 }])
    expect(proposals[0]?.laboratory[0]?.baseline).toBeUndefined()
  })
})

describe('what a clinician says of a value', () => {
  const metastases = noteOf('2026-04-10', 'ALT rise from new liver metastases.', {
    term: 'alt-increased',
    words: 'ALT rise from new liver metastases',
    attribution: 'other',
  })

  test('another cause named after the value silences it', () => {
    expect(proposedFor({ readings: [metastases], laboratory: [seriesOf(normal, high)] }).proposals).toEqual([])
  })

  test('a later value speaks again only when it is worse than what was explained', () => {
    const same = seriesOf(normal, high, resultOf('2026-05-01', 300))
    const worse = seriesOf(normal, high, resultOf('2026-05-01', 900))
    expect(proposedFor({ readings: [metastases], laboratory: [same] }).proposals).toEqual([])
    expect(proposedFor({ readings: [metastases], laboratory: [worse] }).proposals).toMatchObject([{ grade: 4 }])
  })

  test('a viral hepatitis explains the enzymes as well', () => {
    const viral = noteOf('2026-04-10', 'Hepatitis B flare.', {
      term: 'hepatitis',
      words: 'Hepatitis B flare',
      attribution: 'other',
    })
    expect(proposedFor({ readings: [viral], laboratory: [seriesOf(normal, high)] }).proposals).toEqual([])
  })

  test('the note that names the value and the value are one proposal', () => {
    const named = noteOf('2026-04-10', 'ALT up, grade 2, hold.', {
      term: 'alt-increased',
      words: 'ALT up, grade 2',
      grade: 2,
    })
    expect(proposedFor({ readings: [named], laboratory: [seriesOf(normal, high)] }).proposals).toMatchObject([
      {
        term: 'alt-increased',
        grade: 3,
        reportedBy: 'clinician',
        attribution: 'immunotherapy',
        laboratory: [{ value: 240 }],
      },
    ])
  })
})

describe('thyroid', () => {
  const tsh = (day: string, value: number) =>
    resultOf(day, value, { analyte: 'tsh', unit: 'm[IU]/L', lln: 0.4, uln: 4.5 })
  const ft4 = (day: string, value: number) =>
    resultOf(day, value, { analyte: 'ft4', unit: 'ng/dL', lln: 0.8, uln: 1.8 })

  test('a TSH of 45 alone is TSH increased, grade 1, the only grade that exists', () => {
    const { proposals } = proposedFor({ laboratory: [seriesOf(tsh('2026-02-20', 2), tsh('2026-04-09', 45))] })
    expect(proposals).toMatchObject([{ term: 'tsh-increased', grade: 1 }])
  })

  test('with a low free T4 it is hypothyroidism, grades 1 to 2 open', () => {
    const laboratory = [seriesOf(tsh('2026-02-20', 2), tsh('2026-04-09', 45)), seriesOf(ft4('2026-04-10', 0.4))]
    const { proposals } = proposedFor({ laboratory })
    expect(proposals).toMatchObject([{ term: 'hypothyroidism', grade: null, range: [1, 2] }])
    expect(proposals[0]?.laboratory.map(({ analyte }) => analyte)).toEqual(['tsh', 'ft4'])
  })

  test('a low TSH with a high free T4 is thyrotoxicosis, a low TSH with a low free T4 is not called thyroid', () => {
    const low = seriesOf(tsh('2026-02-20', 2), tsh('2026-04-09', 0.01))
    expect(proposedFor({ laboratory: [low, seriesOf(ft4('2026-04-09', 3.2))] }).proposals).toMatchObject([
      { term: 'hyperthyroidism' },
    ])
    expect(proposedFor({ laboratory: [low, seriesOf(ft4('2026-04-09', 0.3))] }).proposals).toEqual([])
  })

  test('a thyroid that failed before the first infusion is no new event', () => {
    const laboratory = [seriesOf(tsh('2026-02-20', 20), tsh('2026-04-09', 22)), seriesOf(ft4('2026-04-09', 0.4))]
    expect(proposedFor({ laboratory }).proposals).toEqual([])
  })

  test('hypothyroidism in a note takes the TSH as its evidence', () => {
    const noted = noteOf('2026-04-12', 'Hypothyroidism, start levothyroxine.', {
      term: 'hypothyroidism',
      words: 'Hypothyroidism',
      facts: [{ type: 'intervention', kind: 'thyroid-replacement', state: 'initiated' }],
    })
    const { proposals } = proposedFor({
      readings: [noted],
      laboratory: [seriesOf(tsh('2026-02-20', 2), tsh('2026-04-09', 45))],
    })
    expect(proposals).toMatchObject([
      { term: 'hypothyroidism', grade: 2, gradeBasis: 'derived', laboratory: [{ value: 45 }] },
    ])
  })
})
