import { burden } from './facts-in-words/burden.ts'
import type { FactMeaning, FactWords } from './facts-in-words/fact-meaning.ts'
import { findings } from './facts-in-words/findings.ts'
import { treatments } from './facts-in-words/treatments.ts'

export type { FactMeaning }

const factWords: readonly FactWords[] = [...treatments, ...burden, ...findings]

export function* factPhrases(): Generator<{ words: string; meaning: FactMeaning }> {
  for (const { fact, organs, words } of factWords) {
    const meaning: FactMeaning = { channel: 'fact', fact, organs }
    for (const phrase of words) yield { words: phrase, meaning }
  }
}
