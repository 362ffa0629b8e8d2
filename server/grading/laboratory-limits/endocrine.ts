import type { LimitsOfAnalytes } from './limit.ts'

/** Laboratory limits, checked against the NCI workbooks of CTCAE v5.0 (2017-11-27) and v6.0 (2025). */
export const endocrine = {
  tsh: [
    {
      side: 'high',
      v5: {
        term: 'Thyroid stimulating hormone increased',
        grades: { 1: [{ gt: [1, 'ULN'], requires: 'no-intervention' }] },
      },
      v6: {
        term: 'Thyroid stimulating hormone increased',
        grades: { 1: [{ gt: [1, 'ULN'], requires: 'no-intervention' }] },
      },
    },
  ],
  glucose: [
    {
      side: 'high',
      v5: { term: 'Hyperglycemia', grades: {} },
      v6: {
        term: 'Hyperglycemia',
        grades: {
          1: [{ when: 'fasting', gt: [1, 'ULN'], le: { 'mg/dL': 160, 'mmol/L': 8.9 } }],
          2: [{ when: 'fasting', gt: { 'mg/dL': 160, 'mmol/L': 8.9 }, le: { 'mg/dL': 250, 'mmol/L': 13.9 } }],
          3: [{ gt: { 'mg/dL': 250, 'mmol/L': 13.9 }, le: { 'mg/dL': 500, 'mmol/L': 27.8 } }],
          4: [{ gt: { 'mg/dL': 500, 'mmol/L': 27.8 } }],
        },
      },
    },
    {
      side: 'low',
      v5: {
        term: 'Hypoglycemia',
        grades: {
          1: [{ ge: { 'mg/dL': 55, 'mmol/L': 3 }, lt: [1, 'LLN'] }],
          2: [{ ge: { 'mg/dL': 40, 'mmol/L': 2.2 }, lt: { 'mg/dL': 55, 'mmol/L': 3 } }],
          3: [{ ge: { 'mg/dL': 30, 'mmol/L': 1.7 }, lt: { 'mg/dL': 40, 'mmol/L': 2.2 } }],
          4: [{ lt: { 'mg/dL': 30, 'mmol/L': 1.7 } }],
        },
      },
      v6: {
        term: 'Hypoglycemia',
        grades: {
          1: [{ ge: { 'mg/dL': 55, 'mmol/L': 3 }, lt: [1, 'LLN'] }],
          2: [{ ge: { 'mg/dL': 40, 'mmol/L': 2.2 }, lt: { 'mg/dL': 55, 'mmol/L': 3 } }],
          3: [{ ge: { 'mg/dL': 30, 'mmol/L': 1.7 }, lt: { 'mg/dL': 40, 'mmol/L': 2.2 } }],
          4: [{ lt: { 'mg/dL': 30, 'mmol/L': 1.7 } }],
        },
      },
    },
  ],
  acth: [
    {
      side: 'low',
      v5: { term: 'Blood corticotrophin decreased', grades: {} },
      v6: { term: 'Blood corticotrophin decreased', grades: {} },
    },
  ],
} as const satisfies LimitsOfAnalytes
