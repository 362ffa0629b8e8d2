import type { CriteriaOfTerms } from './criterion.ts'

/**
 * What makes which grade: musculoskeletal terms, in our own words. Checked against the NCI workbooks of CTCAE v5.0 (2017-11-27)
 * and v6.0 (2025); a grade that is not listed does not exist and is never issued.
 */
export const musculoskeletal = {
  arthritis: {
    v5: {
      1: {
        text: 'Mild pain with inflammation, redness or joint swelling.',
        when: {
          all: [
            { type: 'symptom', severity: 'mild', what: 'joint pain' },
            { type: 'finding', what: 'inflammation, erythema or joint swelling' },
          ],
        },
      },
      2: {
        text: 'Moderate pain with signs of inflammation; or limits instrumental activities.',
        when: {
          any: [
            {
              all: [
                { type: 'symptom', severity: 'moderate', what: 'joint pain' },
                { type: 'finding', what: 'inflammation, erythema or joint swelling' },
              ],
            },
            { type: 'adl', level: 'instrumental' },
          ],
        },
      },
      3: {
        text: 'Severe pain with signs of inflammation; or lasting joint damage; or limits self-care.',
        when: {
          any: [
            {
              all: [
                { type: 'symptom', severity: 'severe', what: 'joint pain' },
                { type: 'finding', what: 'inflammation, erythema or joint swelling' },
              ],
            },
            { type: 'finding', what: 'irreversible joint damage' },
            { type: 'adl', level: 'self-care' },
          ],
        },
      },
    },
    v6: {
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
  },
  arthralgia: {
    v5: {
      1: { text: 'Mild pain.', when: { type: 'symptom', severity: 'mild', what: 'pain' } },
      2: {
        text: 'Moderate pain; or limits instrumental activities.',
        when: {
          any: [
            { type: 'symptom', severity: 'moderate', what: 'pain' },
            { type: 'adl', level: 'instrumental' },
          ],
        },
      },
      3: {
        text: 'Severe pain; or limits self-care.',
        when: {
          any: [
            { type: 'symptom', severity: 'severe', what: 'pain' },
            { type: 'adl', level: 'self-care' },
          ],
        },
      },
    },
    v6: 'as-v5',
  },
  myositis: {
    v5: {
      1: { text: 'Mild pain.', when: { type: 'symptom', severity: 'mild', what: 'muscle pain' } },
      2: {
        text: 'Moderate pain with weakness; or pain limiting instrumental activities.',
        when: {
          any: [
            {
              all: [
                { type: 'symptom', severity: 'moderate', what: 'muscle pain' },
                { type: 'symptom', severity: 'any', what: 'weakness' },
              ],
            },
            { type: 'adl', level: 'instrumental' },
          ],
        },
      },
      3: {
        text: 'Pain with severe weakness; or limits self-care.',
        when: {
          any: [
            {
              all: [
                { type: 'symptom', severity: 'any', what: 'muscle pain' },
                { type: 'symptom', severity: 'severe', what: 'weakness' },
              ],
            },
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
    },
    v6: 'as-v5',
  },
  polymyalgia: {
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
  'cpk-increased': {
    v5: {
      1: { text: 'Above ULN up to 2.5 times ULN.', when: { type: 'laboratory' } },
      2: { text: 'More than 2.5 and up to 5 times ULN.', when: { type: 'laboratory' } },
      3: { text: 'More than 5 and up to 10 times ULN.', when: { type: 'laboratory' } },
      4: { text: 'More than 10 times ULN.', when: { type: 'laboratory' } },
    },
    v6: null,
  },
} as const satisfies CriteriaOfTerms
