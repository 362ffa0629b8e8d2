import { type Finding, standingGrade } from '#fhir-mappings/finding.ts'
import type { Grade } from '#fhir-mappings/grade.ts'

const stateWords = {
  awaiting: 'proposed',
  confirmed: 'confirmed',
  changed: 'changed by a clinician',
  rejected: 'rejected',
} as const

/** The badge in words: grade and whose it is, so that colour adds nothing that is not written. */
export function gradeWords(finding: Finding): string {
  return `${gradeAlone(finding)} · ${finding.withdrawn ? 'withdrawn' : stateWords[finding.review]}`
}

/** "Grade 2", "Grade 1 to 3", "No grade". */
export function gradeAlone(finding: Finding): string {
  const grade = standingGrade(finding)
  if (grade !== null) return `Grade ${grade}`
  const range = finding.proposal.range
  return range && finding.review === 'awaiting' ? `Grade ${range[0]} to ${range[1]}` : 'No grade'
}

/** The worst grade that is still open: an unsettled "1 to 3" is looked at before a settled 2. */
export function worstGrade(finding: Finding): Grade | 0 {
  return standingGrade(finding) ?? (finding.review === 'awaiting' ? finding.proposal.range?.[1] : undefined) ?? 0
}

export const basisWords = {
  stated: 'Written in the note',
  derived: 'Derived from the notes',
  laboratory: 'From laboratory results',
} as const

/** In place of a basis, when the facts leave the grade open or say nothing about it. */
export const openGradeWords = ({ proposal }: Finding) => (proposal.range ? 'Grade still open' : 'No grade')

export const certaintyWords = { confirmed: 'certain', suspected: 'suspected' } as const
export const attributionWords = { immunotherapy: 'attributed to immunotherapy', uncertain: 'cause uncertain' } as const
export const reporterWords = {
  clinician: 'reported by a clinician',
  patient: 'reported by the patient',
  laboratory: 'seen in the laboratory only',
} as const
