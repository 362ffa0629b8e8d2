import { expect, test } from 'vitest'
import type { Fact } from '#fhir-mappings/fact.ts'
import { readText } from '#server/agents/embedded/embedded-reader.ts'

const factsOf = (text: string, term: string): readonly Fact[] =>
  readText({ text, ici: { agents: ['nivolumab'] } }).claims.find((claim) => claim.term === term)?.facts ?? []
const without = (fact: Fact) => ({ ...fact, at: undefined })

test.each([
  ['6 loose stools a day since Monday', 'stools per day', 6],
  ['8-10 watery stools daily', 'stools per day', 10],
  ['diarrhea x6/day', 'stools per day', 6],
  ['loose BMs 7 times a day', 'stools per day', 7],
  ['eight loose stools per day', 'stools per day', 8],
  ['diarrhea, 9 stools a day over baseline', 'stools per day over baseline', 9],
  ['diarrhea with 9 stools a day (baseline 2)', 'stools per day over baseline', 7],
  ['8 loose stools per day over baseline for 5 days', 'stools per day over baseline', 8],
])('"%s" counts %s %i', (text, what, value) => {
  expect(factsOf(`${text}.`, 'diarrhea').map(without)).toContainEqual({ type: 'count', what, value, at: undefined })
})

test('days, doses and cycles are no stool counts', () => {
  for (const text of ['Diarrhea for 5 days.', 'Diarrhea after cycle 7 a week ago.', 'Diarrhea, loperamide 2 mg daily.'])
    expect(factsOf(text, 'diarrhea').filter(({ type }) => type === 'count')).toEqual([])
})

test.each([
  ['Maculopapular rash over 20% BSA.', 20],
  ['Rash, BSA 35 percent.', 35],
  ['Rash of the trunk covering 15 % of body surface area.', 15],
  ['Rash on <10% BSA.', 9],
])('"%s" covers %i per cent', (text, percent) => {
  expect(factsOf(text, 'rash-maculopapular').map(without)).toContainEqual({ type: 'bsa', percent, at: undefined })
})

test.each([
  ['Pneumonitis, now on 4L NC.', 'pneumonitis', { type: 'intervention', kind: 'oxygen', state: 'indicated' }],
  [
    'Pneumonitis. No oxygen requirement.',
    'pneumonitis',
    { type: 'intervention', kind: 'oxygen', state: 'not-indicated' },
  ],
  ['Colitis, admitted to the ward.', 'colitis', { type: 'intervention', kind: 'hospitalisation', state: 'indicated' }],
  [
    'Colitis. Admission advised, patient went home.',
    'colitis',
    { type: 'intervention', kind: 'hospitalisation', state: 'indicated' },
  ],
  ['Myocarditis, transferred to the CCU.', 'myocarditis', { type: 'intervention', kind: 'icu', state: 'indicated' }],
  ['Colitis with blood in the stool.', 'colitis', { type: 'finding', what: 'blood in stool' }],
  ['Arthritis, trouble opening jars.', 'arthritis', { type: 'adl', level: 'instrumental' }],
  ['Myositis, needs help with dressing.', 'myositis', { type: 'adl', level: 'self-care' }],
  [
    'Hypothyroidism, started levothyroxine.',
    'hypothyroidism',
    { type: 'intervention', kind: 'thyroid-replacement', state: 'indicated' },
  ],
  ['Uveitis, vision 20/50 right.', 'uveitis', { type: 'measure', what: 'best corrected vision', value: 0.4 }],
  ['Severe colitis.', 'colitis', { type: 'symptom', severity: 'severe' }],
  ['Panuveitis of both eyes.', 'uveitis', { type: 'finding', what: 'intermediate, posterior or panuveitis' }],
  ['Colitis, infliximab given.', 'colitis', { type: 'intervention', kind: 'immunosuppressant', state: 'initiated' }],
] as const)('"%s" gives a fact for %s', (text, term, fact) => {
  expect(factsOf(text, term).map(without)).toContainEqual({ ...fact, at: undefined })
})

test('laboratory values carry their multiple of the limit and of the baseline', () => {
  expect(factsOf('Hepatitis: ALT 412 U/L (ULN 40), bilirubin 1.0.', 'hepatitis').map(without)).toContainEqual({
    type: 'lab',
    analyte: 'alt',
    value: 412,
    unit: 'U/L',
    timesUln: 10.3,
    at: undefined,
  })
  expect(factsOf('Hepatitis with AST/ALT 245/312.', 'hepatitis').map(without)).toContainEqual({
    type: 'lab',
    analyte: 'ast',
    value: 245,
    at: undefined,
  })
  expect(factsOf('Hepatitis, LFTs 6-8x ULN.', 'hepatitis').map(without)).toContainEqual({
    type: 'lab',
    analyte: 'alt',
    timesUln: 8,
    at: undefined,
  })
  expect(factsOf('AKI: Cr 0.9 -> 3.8 over 4 weeks.', 'aki').map(without)).toContainEqual({
    type: 'lab',
    analyte: 'creatinine',
    value: 3.8,
    timesBaseline: 4.22,
    at: undefined,
  })
  expect(factsOf('ITP, plt 8K.', 'immune-thrombocytopenia').map(without)).toContainEqual({
    type: 'lab',
    analyte: 'platelets',
    value: 8,
    unit: '10*3/uL',
    at: undefined,
  })
})

test('negated, hypothetical and earlier facts grade nothing', () => {
  for (const text of [
    'Colitis without blood in the stool.',
    'Colitis. Call if blood in the stool.',
    'Colitis; history of rectal bleeding years ago.',
  ])
    expect(factsOf(text, 'colitis').filter(({ type }) => type === 'finding')).toEqual([])
})

test('every fact points at its words', () => {
  const text =
    'Immune colitis with 9 stools a day over baseline and blood in the stool, admitted, methylprednisolone started.'
  for (const { at } of factsOf(text, 'colitis')) expect(text.slice(at?.start, at?.end).trim()).not.toBe('')
})
