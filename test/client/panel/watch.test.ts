import { expect, test } from 'vitest'
import { heard, isCutOff, pauseMs, sightOf, watchOf, withFinding } from '#client/panel/watch.ts'
import type { Answer } from '#client/service.ts'
import type { PanelView } from '#fhir-mappings/panel.ts'
import { colitis, hepatitisFromLaboratory, partlyRead, patient, viewOf } from '#test/client/panel/stories.ts'

const at = '2026-03-02T10:00:00Z'
const answered = (value: PanelView): Answer<PanelView> => ({ ok: true, value })
const silence: Answer<PanelView> = { ok: false, why: 'unreachable', code: 'NO_ANSWER', text: '' }
const over: Answer<PanelView> = { ok: false, why: 'ended', code: 'SESSION_INVALID', text: '' }
const start = watchOf(patient.reference)
const after = (...answers: Answer<PanelView>[]) => answers.reduce((watch, answer) => heard(watch, answer, at), start)

test('loading, unreachable, nothing found, and not fully read are four different sights', () => {
  expect(sightOf(start)).toBe('loading')
  expect(sightOf(after(silence))).toBe('unreachable')
  expect(sightOf(after(answered(viewOf([]))))).toBe('nothing-found')
  expect(sightOf(after(answered(viewOf([], { reading: partlyRead }))))).toBe('not-fully-read')
})

test.each([
  [
    'something is still being read',
    { reading: { ...viewOf([]).reading, state: 'reading' as const, waiting: 2 } },
    'reading',
  ],
  ['something waits, whatever the state says', { reading: { ...viewOf([]).reading, waiting: 1 } }, 'reading'],
  [
    'a document is listed as unread, whatever the state says',
    { reading: { ...partlyRead, state: 'all-read' as const } },
    'not-fully-read',
  ],
  ['the patient is not watched', { membership: { ...viewOf([]).membership, inCohort: false } }, 'not-watched'],
])('"nothing found" is not said when %s', (_, changes, sight) => {
  expect(sightOf(after(answered(viewOf([], changes))))).toBe(sight)
})

test('a session that ends before anything was heard is as loud as a service that does not answer', () => {
  expect(sightOf(after(over))).toBe('unreachable')
})

test('findings stay on the screen when the service falls silent, and the loss is known', () => {
  const watch = after(answered(viewOf([colitis()])), silence)
  expect(sightOf(watch)).toBe('findings')
  expect(isCutOff(watch)).toBe(true)
  expect(watch.heardAt).toBe(at)
  expect(isCutOff(heard(watch, answered(viewOf([colitis()])), at))).toBe(false)
})

test('L10, L12: an answer for another patient never reaches the screen', () => {
  const watch = after(answered(viewOf([colitis()], { patient: 'Patient/bert' })))
  expect(watch.view).toBeNull()
  expect(watch.foreign).toBe(true)
  expect(sightOf(watch)).toBe('unreachable')
})

test('L12: one finding of another patient is enough to drop the whole answer', () => {
  const known = after(answered(viewOf([colitis()])))
  const foreign = colitis({}, { patient: 'Patient/bert' })
  const watch = heard(known, answered(viewOf([colitis(), foreign])), at)
  expect(watch.view?.findings).toEqual([colitis()])
  expect(isCutOff(watch)).toBe(true)
})

test('what was just signed is not taken back by an answer that was already on its way', () => {
  const signed = colitis({ version: 2, review: 'confirmed' })
  const watch = withFinding(after(answered(viewOf([colitis()]))), signed)
  const late = heard(watch, answered(viewOf([colitis()])), at)
  expect(late.view?.findings[0]?.finding.review).toBe('confirmed')
  const newer = heard(late, answered(viewOf([colitis({ version: 3, review: 'changed' })])), at)
  expect(newer.view?.findings[0]?.finding.review).toBe('changed')
})

test('a signature leaves the course of the results on the screen', () => {
  const watch = after(answered(viewOf([hepatitisFromLaboratory()])))
  const signed = { ...hepatitisFromLaboratory({ version: 2, review: 'confirmed' }), series: [] }
  expect(withFinding(watch, signed).view?.findings[0]).toMatchObject({
    finding: { review: 'confirmed' },
    series: hepatitisFromLaboratory().series,
  })
})

test('L12: a signature for another patient changes nothing here', () => {
  const watch = after(answered(viewOf([colitis()])))
  expect(withFinding(watch, colitis({ version: 9 }, { patient: 'Patient/bert' }))).toBe(watch)
})

test('a service that is down is asked ever more seldom, but at least twice a minute', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 50].map(pauseMs)).toEqual([0, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000])
})
