/** Words that decide whether a statement holds, about whom, and when (in the sense of ConText, with wards' own words). */
export type CueKind =
  | 'negated'
  | 'possible'
  | 'likely'
  | 'ruled-out'
  | 'historical'
  | 'resolved'
  | 'hypothetical'
  | 'other-person'
  | 'contrast'
  | 'now'
  | 'flare'
  | 'onset'
  | 'treated'
  | 'old'
  | 'initially'
  | 'patient-says'
  | 'pseudo'
  | 'measured'

export interface CueMeaning {
  readonly channel: 'polarity' | 'time' | 'person'
  readonly cue: CueKind
  /** `pre` looks at the words that follow, `post` at those before, `both` at the sentence, `none` only marks */
  readonly looks: 'pre' | 'post' | 'both' | 'none'
  /** furthest reach in words */
  readonly reach: number
}

export interface CueWords {
  readonly cue: CueKind
  readonly looks: CueMeaning['looks']
  readonly reach?: number
  readonly words: readonly string[]
}
