import type { CriteriaOfTerms } from './criterion.ts'

/**
 * What makes which grade: neurologic terms, in our own words. Checked against the NCI workbooks of CTCAE v5.0 (2017-11-27)
 * and v6.0 (2025); a grade that is not listed does not exist and is never issued.
 */
export const neurologic = {
  'myasthenia-gravis': {
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
  'guillain-barre': {
    v5: {
      1: { text: 'Mild symptoms.', when: { type: 'symptom', severity: 'mild' } },
      2: {
        text: 'Moderate symptoms, or limits instrumental activities of daily living.',
        when: {
          any: [
            { type: 'symptom', severity: 'moderate' },
            { type: 'adl', level: 'instrumental' },
          ],
        },
      },
      3: {
        text: 'Severe symptoms, or limits self-care.',
        when: {
          any: [
            { type: 'symptom', severity: 'severe' },
            { type: 'adl', level: 'self-care' },
          ],
        },
      },
      4: {
        text: 'Danger to life; urgent treatment needed; or intubation.',
        when: {
          any: [
            { type: 'consequence', what: 'life-threatening' },
            { type: 'intervention', kind: 'urgent' },
            { type: 'intervention', kind: 'intubation' },
          ],
        },
      },
      5: { text: 'Death from the event.', when: { type: 'death' } },
    },
    v6: 'as-v5',
  },
  encephalitis: {
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
      3: {
        text: 'Intravenous anti-infective treatment needed; or steroids needed; or severe mental change; or self-limited seizure; or neurologic signs.',
        when: {
          any: [
            { type: 'intervention', kind: 'iv-anti-infective' },
            { type: 'intervention', kind: 'systemic-steroid' },
            { type: 'finding', what: 'severe changes in mental status' },
            { type: 'finding', what: 'self-limited seizure' },
            { type: 'finding', what: 'neurologic abnormalities' },
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
  'aseptic-meningitis': {
    v5: {
      3: {
        text: 'Intravenous anti-infective treatment needed; or invasive treatment needed; or focal neurologic deficit.',
        when: {
          any: [
            { type: 'intervention', kind: 'iv-anti-infective' },
            { type: 'intervention', kind: 'invasive' },
            { type: 'finding', what: 'focal neurologic deficit' },
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
      3: {
        text: 'Steroids needed; or severe mental change; or self-limited seizure; or neurologic signs.',
        when: {
          any: [
            { type: 'intervention', kind: 'systemic-steroid' },
            { type: 'finding', what: 'severe changes in mental status' },
            { type: 'finding', what: 'self-limited seizure' },
            { type: 'finding', what: 'neurologic abnormalities' },
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
  'peripheral-neuropathy': {
    v5: {
      1: {
        text: 'No symptoms (found on examination). Motor term: also only observation needed.',
        when: { type: 'symptom', severity: 'none' },
      },
      2: {
        text: 'Moderate symptoms, or limits instrumental activities of daily living.',
        when: {
          any: [
            { type: 'symptom', severity: 'moderate' },
            { type: 'adl', level: 'instrumental' },
          ],
        },
      },
      3: {
        text: 'Severe symptoms, or limits self-care.',
        when: {
          any: [
            { type: 'symptom', severity: 'severe' },
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
    v6: {
      1: { text: 'Mild symptoms.', when: { type: 'symptom', severity: 'mild' } },
      2: {
        text: 'Moderate symptoms, or limits instrumental activities of daily living.',
        when: {
          any: [
            { type: 'symptom', severity: 'moderate' },
            { type: 'adl', level: 'instrumental' },
          ],
        },
      },
      3: {
        text: 'Severe symptoms, or limits self-care.',
        when: {
          any: [
            { type: 'symptom', severity: 'severe' },
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
  },
  myelitis: {
    v5: {
      1: {
        text: 'No symptoms; mild signs only (Babinski, Lhermitte).',
        when: {
          all: [
            { type: 'symptom', severity: 'none' },
            { type: 'finding', what: 'mild signs' },
          ],
        },
      },
      2: {
        text: 'Moderate weakness or sensory loss; or limits instrumental activities.',
        when: {
          any: [
            { type: 'symptom', severity: 'moderate', what: 'weakness or sensory loss' },
            { type: 'adl', level: 'instrumental' },
          ],
        },
      },
      3: {
        text: 'Severe weakness or sensory loss; or limits self-care.',
        when: {
          any: [
            { type: 'symptom', severity: 'severe', what: 'weakness or sensory loss' },
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
  'facial-palsy': {
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
        text: 'Moderate symptoms, or limits instrumental activities of daily living.',
        when: {
          any: [
            { type: 'symptom', severity: 'moderate' },
            { type: 'adl', level: 'instrumental' },
          ],
        },
      },
      3: {
        text: 'Severe symptoms, or limits self-care.',
        when: {
          any: [
            { type: 'symptom', severity: 'severe' },
            { type: 'adl', level: 'self-care' },
          ],
        },
      },
    },
    v6: {
      1: {
        text: 'Mild symptoms; observation only; no treatment needed.',
        when: {
          all: [
            { type: 'symptom', severity: 'mild' },
            { type: 'intervention', kind: 'any', state: 'not-indicated' },
          ],
        },
      },
      2: {
        text: 'Moderate symptoms, or limits instrumental activities of daily living.',
        when: {
          any: [
            { type: 'symptom', severity: 'moderate' },
            { type: 'adl', level: 'instrumental' },
          ],
        },
      },
      3: {
        text: 'Severe symptoms, or limits self-care.',
        when: {
          any: [
            { type: 'symptom', severity: 'severe' },
            { type: 'adl', level: 'self-care' },
          ],
        },
      },
    },
  },
} as const satisfies CriteriaOfTerms
