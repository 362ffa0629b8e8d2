import type { LimitsOfAnalytes } from './limit.ts'

/** Laboratory limits, checked against the NCI workbooks of CTCAE v5.0 (2017-11-27) and v6.0 (2025). */
export const electrolytes = {
  ph: [
    {
      side: 'low',
      v5: { term: 'Acidosis', grades: { 1: [{ ge: { '[pH]': 7.3 }, lt: [1, 'LLN'] }], 3: [{ lt: { '[pH]': 7.3 } }] } },
      v6: { term: 'Acidosis', grades: { 1: [{ ge: { '[pH]': 7.3 }, lt: [1, 'LLN'] }], 3: [{ lt: { '[pH]': 7.3 } }] } },
    },
  ],
  sodium: [
    {
      side: 'low',
      v5: {
        term: 'Hyponatremia',
        grades: {
          1: [{ ge: { 'mmol/L': 130 }, lt: [1, 'LLN'] }],
          2: [{ ge: { 'mmol/L': 125 }, lt: { 'mmol/L': 130 }, requires: 'asymptomatic' }],
          3: [
            { ge: { 'mmol/L': 125 }, lt: { 'mmol/L': 130 }, requires: 'symptomatic' },
            { ge: { 'mmol/L': 120 }, lt: { 'mmol/L': 125 } },
          ],
          4: [{ lt: { 'mmol/L': 120 } }],
        },
      },
      v6: {
        term: 'Hyponatremia',
        grades: {
          1: [{ ge: { 'mmol/L': 130 }, lt: [1, 'LLN'] }],
          2: [{ ge: { 'mmol/L': 125 }, lt: { 'mmol/L': 130 }, requires: 'asymptomatic' }],
          3: [
            { ge: { 'mmol/L': 125 }, lt: { 'mmol/L': 130 }, requires: 'symptomatic' },
            { ge: { 'mmol/L': 120 }, lt: { 'mmol/L': 125 } },
          ],
          4: [{ lt: { 'mmol/L': 120 } }],
        },
      },
    },
    {
      side: 'high',
      v5: {
        term: 'Hypernatremia',
        grades: {
          1: [{ gt: [1, 'ULN'], le: { 'mmol/L': 150 } }],
          2: [{ gt: { 'mmol/L': 150 }, le: { 'mmol/L': 155 } }],
          3: [{ gt: { 'mmol/L': 155 }, le: { 'mmol/L': 160 } }],
          4: [{ gt: { 'mmol/L': 160 } }],
        },
      },
      v6: {
        term: 'Hypernatremia',
        grades: {
          1: [{ gt: [1, 'ULN'], le: { 'mmol/L': 150 } }],
          2: [{ gt: { 'mmol/L': 150 }, le: { 'mmol/L': 155 } }],
          3: [{ gt: { 'mmol/L': 155 }, le: { 'mmol/L': 160 } }],
          4: [{ gt: { 'mmol/L': 160 } }],
        },
      },
    },
  ],
  potassium: [
    {
      side: 'high',
      v5: {
        term: 'Hyperkalemia',
        grades: {
          1: [{ gt: [1, 'ULN'], le: { 'mmol/L': 5.5 } }],
          2: [{ gt: { 'mmol/L': 5.5 }, le: { 'mmol/L': 6 } }],
          3: [{ gt: { 'mmol/L': 6 }, le: { 'mmol/L': 7 } }],
          4: [{ gt: { 'mmol/L': 7 } }],
        },
      },
      v6: {
        term: 'Hyperkalemia',
        grades: {
          1: [{ gt: [1, 'ULN'], le: { 'mmol/L': 5.5 } }],
          2: [{ gt: { 'mmol/L': 5.5 }, le: { 'mmol/L': 6 } }],
          3: [{ gt: { 'mmol/L': 6 }, le: { 'mmol/L': 7 } }],
          4: [{ gt: { 'mmol/L': 7 } }],
        },
      },
    },
    {
      side: 'low',
      v5: {
        term: 'Hypokalemia',
        grades: {
          1: [{ ge: { 'mmol/L': 3 }, lt: [1, 'LLN'] }],
          2: [{ ge: { 'mmol/L': 3 }, lt: [1, 'LLN'], requires: 'symptomatic-or-intervention-indicated' }],
          3: [{ ge: { 'mmol/L': 2.5 }, lt: { 'mmol/L': 3 } }],
          4: [{ lt: { 'mmol/L': 2.5 } }],
        },
      },
      v6: {
        term: 'Hypokalemia',
        grades: {
          1: [{ ge: { 'mmol/L': 3 }, lt: [1, 'LLN'] }],
          2: [{ ge: { 'mmol/L': 3 }, lt: [1, 'LLN'], requires: 'symptomatic-or-intervention-indicated' }],
          3: [{ ge: { 'mmol/L': 2.5 }, lt: { 'mmol/L': 3 } }],
          4: [{ lt: { 'mmol/L': 2.5 } }],
        },
      },
    },
  ],
  calcium: [
    {
      side: 'high',
      v5: {
        term: 'Hypercalcemia',
        grades: {
          1: [{ gt: [1, 'ULN'], le: { 'mg/dL': 11.5, 'mmol/L': 2.9 } }],
          2: [{ gt: { 'mg/dL': 11.5, 'mmol/L': 2.9 }, le: { 'mg/dL': 12.5, 'mmol/L': 3.1 } }],
          3: [{ gt: { 'mg/dL': 12.5, 'mmol/L': 3.1 }, le: { 'mg/dL': 13.5, 'mmol/L': 3.4 } }],
          4: [{ gt: { 'mg/dL': 13.5, 'mmol/L': 3.4 } }],
        },
      },
      v6: {
        term: 'Hypercalcemia',
        grades: {
          1: [{ gt: [1, 'ULN'], le: { 'mg/dL': 11.5, 'mmol/L': 2.9 } }],
          2: [{ gt: { 'mg/dL': 11.5, 'mmol/L': 2.9 }, le: { 'mg/dL': 12.5, 'mmol/L': 3.1 } }],
          3: [{ gt: { 'mg/dL': 12.5, 'mmol/L': 3.1 }, le: { 'mg/dL': 13.5, 'mmol/L': 3.4 } }],
          4: [{ gt: { 'mg/dL': 13.5, 'mmol/L': 3.4 } }],
        },
      },
    },
    {
      side: 'low',
      v5: {
        term: 'Hypocalcemia',
        grades: {
          1: [{ ge: { 'mg/dL': 8, 'mmol/L': 2 }, lt: [1, 'LLN'] }],
          2: [{ ge: { 'mg/dL': 7, 'mmol/L': 1.75 }, lt: { 'mg/dL': 8, 'mmol/L': 2 } }],
          3: [{ ge: { 'mg/dL': 6, 'mmol/L': 1.5 }, lt: { 'mg/dL': 7, 'mmol/L': 1.75 } }],
          4: [{ lt: { 'mg/dL': 6, 'mmol/L': 1.5 } }],
        },
      },
      v6: {
        term: 'Hypocalcemia',
        grades: {
          1: [{ ge: { 'mg/dL': 8, 'mmol/L': 2 }, lt: [1, 'LLN'] }],
          2: [{ ge: { 'mg/dL': 7, 'mmol/L': 1.75 }, lt: { 'mg/dL': 8, 'mmol/L': 2 } }],
          3: [{ ge: { 'mg/dL': 6, 'mmol/L': 1.5 }, lt: { 'mg/dL': 7, 'mmol/L': 1.75 } }],
          4: [{ lt: { 'mg/dL': 6, 'mmol/L': 1.5 } }],
        },
      },
    },
  ],
  'calcium-ionized': [
    {
      side: 'high',
      v5: {
        term: 'Hypercalcemia',
        grades: {
          1: [{ gt: [1, 'ULN'], le: { 'mmol/L': 1.5, 'mg/dL': 6.0 } }],
          2: [{ gt: { 'mmol/L': 1.5, 'mg/dL': 6.0 }, le: { 'mmol/L': 1.6, 'mg/dL': 6.4 } }],
          3: [{ gt: { 'mmol/L': 1.6, 'mg/dL': 6.4 }, le: { 'mmol/L': 1.8, 'mg/dL': 7.2 } }],
          4: [{ gt: { 'mmol/L': 1.8, 'mg/dL': 7.2 } }],
        },
      },
      v6: {
        term: 'Hypercalcemia',
        grades: {
          1: [{ gt: [1, 'ULN'], le: { 'mmol/L': 1.5, 'mg/dL': 6.0 } }],
          2: [{ gt: { 'mmol/L': 1.5, 'mg/dL': 6.0 }, le: { 'mmol/L': 1.6, 'mg/dL': 6.4 } }],
          3: [{ gt: { 'mmol/L': 1.6, 'mg/dL': 6.4 }, le: { 'mmol/L': 1.8, 'mg/dL': 7.2 } }],
          4: [{ gt: { 'mmol/L': 1.8, 'mg/dL': 7.2 } }],
        },
      },
    },
    {
      side: 'low',
      v5: {
        term: 'Hypocalcemia',
        grades: {
          1: [{ ge: { 'mmol/L': 1, 'mg/dL': 4 }, lt: [1, 'LLN'] }],
          2: [{ ge: { 'mmol/L': 0.9, 'mg/dL': 3.6 }, lt: { 'mmol/L': 1, 'mg/dL': 4 } }],
          3: [{ ge: { 'mmol/L': 0.8, 'mg/dL': 3.2 }, lt: { 'mmol/L': 0.9, 'mg/dL': 3.6 } }],
          4: [{ lt: { 'mmol/L': 0.8, 'mg/dL': 3.2 } }],
        },
      },
      v6: {
        term: 'Hypocalcemia',
        grades: {
          1: [{ ge: { 'mmol/L': 1, 'mg/dL': 4 }, lt: [1, 'LLN'] }],
          2: [{ ge: { 'mmol/L': 0.9, 'mg/dL': 3.6 }, lt: { 'mmol/L': 1, 'mg/dL': 4 } }],
          3: [{ ge: { 'mmol/L': 0.8, 'mg/dL': 3.2 }, lt: { 'mmol/L': 0.9, 'mg/dL': 3.6 } }],
          4: [{ lt: { 'mmol/L': 0.8, 'mg/dL': 3.2 } }],
        },
      },
    },
  ],
  magnesium: [
    {
      side: 'low',
      v5: {
        term: 'Hypomagnesemia',
        grades: {
          1: [{ ge: { 'mg/dL': 1.2, 'mmol/L': 0.5 }, lt: [1, 'LLN'] }],
          2: [{ ge: { 'mg/dL': 0.9, 'mmol/L': 0.4 }, lt: { 'mg/dL': 1.2, 'mmol/L': 0.5 } }],
          3: [{ ge: { 'mg/dL': 0.7, 'mmol/L': 0.3 }, lt: { 'mg/dL': 0.9, 'mmol/L': 0.4 } }],
          4: [{ lt: { 'mg/dL': 0.7, 'mmol/L': 0.3 } }],
        },
      },
      v6: {
        term: 'Hypomagnesemia',
        grades: {
          1: [{ ge: { 'mg/dL': 1.2, 'mmol/L': 0.5 }, lt: [1, 'LLN'] }],
          2: [{ ge: { 'mg/dL': 0.9, 'mmol/L': 0.4 }, lt: { 'mg/dL': 1.2, 'mmol/L': 0.5 } }],
          3: [{ ge: { 'mg/dL': 0.7, 'mmol/L': 0.3 }, lt: { 'mg/dL': 0.9, 'mmol/L': 0.4 } }],
          4: [{ lt: { 'mg/dL': 0.7, 'mmol/L': 0.3 } }],
        },
      },
    },
    {
      side: 'high',
      v5: {
        term: 'Hypermagnesemia',
        grades: {
          1: [{ gt: [1, 'ULN'], le: { 'mg/dL': 3, 'mmol/L': 1.23 } }],
          3: [{ gt: { 'mg/dL': 3, 'mmol/L': 1.23 }, le: { 'mg/dL': 8, 'mmol/L': 3.3 } }],
          4: [{ gt: { 'mg/dL': 8, 'mmol/L': 3.3 } }],
        },
      },
      v6: {
        term: 'Hypermagnesemia',
        grades: {
          1: [{ gt: [1, 'ULN'], le: { 'mg/dL': 3, 'mmol/L': 1.23 } }],
          3: [{ gt: { 'mg/dL': 3, 'mmol/L': 1.23 }, le: { 'mg/dL': 8, 'mmol/L': 3.3 } }],
          4: [{ gt: { 'mg/dL': 8, 'mmol/L': 3.3 } }],
        },
      },
    },
  ],
} as const satisfies LimitsOfAnalytes
