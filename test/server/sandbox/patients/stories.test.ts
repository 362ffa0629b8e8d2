import { describe, expect, test } from 'vitest'
import { analyteByLoinc } from '#fhir-mappings/analytes.ts'
import { isIraeTermId } from '#fhir-mappings/irae-terms.ts'
import { gradesOf } from '#server/grading/grades-of.ts'
import { cohort } from '#server/sandbox/patients/cohort.ts'
import type { StoryNote } from '#server/sandbox/patients/story.ts'

describe('the words of the cohort', () => {
  const notes = cohort.flatMap((story) => story.notes.map((note) => ({ story, note })))

  test('no two notes share a paragraph of twelve words or more unless it is marked as copied forward', () => {
    const first = new Map<string, string>()
    const shared: string[] = []
    for (const { story, note } of notes) {
      for (const paragraph of longParagraphsOf(note)) {
        const where = `${story.id}, day ${note.day}, ${note.title}`
        const earlier = first.get(paragraph)
        if (earlier !== undefined) shared.push(`${earlier} / ${where}: ${paragraph.slice(0, 60)}`)
        first.set(paragraph, where)
      }
    }
    expect(first.size).toBeGreaterThan(notes.length)
    expect(shared).toEqual([])
  })

  test('notes are as long as real ones: few below sixty words, none above twelve hundred, half above a hundred', () => {
    const lengths = notes.map(({ note }) => note.text.split(/\s+/).length).sort((a, b) => a - b)
    expect(lengths.at(-1)).toBeLessThanOrEqual(1200)
    expect(lengths[0]).toBeGreaterThanOrEqual(25)
    expect(lengths[Math.floor(lengths.length / 2)]).toBeGreaterThanOrEqual(100)
  })

  test('every note is told in the order of its days, and every episode begins before its last note', () => {
    for (const story of cohort) {
      const days = story.notes.map(({ day }) => day)
      expect(days, story.id).toEqual([...days].sort((a, b) => a - b))
      for (const { onsetDay, resolvedDay = 0, term } of story.episodes) {
        expect(onsetDay, `${story.id} ${term}`).toBeLessThanOrEqual(days.at(-1) ?? 0)
        expect(resolvedDay, `${story.id} ${term}`).toBeGreaterThanOrEqual(onsetDay)
      }
    }
  })

  test('all eleven kinds of note, five formats and both carriages occur', () => {
    expect(new Set(notes.map(({ note }) => note.kind)).size).toBe(11)
    expect(new Set(notes.map(({ note }) => note.format)).size).toBe(5)
    expect(new Set(notes.map(({ note }) => note.carriage)).size).toBe(2)
  })

  test('there are at least forty people with four hundred notes', () => {
    expect(cohort.length).toBeGreaterThanOrEqual(40)
    expect(notes.length).toBeGreaterThanOrEqual(400)
  })
})

describe('the truth that scenario tests hold against', () => {
  test('every intended episode is an irAE term with a grade that CTCAE v5 has for it', () => {
    for (const story of cohort) {
      for (const { term, grade, range } of story.episodes) {
        const grades = (isIraeTermId(term) ? gradesOf(term, '5.0') : []).map((each) => each.grade)
        expect(grades.length, `${story.id}: ${term}`).toBeGreaterThan(0)
        if (grade !== null) expect(grades, `${story.id}: ${term}`).toContain(grade)
        else expect(range, `${story.id}: ${term} needs a range`).toBeDefined()
      }
    }
  })

  test('every laboratory series has the LOINC code of its analyte', () => {
    for (const story of cohort) {
      for (const { analyte, loinc } of story.laboratory) {
        expect(analyteByLoinc(loinc)?.id, `${story.id}: ${loinc}`).toBe(analyte)
      }
    }
  })

  test('hard negatives are people on checkpoint inhibitors whose story has no episode', () => {
    const negatives = cohort.filter((story) => story.episodes.length === 0)
    expect(negatives.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['kwame-sorensen', 'leila-vandermeer', 'mateus-oduya', 'nora-tillinghast']),
    )
  })
})

/** Paragraphs, list entries and table rows of twelve words or more that are not marked as copied. */
function longParagraphsOf(note: StoryNote): readonly string[] {
  return note.text
    .split(/\n\s*\n|\n(?=[-#|] ?)/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph.split(' ').length >= 12 && !/copied|copy forward|unchanged from/i.test(paragraph))
}
