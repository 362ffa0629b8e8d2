import type { CriteriaOfTerms } from './criterion.ts'

/**
 * What makes which grade: skin terms, in our own words. Checked against the NCI workbooks of CTCAE v5.0 (2017-11-27)
 * and v6.0 (2025); a grade that is not listed does not exist and is never issued.
 */
export const skin = {
  'rash-maculopapular': {
    v5: {
      1: {
        text: 'Macules or papules on less than 10 % of body surface (BSA), with or without itching, burning or tightness.',
        when: { type: 'bsa', lt: 10 },
      },
      2: {
        text: '10 to 30 % BSA with or without symptoms; or limits instrumental activities of daily living; or more than 30 % BSA with no or mild symptoms.',
        when: {
          any: [
            { type: 'bsa', ge: 10, le: 30 },
            { type: 'adl', level: 'instrumental' },
            {
              all: [
                { type: 'bsa', gt: 30 },
                {
                  any: [
                    { type: 'symptom', severity: 'none' },
                    { type: 'symptom', severity: 'mild' },
                  ],
                },
              ],
            },
          ],
        },
      },
      3: {
        text: 'More than 30 % BSA with moderate or severe symptoms; or limits self-care.',
        when: {
          any: [
            {
              all: [
                { type: 'bsa', gt: 30 },
                {
                  any: [
                    { type: 'symptom', severity: 'moderate' },
                    { type: 'symptom', severity: 'severe' },
                  ],
                },
              ],
            },
            { type: 'adl', level: 'self-care' },
          ],
        },
      },
    },
    v6: {
      1: { text: 'No symptoms.', when: { type: 'symptom', severity: 'none' } },
      2: { text: 'Mild symptoms.', when: { type: 'symptom', severity: 'mild' } },
      3: {
        text: 'More than 50 % BSA; or moderate or severe symptoms.',
        when: {
          any: [
            { type: 'bsa', gt: 50 },
            { type: 'symptom', severity: 'moderate' },
            { type: 'symptom', severity: 'severe' },
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
  pruritus: {
    v5: {
      1: {
        text: 'Mild or in one place; topical treatment needed.',
        when: {
          any: [
            { type: 'symptom', severity: 'mild' },
            { type: 'finding', what: 'localized' },
            { type: 'intervention', kind: 'topical' },
          ],
        },
      },
      2: {
        text: 'Widespread and coming and going; or scratch marks or other skin changes from scratching; or oral treatment needed; or limits instrumental activities.',
        when: {
          any: [
            {
              all: [
                { type: 'finding', what: 'widespread' },
                { type: 'finding', what: 'intermittent' },
              ],
            },
            { type: 'finding', what: 'skin changes from scratching' },
            { type: 'intervention', kind: 'oral' },
            { type: 'adl', level: 'instrumental' },
          ],
        },
      },
      3: {
        text: 'Widespread and constant; or limits self-care or sleep; or systemic steroid or immunosuppressant needed.',
        when: {
          any: [
            {
              all: [
                { type: 'finding', what: 'widespread' },
                { type: 'finding', what: 'constant' },
              ],
            },
            { type: 'adl', level: 'self-care' },
            { type: 'finding', what: 'limits sleep' },
            { type: 'intervention', kind: 'systemic-steroid' },
            { type: 'intervention', kind: 'immunosuppressant' },
          ],
        },
      },
    },
    v6: 'as-v5',
  },
  'bullous-dermatitis': {
    v5: {
      1: {
        text: 'No symptoms; blisters on less than 10 % BSA.',
        when: {
          all: [
            { type: 'symptom', severity: 'none' },
            { type: 'bsa', lt: 10 },
          ],
        },
      },
      2: {
        text: 'Blisters on 10 to 30 % BSA; or painful blisters; or limits instrumental activities.',
        when: {
          any: [
            { type: 'bsa', ge: 10, le: 30 },
            { type: 'symptom', severity: 'any', what: 'painful blisters' },
            { type: 'adl', level: 'instrumental' },
          ],
        },
      },
      3: {
        text: 'Blisters on more than 30 % BSA; or limits self-care.',
        when: {
          any: [
            { type: 'bsa', gt: 30 },
            { type: 'adl', level: 'self-care' },
          ],
        },
      },
      4: {
        text: 'Blisters on more than 30 % BSA with fluid or electrolyte disturbance; or intensive care or burn unit needed.',
        when: {
          any: [
            {
              all: [
                { type: 'bsa', gt: 30 },
                { type: 'finding', what: 'fluid or electrolyte abnormality' },
              ],
            },
            { type: 'intervention', kind: 'icu' },
            { type: 'intervention', kind: 'burn-unit' },
          ],
        },
      },
      5: { text: 'Death from the event.', when: { type: 'death' } },
    },
    v6: {
      1: { text: 'No symptoms.', when: { type: 'symptom', severity: 'none' } },
      2: {
        text: 'Painful blisters; or limits instrumental activities.',
        when: {
          any: [
            { type: 'symptom', severity: 'any', what: 'painful blisters' },
            { type: 'adl', level: 'instrumental' },
          ],
        },
      },
      3: {
        text: 'Blisters on more than 50 % BSA; or limits self-care.',
        when: {
          any: [
            { type: 'bsa', gt: 50 },
            { type: 'adl', level: 'self-care' },
          ],
        },
      },
      4: {
        text: 'Blisters on more than 75 % BSA; or fluid or electrolyte disturbance; or intensive care or burn unit needed.',
        when: {
          any: [
            { type: 'bsa', gt: 75 },
            { type: 'finding', what: 'fluid or electrolyte abnormality' },
            { type: 'intervention', kind: 'icu' },
            { type: 'intervention', kind: 'burn-unit' },
          ],
        },
      },
      5: { text: 'Death from the event.', when: { type: 'death' } },
    },
  },
  sjs: {
    v5: {
      3: {
        text: 'Skin detaching on less than 10 % BSA with typical signs (redness, purpura, epidermal or mucosal detachment).',
        when: {
          all: [
            { type: 'bsa', lt: 10 },
            { type: 'finding', what: 'erythema, purpura, epidermal or mucous membrane detachment' },
          ],
        },
      },
      4: {
        text: 'Skin detaching on 10 to 30 % BSA with typical signs.',
        when: {
          all: [
            { type: 'bsa', ge: 10, le: 30 },
            { type: 'finding', what: 'erythema, purpura, epidermal or mucous membrane detachment' },
          ],
        },
      },
      5: { text: 'Death from the event.', when: { type: 'death' } },
    },
    v6: {
      3: { text: 'Skin detaching on less than 10 % BSA.', when: { type: 'bsa', lt: 10 } },
      4: {
        text: 'Skin detaching on 10 % BSA or more; or danger to life.',
        when: {
          any: [
            { type: 'bsa', ge: 10 },
            { type: 'consequence', what: 'life-threatening' },
          ],
        },
      },
      5: { text: 'Death from the event.', when: { type: 'death' } },
    },
  },
  ten: {
    v5: {
      4: {
        text: 'Skin detaching on 30 % BSA or more with associated symptoms.',
        when: {
          all: [
            { type: 'bsa', ge: 30 },
            { type: 'finding', what: 'erythema, purpura or epidermal detachment' },
          ],
        },
      },
      5: { text: 'Death from the event.', when: { type: 'death' } },
    },
    v6: {
      4: {
        text: 'Skin detaching on 30 % BSA or more with associated symptoms; or danger to life.',
        when: {
          any: [
            {
              all: [
                { type: 'bsa', ge: 30 },
                { type: 'finding', what: 'erythema, purpura or epidermal detachment' },
              ],
            },
            { type: 'consequence', what: 'life-threatening' },
          ],
        },
      },
      5: { text: 'Death from the event.', when: { type: 'death' } },
    },
  },
  dress: {
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
  vitiligo: {
    v5: {
      1: {
        text: 'Pale or depigmented skin on less than 10 % BSA without psychosocial impact.',
        when: {
          all: [
            { type: 'bsa', lt: 10 },
            { type: 'finding', what: 'no psychosocial impact' },
          ],
        },
      },
      2: {
        text: 'On more than 10 % BSA; or with psychosocial impact.',
        when: {
          any: [
            { type: 'bsa', gt: 10 },
            { type: 'finding', what: 'psychosocial impact' },
          ],
        },
      },
    },
    v6: {
      1: { text: 'Present.', when: { type: 'finding', what: 'hypopigmentation present' } },
      2: { text: 'With psychosocial impact.', when: { type: 'finding', what: 'psychosocial impact' } },
    },
  },
  'psoriasis-lichenoid-eczema': {
    v5: {
      1: {
        text: 'No or mild symptoms; no more treatment than before.',
        when: {
          all: [
            {
              any: [
                { type: 'symptom', severity: 'none' },
                { type: 'symptom', severity: 'mild' },
              ],
            },
            { type: 'finding', what: 'no additional medical intervention over baseline' },
          ],
        },
      },
      2: {
        text: 'Moderate; topical or oral treatment needed; more treatment than before.',
        when: {
          any: [
            { type: 'symptom', severity: 'moderate' },
            { type: 'intervention', kind: 'topical' },
            { type: 'intervention', kind: 'oral' },
            { type: 'finding', what: 'additional medical intervention over baseline' },
          ],
        },
      },
      3: {
        text: 'Severe or medically important without immediate danger to life; intravenous treatment needed.',
        when: {
          any: [
            { type: 'symptom', severity: 'severe' },
            { type: 'finding', what: 'medically significant, not immediately life-threatening' },
            { type: 'intervention', kind: 'iv' },
          ],
        },
      },
    },
    v6: {
      1: { text: 'Present; topical treatment needed.', when: { type: 'intervention', kind: 'topical' } },
      2: { text: 'Oral treatment needed.', when: { type: 'intervention', kind: 'oral' } },
      3: { text: 'Intravenous treatment needed.', when: { type: 'intervention', kind: 'iv' } },
    },
  },
} as const satisfies CriteriaOfTerms
