import type { Kysely, Transaction } from 'kysely'
import type { Finding } from '#fhir-mappings/finding.ts'
import { writeKey } from '#fhir-mappings/finding-observation.ts'
import type { Database } from '#server/store/database.ts'
import type { Prior } from './transaction.ts'

type Tables = Kysely<Database> | Transaction<Database>

export type PublicationState = 'planned' | 'sent' | 'confirmed' | 'rejected' | 'unknown'

/** Why a write was given up; a code, never words from the EHR. */
export type GivenUp = 'newer-version' | 'changed-by-person' | 'nothing-to-take-back' | 'refused' | 'switched-off'

/** W2: the row is durable before the request leaves; it belongs into the transaction that stores the finding. */
export async function planPublication(db: Tables, site: string, finding: Finding, now: Date): Promise<void> {
  const row = {
    key: writeKey(finding),
    site,
    finding_id: finding.id,
    finding_version: finding.version,
    finding: JSON.stringify(finding),
    state: 'planned' as const,
    planned_at: now,
  }
  await db
    .insertInto('publication')
    .values(row)
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function markSent(db: Tables, finding: Finding): Promise<void> {
  const update = db.updateTable('publication').set((row) => ({ state: 'sent', attempts: row('attempts', '+', 1) }))
  await update.where('key', '=', writeKey(finding)).execute()
}

export async function settle(
  db: Tables,
  finding: Finding,
  outcome: { readonly state: PublicationState; readonly why?: string; readonly prior?: Prior },
  now: Date,
): Promise<void> {
  const { state, why, prior } = outcome
  const refs = prior && {
    observation: prior.observation,
    observation_version: prior.observationVersion ?? null,
    flag: prior.flag,
    flag_version: prior.flagVersion ?? null,
  }
  const update = db.updateTable('publication').set({ state, why: why ?? null, settled_at: now, ...refs })
  await update.where('key', '=', writeKey(finding)).execute()
  if (state !== 'confirmed') return
  await db
    .updateTable('finding')
    .set({ written_at: now })
    .where('id', '=', finding.id)
    .where('written_at', 'is', null)
    .execute()
}

/** What we confirmed last: where it stands, what it said, and whether anything of this finding went on top of a person's edit. */
export interface Confirmed extends Prior {
  readonly written: Finding
  readonly onTop: boolean
}

/** Where the finding stands in the EHR by what we confirmed last; undefined when nothing of it was ever confirmed. */
export async function lastConfirmed(db: Tables, finding: Finding): Promise<Confirmed | undefined> {
  const query = db.selectFrom('publication').selectAll().where('finding_id', '=', finding.id)
  const row = await query.where('state', '=', 'confirmed').orderBy('finding_version', 'desc').executeTakeFirst()
  if (!row?.observation || !row.flag) return undefined
  return {
    observation: row.observation,
    observationVersion: row.observation_version ?? undefined,
    flag: row.flag,
    flagVersion: row.flag_version ?? undefined,
    written: row.finding,
    onTop: await wentOnTop(db, finding),
  }
}

/** Durable before the request leaves: from here on the EHR may hold a person's elements beside ours (W5). */
export async function markOnTop(db: Tables, finding: Finding): Promise<void> {
  await db.updateTable('publication').set({ on_top: true }).where('key', '=', writeKey(finding)).execute()
}

async function wentOnTop(db: Tables, finding: Finding): Promise<boolean> {
  const query = db.selectFrom('publication').select('key').where('finding_id', '=', finding.id)
  return (await query.where('on_top', '=', true).executeTakeFirst()) !== undefined
}

/** The write keys of the versions that may have reached the EHR although we hold no answer. */
export async function keysWithoutAnswer(db: Tables, finding: Finding): Promise<readonly string[]> {
  const query = db.selectFrom('publication').select('key').where('finding_id', '=', finding.id)
  const rows = await query.where('attempts', '>', 0).where('state', '<>', 'confirmed').execute()
  return rows.map(({ key }) => key)
}

/** Findings whose newest version is planned, sent or of unknown outcome: what a crash left behind. */
export async function outstanding(db: Tables, site: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('publication')
    .innerJoin('finding', 'finding.id', 'publication.finding_id')
    .select('publication.finding_id')
    .whereRef('publication.finding_version', '=', 'finding.version')
    .where('publication.site', '=', site)
    .where('publication.state', 'in', ['planned', 'sent', 'unknown'])
    .execute()
  return rows.map(({ finding_id }) => finding_id)
}

/** Older versions that never left are given up: the newest one says it all. */
export async function giveUpOlder(db: Tables, finding: Finding, now: Date): Promise<void> {
  await db
    .updateTable('publication')
    .set({ state: 'rejected', why: 'newer-version' satisfies GivenUp, settled_at: now })
    .where('finding_id', '=', finding.id)
    .where('finding_version', '<', finding.version)
    .where('state', 'in', ['planned', 'sent', 'unknown'])
    .execute()
}
