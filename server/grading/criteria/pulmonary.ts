import type { CriteriaOfTerms } from './criterion.ts'

/**
 * What makes which grade: pulmonary terms, in our own words. Checked against the NCI workbooks of CTCAE v5.0 (2017-11-27)
 * and v6.0 (2025); a grade that is not listed does not exist and is never issued.
 */
export const pulmonary = {
  pneumonitis: {
    v5: {
      1: {
        text: 'No symptoms; seen only on examination or tests; no treatment needed.',
        when: {
          all: [
            { type: 'symptom', severity: 'none' },
            { type: 'finding', what: 'clinical or diagnostic observation only' },
            { type: 'intervention', kind: 'any', state: 'not-indicated' },
          ],
        },
      },
      2: {
        text: 'Symptoms; medical treatment needed; or limits instrumental activities of daily living.',
        when: {
          any: [
            { type: 'symptom', severity: 'any' },
            { type: 'intervention', kind: 'medical' },
            { type: 'adl', level: 'instrumental' },
          ],
        },
      },
      3: {
        text: 'Severe symptoms; or limits self-care; or oxygen needed.',
        when: {
          any: [
            { type: 'symptom', severity: 'severe' },
            { type: 'adl', level: 'self-care' },
            { type: 'intervention', kind: 'oxygen' },
          ],
        },
      },
      4: {
        text: 'Breathing failure endangering life; urgent treatment such as tracheotomy or intubation.',
        when: {
          any: [
            { type: 'consequence', what: 'life-threatening respiratory compromise' },
            { type: 'intervention', kind: 'intubation' },
            { type: 'intervention', kind: 'tracheostomy' },
            { type: 'intervention', kind: 'urgent' },
          ],
        },
      },
      5: { text: 'Death from the event.', when: { type: 'death' } },
    },
    v6: 'as-v5',
  },
  sarcoidosis: {
    v5: {
      1: {
        text: 'No symptoms or mild ones; only observation or tests needed; no treatment needed.',
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
        text: 'Moderate; needs at most minor, local or non-invasive treatment; or limits instrumental activities of daily living.',
        when: {
          any: [
            { type: 'symptom', severity: 'moderate' },
            { type: 'intervention', kind: 'minimal-local-noninvasive' },
            { type: 'adl', level: 'instrumental' },
          ],
        },
      },
      3: {
        text: 'Severe or medically important without immediate danger to life; hospital admission or longer stay needed; or limits self-care.',
        when: {
          any: [
            { type: 'symptom', severity: 'severe' },
            { type: 'finding', what: 'medically significant, not immediately life-threatening' },
            { type: 'intervention', kind: 'hospitalisation' },
            { type: 'intervention', kind: 'prolonged-hospitalisation' },
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
    },
    v6: 'as-v5',
  },
} as const satisfies CriteriaOfTerms
