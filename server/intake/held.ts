import type { Kysely } from 'kysely'
import type { Database } from '#server/store/database.ts'

/** References of the texts we hold and of the results that open findings rest on: what a deletion would take away. */
export async function heldReferences(db: Kysely<Database>, site: string): Promise<readonly string[]> {
  const notes = await db
    .selectFrom('note')
    .select('source')
    .where('site', '=', site)
    .where('readable', '=', true)
    .execute()
  const findings = await db
    .selectFrom('finding')
    .select('finding')
    .where('site', '=', site)
    .where('open', '=', true)
    .execute()
  const results = findings.flatMap(({ finding }) => finding.proposal.laboratory.map(({ reference }) => reference))
  return [...new Set([...notes.map(({ source }) => source), ...results])]
}
