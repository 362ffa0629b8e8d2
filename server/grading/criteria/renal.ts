import type { CriteriaOfTerms } from './criterion.ts'

/**
 * What makes which grade: renal terms, in our own words. Checked against the NCI workbooks of CTCAE v5.0 (2017-11-27)
 * and v6.0 (2025); a grade that is not listed does not exist and is never issued.
 */
export const renal = {
  'creatinine-increased': {
    v5: {
      1: { text: 'Above ULN up to 1.5 times ULN.', when: { type: 'laboratory' } },
      2: {
        text: 'More than 1.5 and up to 3 times baseline; or more than 1.5 and up to 3 times ULN.',
        when: { type: 'laboratory' },
      },
      3: { text: 'More than 3 times baseline; or more than 3 and up to 6 times ULN.', when: { type: 'laboratory' } },
      4: { text: 'More than 6 times ULN.', when: { type: 'laboratory' } },
    },
    v6: {
      1: { text: 'Above ULN up to 1.5 times ULN.', when: { type: 'laboratory' } },
      2: {
        text: 'More than 1.5 and up to 3 times ULN; the baseline multiple counts only when baseline is below the lower limit.',
        when: { type: 'laboratory' },
      },
      3: {
        text: 'More than 3 and up to 6 times ULN; the baseline multiple counts only when baseline is below the lower limit.',
        when: { type: 'laboratory' },
      },
      4: { text: 'More than 6 times ULN.', when: { type: 'laboratory' } },
    },
  },
  aki: {
    v5: {
      3: { text: 'Admission needed.', when: { type: 'intervention', kind: 'hospitalisation' } },
      4: {
        text: 'Danger to life; or dialysis needed.',
        when: {
          any: [
            { type: 'consequence', what: 'life-threatening' },
            { type: 'intervention', kind: 'dialysis' },
          ],
        },
      },
      5: { text: 'Death from the event.', when: { type: 'death' } },
    },
    v6: 'as-v5',
  },
  nephritis: {
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
    v6: {
      1: {
        text: 'Laboratory findings without a rise of creatinine.',
        when: {
          all: [
            { type: 'finding', what: 'laboratory findings' },
            { type: 'finding', what: 'creatinine not increased' },
          ],
        },
      },
      2: {
        text: 'Creatinine rise; oral steroid treatment needed.',
        when: {
          any: [
            { type: 'finding', what: 'creatinine increased' },
            { type: 'intervention', kind: 'oral-steroid' },
          ],
        },
      },
      3: {
        text: 'Intravenous treatment needed; or admission or longer stay; or limits self-care.',
        when: {
          any: [
            { type: 'intervention', kind: 'iv' },
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
  },
} as const satisfies CriteriaOfTerms
