import type { CriteriaOfTerms } from './criterion.ts'

/**
 * What makes which grade: cardiovascular terms, in our own words. Checked against the NCI workbooks of CTCAE v5.0 (2017-11-27)
 * and v6.0 (2025); a grade that is not listed does not exist and is never issued.
 */
export const cardiovascular = {
  myocarditis: {
    v5: {
      2: {
        text: 'Symptoms with moderate activity or exertion.',
        when: { type: 'finding', what: 'symptoms with moderate activity or exertion' },
      },
      3: {
        text: 'Severe, with symptoms at rest or with little activity; or treatment needed; or symptoms newly arisen.',
        when: {
          any: [
            { type: 'finding', what: 'symptoms at rest or minimal activity' },
            { type: 'intervention', kind: 'medical' },
            { type: 'finding', what: 'new onset of symptoms' },
          ],
        },
      },
      4: {
        text: 'Danger to life; urgent treatment such as continuous intravenous drugs or mechanical circulatory support.',
        when: {
          any: [
            { type: 'consequence', what: 'life-threatening' },
            { type: 'intervention', kind: 'urgent' },
            { type: 'intervention', kind: 'continuous-iv' },
            { type: 'intervention', kind: 'mechanical-circulatory-support' },
          ],
        },
      },
      5: { text: 'Death from the event.', when: { type: 'death' } },
    },
    v6: {
      1: {
        text: 'No symptoms, only laboratory or ECG findings.',
        when: {
          all: [
            { type: 'symptom', severity: 'none' },
            { type: 'finding', what: 'laboratory or ECG findings only' },
          ],
        },
      },
      2: {
        text: 'Symptoms with moderate activity or exertion.',
        when: { type: 'finding', what: 'symptoms with moderate activity or exertion' },
      },
      3: {
        text: 'Severe, with symptoms at rest or with little activity; or treatment needed; or symptoms newly arisen.',
        when: {
          any: [
            { type: 'finding', what: 'symptoms at rest or minimal activity' },
            { type: 'intervention', kind: 'medical' },
            { type: 'finding', what: 'new onset of symptoms' },
          ],
        },
      },
      4: {
        text: 'Danger to life; urgent treatment needed; or unstable circulation needing ventilation (non-invasive or invasive); or complete or high-grade AV block; or significant ventricular arrhythmia.',
        when: {
          any: [
            { type: 'consequence', what: 'life-threatening' },
            { type: 'intervention', kind: 'urgent' },
            { type: 'intervention', kind: 'continuous-iv' },
            { type: 'intervention', kind: 'mechanical-circulatory-support' },
            { type: 'intervention', kind: 'ventilation' },
            { type: 'finding', what: 'complete or high-grade AV block' },
            { type: 'finding', what: 'significant ventricular arrhythmia' },
          ],
        },
      },
      5: { text: 'Death from the event.', when: { type: 'death' } },
    },
  },
  pericarditis: {
    v5: {
      1: {
        text: 'No symptoms; ECG or examination (rub) fits pericarditis.',
        when: {
          all: [
            { type: 'symptom', severity: 'none' },
            {
              any: [
                { type: 'finding', what: 'ECG findings of pericarditis' },
                { type: 'finding', what: 'pericardial rub' },
              ],
            },
          ],
        },
      },
      2: {
        text: 'Pericarditis with symptoms such as chest pain.',
        when: { type: 'symptom', severity: 'any', what: 'chest pain or other pericarditis symptom' },
      },
      3: {
        text: 'Pericarditis with effect on circulation, such as constriction.',
        when: { type: 'finding', what: 'physiologic consequences, e.g. constriction' },
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
  arrhythmia: {
    v5: {
      2: { text: 'Non-urgent treatment needed.', when: { type: 'intervention', kind: 'medical-non-urgent' } },
      3: {
        text: 'Symptoms with incomplete medical control; or controlled by a device; or new onset.',
        when: {
          any: [
            { type: 'finding', what: 'symptomatic and incompletely controlled medically' },
            { type: 'intervention', kind: 'pacemaker' },
            { type: 'finding', what: 'new onset' },
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
  'troponin-increased': {
    v5: {
      1: { text: 'Above ULN but below the level the assay maker gives for infarction.', when: { type: 'laboratory' } },
      3: { text: 'At the level the assay maker gives for infarction.', when: { type: 'laboratory' } },
    },
    v6: null,
  },
  vasculitis: {
    v5: {
      1: {
        text: 'No symptoms; no treatment needed.',
        when: {
          all: [
            { type: 'symptom', severity: 'none' },
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
        text: 'Severe symptoms; medical treatment such as steroids needed.',
        when: {
          any: [
            { type: 'symptom', severity: 'severe' },
            { type: 'intervention', kind: 'systemic-steroid' },
          ],
        },
      },
      4: {
        text: 'Danger to life; or signs of ischemia of limbs or organs; urgent treatment needed.',
        when: {
          any: [
            { type: 'consequence', what: 'life-threatening' },
            { type: 'finding', what: 'peripheral or visceral ischemia' },
            { type: 'intervention', kind: 'urgent' },
          ],
        },
      },
      5: { text: 'Death from the event.', when: { type: 'death' } },
    },
    v6: 'as-v5',
  },
} as const satisfies CriteriaOfTerms
