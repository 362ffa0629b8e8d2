import { z } from 'zod'
import { CtcaeVersion, Grade, GradeRange } from './grade.ts'
import { LaboratoryResult } from './laboratory-result.ts'
import { NoteQuote } from './quote.ts'

/** A laboratory result that led to a grade, with the baseline it was compared with (CTCAE v5 baseline rule). */
export const LaboratoryEvidence = LaboratoryResult.extend({
  baseline: z.object({ value: z.number(), takenAt: z.string(), abnormal: z.boolean() }).optional(),
})
export type LaboratoryEvidence = z.infer<typeof LaboratoryEvidence>

export const GradeBasis = z.enum(['stated', 'derived', 'laboratory'])
export type GradeBasis = z.infer<typeof GradeBasis>

const Review = z.enum(['awaiting', 'confirmed', 'changed', 'rejected'])
export type Review = z.infer<typeof Review>

/** What grading proposes for one irAE term in one patient, from all evidence that holds today. */
export const Proposal = z
  .object({
    patient: z.string().startsWith('Patient/'),
    /** id of `fhir-mappings/irae-terms.ts` */
    term: z.string(),
    status: z.enum(['present', 'suspected']),
    grade: Grade.nullable(),
    range: GradeRange.optional(),
    gradeBasis: GradeBasis.nullable(),
    ctcaeVersion: CtcaeVersion,
    /** The rule and the facts behind the grade, or why there is none, in one or two sentences for a clinician. */
    gradeWhy: z.string(),
    /** Facts that would settle an open range ("oxygen need not documented"). */
    missing: z.array(z.string()),
    attribution: z.enum(['immunotherapy', 'uncertain']),
    certainty: z.enum(['confirmed', 'suspected']),
    reportedBy: z.enum(['clinician', 'patient', 'laboratory']),
    quotes: z.array(NoteQuote),
    laboratory: z.array(LaboratoryEvidence),
    reader: z.object({ name: z.string(), version: z.string() }),
  })
  .refine((p) => p.quotes.length + p.laboratory.length > 0, 'a proposal needs words or a result')
export type Proposal = z.infer<typeof Proposal>

/** The quoted notes in the order of the proposal: a place in this list means the same note as long as the finding's version does. */
export const quotedSources = ({ quotes }: Pick<Proposal, 'quotes'>): readonly string[] => [
  ...new Set(quotes.map(({ source }) => source)),
]

/** Who decided what about a finding, kept whole for override rate and time to alert. */
export const Decision = z.object({
  decision: z.enum(['confirmed', 'changed', 'rejected']),
  /** grade after the decision; null stays null when a finding without a grade is confirmed */
  grade: Grade.nullable(),
  reason: z.string().optional(),
  note: z.string().max(1000).optional(),
  /** `Practitioner/ID` or `PractitionerRole/ID` verified by the EHR */
  by: z.string(),
  at: z.string(),
})
export type Decision = z.infer<typeof Decision>

/** One suspected irAE in one patient: what it is, how bad, the words and results that say so, and who signed. */
export const Finding = z.object({
  id: z.string().regex(/^irae-[0-9a-f]{24}$/),
  /** rises with every change; a decision names the version it saw (SIGN_OFF_STALE) */
  version: z.int().positive(),
  proposal: Proposal,
  review: Review,
  decision: Decision.optional(),
  /** set when new evidence re-opened a finding that a person had decided ("rejected before") */
  earlier: z.array(Decision),
  /** set when the evidence was withdrawn (retracted note, corrected result) and no person had signed */
  withdrawn: z.string().optional(),
  /** a person closed the Flag; the product may only propose it (`proposeClosing`) */
  closed: z.object({ by: z.string(), at: z.string() }).optional(),
  proposeClosing: z.string().optional(),
  proposedAt: z.string(),
  changedAt: z.string(),
})
export type Finding = z.infer<typeof Finding>

/** The grade that stands: a person's if there is one, else the proposed one. */
export const standingGrade = (finding: Finding): Grade | null =>
  finding.decision && finding.review !== 'awaiting' ? finding.decision.grade : finding.proposal.grade
