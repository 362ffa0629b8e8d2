import type { CriteriaOfTerms } from './criterion.ts'

/**
 * What makes which grade: ocular terms, in our own words. Checked against the NCI workbooks of CTCAE v5.0 (2017-11-27)
 * and v6.0 (2025); a grade that is not listed does not exist and is never issued.
 */
export const ocular = {
  uveitis: {
    v5: {
      1: {
        text: 'Anterior uveitis with trace cells.',
        when: { type: 'finding', what: 'anterior uveitis, trace cells' },
      },
      2: {
        text: 'Anterior uveitis with 1+ or 2+ cells.',
        when: { type: 'finding', what: 'anterior uveitis, 1+ or 2+ cells' },
      },
      3: {
        text: 'Anterior uveitis with 3+ cells or more; or intermediate, posterior or panuveitis.',
        when: {
          any: [
            { type: 'finding', what: 'anterior uveitis, 3+ cells or more' },
            { type: 'finding', what: 'intermediate, posterior or panuveitis' },
          ],
        },
      },
      4: {
        text: 'Best corrected vision 20/200 or worse in the eye.',
        when: { type: 'measure', what: 'best corrected vision', le: 0.1 },
      },
    },
    v6: 'as-v5',
  },
  'keratitis-conjunctivitis': {
    v5: {
      1: {
        text: 'No or mild symptoms; no treatment needed.',
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
        text: 'Symptoms with moderate loss of vision (20/40 or better, or up to 3 lines lost).',
        when: {
          all: [
            { type: 'symptom', severity: 'any' },
            {
              any: [
                { type: 'measure', what: 'best corrected vision', ge: 0.5, lt: 1 },
                { type: 'measure', what: 'lines of vision lost', gt: 0, le: 3 },
              ],
            },
          ],
        },
      },
      3: {
        text: 'Symptoms with marked loss of vision (worse than 20/40 or more than 3 lines lost, up to 20/200); or limits self-care.',
        when: {
          any: [
            {
              all: [
                { type: 'symptom', severity: 'any' },
                {
                  any: [
                    { type: 'measure', what: 'best corrected vision', lt: 0.5, gt: 0.1 },
                    { type: 'measure', what: 'lines of vision lost', gt: 3 },
                  ],
                },
              ],
            },
            { type: 'adl', level: 'self-care' },
          ],
        },
      },
      4: {
        text: 'Best corrected vision 20/200 or worse in the eye.',
        when: { type: 'measure', what: 'best corrected vision', le: 0.1 },
      },
    },
    v6: 'as-v5',
  },
  'optic-neuritis': {
    v5: {
      1: {
        text: 'No symptoms; found on examination only.',
        when: {
          all: [
            { type: 'symptom', severity: 'none' },
            { type: 'finding', what: 'clinical or diagnostic observation only' },
          ],
        },
      },
      2: {
        text: 'Moderate loss of vision (20/40 or better, or up to 3 lines lost).',
        when: {
          any: [
            { type: 'measure', what: 'best corrected vision', ge: 0.5, lt: 1 },
            { type: 'measure', what: 'lines of vision lost', gt: 0, le: 3 },
          ],
        },
      },
      3: {
        text: 'Marked loss of vision (worse than 20/40 or more than 3 lines lost, up to 20/200).',
        when: {
          any: [
            { type: 'measure', what: 'best corrected vision', lt: 0.5, gt: 0.1 },
            { type: 'measure', what: 'lines of vision lost', gt: 3 },
          ],
        },
      },
      4: {
        text: 'Best corrected vision 20/200 or worse in the eye.',
        when: { type: 'measure', what: 'best corrected vision', le: 0.1 },
      },
    },
    v6: {
      1: {
        text: 'No or mild symptoms; only MRI enhancement, vision unchanged.',
        when: {
          any: [
            { type: 'symptom', severity: 'none' },
            { type: 'symptom', severity: 'mild' },
            { type: 'finding', what: 'MRI enhancement without change in vision' },
          ],
        },
      },
      2: {
        text: 'Treatment needed; vision 20/40 or better or up to 3 lines lost; or limits instrumental activities.',
        when: {
          any: [
            { type: 'intervention', kind: 'any' },
            {
              any: [
                { type: 'measure', what: 'best corrected vision', ge: 0.5, lt: 1 },
                { type: 'measure', what: 'lines of vision lost', gt: 0, le: 3 },
              ],
            },
            { type: 'adl', level: 'instrumental' },
          ],
        },
      },
      3: {
        text: 'Severe but not immediately sight-threatening; marked loss of vision; oral steroids needed; or limits self-care.',
        when: {
          any: [
            { type: 'symptom', severity: 'severe' },
            {
              any: [
                { type: 'measure', what: 'best corrected vision', lt: 0.5, gt: 0.1 },
                { type: 'measure', what: 'lines of vision lost', gt: 3 },
              ],
            },
            { type: 'intervention', kind: 'oral-steroid' },
            { type: 'adl', level: 'self-care' },
          ],
        },
      },
      4: {
        text: 'Sight-threatening; vision 20/200 or worse; field loss; marked disc swelling; intravenous steroids needed; blindness.',
        when: {
          any: [
            { type: 'consequence', what: 'sight-threatening' },
            { type: 'intervention', kind: 'urgent' },
            { type: 'measure', what: 'best corrected vision', le: 0.1 },
            { type: 'finding', what: 'significant visual field loss' },
            { type: 'finding', what: 'marked optic disc edema or MRI enhancement' },
            { type: 'intervention', kind: 'iv-steroid' },
            { type: 'finding', what: 'blindness' },
          ],
        },
      },
    },
  },
} as const satisfies CriteriaOfTerms
