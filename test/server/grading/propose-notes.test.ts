import { describe, expect, test } from 'vitest'
import { Proposal } from '#fhir-mappings/finding.ts'
import { noteOf, proposedFor, resultOf, seriesOf } from './charts.ts'

const colitis = noteOf('2026-04-10', 'Grade 2 colitis on pembrolizumab, started prednisone.', {
  term: 'colitis',
  words: 'Grade 2 colitis',
  grade: 2,
})

describe('from a note to a proposal', () => {
  test('a stated colitis becomes one proposal, its quote bound to version and hash of the note', () => {
    const { proposals } = proposedFor({ readings: [colitis] })
    expect(proposals).toHaveLength(1)
    expect(Proposal.parse(proposals[0])).toMatchObject({
      term: 'colitis',
      status: 'present',
      grade: 2,
      gradeBasis: 'stated',
      ctcaeVersion: '5.0',
      attribution: 'immunotherapy',
      certainty: 'confirmed',
      reportedBy: 'clinician',
      reader: { name: 'test-reader', version: '1' },
    })
    expect(proposals[0]?.quotes[0]).toMatchObject({
      source: colitis.note.reference,
      version: '1',
      sha256: colitis.note.sha256,
      text: 'Grade 2 colitis',
    })
  })

  test('the same event in many notes is one proposal with the worst grade of the episode', () => {
    const worse = noteOf('2026-04-14', 'Colitis now grade 3, admitted.', {
      term: 'colitis',
      words: 'Colitis now grade 3',
      grade: 3,
    })
    const better = noteOf('2026-04-20', 'Colitis back to grade 1.', {
      term: 'colitis',
      words: 'Colitis back to grade 1',
      grade: 1,
    })
    const { proposals } = proposedFor({ readings: [better, colitis, worse] })
    expect(proposals).toHaveLength(1)
    expect(proposals[0]?.grade).toBe(3)
    expect(proposals[0]?.quotes.map(({ source }) => source)).toEqual([
      better.note.reference,
      worse.note.reference,
      colitis.note.reference,
    ])
  })

  test('a claim whose words are not in the note is withheld and counted', () => {
    const invented = noteOf('2026-04-10', 'All well.', { term: 'colitis', words: 'severe colitis' })
    const { proposals, notProposed } = proposedFor({ readings: [invented] })
    expect(proposals).toEqual([])
    expect(notProposed).toEqual({ 'quote-not-found': 1 })
  })

  test('abstention is a proposal with its reason: pneumonitis without any fact has no grade', () => {
    const bare = noteOf('2026-04-10', 'Pneumonitis.', { term: 'pneumonitis', words: 'Pneumonitis' })
    expect(proposedFor({ readings: [bare] }).proposals[0]).toMatchObject({
      term: 'pneumonitis',
      grade: null,
      gradeBasis: null,
    })
  })

  test.each([
    ['historical', 'historical'],
    ['negated', 'negated'],
    ['hypothetical', 'hypothetical'],
    ['family', 'family'],
  ] as const)('a %s event is not proposed, and counted as that', (status, reason) => {
    const read = noteOf('2026-04-10', 'Something about colitis.', { term: 'colitis', words: 'colitis', status })
    expect(proposedFor({ readings: [read] })).toEqual({ proposals: [], notProposed: { [reason]: 1 } })
  })

  test('an event of another cause is not proposed', () => {
    const read = noteOf('2026-04-10', 'C. difficile colitis.', {
      term: 'colitis',
      words: 'C. difficile colitis',
      attribution: 'other',
    })
    expect(proposedFor({ readings: [read] })).toEqual({ proposals: [], notProposed: { 'other-cause': 1 } })
  })

  test('an event before the first infusion cannot be its effect', () => {
    const early = noteOf('2026-02-01', 'Diarrhea for two days.', {
      term: 'diarrhea',
      words: 'Diarrhea',
      attribution: 'uncertain',
    })
    expect(proposedFor({ readings: [early] })).toEqual({ proposals: [], notProposed: { 'before-first-infusion': 1 } })
  })

  test('a note of the future is not believed', () => {
    const later = noteOf('2026-08-01', 'Colitis.', { term: 'colitis', words: 'Colitis' })
    expect(proposedFor({ readings: [later] }).notProposed).toEqual({ 'in-the-future': 1 })
  })
})

