import type { DiagnosticReport, DocumentReference } from '@medplum/fhirtypes'
import { type Kysely, sql } from 'kysely'
import type { Reading } from '#fhir-mappings/claim.ts'
import { ClinicalNote, type NoteReading } from '#fhir-mappings/clinical-note.ts'
import type { Database } from '#server/store/database.ts'

export type NoteResource = DocumentReference | DiagnosticReport

/** A readable note with what the reader said of it, as it is kept. */
export interface ShelvedNote {
  readonly note: ClinicalNote
  readonly reading: Reading
}

/** Keeps the newest text of a note with its reading, or the reason why there is none (D7). */
export async function shelve(
  db: Kysely<Database>,
  site: string,
  patient: string,
  kept: {
    readonly note: NoteReading
    readonly reading: Reading | null
    readonly title: string
    readonly replaces: readonly string[]
    readonly at: Date
  },
): Promise<void> {
  const { note, reading, at } = kept
  const head = note.readable ? headOf(note.note) : { readable: false, why: note.why, title: kept.title, kind: 'other' }
  const blank = {
    authored_at: null,
    date_from: null,
    author: null,
    preliminary: false,
    text: null,
    sha256: null,
    why: null,
  }
  const columns = {
    ...blank,
    ...head,
    reading: reading && JSON.stringify(reading),
    replaces: JSON.stringify(kept.replaces),
    read_at: at,
    assessed_at: null,
    patient,
  }
  const version = note.readable ? note.note.version : note.version
  const source = note.readable ? note.note.reference : note.reference
  await db
    .insertInto('note')
    .values({ site, source, version, ...columns })
    .onConflict((conflict) => conflict.columns(['site', 'source']).doUpdateSet({ version, ...columns }))
    .execute()
}

const headOf = (note: ClinicalNote) => ({
  readable: true,
  title: note.title,
  kind: note.kind,
  authored_at: note.authoredAt,
  date_from: note.dateFrom,
  author: note.author,
  preliminary: note.preliminary,
  text: note.text,
  sha256: note.sha256,
})

/** Every readable note of a patient with its reading, oldest first. */
export async function shelvedNotes(
  db: Kysely<Database>,
  site: string,
  patient: string,
): Promise<readonly ShelvedNote[]> {
  const query = db.selectFrom('note').selectAll().where('site', '=', site).where('patient', '=', patient)
  const rows = await query.where('readable', '=', true).orderBy('authored_at').orderBy('source').execute()
  return rows.flatMap((row) => {
    const note = ClinicalNote.safeParse({
      reference: row.source,
      version: row.version,
      patient: row.patient,
      kind: row.kind,
      title: row.title,
      authoredAt: row.authored_at,
      dateFrom: row.date_from,
      author: row.author,
      preliminary: row.preliminary,
      text: row.text,
      sha256: row.sha256,
    })
    return note.success && row.reading ? [{ note: note.data, reading: row.reading }] : []
  })
}

/** The findings of everything on the shelf of this patient are stored. */
export async function markAssessed(db: Kysely<Database>, site: string, patient: string, at: Date): Promise<void> {
  const update = db.updateTable('note').set({ assessed_at: at }).where('site', '=', site)
  await update.where('patient', '=', patient).where('assessed_at', 'is', null).execute()
}

/** Whether this very version was read by this very reader before, and its findings are stored. */
export async function isRead(
  db: Kysely<Database>,
  site: string,
  source: string,
  version: string,
  reader: string,
): Promise<boolean> {
  const query = db.selectFrom('note').select('reading').where('site', '=', site).where('source', '=', source)
  const same = query.where('version', '=', version).where('readable', '=', true)
  const row = await same.where('assessed_at', 'is not', null).executeTakeFirst()
  return row?.reading?.reader.version === reader
}

/**
 * D8: a note that was retracted, deleted or replaced by another carries nothing any more. Answers with its patient; a note
 * that stands on the shelf of anybody but `patient` is left alone.
 */
export async function takeOff(
  db: Kysely<Database>,
  site: string,
  source: string,
  why: 'retracted' | 'superseded',
  patient: string | null,
): Promise<string | undefined> {
  const update = db.updateTable('note').set({ readable: false, why, text: null, sha256: null, reading: null })
  const same = update.where('site', '=', site).where('source', '=', source)
  const row = await (patient === null ? same : same.where('patient', '=', patient))
    .returning('patient')
    .executeTakeFirst()
  return row?.patient
}

/** D8: those of these notes that another note of the patient replaces, whichever of the two was read first; a retracted one replaces nothing. */
export async function replacedAmong(
  db: Kysely<Database>,
  site: string,
  patient: string,
  sources: readonly string[],
): Promise<readonly string[]> {
  const query = db.selectFrom('note').select('replaces').where('site', '=', site).where('patient', '=', patient)
  const rows = await query
    .where(sql<boolean>`replaces <> '[]'::jsonb`)
    .where((row) => row.or([row('why', 'is', null), row('why', 'not in', ['retracted', 'wrong-patient'])]))
    .execute()
  const replaced = new Set(rows.flatMap(({ replaces }) => replaces))
  return sources.filter((source) => replaced.has(source))
}

/** On whose shelf a note stands. */
export async function shelvedFor(db: Kysely<Database>, site: string, source: string): Promise<string | undefined> {
  const query = db.selectFrom('note').select('patient').where('site', '=', site).where('source', '=', source)
  return (await query.executeTakeFirst())?.patient
}

/** The notes that this one says it replaces. */
export const replacedBy = (resource: NoteResource): readonly string[] =>
  resource.resourceType === 'DocumentReference'
    ? (resource.relatesTo ?? [])
        .filter(({ code }) => code === 'replaces')
        .flatMap(({ target }) => /(DocumentReference\/[A-Za-z0-9\-.]{1,64})$/.exec(target?.reference ?? '')?.[1] ?? [])
    : []
