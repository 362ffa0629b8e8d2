import { z } from 'zod'
import { Fact } from './fact.ts'
import { Grade, GradeRange } from './grade.ts'
import { Quote } from './quote.ts'

/** What a reader says of one irAE term in one text, before any grade is decided. A claim without words is not a claim. */
export const Claim = z.object({
  term: z.string().min(1),
  status: z.enum(['present', 'suspected', 'historical', 'negated', 'hypothetical', 'family']),
  attribution: z.enum(['immunotherapy', 'uncertain', 'other']),
  certainty: z.enum(['confirmed', 'suspected']),
  reportedBy: z.enum(['clinician', 'patient', 'laboratory']),
  /** The grade the author wrote; for a stated range the upper end, with the range beside it. */
  stated: z.object({ grade: Grade, range: GradeRange.optional(), at: Quote }).nullable(),
  facts: z.array(Fact),
  quotes: z.array(Quote).min(1),
  /** The rules that led here, in order, readable by a clinician ("negated by 'denies', scope to the comma"). */
  why: z.array(z.string()),
})
export type Claim = z.infer<typeof Claim>

/** What a reader says of one text. `unread` says why the text was not read to its end; then absence means nothing. */
export const Reading = z.object({
  exposure: z.enum(['given', 'text', 'none']),
  claims: z.array(Claim),
  /** Words that try to instruct the reader: shown, never obeyed. */
  suspicious: z.array(Quote),
  reader: z.object({ name: z.string(), version: z.string() }),
  unread: z.string().nullable(),
})
export type Reading = z.infer<typeof Reading>
