import type { LimitsOfAnalytes } from './limit.ts'

/** Laboratory limits, checked against the NCI workbooks of CTCAE v5.0 (2017-11-27) and v6.0 (2025). */
export const kidney = {
  creatinine: [
    {
      side: 'high',
      v5: {
        term: 'Creatinine increased',
        grades: {
          1: [{ gt: [1, 'ULN'], le: [1.5, 'ULN'] }],
          2: [
            { gt: [1.5, 'baseline'], le: [3, 'baseline'] },
            { gt: [1.5, 'ULN'], le: [3, 'ULN'] },
          ],
          3: [{ gt: [3, 'baseline'] }, { gt: [3, 'ULN'], le: [6, 'ULN'] }],
          4: [{ gt: [6, 'ULN'] }],
        },
      },
      v6: {
        term: 'Creatinine increased',
        grades: {
          1: [{ gt: [1, 'ULN'], le: [1.5, 'ULN'] }],
          2: [
            { when: 'baseline-below-LLN', gt: [1.5, 'baseline'], le: [3, 'baseline'] },
            { gt: [1.5, 'ULN'], le: [3, 'ULN'] },
          ],
          3: [
            { when: 'baseline-below-LLN', gt: [3, 'baseline'] },
            { gt: [3, 'ULN'], le: [6, 'ULN'] },
          ],
          4: [{ gt: [6, 'ULN'] }],
        },
      },
    },
  ],
  egfr: [
    {
      side: 'low',
      v5: {
        term: 'Chronic kidney disease',
        grades: {
          1: [{ ge: { 'mL/min/{1.73_m2}': 60 }, lt: [1, 'LLN'] }],
          2: [{ ge: { 'mL/min/{1.73_m2}': 30 }, lt: { 'mL/min/{1.73_m2}': 60 } }],
          3: [{ ge: { 'mL/min/{1.73_m2}': 15 }, lt: { 'mL/min/{1.73_m2}': 30 } }],
          4: [{ lt: { 'mL/min/{1.73_m2}': 15 } }],
        },
      },
      v6: {
        term: 'Chronic kidney disease',
        grades: {
          1: [{ ge: { 'mL/min/{1.73_m2}': 60 }, lt: [1, 'LLN'] }],
          2: [{ ge: { 'mL/min/{1.73_m2}': 30 }, lt: { 'mL/min/{1.73_m2}': 60 } }],
          3: [{ ge: { 'mL/min/{1.73_m2}': 15 }, lt: { 'mL/min/{1.73_m2}': 30 } }],
          4: [{ lt: { 'mL/min/{1.73_m2}': 15 } }],
        },
      },
    },
  ],
  'urine-protein': [
    {
      side: 'high',
      v5: {
        term: 'Proteinuria',
        grades: {
          1: [{ ge: [1, 'ULN'], lt: { 'g/(24.h)': 1 } }],
          2: [{ ge: { 'g/(24.h)': 1 }, lt: { 'g/(24.h)': 3.5 } }],
          3: [{ ge: { 'g/(24.h)': 3.5 } }],
        },
      },
      v6: {
        term: 'Urinary protein increased',
        grades: {
          1: [{ ge: [1, 'ULN'], lt: { 'g/(24.h)': 1 } }],
          2: [{ ge: { 'g/(24.h)': 1 }, lt: { 'g/(24.h)': 3.5 } }],
          3: [{ ge: { 'g/(24.h)': 3.5 } }],
        },
      },
    },
  ],
} as const satisfies LimitsOfAnalytes
