import { type Kysely, sql } from 'kysely'
import type { PanelView } from '#fhir-mappings/panel.ts'
import type { Database } from '#server/store/database.ts'

type SuspiciousNote = NonNullable<PanelView['reading']['suspicious']>[number]

/** The notes of a patient with words that try to instruct the software, newest first, with those words (H-9). */
export async function suspiciousNotes(
  db: Kysely<Database>,
  site: string,
  patient: string,
): Promise<readonly SuspiciousNote[]> {
  const rows = await db
    .selectFrom('note')
    .select(['source', 'title', 'authored_at', 'reading'])
    .where('site', '=', site)
    .where('patient', '=', patient)
    .where(sql<boolean>`jsonb_array_length(reading -> 'suspicious') > 0`)
    .orderBy('authored_at', 'desc')
    .orderBy('source')
    .execute()
  return rows.map(({ source, title, authored_at, reading }) => ({
    source,
    title,
    date: authored_at,
    words: (reading?.suspicious ?? []).map(({ text }) => text),
  }))
}
