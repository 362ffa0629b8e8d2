import { expect, test } from 'vitest'
import { dateWords, dayWords } from '#client/panel/date-words.ts'
import { decisionWords } from '#client/panel/decision-history.tsx'
import { gradeWords } from '#client/panel/grade-words.ts'
import { newsOf } from '#client/panel/news.ts'
import { confirmWords, effectWords, staleWords } from '#client/panel/sign-off-words.ts'
import { limitWords, placeOf, unitOf, valueWords } from '#client/panel/value-words.ts'
import { writtenWords } from '#client/panel/written-words.ts'
import { alt, colitis, hepatitisFromLaboratory, rejectedAsInfection, user, viewOf } from '#test/client/panel/stories.ts'

test.each([
  ['Grade 2 · proposed', colitis()],
  ['Grade 1 to 3 · proposed', colitis({}, { grade: null, range: [1, 3] })],
  ['No grade · proposed', colitis({}, { grade: null, gradeBasis: null })],
  [
    'Grade 2 · confirmed',
    colitis({ review: 'confirmed', decision: { ...rejectedAsInfection, decision: 'confirmed' } }),
  ],
  [
    'Grade 3 · changed by a clinician',
    colitis({ review: 'changed', decision: { ...rejectedAsInfection, decision: 'changed', grade: 3 } }),
  ],
  ['Grade 2 · withdrawn', colitis({ withdrawn: 'The note was retracted.' })],
])('the badge says "%s" in words', (words, { finding }) => {
  expect(gradeWords(finding)).toBe(words)
})

test('the button says what it changes in the chart and in whose name', () => {
  expect(confirmWords(colitis().finding)).toBe('Confirm grade 2')
  expect(confirmWords(colitis({}, { grade: null, range: [1, 2] }).finding)).toBe('Confirm without a grade')
  expect(effectWords('confirmed', 'before-signature', user.name)).toBe(
    'Observation becomes final, Flag active without “Unconfirmed” · in the name of Dr. Maria Weber',
  )
  expect(effectWords('rejected', 'none', user.name)).toContain('nothing is written to the chart')
})

test('a decision is told with person, day, reason and note', () => {
  expect(decisionWords(rejectedAsInfection, user.reference)).toMatch(
    /^Rejected by you on 20 Feb 2026, \d\d:\d\d: Another cause explains it\. “C\. difficile”$/,
  )
  expect(decisionWords(rejectedAsInfection, 'Practitioner/other')).toContain('by Practitioner/weber')
})

test('what happened meanwhile is told to a person whose decision came too late', () => {
  expect(staleWords(colitis({}, { grade: 3 }).finding)).toContain('Grade 3')
  expect(staleWords(colitis({ withdrawn: 'x' }).finding)).toContain('withdrawn')
  expect(staleWords(colitis({ review: 'rejected' }).finding)).toContain('rejected')
})

test('a new and a changed finding are spoken, the first view and a view without change are not', () => {
  const before = viewOf([colitis()])
  expect(newsOf(null, before)).toBe('')
  expect(newsOf(before, before)).toBe('')
  const after = viewOf([colitis({ version: 2 }, { grade: 3 }), hepatitisFromLaboratory()])
  expect(newsOf(before, after)).toBe(
    'New finding: Hepatitis, Grade 3 · proposed. Changed: Colitis, Grade 3 · proposed.',
  )
  expect(newsOf(after, viewOf([hepatitisFromLaboratory()]))).toBe('No longer proposed: Colitis.')
})

test('a calendar day keeps its day in every time zone, a moment is shown in the local one', () => {
  expect(dayWords('2026-03-02', 'Pacific/Honolulu')).toBe('2 Mar 2026')
  expect(dateWords('2026-03-02', 'Pacific/Honolulu')).toBe('2 Mar 2026')
  expect(dateWords('2026-03-02T09:30:00Z', 'Pacific/Honolulu')).toBe('1 Mar 2026, 23:30')
  expect(dateWords('2026-03')).toBe('2026-03')
  expect(dateWords('unknown')).toBe('unknown')
})

test('a value is shown with comparator, unit and limits, textbook limits as such', () => {
  expect(valueWords(alt(271, '2026-03-01', { comparator: '>' }))).toBe('> 271 U/L')
  expect(limitWords(alt(1, '2026-03-01'))).toBe('7 to 45')
  const { lln: _, ...onlyUpper } = alt(1, '2026-03-01', { limitsFrom: 'textbook' })
  expect(limitWords(onlyUpper)).toBe('up to 45 (textbook)')
  expect([3, 7, 45, 46].map((value) => placeOf(alt(value, '2026-03-01')))).toEqual(['low', 'normal', 'normal', 'high'])
})

test('values in two units share no axis', () => {
  expect(unitOf([alt(1, '2026-03-01'), alt(2, '2026-03-02')])).toBe('U/L')
  expect(unitOf([alt(1, '2026-03-01'), alt(2, '2026-03-02', { unit: 'ukat/L' })])).toBeUndefined()
})

test('W3, W15: what is not in the chart is said as clearly as what is', () => {
  expect(writtenWords(colitis(), 'before-signature')).toBe('In the chart, as unconfirmed.')
  expect(writtenWords({ ...colitis(), written: 'rejected' }, 'before-signature')).toContain('Not in the chart')
  const because = (writtenWhy: string) =>
    writtenWords({ ...colitis(), written: 'rejected', writtenWhy }, 'before-signature')
  expect(because('changed-by-person')).toContain('Somebody changed it in the EHR; it was not overwritten.')
  expect(because('changed-by-person')).not.toContain('refused')
  expect(because('EHR_FORBIDDEN')).toBe('Not in the chart: the EHR refused it (EHR_FORBIDDEN).')
  expect(because('switched-off')).toContain('switched off')
  expect(writtenWords({ ...colitis(), written: 'unknown' }, 'before-signature')).toContain('Not known')
  expect(writtenWords({ ...colitis(), written: 'none' }, 'none')).toContain('nothing is written to this EHR')
})
