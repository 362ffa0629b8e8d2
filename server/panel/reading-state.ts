import { type Kysely, sql } from 'kysely'
import type { PanelView } from '#fhir-mappings/panel.ts'
import type { Database } from '#server/store/database.ts'
import { suspiciousNotes } from './suspicious-notes.ts'
import { unseenOf } from './unseen.ts'

/** A note that left the chart is not missing from the reading; everything else that has no text is. */
const NOT_MISSING = ['superseded', 'retracted', 'own-note']

/** How far the chart of a patient has been read; "nothing found" may be said only at `all-read`. */
export async function readingState(
  db: Kysely<Database>,
  site: string,
  patient: string,
  now: Date,
): Promise<PanelView['reading']> {
  const notes = db.selectFrom('note').where('site', '=', site).where('patient', '=', patient)
  const unreadTo = sql<string | null>`reading ->> 'unread'`
  const [read, unread, open, failed, suspicious, unseen] = await Promise.all([
    notes
      .where('readable', '=', true)
      .where(unreadTo, 'is', null)
      .select((row) => [row.fn.countAll<number>().as('read'), row.fn.max('read_at').as('last')])
      .executeTakeFirstOrThrow(),
    notes
      .where((row) => row.or([row('why', 'not in', NOT_MISSING), row(unreadTo, 'is not', null)]))
      .select(['source', 'title', 'authored_at', sql<string>`coalesce(why, reading ->> 'unread')`.as('why')])
      .execute(),
    ofPatient(db, site, patient).where('state', '<>', 'ended').execute(),
    failedOf(db, site, patient).execute(),
    suspiciousNotes(db, site, patient),
    unseenOf(db, site, patient, now),
  ])
  const missing = [
    ...unread.map((row) => ({ source: row.source, title: row.title, date: row.authored_at, why: row.why })),
    ...failed.map((row) => ({
      source: `${row.type}/${row.id}`,
      title: row.type,
      date: null,
      why: row.why ?? 'failed',
    })),
    ...unseen,
  ]
  return {
    state: open.length > 0 ? 'reading' : missing.length > 0 ? 'not-fully-read' : 'all-read',
    read: Number(read.read),
    waiting: open.length,
    unread: missing,
    lastReadAt: read.last ? new Date(read.last).toISOString() : null,
    suspicious: [...suspicious],
  }
}

const ofPatient = (db: Kysely<Database>, site: string, patient: string) =>
  db
    .selectFrom('arrival')
    .select(['resource_type as type', 'resource_id as id', 'why'])
    .where('site', '=', site)
    .where('patient', '=', patient)

/** These have a row of their own among the notes that says why. */
const NOTE_TYPES = ['DocumentReference', 'DiagnosticReport']

/** Failed, or a result or dose that could not be read, and no later look at the same resource ended otherwise; each once. */
const failedOf = (db: Kysely<Database>, site: string, patient: string) =>
  ofPatient(db, site, patient)
    .distinctOn(['resource_type', 'resource_id'])
    .where((row) =>
      row.or([
        row('ending', '=', 'failed'),
        row.and([row('ending', '=', 'unreadable'), row('resource_type', 'not in', NOTE_TYPES)]),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('arrival as later')
            .select('later.id')
            .whereRef('later.site', '=', 'arrival.site')
            .whereRef('later.resource_type', '=', 'arrival.resource_type')
            .whereRef('later.resource_id', '=', 'arrival.resource_id')
            .whereRef('later.ended_at', '>', 'arrival.ended_at')
            .where('later.ending', '<>', 'failed'),
        ),
      ),
    )
