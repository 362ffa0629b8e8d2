/** The part of the body a term belongs to; causes and facts are tied to terms through it. */
export type Organ =
  | 'bowel'
  | 'upper-gi'
  | 'liver'
  | 'pancreas'
  | 'lung'
  | 'thyroid'
  | 'pituitary'
  | 'glucose'
  | 'calcium'
  | 'skin'
  | 'nerve'
  | 'brain'
  | 'heart'
  | 'vessel'
  | 'muscle'
  | 'joint'
  | 'kidney'
  | 'blood'
  | 'eye'
  | 'gland'
  | 'whole'

/**
 * How one irAE term is said. `diagnosis`: words that name it; `symptom`: words of patients and nurses that amount to
 * it; `laboratory`: words for a value out of range; `immune`: names that carry the immunotherapy in themselves.
 * In a phrase `a|b` means either, `word?` may be missing, `*` is any one word; spelling, plural and capitals are folded.
 */
export interface TermWords {
  readonly term: string
  readonly organ: Organ
  readonly diagnosis?: readonly string[]
  readonly symptom?: readonly string[]
  readonly laboratory?: readonly string[]
  readonly immune?: readonly string[]
  /** names of the laboratory value; "elevated X", "X rise", "X is up" and the like are made from them */
  readonly value?: readonly string[]
  /** names of old autoimmune diseases, an irAE only when new or flaring */
  readonly chronic?: readonly string[]
  /** said so often without meaning toxicity that it needs a stated link to the drug */
  readonly needsLink?: true
}
