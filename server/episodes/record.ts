import type { Kysely, Transaction } from 'kysely'
import type { Finding } from '#fhir-mappings/finding.ts'
import type { Act } from '#server/audit/audit-event.ts'
import type { Ledger } from '#server/audit/ledger.ts'
import { SurveillanceError } from '#server/errors.ts'
import type { Database } from '#server/store/database.ts'
import { type Change, reconcile, type ToReconcile } from './reconcile.ts'
import { standingFindings, storeFinding } from './standing.ts'

export interface RecordDoors {
  readonly db: Kysely<Database>
  readonly ledger: Ledger
  /** puts the write of a changed finding into the ledger of writes, in the same transaction */
  readonly plan: (transaction: Transaction<Database>, finding: Finding) => Promise<void>
}

/**
 * Compares what the chart says today with the standing findings and stores what changed: findings, planned writes and
 * audit entries in one transaction. The caller holds the patient's lease. Answers with the changed findings.
 */
export async function recordChanges(
  chart: Omit<ToReconcile, 'standing'>,
  acts: readonly Act[],
  { db, ledger, plan }: RecordDoors,
): Promise<readonly Finding[]> {
  const changed = await db.transaction().execute(async (transaction) => {
    const standing = await standingFindings(transaction, chart.site, chart.patient)
    const changes = reconcile({ ...chart, standing })
    for (const change of changes) {
      await storeOnTop(transaction, chart.site, change)
      await plan(transaction, change.finding)
    }
    await ledger.record([...acts, ...changes.map(actOf)], transaction)
    return changes.map(({ finding }) => finding)
  })
  await ledger.anchor()
  return changed
}

/** Somebody else changed the finding although we held the lease: nothing of this assessment is kept, it is made again. */
async function storeOnTop(transaction: Transaction<Database>, site: string, change: Change): Promise<void> {
  if (await storeFinding(transaction, site, change)) return
  throw new SurveillanceError('EHR_BUSY', { reason: 'patient-in-use', finding: change.finding.id })
}

const actOf = ({ finding, why }: Change): Act => ({
  action: why === 'new' ? 'create' : 'update',
  subtype: `finding-${why}`,
  outcome: 'success',
  who: 'Device/irae-agent',
  patient: finding.proposal.patient,
  about: [finding.id, ...finding.proposal.quotes.map(({ source, version }) => `${source}/_history/${version}`)],
  detail: {
    version: String(finding.version),
    term: finding.proposal.term,
    grade: String(finding.proposal.grade ?? 'none'),
    reader: `${finding.proposal.reader.name} ${finding.proposal.reader.version}`,
    ctcae: finding.proposal.ctcaeVersion,
  },
})
