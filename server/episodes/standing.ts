import type { Kysely, Transaction } from 'kysely'
import type { Finding } from '#fhir-mappings/finding.ts'
import type { Database } from '#server/store/database.ts'
import type { Standing } from './reconcile.ts'

type Tables = Kysely<Database> | Transaction<Database>

/** Every finding of a patient, also decided and closed ones, oldest first. */
export async function standingFindings(db: Tables, site: string, patient: string): Promise<readonly Standing[]> {
  const rows = await db
    .selectFrom('finding')
    .select(['ordinal', 'finding'])
    .where('site', '=', site)
    .where('patient', '=', patient)
    .orderBy('proposed_at')
    .orderBy('id')
    .execute()
  return rows
}

export async function findingById(db: Tables, site: string, id: string): Promise<Standing | undefined> {
  const query = db.selectFrom('finding').select(['ordinal', 'finding'])
  return query.where('site', '=', site).where('id', '=', id).executeTakeFirst()
}

/** Whether something of this patient still waits for a person, to be signed or to be closed. */
export async function hasOpenFinding(db: Tables, site: string, patient: string): Promise<boolean> {
  const query = db.selectFrom('finding').select('id').where('site', '=', site).where('patient', '=', patient)
  return (await query.where('open', '=', true).executeTakeFirst()) !== undefined
}

/** Stores one changed finding; the version it replaces must still be the newest, otherwise nothing is stored (false). */
export async function storeFinding(db: Tables, site: string, { ordinal, finding }: Standing): Promise<boolean> {
  const columns = {
    version: finding.version,
    review: finding.review,
    open: isOpen(finding),
    finding: JSON.stringify(finding),
    ...(finding.review === 'awaiting' ? { decided_at: null } : { decided_at: finding.decision?.at ?? null }),
  }
  if (finding.version === 1) {
    const identity = { id: finding.id, site, patient: finding.proposal.patient, term: finding.proposal.term, ordinal }
    const row = { ...identity, ...columns, proposed_at: finding.proposedAt }
    const inserted = await db
      .insertInto('finding')
      .values(row)
      .onConflict((c) => c.doNothing())
      .executeTakeFirst()
    return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
  }
  const update = db.updateTable('finding').set(columns).where('id', '=', finding.id)
  const updated = await update.where('version', '=', finding.version - 1).executeTakeFirst()
  return updated.numUpdatedRows > 0n
}

const isOpen = (finding: Finding): boolean => !finding.closed && !finding.withdrawn && finding.review !== 'rejected'
