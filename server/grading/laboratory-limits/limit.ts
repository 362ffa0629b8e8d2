import type { Grade } from '#fhir-mappings/grade.ts'

/** A multiple of the result's own limit or of the patient's baseline. */
export type Multiple = readonly [times: number, of: 'ULN' | 'LLN' | 'baseline']
/**
 * The limit as CTCAE prints it, in each unit it is printed in (UCUM). A result in one of these units is compared with
 * the printed number, not with a conversion of another one.
 */
type Printed = { readonly [unit: string]: number }
export type Bound = Multiple | Printed

/** What has to be true of the patient's baseline, sample or treatment for an alternative to count. */
export type Precondition =
  | 'baseline-normal'
  | 'baseline-abnormal'
  | 'baseline-normal-or-low'
  | 'baseline-above-ULN'
  | 'baseline-below-LLN'
  | 'fasting'
  | 'on-anticoagulation'

/** A fact that is not in the laboratory value; unknown, it leaves several grades open. */
export type Requirement =
  | 'asymptomatic'
  | 'signs-or-symptoms'
  | 'symptomatic'
  | 'asymptomatic-or-mild-symptoms'
  | 'moderate-or-severe-symptoms'
  | 'symptomatic-or-intervention-indicated'
  | 'no-intervention'
  | 'below-assay-MI-level'
  | 'at-or-above-assay-MI-level'

/** True when all its members hold. */
export interface Alternative {
  readonly when?: Precondition
  readonly gt?: Bound
  readonly ge?: Bound
  readonly lt?: Bound
  readonly le?: Bound
  readonly alsoGt?: Bound
  readonly requires?: Requirement
}

/** The limits of one CTCAE term; `grades` is empty where the term has no numbers (v5 hyperglycemia). */
export interface TermLimits {
  readonly term: string
  readonly grades: { readonly [grade in Grade]?: readonly Alternative[] }
}

/** One side of one analyte in both versions; null where the version dropped the term. */
interface SideLimits {
  readonly side: 'high' | 'low'
  readonly v5: TermLimits | null
  readonly v6: TermLimits | null
}

export type LimitsOfAnalytes = { readonly [analyte: string]: readonly SideLimits[] }
