import type { Finding } from '#fhir-mappings/finding.ts'
import { gradeWords, worstGrade } from './grade-words.ts'

/** The grade and whose it is, written out; the colour only repeats it. */
export function GradeBadge({ finding }: { readonly finding: Finding }) {
  return (
    <span className="grade-badge" data-grade={worstGrade(finding)} data-review={finding.review}>
      {gradeWords(finding)}
    </span>
  )
}
