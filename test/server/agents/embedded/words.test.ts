import { describe, expect, test } from 'vitest'
import { compilePhrases, findPhrases } from '#server/agents/embedded/phrases.ts'
import { spellingFor } from '#server/agents/embedded/spelling.ts'
import { COMMA, EMPTY_BOX, formOf, STOP, wordsOf } from '#server/agents/embedded/words.ts'

describe('words', () => {
  test('capitals, plural, British spelling and possessive make no difference', () => {
    expect(['DIARRHOEA', 'Diarrhea'].map(formOf)).toEqual(['diarrhea', 'diarrhea'])
    expect(formOf('anaemia')).toBe(formOf('Anemia'))
    expect(formOf('rashes')).toBe(formOf('rash'))
    expect(formOf("Crohn's")).toBe('crohn')
    expect(formOf('colitis')).toBe('colitis')
  })

  test('offsets are UTF-16 units of the given text, also after an emoji and an umlaut', () => {
    const text = '😀 Müller: Kolitis 38.5 °C'
    for (const { start, end } of wordsOf(text)) expect(text.slice(start, end)).not.toMatch(/\s/)
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toContain('38.5')
  })

  test('a decimal and a thousands comma stay in their number, a list comma does not', () => {
    expect(wordsOf('CK 8,400, ALT 1.5').map(({ form }) => form)).toEqual(['ck', '8,400', 'alt', '1.5'])
    expect((wordsOf('rash, fever')[1]?.gap ?? 0) & COMMA).toBeTruthy()
    expect((wordsOf('Rash. Fever')[1]?.gap ?? 0) & STOP).toBeTruthy()
  })

  test('an unticked box is seen', () => {
    expect((wordsOf('[ ] Rash')[0]?.gap ?? 0) & EMPTY_BOX).toBeTruthy()
    expect((wordsOf('[x] Rash')[1]?.gap ?? 0) & EMPTY_BOX).toBe(0)
  })
})

describe('phrases', () => {
  const book = compilePhrases([
    { words: 'joint pain|ache', meaning: { channel: 'a', name: 'joint' } },
    { words: 'blood in the? stool', meaning: { channel: 'a', name: 'blood' } },
    { words: 'pain', meaning: { channel: 'a', name: 'pain' } },
  ])
  const found = (text: string) => findPhrases(book, wordsOf(text)).map(({ meaning }) => meaning.name)

  test('the longest phrase wins and alternatives and missing words are allowed', () => {
    expect(found('joint pain and blood in stool, blood in the stool')).toEqual(['joint', 'blood', 'blood'])
  })

  test('a phrase does not run over a comma or the end of a sentence', () => {
    expect(found('stiff joint. Pain in the arm')).toEqual(['pain'])
  })
})

describe('spelling', () => {
  const spelling = spellingFor(new Set(['pneumonitis', 'colitis', 'keytruda']), new Set(['cystitis']))

  test('one wrong, missing or doubled letter in a long word is understood', () => {
    expect(['pneumonitus', 'pneumonits', 'pneummonitis', 'ketruda'].map((form) => spelling.corrected(form))).toEqual([
      'pneumonitis',
      'pneumonitis',
      'pneumonitis',
      'keytruda',
    ])
  })

  test('real words and short words are what they are', () => {
    expect(spelling.corrected('cystitis')).toBe('cystitis')
    expect(spelling.corrected('colic')).toBe('colic')
  })
})
