import type { CriteriaOfTerm } from './criteria/criterion.ts'

/**
 * What each grade means in general (CTCAE v5.0 and v6.0, front matter, in our own words). It speaks where the term's
 * own criteria are silent: alone it gives a grade, above a grade of the term's own it leaves both open.
 */
export const generalDefinition: CriteriaOfTerm = {
  1: {
    text: 'No or mild symptoms; no treatment needed.',
    when: {
      all: [
        {
          any: [
            { type: 'symptom', severity: 'none' },
            { type: 'symptom', severity: 'mild' },
          ],
        },
        { type: 'intervention', kind: 'any', state: 'not-indicated' },
      ],
    },
  },
  2: {
    text: 'Moderate; local or non-invasive treatment; or limits instrumental activities.',
    when: {
      any: [
        { type: 'symptom', severity: 'moderate' },
        { type: 'intervention', kind: 'minimal-local-noninvasive' },
        { type: 'adl', level: 'instrumental' },
      ],
    },
  },
  3: {
    text: 'Severe without immediate danger to life; hospital admission needed; or limits self-care.',
    when: {
      any: [
        { type: 'symptom', severity: 'severe' },
        { type: 'finding', what: 'medically significant, not immediately life-threatening' },
        { type: 'intervention', kind: 'hospitalisation' },
        { type: 'adl', level: 'self-care' },
      ],
    },
  },
  4: {
    text: 'Danger to life; urgent treatment needed.',
    when: {
      any: [
        { type: 'consequence', what: 'life-threatening' },
        { type: 'intervention', kind: 'urgent' },
      ],
    },
  },
  5: { text: 'Death from the event.', when: { type: 'death' } },
}
