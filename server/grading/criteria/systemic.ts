import type { CriteriaOfTerms } from './criterion.ts'

/**
 * What makes which grade: systemic terms, in our own words. Checked against the NCI workbooks of CTCAE v5.0 (2017-11-27)
 * and v6.0 (2025); a grade that is not listed does not exist and is never issued.
 */
export const systemic = {
  'infusion-reaction': {
    v5: {
      1: {
        text: 'Mild and short; no interruption and no treatment needed.',
        when: {
          all: [
            { type: 'symptom', severity: 'mild' },
            { type: 'finding', what: 'transient' },
            { type: 'intervention', kind: 'any', state: 'not-indicated' },
          ],
        },
      },
      2: {
        text: 'Interruption of the infusion needed but quick response to treatment (antihistamine, NSAID, opioid, fluids); or prophylactic drugs needed for up to 24 hours.',
        when: {
          any: [
            {
              all: [
                { type: 'intervention', kind: 'infusion-interruption' },
                { type: 'finding', what: 'responds promptly to symptomatic treatment' },
              ],
            },
            { type: 'intervention', kind: 'prophylactic-medication-up-to-24h' },
          ],
        },
      },
      3: {
        text: 'Prolonged, not quickly responsive; or symptoms return after improvement; or admission needed.',
        when: {
          any: [
            { type: 'finding', what: 'prolonged, not rapidly responsive' },
            { type: 'finding', what: 'recurrence after initial improvement' },
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
  anaphylaxis: {
    v5: {
      3: {
        text: 'Bronchospasm with or without hives; or parenteral treatment needed; or allergic swelling; or low blood pressure.',
        when: {
          any: [
            { type: 'finding', what: 'symptomatic bronchospasm' },
            { type: 'intervention', kind: 'parenteral' },
            { type: 'finding', what: 'allergy-related edema or angioedema' },
            { type: 'finding', what: 'hypotension' },
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
  crs: {
    v5: {
      1: {
        text: 'Fever with or without general symptoms.',
        when: { type: 'measure', what: 'temperature', unit: 'Cel', ge: 38 },
      },
      2: {
        text: 'Low blood pressure that responds to fluids; or low oxygen that responds to less than 40 % oxygen.',
        when: {
          any: [
            { type: 'finding', what: 'hypotension responding to fluids' },
            { type: 'measure', what: 'FiO2 needed', unit: '%', lt: 40 },
          ],
        },
      },
      3: {
        text: 'Low blood pressure controlled with one vasopressor; or low oxygen needing 40 % oxygen or more.',
        when: {
          any: [
            { type: 'count', what: 'vasopressors', ge: 1, le: 1 },
            { type: 'measure', what: 'FiO2 needed', unit: '%', ge: 40 },
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
        text: 'Fever with or without general symptoms.',
        when: { type: 'measure', what: 'temperature', unit: 'Cel', ge: 38 },
      },
      2: {
        text: 'Low blood pressure that responds to fluids; or low oxygen needing low-flow nasal cannula or blow-by.',
        when: {
          any: [
            { type: 'finding', what: 'hypotension responding to fluids' },
            { type: 'intervention', kind: 'oxygen-low-flow' },
          ],
        },
      },
      3: {
        text: 'Low blood pressure controlled with one vasopressor; or low oxygen needing high-flow cannula, face mask, non-rebreather or Venturi mask.',
        when: {
          any: [
            { type: 'count', what: 'vasopressors', ge: 1, le: 1 },
            { type: 'intervention', kind: 'oxygen-high-flow-or-mask' },
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
  'dry-mouth': {
    v5: {
      1: {
        text: 'Symptoms (dry or thick saliva) without real diet change; unstimulated saliva over 0.2 mL/min.',
        when: {
          any: [
            { type: 'finding', what: 'dry mouth without significant dietary alteration' },
            { type: 'measure', what: 'unstimulated saliva flow', unit: 'mL/min', gt: 0.2 },
          ],
        },
      },
      2: {
        text: 'Moderate; eating changed (much water, soft or moist food); saliva 0.1 to 0.2 mL/min.',
        when: {
          any: [
            { type: 'symptom', severity: 'moderate' },
            { type: 'finding', what: 'oral intake alterations' },
            { type: 'measure', what: 'unstimulated saliva flow', unit: 'mL/min', ge: 0.1, le: 0.2 },
          ],
        },
      },
      3: {
        text: 'Cannot eat enough by mouth; tube or parenteral feeding needed; saliva under 0.1 mL/min.',
        when: {
          any: [
            { type: 'finding', what: 'inability to aliment orally' },
            { type: 'intervention', kind: 'tube-feeding-or-tpn' },
            { type: 'measure', what: 'unstimulated saliva flow', unit: 'mL/min', lt: 0.1 },
          ],
        },
      },
    },
    v6: 'as-v5',
  },
  fatigue: {
    v5: {
      1: { text: 'Relieved by rest.', when: { type: 'finding', what: 'relieved by rest' } },
      2: {
        text: 'Not relieved by rest; or limits instrumental activities.',
        when: {
          any: [
            { type: 'finding', what: 'not relieved by rest' },
            { type: 'adl', level: 'instrumental' },
          ],
        },
      },
      3: {
        text: 'Not relieved by rest and limits self-care.',
        when: {
          all: [
            { type: 'finding', what: 'not relieved by rest' },
            { type: 'adl', level: 'self-care' },
          ],
        },
      },
    },
    v6: 'as-v5',
  },
  'autoimmune-other': {
    v5: {
      1: {
        text: 'No symptoms; serology or other sign of autoimmunity with normal organ function; no treatment needed.',
        when: {
          all: [
            { type: 'symptom', severity: 'none' },
            { type: 'finding', what: 'serologic or other evidence of autoimmune reaction with normal organ function' },
            { type: 'intervention', kind: 'any', state: 'not-indicated' },
          ],
        },
      },
      2: {
        text: 'Autoimmune reaction of a non-vital organ or function, such as the thyroid.',
        when: { type: 'finding', what: 'autoimmune reaction of a non-essential organ' },
      },
      3: {
        text: 'Autoimmune reaction of a major organ, such as bowel, blood, heart or kidney.',
        when: { type: 'finding', what: 'autoimmune reaction of a major organ' },
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
