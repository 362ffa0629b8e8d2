import type { Decision, Finding } from '#fhir-mappings/finding.ts'
import { type RejectionReason, rejectionReasons } from '#fhir-mappings/rejection-reasons.ts'
import { dateWords } from './date-words.ts'

interface Properties {
  readonly finding: Finding
  /** `Practitioner/ID` of the person who looks */
  readonly me: string
  /** names by reference */
  readonly people: Readonly<Record<string, string>>
}

/** What persons decided about a finding, newest first; says when it came back after a rejection. */
export function DecisionHistory({ finding, me, people }: Properties) {
  const decisions = [...finding.earlier, ...(finding.decision ? [finding.decision] : [])].toReversed()
  const returned = finding.review === 'awaiting' && finding.earlier.length > 0
  if (decisions.length === 0) return null
  return (
    <div className="history">
      {returned && <p className="returned">{returnedWords(finding.earlier)}</p>}
      <ul aria-label="Decisions">
        {decisions.map((decision) => (
          <li key={decision.at}>{decisionWords(decision, me, people)}</li>
        ))}
      </ul>
    </div>
  )
}

function returnedWords(earlier: readonly Decision[]): string {
  const last = earlier.at(-1)
  const was = last?.decision === 'rejected' ? 'Rejected before' : 'Decided before'
  return `${was}. It is proposed again because there is new evidence.`
}

/** "Rejected by you on 3 Mar 2026, 14:05: Another cause explains it. “C. diff positive”" */
export function decisionWords(
  { decision, grade, reason, note, by, at }: Decision,
  me: string,
  people: Properties['people'] = {},
): string {
  const act = { confirmed: 'Confirmed', changed: 'Changed', rejected: 'Rejected' }[decision]
  const to = decision !== 'rejected' && grade !== null ? `, grade ${grade},` : ''
  const why = reason === undefined ? '' : `: ${rejectionReasons[reason as RejectionReason] ?? reason}`
  return `${act}${to} by ${by === me ? 'you' : (people[by] ?? by)} on ${dateWords(at)}${why}.${note ? ` “${note}”` : ''}`
}
