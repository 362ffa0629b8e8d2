import type { Organ } from '#server/agents/embedded/lexicon/term-words.ts'

type CauseKind =
  | 'infection'
  | 'progression'
  | 'radiation'
  | 'chemotherapy'
  | 'targeted'
  | 'other-drug'
  | 'old-disease'
  | 'other'

/** Another explanation of a finding, and the organs it can explain. It explains only when the text says or shows so. */
export interface CauseMeaning {
  readonly channel: 'cause'
  readonly cause: CauseKind
  readonly organs: readonly Organ[] | 'any'
  /** explains the organ also from a neighbouring sentence, without a linking word */
  readonly decisive: boolean
}

export interface CauseWords {
  readonly cause: CauseKind
  readonly organs: readonly Organ[] | 'any'
  readonly decisive?: true
  readonly words: readonly string[]
}
