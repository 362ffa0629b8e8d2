import type { CriteriaOfTerms } from './criterion.ts'

/**
 * What makes which grade: pancreas terms, in our own words. Checked against the NCI workbooks of CTCAE v5.0 (2017-11-27)
 * and v6.0 (2025); a grade that is not listed does not exist and is never issued.
 */
export const pancreas = {
  pancreatitis: {
    v5: {
      2: {
        text: 'Enzyme rise; or imaging findings only.',
        when: {
          any: [
            { type: 'finding', what: 'lipase or amylase elevation' },
            { type: 'finding', what: 'radiologic pancreatitis' },
          ],
        },
      },
      3: {
        text: 'Severe pain; or vomiting; medical treatment such as analgesia or nutrition support needed.',
        when: {
          any: [
            { type: 'symptom', severity: 'severe', what: 'abdominal pain' },
            { type: 'symptom', severity: 'any', what: 'vomiting' },
            { type: 'intervention', kind: 'medical' },
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
      2: { text: 'Imaging findings only.', when: { type: 'finding', what: 'radiologic pancreatitis' } },
      3: {
        text: 'Severe pain; or vomiting; medical treatment such as analgesia or nutrition support needed.',
        when: {
          any: [
            { type: 'symptom', severity: 'severe', what: 'abdominal pain' },
            { type: 'symptom', severity: 'any', what: 'vomiting' },
            { type: 'intervention', kind: 'medical' },
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
  'lipase-increased': {
    v5: {
      1: { text: 'Above ULN up to 1.5 times ULN.', when: { type: 'laboratory' } },
      2: {
        text: 'More than 1.5 and up to 2 times ULN; or more than 2 and up to 5 times ULN without symptoms.',
        when: { type: 'laboratory' },
      },
      3: {
        text: 'More than 2 and up to 5 times ULN with signs or symptoms; or more than 5 times ULN without symptoms.',
        when: { type: 'laboratory' },
      },
      4: { text: 'More than 5 times ULN with signs or symptoms.', when: { type: 'laboratory' } },
    },
    v6: {
      1: { text: 'Above ULN up to 1.5 times ULN.', when: { type: 'laboratory' } },
      2: {
        text: 'More than 1.5 and up to 3 times ULN; or more than 3 and up to 5 times ULN without symptoms.',
        when: { type: 'laboratory' },
      },
      3: {
        text: 'More than 3 and up to 5 times ULN with signs or symptoms; or more than 5 times ULN without symptoms.',
        when: { type: 'laboratory' },
      },
      4: { text: 'More than 5 times ULN with signs or symptoms.', when: { type: 'laboratory' } },
    },
  },
  'amylase-increased': {
    v5: {
      1: { text: 'Above ULN up to 1.5 times ULN.', when: { type: 'laboratory' } },
      2: {
        text: 'More than 1.5 and up to 2 times ULN; or more than 2 and up to 5 times ULN without symptoms.',
        when: { type: 'laboratory' },
      },
      3: {
        text: 'More than 2 and up to 5 times ULN with signs or symptoms; or more than 5 times ULN without symptoms.',
        when: { type: 'laboratory' },
      },
      4: { text: 'More than 5 times ULN with signs or symptoms.', when: { type: 'laboratory' } },
    },
    v6: {
      1: { text: 'Above ULN up to 1.5 times ULN.', when: { type: 'laboratory' } },
      2: {
        text: 'More than 1.5 and up to 2 times ULN; or more than 2 and up to 5 times ULN without or with mild symptoms.',
        when: { type: 'laboratory' },
      },
      3: {
        text: 'More than 2 and up to 5 times ULN with moderate or severe symptoms; or more than 5 times ULN without symptoms.',
        when: { type: 'laboratory' },
      },
      4: { text: 'More than 5 times ULN with signs or symptoms.', when: { type: 'laboratory' } },
    },
  },
} as const satisfies CriteriaOfTerms
