import type { Kysely } from 'kysely'
import type { Finding } from '#fhir-mappings/finding.ts'
import type { SignRequest } from '#fhir-mappings/panel.ts'
import type { Ledger } from '#server/audit/ledger.ts'
import { findingById, storeFinding } from '#server/episodes/standing.ts'
import { SurveillanceError } from '#server/errors.ts'
import type { Visitor } from '#server/panel/sessions.ts'
import type { Database } from '#server/store/database.ts'
import type { PatientLease } from '#server/store/patient-lease.ts'
import type { Publisher } from '#server/write-back/publisher.ts'
import { decided, keepDecision } from './decide.ts'

export interface SignOffDoors {
  readonly db: Kysely<Database>
  readonly ledger: Ledger
  readonly lease: PatientLease
  readonly publisher: Publisher
  readonly site: string
  readonly now: () => Date
}

/** A finding that this visitor may see and sign: of the patient of the launch, and of no other (L27). */
export async function findingFor(visitor: Visitor, id: string, { db, site, ledger }: SignOffDoors): Promise<Finding> {
  const standing = await findingById(db, site, id)
  if (!standing) throw new SurveillanceError('FINDING_UNKNOWN')
  const { finding } = standing
  if (finding.proposal.patient === visitor.patient) return finding
  const about = [finding.id]
  await ledger.record([
    { action: 'read', subtype: 'finding-refused', outcome: 'failure', who: visitor.user.reference, about },
  ])
  throw new SurveillanceError('PATIENT_MISMATCH')
}

/**
 * A named clinician's decision: stored with what was proposed, in the ledger, and planned for the EHR in one
 * transaction; then written. The answer is the finding as it stands, also when the EHR could not be reached yet.
 */
export async function sign(id: string, asked: SignRequest, visitor: Visitor, doors: SignOffDoors): Promise<Finding> {
  const seen = await findingFor(visitor, id, doors)
  return doors.lease.hold(seen.proposal.patient, async () => {
    const after = await store(id, asked, visitor, doors)
    await doors.publisher.publishSoon(after)
    return after
  })
}

async function store(id: string, asked: SignRequest, visitor: Visitor, doors: SignOffDoors): Promise<Finding> {
  const { db, ledger, site, now, publisher } = doors
  const after = await db.transaction().execute(async (transaction) => {
    const standing = await findingById(transaction, site, id)
    if (!standing) throw new SurveillanceError('FINDING_UNKNOWN')
    const next = decided(standing.finding, asked, visitor.user.reference, now())
    await keepDecision(transaction, standing.finding, next)
    const stored = await storeFinding(transaction, site, { ordinal: standing.ordinal, finding: next })
    if (!stored) throw new SurveillanceError('SIGN_OFF_STALE', { finding: id })
    await publisher.plan(transaction, next)
    await ledger.record([signedAct(next, asked, visitor)], transaction)
    return next
  })
  await ledger.anchor()
  return after
}

const signedAct = (finding: Finding, asked: SignRequest, visitor: Visitor) =>
  ({
    action: 'update',
    subtype: `finding-${asked.decision}`,
    outcome: 'success',
    who: visitor.user.reference,
    patient: finding.proposal.patient,
    about: [finding.id],
    detail: {
      version: String(finding.version),
      term: finding.proposal.term,
      proposed: String(finding.proposal.grade ?? 'none'),
      ...(asked.grade ? { grade: String(asked.grade) } : {}),
      ...(asked.reason ? { reason: asked.reason } : {}),
    },
  }) as const
