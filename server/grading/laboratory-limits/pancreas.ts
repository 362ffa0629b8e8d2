import type { LimitsOfAnalytes } from './limit.ts'

/** Laboratory limits, checked against the NCI workbooks of CTCAE v5.0 (2017-11-27) and v6.0 (2025). */
export const pancreas = {
  lipase: [
    {
      side: 'high',
      v5: {
        term: 'Lipase increased',
        grades: {
          1: [{ gt: [1, 'ULN'], le: [1.5, 'ULN'] }],
          2: [
            { gt: [1.5, 'ULN'], le: [2, 'ULN'] },
            { gt: [2, 'ULN'], le: [5, 'ULN'], requires: 'asymptomatic' },
          ],
          3: [
            { gt: [2, 'ULN'], le: [5, 'ULN'], requires: 'signs-or-symptoms' },
            { gt: [5, 'ULN'], requires: 'asymptomatic' },
          ],
          4: [{ gt: [5, 'ULN'], requires: 'signs-or-symptoms' }],
        },
      },
      v6: {
        term: 'Lipase increased',
        grades: {
          1: [{ gt: [1, 'ULN'], le: [1.5, 'ULN'] }],
          2: [
            { gt: [1.5, 'ULN'], le: [3, 'ULN'] },
            { gt: [3, 'ULN'], le: [5, 'ULN'], requires: 'asymptomatic' },
          ],
          3: [
            { gt: [3, 'ULN'], le: [5, 'ULN'], requires: 'signs-or-symptoms' },
            { gt: [5, 'ULN'], requires: 'asymptomatic' },
          ],
          4: [{ gt: [5, 'ULN'], requires: 'signs-or-symptoms' }],
        },
      },
    },
  ],
  amylase: [
    {
      side: 'high',
      v5: {
        term: 'Serum amylase increased',
        grades: {
          1: [{ gt: [1, 'ULN'], le: [1.5, 'ULN'] }],
          2: [
            { gt: [1.5, 'ULN'], le: [2, 'ULN'] },
            { gt: [2, 'ULN'], le: [5, 'ULN'], requires: 'asymptomatic' },
          ],
          3: [
            { gt: [2, 'ULN'], le: [5, 'ULN'], requires: 'signs-or-symptoms' },
            { gt: [5, 'ULN'], requires: 'asymptomatic' },
          ],
          4: [{ gt: [5, 'ULN'], requires: 'signs-or-symptoms' }],
        },
      },
      v6: {
        term: 'Serum amylase increased',
        grades: {
          1: [{ gt: [1, 'ULN'], le: [1.5, 'ULN'] }],
          2: [
            { gt: [1.5, 'ULN'], le: [2, 'ULN'] },
            { gt: [2, 'ULN'], le: [5, 'ULN'], requires: 'asymptomatic-or-mild-symptoms' },
          ],
          3: [
            { gt: [2, 'ULN'], le: [5, 'ULN'], requires: 'moderate-or-severe-symptoms' },
            { gt: [5, 'ULN'], requires: 'asymptomatic' },
          ],
          4: [{ gt: [5, 'ULN'], requires: 'signs-or-symptoms' }],
        },
      },
    },
  ],
} as const satisfies LimitsOfAnalytes
