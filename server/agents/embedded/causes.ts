import { cancerAndPast } from './causes/cancer-and-past.ts'
import type { CauseMeaning, CauseWords } from './causes/cause-words.ts'
import { decisiveCauses } from './causes/decisive-causes.ts'
import { infections } from './causes/infections.ts'
import { noCause } from './causes/no-cause.ts'
import { otherDiseases } from './causes/other-diseases.ts'
import { otherDrugs } from './causes/other-drugs.ts'

export type { CauseMeaning }

const causeWords: readonly CauseWords[] = [
  ...noCause,
  ...decisiveCauses,
  ...infections,
  ...otherDiseases,
  ...cancerAndPast,
  ...otherDrugs,
]

export function* causePhrases(): Generator<{ words: string; meaning: CauseMeaning }> {
  for (const { cause, organs, decisive, words } of causeWords) {
    const meaning: CauseMeaning = { channel: 'cause', cause, organs, decisive: decisive ?? false }
    for (const phrase of words) yield { words: phrase, meaning }
  }
}
