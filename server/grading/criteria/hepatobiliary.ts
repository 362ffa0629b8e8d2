import type { CriteriaOfTerms } from './criterion.ts'

/**
 * What makes which grade: hepatobiliary terms, in our own words. Checked against the NCI workbooks of CTCAE v5.0 (2017-11-27)
 * and v6.0 (2025); a grade that is not listed does not exist and is never issued.
 */
export const hepatobiliary = {
  'alt-increased': {
    v5: {
      1: {
        text: 'Above the upper limit of normal (ULN) up to 3 times ULN when baseline was normal; 1.5 to 3 times baseline when baseline was abnormal.',
        when: { type: 'laboratory' },
      },
      2: {
        text: 'More than 3 and up to 5 times ULN (or baseline, if that was abnormal).',
        when: { type: 'laboratory' },
      },
      3: {
        text: 'More than 5 and up to 20 times ULN (or baseline, if that was abnormal).',
        when: { type: 'laboratory' },
      },
      4: { text: 'More than 20 times ULN (or baseline, if that was abnormal).', when: { type: 'laboratory' } },
    },
    v6: {
      1: {
        text: 'Above ULN up to 3 times ULN when baseline was normal or low; 1 to 1.5 times baseline when baseline was above ULN.',
        when: { type: 'laboratory' },
      },
      2: {
        text: 'More than 3 and up to 5 times ULN; or, from a high baseline, more than 1.5 and up to 2 times baseline.',
        when: { type: 'laboratory' },
      },
      3: {
        text: 'More than 5 and up to 20 times ULN; or, from a high baseline, more than 2 and up to 4 times baseline.',
        when: { type: 'laboratory' },
      },
      4: {
        text: 'More than 20 times ULN; or, from a high baseline, more than 4 times baseline.',
        when: { type: 'laboratory' },
      },
    },
  },
  'ast-increased': {
    v5: {
      1: {
        text: 'Above the upper limit of normal (ULN) up to 3 times ULN when baseline was normal; 1.5 to 3 times baseline when baseline was abnormal.',
        when: { type: 'laboratory' },
      },
      2: {
        text: 'More than 3 and up to 5 times ULN (or baseline, if that was abnormal).',
        when: { type: 'laboratory' },
      },
      3: {
        text: 'More than 5 and up to 20 times ULN (or baseline, if that was abnormal).',
        when: { type: 'laboratory' },
      },
      4: { text: 'More than 20 times ULN (or baseline, if that was abnormal).', when: { type: 'laboratory' } },
    },
    v6: {
      1: {
        text: 'Above ULN up to 3 times ULN when baseline was normal or low; 1 to 1.5 times baseline when baseline was above ULN.',
        when: { type: 'laboratory' },
      },
      2: {
        text: 'More than 3 and up to 5 times ULN; or, from a high baseline, more than 1.5 and up to 2 times baseline.',
        when: { type: 'laboratory' },
      },
      3: {
        text: 'More than 5 and up to 20 times ULN; or, from a high baseline, more than 2 and up to 4 times baseline.',
        when: { type: 'laboratory' },
      },
      4: {
        text: 'More than 20 times ULN; or, from a high baseline, more than 4 times baseline.',
        when: { type: 'laboratory' },
      },
    },
  },
  'bilirubin-increased': {
    v5: {
      1: {
        text: 'Above ULN up to 1.5 times ULN (normal baseline); more than 1 up to 1.5 times baseline (abnormal baseline).',
        when: { type: 'laboratory' },
      },
      2: { text: 'More than 1.5 and up to 3 times ULN (or baseline, if abnormal).', when: { type: 'laboratory' } },
      3: { text: 'More than 3 and up to 10 times ULN (or baseline, if abnormal).', when: { type: 'laboratory' } },
      4: { text: 'More than 10 times ULN (or baseline, if abnormal).', when: { type: 'laboratory' } },
    },
    v6: {
      1: {
        text: 'Above ULN up to 1.5 times ULN; from a high baseline 1 to 1.5 times baseline.',
        when: { type: 'laboratory' },
      },
      2: {
        text: 'More than 1.5 and up to 3 times ULN; from a high baseline more than 1.5 and up to 2.5 times baseline.',
        when: { type: 'laboratory' },
      },
      3: {
        text: 'More than 3 and up to 10 times ULN; from a high baseline more than 2.5 and up to 10 times baseline.',
        when: { type: 'laboratory' },
      },
      4: { text: 'More than 10 times ULN (or a high baseline).', when: { type: 'laboratory' } },
    },
  },
  'alp-increased': {
    v5: {
      1: {
        text: 'Above ULN up to 2.5 times ULN (normal baseline); 2 to 2.5 times baseline (abnormal baseline).',
        when: { type: 'laboratory' },
      },
      2: { text: 'More than 2.5 and up to 5 times ULN (or baseline, if abnormal).', when: { type: 'laboratory' } },
      3: { text: 'More than 5 and up to 20 times ULN (or baseline, if abnormal).', when: { type: 'laboratory' } },
      4: { text: 'More than 20 times ULN (or baseline, if abnormal).', when: { type: 'laboratory' } },
    },
    v6: { 1: { text: 'Above both baseline and ULN.', when: { type: 'laboratory' } } },
  },
  'ggt-increased': {
    v5: {
      1: {
        text: 'Above ULN up to 2.5 times ULN (normal baseline); 2 to 2.5 times baseline (abnormal baseline).',
        when: { type: 'laboratory' },
      },
      2: { text: 'More than 2.5 and up to 5 times ULN (or baseline, if abnormal).', when: { type: 'laboratory' } },
      3: { text: 'More than 5 and up to 20 times ULN (or baseline, if abnormal).', when: { type: 'laboratory' } },
      4: { text: 'More than 20 times ULN (or baseline, if abnormal).', when: { type: 'laboratory' } },
    },
    v6: {
      1: {
        text: 'Above ULN up to 2.5 times ULN; from a high baseline 1 to 1.5 times baseline.',
        when: { type: 'laboratory' },
      },
      2: {
        text: 'More than 2.5 and up to 5 times ULN; from a high baseline more than 1.5 and up to 3 times baseline.',
        when: { type: 'laboratory' },
      },
      3: {
        text: 'More than 5 and up to 20 times ULN; from a high baseline more than 3 and up to 10 times baseline.',
        when: { type: 'laboratory' },
      },
      4: {
        text: 'More than 20 times ULN; from a high baseline more than 10 times baseline.',
        when: { type: 'laboratory' },
      },
    },
  },
  hepatitis: {
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
        text: 'Liver dysfunction with symptoms; or compensated cirrhosis; or admission or longer stay needed.',
        when: {
          any: [
            { type: 'finding', what: 'symptomatic liver dysfunction' },
            { type: 'finding', what: 'compensated cirrhosis' },
            { type: 'intervention', kind: 'hospitalisation' },
            { type: 'intervention', kind: 'prolonged-hospitalisation' },
          ],
        },
      },
      4: {
        text: 'Danger to life; severe decompensation such as coagulopathy, encephalopathy or coma.',
        when: {
          any: [
            { type: 'consequence', what: 'life-threatening' },
            { type: 'finding', what: 'severe decompensated liver function' },
            { type: 'finding', what: 'coagulopathy' },
            { type: 'finding', what: 'encephalopathy' },
            { type: 'finding', what: 'coma' },
          ],
        },
      },
      5: { text: 'Death from the event.', when: { type: 'death' } },
    },
  },
  'hepatic-failure': {
    v5: {
      3: {
        text: 'Asterixis; or mild encephalopathy; or drug-induced liver injury; or limits self-care.',
        when: {
          any: [
            { type: 'finding', what: 'asterixis' },
            { type: 'finding', what: 'mild encephalopathy' },
            { type: 'finding', what: 'drug-induced liver injury' },
            { type: 'adl', level: 'self-care' },
          ],
        },
      },
      4: {
        text: 'Danger to life; or moderate to severe encephalopathy; or coma.',
        when: {
          any: [
            { type: 'consequence', what: 'life-threatening' },
            { type: 'finding', what: 'moderate to severe encephalopathy' },
            { type: 'finding', what: 'coma' },
          ],
        },
      },
      5: { text: 'Death from the event.', when: { type: 'death' } },
    },
    v6: 'as-v5',
  },
  cholangitis: {
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
