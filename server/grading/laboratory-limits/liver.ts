import type { LimitsOfAnalytes } from './limit.ts'

/** Laboratory limits, checked against the NCI workbooks of CTCAE v5.0 (2017-11-27) and v6.0 (2025). */
export const liver = {
  alt: [
    {
      side: 'high',
      v5: {
        term: 'Alanine aminotransferase increased',
        grades: {
          1: [
            { when: 'baseline-normal', gt: [1, 'ULN'], le: [3, 'ULN'] },
            { when: 'baseline-abnormal', ge: [1.5, 'baseline'], le: [3, 'baseline'] },
          ],
          2: [
            { when: 'baseline-normal', gt: [3, 'ULN'], le: [5, 'ULN'] },
            { when: 'baseline-abnormal', gt: [3, 'baseline'], le: [5, 'baseline'] },
          ],
          3: [
            { when: 'baseline-normal', gt: [5, 'ULN'], le: [20, 'ULN'] },
            { when: 'baseline-abnormal', gt: [5, 'baseline'], le: [20, 'baseline'] },
          ],
          4: [
            { when: 'baseline-normal', gt: [20, 'ULN'] },
            { when: 'baseline-abnormal', gt: [20, 'baseline'] },
          ],
        },
      },
      v6: {
        term: 'Alanine aminotransferase increased',
        grades: {
          1: [
            { when: 'baseline-normal-or-low', gt: [1, 'ULN'], le: [3, 'ULN'] },
            { when: 'baseline-above-ULN', ge: [1, 'baseline'], le: [1.5, 'baseline'] },
          ],
          2: [
            { when: 'baseline-normal-or-low', gt: [3, 'ULN'], le: [5, 'ULN'] },
            { when: 'baseline-above-ULN', gt: [1.5, 'baseline'], le: [2, 'baseline'] },
          ],
          3: [
            { when: 'baseline-normal-or-low', gt: [5, 'ULN'], le: [20, 'ULN'] },
            { when: 'baseline-above-ULN', gt: [2, 'baseline'], le: [4, 'baseline'] },
          ],
          4: [
            { when: 'baseline-normal-or-low', gt: [20, 'ULN'] },
            { when: 'baseline-above-ULN', gt: [4, 'baseline'] },
          ],
        },
      },
    },
  ],
  ast: [
    {
      side: 'high',
      v5: {
        term: 'Aspartate aminotransferase increased',
        grades: {
          1: [
            { when: 'baseline-normal', gt: [1, 'ULN'], le: [3, 'ULN'] },
            { when: 'baseline-abnormal', ge: [1.5, 'baseline'], le: [3, 'baseline'] },
          ],
          2: [
            { when: 'baseline-normal', gt: [3, 'ULN'], le: [5, 'ULN'] },
            { when: 'baseline-abnormal', gt: [3, 'baseline'], le: [5, 'baseline'] },
          ],
          3: [
            { when: 'baseline-normal', gt: [5, 'ULN'], le: [20, 'ULN'] },
            { when: 'baseline-abnormal', gt: [5, 'baseline'], le: [20, 'baseline'] },
          ],
          4: [
            { when: 'baseline-normal', gt: [20, 'ULN'] },
            { when: 'baseline-abnormal', gt: [20, 'baseline'] },
          ],
        },
      },
      v6: {
        term: 'Aspartate aminotransferase increased',
        grades: {
          1: [
            { when: 'baseline-normal-or-low', gt: [1, 'ULN'], le: [3, 'ULN'] },
            { when: 'baseline-above-ULN', ge: [1, 'baseline'], le: [1.5, 'baseline'] },
          ],
          2: [
            { when: 'baseline-normal-or-low', gt: [3, 'ULN'], le: [5, 'ULN'] },
            { when: 'baseline-above-ULN', gt: [1.5, 'baseline'], le: [2, 'baseline'] },
          ],
          3: [
            { when: 'baseline-normal-or-low', gt: [5, 'ULN'], le: [20, 'ULN'] },
            { when: 'baseline-above-ULN', gt: [2, 'baseline'], le: [4, 'baseline'] },
          ],
          4: [
            { when: 'baseline-normal-or-low', gt: [20, 'ULN'] },
            { when: 'baseline-above-ULN', gt: [4, 'baseline'] },
          ],
        },
      },
    },
  ],
  alp: [
    {
      side: 'high',
      v5: {
        term: 'Alkaline phosphatase increased',
        grades: {
          1: [
            { when: 'baseline-normal', gt: [1, 'ULN'], le: [2.5, 'ULN'] },
            { when: 'baseline-abnormal', ge: [2, 'baseline'], le: [2.5, 'baseline'] },
          ],
          2: [
            { when: 'baseline-normal', gt: [2.5, 'ULN'], le: [5, 'ULN'] },
            { when: 'baseline-abnormal', gt: [2.5, 'baseline'], le: [5, 'baseline'] },
          ],
          3: [
            { when: 'baseline-normal', gt: [5, 'ULN'], le: [20, 'ULN'] },
            { when: 'baseline-abnormal', gt: [5, 'baseline'], le: [20, 'baseline'] },
          ],
          4: [
            { when: 'baseline-normal', gt: [20, 'ULN'] },
            { when: 'baseline-abnormal', gt: [20, 'baseline'] },
          ],
        },
      },
      v6: { term: 'Alkaline phosphatase increased', grades: { 1: [{ gt: [1, 'ULN'], alsoGt: [1, 'baseline'] }] } },
    },
  ],
  ggt: [
    {
      side: 'high',
      v5: {
        term: 'GGT increased',
        grades: {
          1: [
            { when: 'baseline-normal', gt: [1, 'ULN'], le: [2.5, 'ULN'] },
            { when: 'baseline-abnormal', ge: [2, 'baseline'], le: [2.5, 'baseline'] },
          ],
          2: [
            { when: 'baseline-normal', gt: [2.5, 'ULN'], le: [5, 'ULN'] },
            { when: 'baseline-abnormal', gt: [2.5, 'baseline'], le: [5, 'baseline'] },
          ],
          3: [
            { when: 'baseline-normal', gt: [5, 'ULN'], le: [20, 'ULN'] },
            { when: 'baseline-abnormal', gt: [5, 'baseline'], le: [20, 'baseline'] },
          ],
          4: [
            { when: 'baseline-normal', gt: [20, 'ULN'] },
            { when: 'baseline-abnormal', gt: [20, 'baseline'] },
          ],
        },
      },
      v6: {
        term: 'GGT increased',
        grades: {
          1: [
            { when: 'baseline-normal-or-low', gt: [1, 'ULN'], le: [2.5, 'ULN'] },
            { when: 'baseline-above-ULN', ge: [1, 'baseline'], le: [1.5, 'baseline'] },
          ],
          2: [
            { when: 'baseline-normal-or-low', gt: [2.5, 'ULN'], le: [5, 'ULN'] },
            { when: 'baseline-above-ULN', gt: [1.5, 'baseline'], le: [3, 'baseline'] },
          ],
          3: [
            { when: 'baseline-normal-or-low', gt: [5, 'ULN'], le: [20, 'ULN'] },
            { when: 'baseline-above-ULN', gt: [3, 'baseline'], le: [10, 'baseline'] },
          ],
          4: [
            { when: 'baseline-normal-or-low', gt: [20, 'ULN'] },
            { when: 'baseline-above-ULN', gt: [10, 'baseline'] },
          ],
        },
      },
    },
  ],
  'bilirubin-total': [
    {
      side: 'high',
      v5: {
        term: 'Blood bilirubin increased',
        grades: {
          1: [
            { when: 'baseline-normal', gt: [1, 'ULN'], le: [1.5, 'ULN'] },
            { when: 'baseline-abnormal', gt: [1, 'baseline'], le: [1.5, 'baseline'] },
          ],
          2: [
            { when: 'baseline-normal', gt: [1.5, 'ULN'], le: [3, 'ULN'] },
            { when: 'baseline-abnormal', gt: [1.5, 'baseline'], le: [3, 'baseline'] },
          ],
          3: [
            { when: 'baseline-normal', gt: [3, 'ULN'], le: [10, 'ULN'] },
            { when: 'baseline-abnormal', gt: [3, 'baseline'], le: [10, 'baseline'] },
          ],
          4: [
            { when: 'baseline-normal', gt: [10, 'ULN'] },
            { when: 'baseline-abnormal', gt: [10, 'baseline'] },
          ],
        },
      },
      v6: {
        term: 'Blood bilirubin increased',
        grades: {
          1: [
            { when: 'baseline-normal-or-low', gt: [1, 'ULN'], le: [1.5, 'ULN'] },
            { when: 'baseline-above-ULN', ge: [1, 'baseline'], le: [1.5, 'baseline'] },
          ],
          2: [
            { when: 'baseline-normal-or-low', gt: [1.5, 'ULN'], le: [3, 'ULN'] },
            { when: 'baseline-above-ULN', gt: [1.5, 'baseline'], le: [2.5, 'baseline'] },
          ],
          3: [
            { when: 'baseline-normal-or-low', gt: [3, 'ULN'], le: [10, 'ULN'] },
            { when: 'baseline-above-ULN', gt: [2.5, 'baseline'], le: [10, 'baseline'] },
          ],
          4: [
            { when: 'baseline-normal-or-low', gt: [10, 'ULN'] },
            { when: 'baseline-above-ULN', gt: [10, 'baseline'] },
          ],
        },
      },
    },
  ],
  albumin: [
    {
      side: 'low',
      v5: {
        term: 'Hypoalbuminemia',
        grades: {
          1: [{ ge: { 'g/dL': 3, 'g/L': 30 }, lt: [1, 'LLN'] }],
          2: [{ ge: { 'g/dL': 2, 'g/L': 20 }, lt: { 'g/dL': 3, 'g/L': 30 } }],
          3: [{ lt: { 'g/dL': 2, 'g/L': 20 } }],
        },
      },
      v6: {
        term: 'Hypoalbuminemia',
        grades: {
          1: [{ ge: { 'g/dL': 3, 'g/L': 30 }, lt: [1, 'LLN'] }],
          2: [{ ge: { 'g/dL': 2, 'g/L': 20 }, lt: { 'g/dL': 3, 'g/L': 30 } }],
          3: [{ lt: { 'g/dL': 2, 'g/L': 20 } }],
        },
      },
    },
  ],
  inr: [
    {
      side: 'high',
      v5: {
        term: 'INR increased',
        grades: {
          1: [
            { gt: { '1': 1.2 }, le: { '1': 1.5 } },
            { when: 'on-anticoagulation', gt: [1, 'baseline'], le: [1.5, 'baseline'] },
          ],
          2: [
            { gt: { '1': 1.5 }, le: { '1': 2.5 } },
            { when: 'on-anticoagulation', gt: [1.5, 'baseline'], le: [2.5, 'baseline'] },
          ],
          3: [{ gt: { '1': 2.5 } }, { when: 'on-anticoagulation', gt: [2.5, 'baseline'] }],
        },
      },
      v6: {
        term: 'INR increased',
        grades: {
          1: [
            { gt: { '1': 1.2 }, le: { '1': 1.5 } },
            { when: 'on-anticoagulation', gt: [1, 'baseline'], le: [1.5, 'baseline'] },
          ],
          2: [
            { gt: { '1': 1.5 }, le: { '1': 2.5 } },
            { when: 'on-anticoagulation', gt: [1.5, 'baseline'], le: [2.5, 'baseline'] },
          ],
          3: [{ gt: { '1': 2.5 } }, { when: 'on-anticoagulation', gt: [2.5, 'baseline'] }],
        },
      },
    },
  ],
  aptt: [
    {
      side: 'high',
      v5: {
        term: 'Activated partial thromboplastin time prolonged',
        grades: {
          1: [{ gt: [1, 'ULN'], le: [1.5, 'ULN'] }],
          2: [{ gt: [1.5, 'ULN'], le: [2.5, 'ULN'] }],
          3: [{ gt: [2.5, 'ULN'] }],
        },
      },
      v6: {
        term: 'Activated partial thromboplastin time prolonged',
        grades: {
          1: [{ gt: [1, 'ULN'], le: [1.5, 'ULN'] }],
          2: [{ gt: [1.5, 'ULN'], le: [2.5, 'ULN'] }],
          3: [{ gt: [2.5, 'ULN'] }],
        },
      },
    },
  ],
} as const satisfies LimitsOfAnalytes
