import { z } from 'zod'

/** A CTCAE grade. Grade 0 ("absent") is only a laboratory answer and never a finding. */
export const Grade = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
export type Grade = z.infer<typeof Grade>

/** Lowest and highest grade that the known facts leave open, both included. */
export const GradeRange = z.tuple([Grade, Grade])
export type GradeRange = z.infer<typeof GradeRange>

export const CtcaeVersion = z.enum(['5.0', '6.0'])
export type CtcaeVersion = z.infer<typeof CtcaeVersion>

/** NCIt codes of the grades. C41337 is grade 4, not 1: the order is that of the thesaurus, not of the grades. */
export const ncitGrade: Readonly<Record<Grade, string>> = {
  1: 'C41338',
  2: 'C41339',
  3: 'C41340',
  4: 'C41337',
  5: 'C48275',
}
