import type { CriteriaOfTerms } from './criterion.ts'

/**
 * What makes which grade: hematologic terms, in our own words. Checked against the NCI workbooks of CTCAE v5.0 (2017-11-27)
 * and v6.0 (2025); a grade that is not listed does not exist and is never issued.
 */
export const hematologic = {
  'hemolytic-anemia': {
    v5: {
      1: {
        text: 'Laboratory signs of hemolysis only (such as positive direct antiglobulin test, schistocytes, low haptoglobin).',
        when: { type: 'finding', what: 'laboratory evidence of hemolysis only' },
      },
      2: {
        text: 'Signs of hemolysis and a hemoglobin fall of 2 g/dL or more.',
        when: {
          all: [
            { type: 'finding', what: 'evidence of hemolysis' },
            { type: 'measure', what: 'hemoglobin decrease', unit: 'g/dL', ge: 2 },
          ],
        },
      },
      3: {
        text: 'Transfusion or medical treatment such as steroids needed.',
        when: {
          any: [
            { type: 'intervention', kind: 'transfusion' },
            { type: 'intervention', kind: 'systemic-steroid' },
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
      1: {
        text: 'Hemoglobin fall of less than 10 % since the last check; no treatment needed.',
        when: {
          all: [
            { type: 'measure', what: 'hemoglobin decrease', unit: '%', lt: 10 },
            { type: 'intervention', kind: 'any', state: 'not-indicated' },
          ],
        },
      },
      2: {
        text: 'Up to 2 units of red cells transfused per day.',
        when: { type: 'count', what: 'units of red cells per day', le: 2 },
      },
      3: {
        text: 'More than 2 units of red cells per day needed.',
        when: { type: 'count', what: 'units of red cells per day', gt: 2 },
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
  anemia: {
    v5: {
      1: {
        text: 'Hemoglobin below the lower limit down to 10 g/dL (100 g/L, 6.2 mmol/L).',
        when: { type: 'laboratory' },
      },
      2: { text: 'Below 10 down to 8 g/dL (80 g/L, 4.9 mmol/L).', when: { type: 'laboratory' } },
      3: {
        text: 'Below 8 g/dL (80 g/L, 4.9 mmol/L); or transfusion needed.',
        when: { any: [{ type: 'laboratory' }, { type: 'intervention', kind: 'transfusion' }] },
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
  'immune-thrombocytopenia': {
    v5: {
      1: { text: 'Below the lower limit down to 75 x 10^9/L.', when: { type: 'laboratory' } },
      2: { text: 'Below 75 down to 50 x 10^9/L.', when: { type: 'laboratory' } },
      3: { text: 'Below 50 down to 25 x 10^9/L.', when: { type: 'laboratory' } },
      4: { text: 'Below 25 x 10^9/L.', when: { type: 'laboratory' } },
    },
    v6: {
      1: { text: 'Below the lower limit down to 75 x 10^9/L.', when: { type: 'laboratory' } },
      2: { text: 'Below 75 down to 50 x 10^9/L.', when: { type: 'laboratory' } },
      3: {
        text: 'Below 50 down to 10 x 10^9/L; or transfusion needed.',
        when: { any: [{ type: 'laboratory' }, { type: 'intervention', kind: 'transfusion' }] },
      },
      4: {
        text: 'Below 10 x 10^9/L; or danger to life; or urgent treatment needed.',
        when: {
          any: [
            { type: 'laboratory' },
            { type: 'consequence', what: 'life-threatening' },
            { type: 'intervention', kind: 'urgent' },
          ],
        },
      },
      5: { text: 'Death from the event.', when: { type: 'death' } },
    },
  },
  neutropenia: {
    v5: {
      1: { text: 'Below the lower limit down to 1.5 x 10^9/L.', when: { type: 'laboratory' } },
      2: { text: 'Below 1.5 down to 1.0 x 10^9/L.', when: { type: 'laboratory' } },
      3: { text: 'Below 1.0 down to 0.5 x 10^9/L.', when: { type: 'laboratory' } },
      4: { text: 'Below 0.5 x 10^9/L.', when: { type: 'laboratory' } },
    },
    v6: {
      1: { text: 'Below 1.5 down to 1.0 x 10^9/L.', when: { type: 'laboratory' } },
      2: { text: 'Below 1.0 down to 0.5 x 10^9/L.', when: { type: 'laboratory' } },
      3: { text: 'Below 0.5 down to 0.1 x 10^9/L.', when: { type: 'laboratory' } },
      4: { text: 'Below 0.1 x 10^9/L.', when: { type: 'laboratory' } },
    },
  },
  'aplastic-anemia': {
    v5: {
      1: {
        text: 'Mildly hypocellular, or up to 25 % below normal for age.',
        when: {
          any: [
            { type: 'finding', what: 'mildly hypocellular' },
            { type: 'measure', what: 'marrow cellularity reduction', unit: '%', le: 25 },
          ],
        },
      },
      2: {
        text: 'Moderately hypocellular, or more than 25 and under 50 % below normal for age.',
        when: {
          any: [
            { type: 'finding', what: 'moderately hypocellular' },
            { type: 'measure', what: 'marrow cellularity reduction', unit: '%', gt: 25, lt: 50 },
          ],
        },
      },
      3: {
        text: 'Severely hypocellular, or more than 50 and up to 75 % below normal for age.',
        when: {
          any: [
            { type: 'finding', what: 'severely hypocellular' },
            { type: 'measure', what: 'marrow cellularity reduction', unit: '%', gt: 50, le: 75 },
          ],
        },
      },
      4: {
        text: 'Aplastic for longer than 2 weeks.',
        when: { type: 'finding', what: 'aplastic marrow persisting longer than 2 weeks' },
      },
      5: { text: 'Death from the event.', when: { type: 'death' } },
    },
    v6: {
      2: {
        text: 'Growth factor needed; or transfusion needed.',
        when: {
          any: [
            { type: 'intervention', kind: 'growth-factor' },
            { type: 'intervention', kind: 'transfusion' },
          ],
        },
      },
      3: {
        text: 'Severe or medically important without immediate danger to life; admission or longer stay needed.',
        when: {
          any: [
            { type: 'symptom', severity: 'severe' },
            { type: 'finding', what: 'medically significant, not immediately life-threatening' },
            { type: 'intervention', kind: 'hospitalisation' },
            { type: 'intervention', kind: 'prolonged-hospitalisation' },
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
  hlh: {
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
        text: 'No or mild symptoms; needs evaluation only; no treatment needed.',
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
        text: 'Moderate symptoms; treatment such as immunosuppressants needed.',
        when: {
          any: [
            { type: 'symptom', severity: 'moderate' },
            { type: 'intervention', kind: 'immunosuppressant' },
          ],
        },
      },
      3: {
        text: 'Severe or medically important without immediate danger to life; admission or longer stay needed.',
        when: {
          any: [
            { type: 'symptom', severity: 'severe' },
            { type: 'finding', what: 'medically significant, not immediately life-threatening' },
            { type: 'intervention', kind: 'hospitalisation' },
            { type: 'intervention', kind: 'prolonged-hospitalisation' },
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
  ttp: {
    v5: {
      3: {
        text: 'Laboratory findings with clinical effects such as renal impairment or petechiae.',
        when: { type: 'finding', what: 'laboratory findings with clinical consequences' },
      },
      4: {
        text: 'Danger to life, such as brain bleeding, thrombosis or renal failure.',
        when: { type: 'consequence', what: 'life-threatening' },
      },
      5: { text: 'Death from the event.', when: { type: 'death' } },
    },
    v6: 'as-v5',
  },
} as const satisfies CriteriaOfTerms
