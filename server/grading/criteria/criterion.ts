import type { Grade } from '#fhir-mappings/grade.ts'
import type { IraeTermId } from '#fhir-mappings/irae-terms.ts'

/** Limits of a number, any of them; `gt` and `lt` leave the edge out, `ge` and `le` take it in. */
export interface Bounds {
  readonly gt?: number
  readonly ge?: number
  readonly lt?: number
  readonly le?: number
}

/** One fact that a grade asks for, in the vocabulary of `fhir-mappings/fact.ts`. */
export type Leaf =
  | {
      readonly type: 'symptom'
      readonly severity: 'none' | 'mild' | 'moderate' | 'severe' | 'persistent' | 'any'
      readonly what?: string
    }
  | { readonly type: 'adl'; readonly level: 'instrumental' | 'self-care' }
  /** without `state`: the treatment is indicated, whether or not the patient takes it */
  | {
      readonly type: 'intervention'
      readonly kind: string
      readonly state?: 'not-indicated' | 'initiated' | 'increased'
    }
  | { readonly type: 'finding'; readonly what: string }
  /** per cent of the body surface that the lesions of the term cover */
  | ({ readonly type: 'bsa' } & Bounds)
  | ({ readonly type: 'count'; readonly what: string } & Bounds)
  /** vision is a decimal (20/40 is 0.5, 20/200 is 0.1) */
  | ({ readonly type: 'measure'; readonly what: string; readonly unit?: string } & Bounds)
  /** the laboratory limits of the term's own analyte give this grade */
  | { readonly type: 'laboratory' }
  | { readonly type: 'consequence'; readonly what: string }
  | { readonly type: 'death' }

/** CTCAE's semicolons mean "or" (`any`); joint descriptions of grade 1 mean "and" (`all`). */
export type Criterion = Leaf | { readonly any: readonly Criterion[] } | { readonly all: readonly Criterion[] }

/** One grade of one term: our own words for the screen, and what makes it. */
interface GradeCriterion {
  readonly text: string
  readonly when: Criterion
}

/** The grades that exist for a term. */
export type CriteriaOfTerm = { readonly [grade in Grade]?: GradeCriterion }

/** `as-v5`: the text did not change; null: CTCAE v6 dropped the term. */
export type CriteriaOfTerms = {
  readonly [id in IraeTermId]?: { readonly v5: CriteriaOfTerm; readonly v6: CriteriaOfTerm | 'as-v5' | null }
}
