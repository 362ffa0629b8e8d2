import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readText } from '#server/agents/embedded/embedded-reader.ts'

/** Synthetic notes in the shorthand of wards, half of them without an irAE. A regression net, no measure of accuracy. */
const ShortNote = z.object({
  id: z.string(),
  alert: z.boolean(),
  terms: z.array(z.string()),
  chartKnows: z.boolean(),
  text: z.string(),
})
const notes = z.array(ShortNote).parse(JSON.parse(readFileSync(new URL('./short-notes.json', import.meta.url), 'utf8')))

const activeIn = ({ text, chartKnows }: z.infer<typeof ShortNote>) =>
  readText({ text, ...(chartKnows && { ici: { agents: ['nivolumab'] } }) }).claims.filter(
    ({ status, attribution }) => (status === 'present' || status === 'suspected') && attribution !== 'other',
  )

describe('a short note alerts when it tells of an irAE, and only then', () => {
  test.each(notes)('$id: $text', (note) => {
    expect(activeIn(note).map(({ term, why }) => `${term}: ${why.join('; ')}`).length > 0).toBe(note.alert)
  })
})

describe('the finding of the note is named by its term', () => {
  test.each(notes.filter(({ terms }) => terms.length > 0))('$id: $terms', (note) => {
    expect(activeIn(note).map(({ term }) => term)).toEqual(expect.arrayContaining(note.terms))
  })
})
