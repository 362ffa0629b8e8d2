import type { Transaction } from 'kysely'
import { type Decision, type Finding, standingGrade } from '#fhir-mappings/finding.ts'
import { isIraeTermId } from '#fhir-mappings/irae-terms.ts'
import type { SignRequest } from '#fhir-mappings/panel.ts'
import { rejectionReasons } from '#fhir-mappings/rejection-reasons.ts'
import { SurveillanceError } from '#server/errors.ts'
import { gradeExists } from '#server/grading/grades-of.ts'
import type { Database } from '#server/store/database.ts'

/**
 * The finding as it stands after a person's decision. A signed decision may be corrected by another one; the earlier one
 * is kept. Throws SIGN_OFF_STALE when the person saw another version, and
 * SIGN_OFF_INVALID, with the member that is wrong, when the decision is not complete or not possible.
 */
export function decided(finding: Finding, asked: SignRequest, by: string, now: Date): Finding {
  if (asked.version !== finding.version) throw new SurveillanceError('SIGN_OFF_STALE', { finding: finding.id })
  const at = now.toISOString()
  const moved = { ...finding, version: finding.version + 1, changedAt: at }
  if (asked.decision === 'closed') return { ...moved, ...closing(finding, by, at) }
  checkOpen(finding, asked)
  const decision: Decision = {
    decision: asked.decision,
    grade: gradeAfter(finding, asked),
    ...(asked.decision === 'rejected' ? { reason: reasonOf(asked) } : {}),
    ...(asked.note ? { note: asked.note } : {}),
    by,
    at,
  }
  return { ...moved, earlier: earlierOf(finding), review: asked.decision, decision }
}

/** What is withdrawn or closed is over; the decision that stands is not signed a second time. */
function checkOpen(finding: Finding, asked: SignRequest): void {
  if (finding.withdrawn) throw invalid('withdrawn')
  if (finding.closed) throw invalid('already-closed')
  const same = asked.decision === finding.review && asked.decision !== 'changed'
  const confirmsChange = asked.decision === 'confirmed' && finding.review === 'changed'
  if (same || confirmsChange) throw invalid('already-decided')
}

/** A re-opened finding already carries its last decision among the earlier ones. */
function earlierOf({ earlier, decision, review }: Finding): Finding['earlier'] {
  return decision && review !== 'awaiting' ? [...earlier, decision] : earlier
}

const invalid = (what: string) => new SurveillanceError('SIGN_OFF_INVALID', { what })

/** A person closes the Flag of a finding that was signed, or whose closing the product proposed. */
function closing(finding: Finding, by: string, at: string): Partial<Finding> {
  if (finding.closed) throw invalid('already-closed')
  const signed = finding.review === 'confirmed' || finding.review === 'changed'
  if (!signed && !finding.proposeClosing) throw invalid('not-signed')
  return { closed: { by, at } }
}

function gradeAfter(finding: Finding, { decision, grade }: SignRequest): Decision['grade'] {
  const { term, ctcaeVersion } = finding.proposal
  if (decision !== 'changed') return finding.proposal.grade
  if (grade === undefined) throw invalid('grade')
  if (!isIraeTermId(term) || !gradeExists(term, ctcaeVersion, grade)) throw invalid('grade-does-not-exist')
  if (grade === weighedGrade(finding)) throw invalid('grade-unchanged')
  return grade
}

/** The grade that a change departs from: the signed one, else the proposed one. */
const weighedGrade = (finding: Finding): Decision['grade'] =>
  finding.review === 'rejected' ? finding.proposal.grade : standingGrade(finding)

function reasonOf({ reason }: SignRequest): string {
  if (!reason || !Object.hasOwn(rejectionReasons, reason)) throw invalid('reason')
  return reason
}

/** Keeps the decision with what was proposed and the four times, for override rate and time to alert. */
export async function keepDecision(db: Transaction<Database>, before: Finding, after: Finding): Promise<void> {
  const times = await db
    .selectFrom('finding')
    .select(['proposed_at', 'written_at', 'shown_at'])
    .where('id', '=', before.id)
    .executeTakeFirstOrThrow()
  const closed = after.closed !== undefined && before.closed === undefined
  await db
    .insertInto('decision')
    .values({
      finding_id: before.id,
      finding_version: before.version,
      decision: closed ? 'closed' : (after.decision?.decision ?? 'confirmed'),
      grade: after.decision?.grade ?? null,
      reason: after.decision?.reason ?? null,
      decided_by: closed ? (after.closed?.by ?? '') : (after.decision?.by ?? ''),
      proposed: JSON.stringify(before),
      ...times,
      decided_at: after.changedAt,
    })
    .execute()
}
