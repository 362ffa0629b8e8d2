import type { Fact } from '#fhir-mappings/fact.ts'
import type { Organ } from '#server/agents/embedded/lexicon/term-words.ts'

/** A fact that words alone carry, and the organs whose terms it can grade; `any` goes to the nearest finding. */
export interface FactMeaning {
  readonly channel: 'fact'
  readonly fact: Fact
  readonly organs: readonly Organ[] | 'any'
}

export interface FactWords {
  readonly fact: Fact
  readonly organs: readonly Organ[] | 'any'
  readonly words: readonly string[]
}
