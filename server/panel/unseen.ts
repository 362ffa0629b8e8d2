import { type Kysely, sql } from 'kysely'
import type { PanelView } from '#fhir-mappings/panel.ts'
import type { Database } from '#server/store/database.ts'

type Unread = PanelView['reading']['unread']

/** What may be missing from the chart of a patient although no note or arrival of theirs says so. */
export async function unseenOf(db: Kysely<Database>, site: string, patient: string, now: Date): Promise<Unread> {
  const [held, nameless] = await Promise.all([heldBack(db, site, patient), withoutPatient(db, site, now)])
  const one = { source: 'nameless', title: nameless === 1 ? 'A document' : `${nameless} documents`, date: null }
  const types = [...held].map((type) => ({ source: type, title: titles[type] ?? type, date: null, why: 'held-back' }))
  return nameless > 0 ? [...types, { ...one, why: 'patient-unknown' }] : types
}

const titles: Readonly<Record<string, string>> = {
  DocumentReference: 'Notes',
  DiagnosticReport: 'Reports',
  Observation: 'Laboratory results',
  MedicationAdministration: 'Infusions',
}

/** B16, S20: kinds of resource of which the EHR held back some at the entry, the last assessment or the last sweep. */
async function heldBack(db: Kysely<Database>, site: string, patient: string): Promise<ReadonlySet<string>> {
  const kept = db.selectFrom('membership').select(['entry_incomplete', 'assessed_incomplete'])
  const sweeps = db.selectFrom('run').select('report').where('site', '=', site).where('kind', '=', 'sweep')
  const [row, swept] = await Promise.all([
    kept.where('site', '=', site).where('patient', '=', patient).executeTakeFirst(),
    sweeps.orderBy('started_at', 'desc').limit(1).executeTakeFirst(),
  ])
  const { failures = [] } = (swept?.report ?? {}) as { readonly failures?: readonly SweepFailure[] }
  const concerned = failures.filter((one) => one.code === 'incomplete' && ['', patient].includes(one.patient))
  return new Set([
    ...(row?.entry_incomplete ?? []),
    ...(row?.assessed_incomplete ?? []),
    ...concerned.map(({ type }) => type),
  ])
}

interface SweepFailure {
  readonly type: string
  /** '' for a search across patients */
  readonly patient: string
  readonly code: string
}

const NOTES_AND_RESULTS = ['DocumentReference', 'DiagnosticReport', 'Observation']

/** What is read within a minute is on its way and not missing. */
const MOMENT_MS = 60_000

/** Documents and results that nobody could read, so that nobody knows whose they are: they may be this patient's. */
async function withoutPatient(db: Kysely<Database>, site: string, now: Date): Promise<number> {
  const long = new Date(now.getTime() - MOMENT_MS)
  const row = await db
    .selectFrom('arrival')
    .select(sql<number>`count(distinct (resource_type, resource_id))`.as('n'))
    .where('site', '=', site)
    .where('patient', 'is', null)
    .where('resource_type', 'in', NOTES_AND_RESULTS)
    .where((one) =>
      one.or([one('ending', '=', 'failed'), one.and([one('state', '<>', 'ended'), one('received_at', '<', long)])]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('arrival as later')
            .select('later.id')
            .whereRef('later.site', '=', 'arrival.site')
            .whereRef('later.resource_type', '=', 'arrival.resource_type')
            .whereRef('later.resource_id', '=', 'arrival.resource_id')
            .whereRef('later.ended_at', '>', 'arrival.received_at')
            .where('later.ending', '<>', 'failed'),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return Number(row.n)
}
