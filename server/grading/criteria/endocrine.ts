import type { CriteriaOfTerms } from './criterion.ts'

/**
 * What makes which grade: endocrine terms, in our own words. Checked against the NCI workbooks of CTCAE v5.0 (2017-11-27)
 * and v6.0 (2025); a grade that is not listed does not exist and is never issued.
 */
export const endocrine = {
  hypothyroidism: {
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
        text: 'Symptoms; or thyroid replacement needed; or limits instrumental activities of daily living.',
        when: {
          any: [
            { type: 'symptom', severity: 'any' },
            { type: 'intervention', kind: 'thyroid-replacement' },
            { type: 'adl', level: 'instrumental' },
          ],
        },
      },
      3: {
        text: 'Severe symptoms; or limits self-care; or admission needed.',
        when: {
          any: [
            { type: 'symptom', severity: 'severe' },
            { type: 'adl', level: 'self-care' },
            { type: 'intervention', kind: 'hospitalisation' },
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
        text: 'Symptoms; or thyroid replacement started or its dose increased; or limits instrumental activities of daily living.',
        when: {
          any: [
            { type: 'symptom', severity: 'any' },
            { type: 'intervention', kind: 'thyroid-replacement', state: 'initiated' },
            { type: 'intervention', kind: 'thyroid-replacement', state: 'increased' },
            { type: 'adl', level: 'instrumental' },
          ],
        },
      },
      3: {
        text: 'Severe symptoms; or limits self-care; or admission needed.',
        when: {
          any: [
            { type: 'symptom', severity: 'severe' },
            { type: 'adl', level: 'self-care' },
            { type: 'intervention', kind: 'hospitalisation' },
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
  hyperthyroidism: {
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
        text: 'Symptoms; or thyroid suppression treatment needed; or limits instrumental activities of daily living.',
        when: {
          any: [
            { type: 'symptom', severity: 'any' },
            { type: 'intervention', kind: 'thyroid-suppression' },
            { type: 'adl', level: 'instrumental' },
          ],
        },
      },
      3: {
        text: 'Severe symptoms; or limits self-care; or admission needed.',
        when: {
          any: [
            { type: 'symptom', severity: 'severe' },
            { type: 'adl', level: 'self-care' },
            { type: 'intervention', kind: 'hospitalisation' },
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
  'tsh-increased': {
    v5: { 1: { text: 'TSH above the upper limit and no treatment started.', when: { type: 'laboratory' } } },
    v6: { 1: { text: 'TSH above the upper limit and no treatment needed.', when: { type: 'laboratory' } } },
  },
  hypophysitis: {
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
  'adrenal-insufficiency': {
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
        text: 'Moderate symptoms; medical treatment needed.',
        when: {
          any: [
            { type: 'symptom', severity: 'moderate' },
            { type: 'intervention', kind: 'medical' },
          ],
        },
      },
      3: {
        text: 'Severe symptoms; admission needed.',
        when: {
          any: [
            { type: 'symptom', severity: 'severe' },
            { type: 'intervention', kind: 'hospitalisation' },
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
  diabetes: {
    v5: {
      1: {
        text: 'Glucose above the usual level, without medical treatment.',
        when: {
          all: [
            { type: 'finding', what: 'glucose above baseline' },
            { type: 'intervention', kind: 'any', state: 'not-indicated' },
          ],
        },
      },
      2: {
        text: 'Daily management of known diabetes changed; or oral glucose-lowering drug started; or work-up for diabetes.',
        when: {
          any: [
            { type: 'finding', what: 'change in daily diabetes management' },
            { type: 'intervention', kind: 'oral-antidiabetic', state: 'initiated' },
            { type: 'finding', what: 'workup for diabetes' },
          ],
        },
      },
      3: {
        text: 'Insulin started; or admission needed.',
        when: {
          any: [
            { type: 'intervention', kind: 'insulin', state: 'initiated' },
            { type: 'intervention', kind: 'hospitalisation' },
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
        text: 'Glucose above baseline; diet change only; no change of baseline diabetes treatment.',
        when: {
          any: [
            { type: 'finding', what: 'glucose above baseline' },
            { type: 'finding', what: 'diet change only' },
          ],
        },
      },
      2: {
        text: 'Oral glucose-lowering drug or sliding-scale insulin started.',
        when: {
          any: [
            { type: 'intervention', kind: 'oral-antidiabetic', state: 'initiated' },
            { type: 'intervention', kind: 'insulin-sliding-scale', state: 'initiated' },
          ],
        },
      },
      3: {
        text: 'Insulin started or raised; or admission needed.',
        when: {
          any: [
            { type: 'intervention', kind: 'insulin', state: 'initiated' },
            { type: 'intervention', kind: 'insulin', state: 'increased' },
            { type: 'intervention', kind: 'hospitalisation' },
          ],
        },
      },
      4: {
        text: 'Danger to life; urgent treatment; diabetic ketoacidosis.',
        when: {
          any: [
            { type: 'consequence', what: 'life-threatening' },
            { type: 'intervention', kind: 'urgent' },
            { type: 'finding', what: 'diabetic ketoacidosis' },
          ],
        },
      },
      5: { text: 'Death from the event.', when: { type: 'death' } },
    },
  },
  hypoparathyroidism: {
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
        text: 'Moderate symptoms; medical treatment needed.',
        when: {
          any: [
            { type: 'symptom', severity: 'moderate' },
            { type: 'intervention', kind: 'medical' },
          ],
        },
      },
      3: {
        text: 'Severe symptoms; medical treatment or admission needed.',
        when: {
          any: [
            { type: 'symptom', severity: 'severe' },
            { type: 'intervention', kind: 'medical' },
            { type: 'intervention', kind: 'hospitalisation' },
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
