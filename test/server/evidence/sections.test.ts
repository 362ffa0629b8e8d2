import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sectionsOf } from '#server/evidence/sections.ts'

const kindsIn = (text: string) => sectionsOf(text).map(({ heading, kind }) => `${heading} = ${kind}`)

describe('sections', () => {
  test.each([
    ['ASSESSMENT AND PLAN:\nhold', 'ASSESSMENT AND PLAN = assessment'],
    ['PHYSICAL EXAMINATION\nclear', 'PHYSICAL EXAMINATION = examination'],
    ['HPI: 61-year-old with melanoma', 'HPI = history'],
    ['## Family History\nmother UC', 'Family History = family-history'],
    ['**Review of Systems**\nnegative', 'Review of Systems = review-of-systems'],
    ['=== PLAN ===\nhold', 'PLAN = assessment'],
    ['Past medical history:\npsoriasis', 'Past medical history = past-history'],
    ['Hospital course\n---------------\nsteroids', 'Hospital course = course'],
    ['A/P:\nhold', 'A/P = assessment'],
    ['Patient education:\nwe discussed colitis', 'Patient education = education'],
    ['[Medications]\nprednisone', 'Medications = medications'],
    ['Title\n\nPast history\n\npsoriasis', 'Past history = past-history'],
  ])('%j begins with %s', (text, expected) => expect(kindsIn(text)).toContain(expected))

  test.each([
    'Skin: clear. No rash today, no diarrhea.',
    'ALT 312\nAST 98',
    'She reports the following: diarrhea, cramps',
    'Feels well. No new complaints.',
    'NKDA',
  ])('%j has no heading', (text) => expect(sectionsOf(text)).toEqual([]))

  test('offsets cut the text into its sections without gap or overlap', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('HPI: six stools', 'PLAN:', '', 'hold nivolumab', '# Labs', 'ALT 312', 'Exam'), {
          maxLength: 20,
        }),
        (lines) => {
          const text = lines.join('\n')
          const sections = sectionsOf(text)
          for (const [index, { heading, start, bodyStart, end }] of sections.entries()) {
            expect(text.slice(start, bodyStart)).toContain(heading)
            expect(end).toBe(sections[index + 1]?.start ?? text.length)
            expect(bodyStart).toBeLessThanOrEqual(end)
          }
        },
      ),
    ))

  test('a line of a million characters is no burden', () => {
    const started = performance.now()
    sectionsOf(`${'- '.repeat(500_000)}\n${'**A'.repeat(300_000)}\n${' '.repeat(500_000)}x:`)
    expect(performance.now() - started).toBeLessThan(500)
  })
})
