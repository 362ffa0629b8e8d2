import type { Resource } from '@medplum/fhirtypes'
import { expect, test } from 'vitest'
import { readExposure } from '#server/cohort/exposure.ts'
import { assemble } from '#server/evidence/assemble.ts'
import { cohort } from '#server/sandbox/patients/cohort.ts'
import { resourcesFromStory } from '#server/sandbox/patients/resources-from-story.ts'
import { fakeEhr } from '#test/server/ehr/fake-ehr.ts'

const TODAY = '2026-03-09'
const notesOf = (resources: readonly Resource[]) =>
  resources.filter((one) => one.resourceType === 'DocumentReference' || one.resourceType === 'DiagnosticReport')
const wordsIn = (text: string): readonly string[] => text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []

/** How many of the story's words stand in the text in the same order. */
function shareInOrder(story: readonly string[], text: readonly string[]): number {
  let at = 0
  let found = 0
  for (const word of story) {
    const next = text.indexOf(word, at)
    if (next === -1 || next > at + 40) continue
    found += 1
    at = next + 1
  }
  return story.length === 0 ? 1 : found / story.length
}

test('every note of the synthetic cohort is read, whatever its format, with its words in their order', async () => {
  expect(cohort.length).toBeGreaterThan(0)
  for (const story of cohort) {
    const resources = resourcesFromStory(story, TODAY)
    const ehr = fakeEhr({ resources })
    const patient = `Patient/${story.id}`
    const notes = notesOf(resources)
    const infusions = await readExposure(ehr, patient)
    const file = await assemble(ehr, { patient, notes, infusions })
    const broken = file.unreadable.filter(({ why }) => why !== 'superseded' && why !== 'retracted')
    expect(broken, story.id).toEqual([])
    const texts = file.notes.map(({ text }) => wordsIn(text))
    for (const note of story.notes.filter(({ standing }) => !standing || standing === 'preliminary')) {
      const words = wordsIn(note.text)
      const best = Math.max(...texts.map((text) => shareInOrder(words, text)))
      expect(best, `${story.id}: ${note.format} "${note.title}"`).toBeGreaterThan(0.97)
    }
  }
})

test('its infusions and results are read as their stories tell them', async () => {
  for (const story of cohort) {
    const ehr = fakeEhr({ resources: resourcesFromStory(story, TODAY) })
    const infusions = await readExposure(ehr, `Patient/${story.id}`)
    const file = await assemble(ehr, { patient: `Patient/${story.id}`, notes: [], infusions })
    const valid = story.laboratory.flatMap(({ values }) =>
      values.filter(([, , special]) => special !== 'entered-in-error'),
    )
    const read = file.laboratory.flatMap(({ results }) => results)
    expect(read.length, story.id).toBe(valid.length)
    expect(read.filter(({ unreliable }) => unreliable).length, story.id).toBe(
      valid.filter(([, , special]) => special === 'haemolysed').length,
    )
  }
})
