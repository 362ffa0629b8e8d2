import type { LimitsOfAnalytes } from './limit.ts'

/** Laboratory limits, checked against the NCI workbooks of CTCAE v5.0 (2017-11-27) and v6.0 (2025). */
export const blood = {
  platelets: [
    {
      side: 'low',
      v5: {
        term: 'Platelet count decreased',
        grades: {
          1: [{ ge: { '10*9/L': 75 }, lt: [1, 'LLN'] }],
          2: [{ ge: { '10*9/L': 50 }, lt: { '10*9/L': 75 } }],
          3: [{ ge: { '10*9/L': 25 }, lt: { '10*9/L': 50 } }],
          4: [{ lt: { '10*9/L': 25 } }],
        },
      },
      v6: {
        term: 'Thrombocytopenia',
        grades: {
          1: [{ ge: { '10*9/L': 75 }, lt: [1, 'LLN'] }],
          2: [{ ge: { '10*9/L': 50 }, lt: { '10*9/L': 75 } }],
          3: [{ ge: { '10*9/L': 10 }, lt: { '10*9/L': 50 } }],
          4: [{ lt: { '10*9/L': 10 } }],
        },
      },
    },
  ],
  hemoglobin: [
    {
      side: 'low',
      v5: {
        term: 'Anemia',
        grades: {
          1: [{ ge: { 'g/dL': 10, 'g/L': 100, 'mmol/L': 6.2 }, lt: [1, 'LLN'] }],
          2: [{ ge: { 'g/dL': 8, 'g/L': 80, 'mmol/L': 4.9 }, lt: { 'g/dL': 10, 'g/L': 100, 'mmol/L': 6.2 } }],
          3: [{ lt: { 'g/dL': 8, 'g/L': 80, 'mmol/L': 4.9 } }],
        },
      },
      v6: {
        term: 'Anemia',
        grades: {
          1: [{ ge: { 'g/dL': 10, 'g/L': 100, 'mmol/L': 6.2 }, lt: [1, 'LLN'] }],
          2: [{ ge: { 'g/dL': 8, 'g/L': 80, 'mmol/L': 4.9 }, lt: { 'g/dL': 10, 'g/L': 100, 'mmol/L': 6.2 } }],
          3: [{ lt: { 'g/dL': 8, 'g/L': 80, 'mmol/L': 4.9 } }],
        },
      },
    },
  ],
  anc: [
    {
      side: 'low',
      v5: {
        term: 'Neutrophil count decreased',
        grades: {
          1: [{ ge: { '10*9/L': 1.5 }, lt: [1, 'LLN'] }],
          2: [{ ge: { '10*9/L': 1 }, lt: { '10*9/L': 1.5 } }],
          3: [{ ge: { '10*9/L': 0.5 }, lt: { '10*9/L': 1 } }],
          4: [{ lt: { '10*9/L': 0.5 } }],
        },
      },
      v6: {
        term: 'Neutrophil count decreased',
        grades: {
          1: [{ ge: { '10*9/L': 1 }, lt: { '10*9/L': 1.5 } }],
          2: [{ ge: { '10*9/L': 0.5 }, lt: { '10*9/L': 1 } }],
          3: [{ ge: { '10*9/L': 0.1 }, lt: { '10*9/L': 0.5 } }],
          4: [{ lt: { '10*9/L': 0.1 } }],
        },
      },
    },
  ],
  wbc: [
    {
      side: 'low',
      v5: {
        term: 'White blood cell decreased',
        grades: {
          1: [{ ge: { '10*9/L': 3 }, lt: [1, 'LLN'] }],
          2: [{ ge: { '10*9/L': 2 }, lt: { '10*9/L': 3 } }],
          3: [{ ge: { '10*9/L': 1 }, lt: { '10*9/L': 2 } }],
          4: [{ lt: { '10*9/L': 1 } }],
        },
      },
      v6: {
        term: 'White blood cell decreased',
        grades: {
          1: [{ ge: { '10*9/L': 3 }, lt: [1, 'LLN'] }],
          2: [{ ge: { '10*9/L': 2 }, lt: { '10*9/L': 3 } }],
          3: [{ ge: { '10*9/L': 1 }, lt: { '10*9/L': 2 } }],
          4: [{ lt: { '10*9/L': 1 } }],
        },
      },
    },
  ],
  lymphocytes: [
    {
      side: 'low',
      v5: {
        term: 'Lymphocyte count decreased',
        grades: {
          1: [{ ge: { '10*9/L': 0.8 }, lt: [1, 'LLN'] }],
          2: [{ ge: { '10*9/L': 0.5 }, lt: { '10*9/L': 0.8 } }],
          3: [{ ge: { '10*9/L': 0.2 }, lt: { '10*9/L': 0.5 } }],
          4: [{ lt: { '10*9/L': 0.2 } }],
        },
      },
      v6: { term: 'Lymphopenia', grades: { 1: [{ lt: [1, 'LLN'] }] } },
    },
    {
      side: 'high',
      v5: {
        term: 'Lymphocyte count increased',
        grades: { 2: [{ gt: { '10*9/L': 4 }, le: { '10*9/L': 20 } }], 3: [{ gt: { '10*9/L': 20 } }] },
      },
      v6: {
        term: 'Lymphocyte count increased',
        grades: { 2: [{ gt: { '10*9/L': 4 }, le: { '10*9/L': 20 } }], 3: [{ gt: { '10*9/L': 20 } }] },
      },
    },
  ],
  eosinophils: [
    {
      side: 'high',
      v5: { term: 'Eosinophilia', grades: { 1: [{ gt: [1, 'ULN'], alsoGt: [1, 'baseline'] }] } },
      v6: { term: 'Eosinophilia', grades: { 1: [{ gt: [1, 'ULN'], alsoGt: [1, 'baseline'] }] } },
    },
  ],
  haptoglobin: [
    {
      side: 'low',
      v5: { term: 'Haptoglobin decreased', grades: { 1: [{ lt: [1, 'LLN'] }] } },
      v6: { term: 'Haptoglobin decreased', grades: { 1: [{ lt: [1, 'LLN'] }] } },
    },
  ],
  ldh: [
    {
      side: 'high',
      v5: { term: 'Blood lactate dehydrogenase increased', grades: { 1: [{ gt: [1, 'ULN'] }] } },
      v6: { term: 'Blood lactate dehydrogenase increased', grades: { 1: [{ gt: [1, 'ULN'] }] } },
    },
  ],
} as const satisfies LimitsOfAnalytes