describe('the newest statement of a clinician', () => {
  const suspected = noteOf('2026-04-10', 'Likely immune colitis.', {
    term: 'colitis',
    words: 'Likely immune colitis',
    status: 'suspected',
    certainty: 'suspected',
  })

  test('"ruled out" later withdraws a suspicion', () => {
    const ruledOut = noteOf('2026-04-12', 'No colitis at endoscopy.', {
      term: 'colitis',
      words: 'No colitis',
      status: 'negated',
    })
    const { proposals, notProposed } = proposedFor({ readings: [suspected, ruledOut] })
    expect(proposals).toEqual([])
    expect(notProposed).toEqual({ withdrawn: 1, negated: 1 })
  })

  test('"no colitis" weeks after a confirmed one says that it is over, not that it never was', () => {
    const over = noteOf('2026-05-20', 'No colitis.', { term: 'colitis', words: 'No colitis', status: 'negated' })
    expect(proposedFor({ readings: [colitis, over] }).proposals).toMatchObject([{ term: 'colitis', grade: 2 }])
  })

  test('another cause named later withdraws a confirmed event as well', () => {
    const infection = noteOf('2026-04-12', 'Colitis was C. difficile.', {
      term: 'colitis',
      words: 'Colitis was C. difficile',
      attribution: 'other',
    })
    expect(proposedFor({ readings: [colitis, infection] }).proposals).toEqual([])
  })

  test('a relapse after that stands again', () => {
    const infection = noteOf('2026-04-12', 'C. difficile colitis.', {
      term: 'colitis',
      words: 'C. difficile colitis',
      attribution: 'other',
    })
    const relapse = noteOf('2026-06-01', 'Immune colitis, biopsy proven.', { term: 'colitis', words: 'Immune colitis' })
    expect(proposedFor({ readings: [suspected, infection, relapse] }).proposals).toMatchObject([{ term: 'colitis' }])
  })

  test('what the patient denies takes nothing back', () => {
    const denied = noteOf('2026-04-12', 'Denies colitis.', {
      term: 'colitis',
      words: 'colitis',
      status: 'negated',
      reportedBy: 'patient',
    })
    expect(proposedFor({ readings: [suspected, denied] }).proposals).toHaveLength(1)
  })

  test('a template line of the same note does not take back its assessment', () => {
    const both = noteOf(
      '2026-04-10',
      'ROS: no colitis. A/P: colitis, hold cycle 5.',
      { term: 'colitis', words: 'colitis, hold cycle 5', status: 'suspected', certainty: 'suspected' },
      { term: 'colitis', words: 'no colitis', status: 'negated' },
    )
    expect(proposedFor({ readings: [both] }).proposals).toMatchObject([{ term: 'colitis', status: 'suspected' }])
  })
})

describe('laboratory values that a syndrome explains', () => {
  const hepatitis = noteOf('2026-04-10', 'Immune hepatitis, grade 2.', {
    term: 'hepatitis',
    words: 'hepatitis, grade 2',
    grade: 2,
  })
  const alt = seriesOf(resultOf('2026-02-20', 30), resultOf('2026-04-09', 240))

  test('hepatitis in the note and an ALT of 6 × ULN: one proposal, the higher grade 3 from the laboratory', () => {
    const { proposals } = proposedFor({ readings: [hepatitis], laboratory: [alt] })
    expect(proposals).toHaveLength(1)
    expect(proposals[0]).toMatchObject({ term: 'hepatitis', grade: 3, gradeBasis: 'laboratory' })
    expect(proposals[0]?.laboratory.map(({ reference }) => reference)).toEqual(['Observation/alt-2026-04-09'])
    expect(proposals[0]?.gradeWhy).toContain('The author wrote grade 2.')
  })

  test('the enzyme that another note names is the syndrome’s evidence, its words included', () => {
    const enzyme = noteOf('2026-04-08', 'ALT rising.', {
      term: 'alt-increased',
      words: 'ALT rising',
      facts: [{ type: 'lab', analyte: 'alt', timesUln: 9 }],
    })
    const { proposals, notProposed } = proposedFor({ readings: [enzyme, hepatitis] })
    expect(proposals).toMatchObject([{ term: 'hepatitis', grade: 3 }])
    expect(proposals[0]?.quotes.map(({ text }) => text)).toContain('ALT rising')
    expect(notProposed).toEqual({ 'part-of-a-syndrome': 1 })
  })

  test('a CK is shown beside a myositis and does not grade it', () => {
    const myositis = noteOf('2026-04-10', 'Myositis, severe weakness.', {
      term: 'myositis',
      words: 'Myositis',
      facts: [{ type: 'symptom', severity: 'severe', what: 'weakness' }],
    })
    const ck = seriesOf(resultOf('2026-04-09', 4000, { analyte: 'ck', uln: 200 }))
    const { proposals } = proposedFor({ readings: [myositis], laboratory: [ck] })
    expect(proposals).toMatchObject([{ term: 'myositis', grade: 3, gradeBasis: 'derived' }])
    expect(proposals[0]?.gradeWhy).toContain('Beside it: CK 4000 U/L')
    expect(proposals[0]?.laboratory).toHaveLength(1)
  })

  test('a raised lipase in the chart makes a bare pancreatitis grade 2', () => {
    const pancreatitis = noteOf('2026-04-10', 'Pancreatitis.', { term: 'pancreatitis', words: 'Pancreatitis' })
    const lipase = seriesOf(resultOf('2026-04-09', 300, { analyte: 'lipase', uln: 60 }))
    expect(proposedFor({ readings: [pancreatitis], laboratory: [lipase] }).proposals).toMatchObject([
      { term: 'pancreatitis', grade: 2 },
    ])
  })
})
