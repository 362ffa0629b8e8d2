import type { LimitsOfAnalytes } from './limit.ts'

/** Laboratory limits, checked against the NCI workbooks of CTCAE v5.0 (2017-11-27) and v6.0 (2025). */
export const heartAndMuscle = {
  ck: [
    {
      side: 'high',
      v5: {
        term: 'CPK increased',
        grades: {
          1: [{ gt: [1, 'ULN'], le: [2.5, 'ULN'] }],
          2: [{ gt: [2.5, 'ULN'], le: [5, 'ULN'] }],
          3: [{ gt: [5, 'ULN'], le: [10, 'ULN'] }],
          4: [{ gt: [10, 'ULN'] }],
        },
      },
      v6: null,
    },
  ],
  'troponin-i': [
    {
      side: 'high',
      v5: {
        term: 'Cardiac troponin I increased',
        grades: {
          1: [{ gt: [1, 'ULN'], requires: 'below-assay-MI-level' }],
          3: [{ gt: [1, 'ULN'], requires: 'at-or-above-assay-MI-level' }],
        },
      },
      v6: null,
    },
  ],
  'troponin-t': [
    {
      side: 'high',
      v5: {
        term: 'Cardiac troponin T increased',
        grades: {
          1: [{ gt: [1, 'ULN'], requires: 'below-assay-MI-level' }],
          3: [{ gt: [1, 'ULN'], requires: 'at-or-above-assay-MI-level' }],
        },
      },
      v6: null,
    },
  ],
  lvef: [
    {
      side: 'low',
      v5: {
        term: 'Ejection fraction decreased',
        grades: {
          2: [{ ge: { '%': 40 }, le: { '%': 50 } }],
          3: [{ ge: { '%': 20 }, lt: { '%': 40 } }],
          4: [{ lt: { '%': 20 } }],
        },
      },
      v6: null,
    },
  ],
} as const satisfies LimitsOfAnalytes
