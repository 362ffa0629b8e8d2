import type { CauseWords } from './cause-words.ts'

/** Words that hold a word of a cause and name none: they are swallowed first. */
export const noCause: readonly CauseWords[] = [
  {
    cause: 'other',
    organs: [],
    words: [
      'year old',
      'yr old',
      'over|above|from|beyond baseline',
      'over|above|from|beyond his|her|their|usual baseline',
      'x|times|fold baseline',
      'baseline of? 1|2|3',
      'baseline creatinine|cr|ct|imaging|labs',
      'more than baseline',
      'compared to|with baseline',
      'back to baseline',
      'to|near|nearly|toward|towards|at|around|below near? baseline',
      'recovering|recovered|returned|returning|return to near? baseline',
      'baseline bm|bms|bowel',
      'return to baseline',
      'chronic phase',
      'pd 1|l1',
      'pdl1',
    ],
  },
]
