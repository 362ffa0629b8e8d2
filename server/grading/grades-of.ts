import type { CtcaeVersion, Grade } from '#fhir-mappings/grade.ts'
import type { IraeTermId } from '#fhir-mappings/irae-terms.ts'
import { criteriaOf } from './criteria/criteria-of.ts'

const GRADES: readonly Grade[] = [1, 2, 3, 4, 5]

/** The grades that exist for a term, with our words for each: what "change grade" offers. Empty when the version lacks the term. */
export function gradesOf(
  term: IraeTermId,
  version: CtcaeVersion,
): readonly { readonly grade: Grade; readonly text: string }[] {
  const criteria = criteriaOf(term, version) ?? {}
  return GRADES.flatMap((grade) => {
    const criterion = criteria[grade]
    return criterion ? [{ grade, text: criterion.text }] : []
  })
}

/** Whether a grade may be given for a term at all: no grade 1 pancreatitis, no grade 4 pruritus. */
export const gradeExists = (term: IraeTermId, version: CtcaeVersion, grade: Grade): boolean =>
  criteriaOf(term, version)?.[grade] !== undefined
