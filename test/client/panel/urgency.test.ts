import { expect, test } from 'vitest'
import { byUrgency, piles } from '#client/panel/urgency.ts'
import { colitis, hepatitisFromLaboratory, rejectedAsInfection } from '#test/client/panel/stories.ts'

test('the worst grade comes first', () => {
  expect(byUrgency([colitis(), hepatitisFromLaboratory()]).map(({ display }) => display)).toEqual([
    'Hepatitis',
    'Colitis',
  ])
})

test('an open range counts with its worst grade', () => {
  const open = { ...colitis({}, { grade: null, range: [1, 4] }), display: 'Myocarditis' }
  expect(byUrgency([hepatitisFromLaboratory(), open]).map(({ display }) => display)).toEqual([
    'Myocarditis',
    'Hepatitis',
  ])
})

test('of two equal grades the one that came back after a rejection comes first, then the newest', () => {
  const back = { ...colitis({ earlier: [rejectedAsInfection] }), display: 'back' }
  const newer = { ...colitis({ changedAt: '2026-03-09T00:00:00Z' }), display: 'newer' }
  expect(byUrgency([colitis(), newer, back]).map(({ display }) => display)).toEqual(['back', 'newer', 'Colitis'])
})

test('a finding waits, is signed, or is over', () => {
  const sorted = piles([
    colitis(),
    { ...colitis({ review: 'confirmed' }), display: 'confirmed' },
    { ...colitis({ review: 'rejected' }), display: 'rejected' },
    { ...colitis({ withdrawn: 'The note was retracted.' }), display: 'withdrawn' },
    { ...colitis({ review: 'changed', closed: { by: 'Practitioner/1', at: '2026-03-03' } }), display: 'closed' },
  ])
  expect(sorted['to-sign'].map(({ display }) => display)).toEqual(['Colitis'])
  expect(sorted.signed.map(({ display }) => display)).toEqual(['confirmed'])
  expect(sorted.over.map(({ display }) => display)).toEqual(['rejected', 'withdrawn', 'closed'])
})
