import type { Flag, Observation, Provenance, Resource } from '@medplum/fhirtypes'
import type { Kysely } from 'kysely'
import { OUR_FINDINGS, OUR_FLAGS, OUR_TERMS, OUR_WRITES } from '#fhir-mappings/code-systems.ts'
import type { Ehr } from '#server/ehr/door.ts'
import type { Database } from '#server/store/database.ts'
import type { PlannedNote } from './journey-people.ts'

export interface FiledNote extends PlannedNote {
  readonly reference: string
}

export interface Tally {
  /** notes by the ends of all their arrivals: told and found again by a sweep or an entry, a note has two */
  readonly endings: Readonly<Record<string, number>>
  readonly writes: Readonly<Record<string, number>>
  readonly flags: number
  readonly provenances: number
  /** one sentence for everything that is lost, twice or still open; references only */
  readonly wrong: readonly string[]
}

/** Compares the notes that were filed with the store, and the store with the EHR. */
export async function tally(db: Kysely<Database>, ehr: Ehr, filed: readonly FiledNote[]): Promise<Tally> {
  const arrivals = await db
    .selectFrom('arrival')
    .select(['id', 'resource_type', 'resource_id', 'state', 'ending'])
    .execute()
  const writes = await db.selectFrom('publication').select(['key', 'finding_id', 'state', 'why']).execute()
  const audited = await writtenInAudit(db)
  const { matches: observations } = await ehr.search<Observation>('Observation', { category: 'exam', _count: '200' })
  const { matches: flags } = await ehr.search<Flag>('Flag', { _count: '200' })
  const { matches: provenances } = await ehr.search<Provenance>('Provenance', { _count: '200' })

  const ended = new Set(
    arrivals.filter(({ state }) => state === 'ended').map((a) => `${a.resource_type}/${a.resource_id}`),
  )
  const confirmed = writes.filter(({ state }) => state === 'confirmed')
  const findings = new Set(confirmed.map(({ finding_id }) => finding_id))
  const flagged = flags.flatMap((flag) => termsOf(flag).map((term) => `${flag.subject.reference} ${term}`))
  const tags = provenances.flatMap(writeTags)
  return {
    endings: countOf(endsOfEach(filed, arrivals)),
    writes: countOf(writes.map(({ state, why }) => (why ? `${state} (${why})` : state))),
    flags: flags.length,
    provenances: provenances.length,
    wrong: [
      ...arrivals.filter(({ state }) => state !== 'ended').map(({ id }) => `arrival ${id} is open`),
      ...arrivals.filter(({ ending }) => ending === 'failed').map(({ id }) => `arrival ${id} failed`),
      ...filed.filter(({ reference }) => !ended.has(reference)).map(({ reference }) => `${reference} was never read`),
      ...filed
        .filter(({ patient, term }) => flagged.filter((one) => one === `${patient} ${term}`).length !== 1)
        .map(({ reference, term }) => `${reference} has not exactly one Flag of ${term}`),
      ...notOnce(
        'Observation',
        observations.flatMap((one) => identifiers(one, OUR_FINDINGS)),
        findings,
      ),
      ...notOnce(
        'Flag',
        flags.flatMap((one) => identifiers(one, OUR_FLAGS)),
        findings,
      ),
      ...notOnce('Provenance', tags, new Set(confirmed.map(({ key }) => key)), new Set(writes.map(({ key }) => key))),
      ...notOnce('audit entry of the write', audited, new Set(confirmed.map(({ key }) => key))),
      ...writes
        .filter(({ why }) => why === 'changed-by-person')
        .map(({ key }) => `${key} was taken for a person's edit`),
    ],
  }
}

interface ArrivalEnd {
  readonly resource_type: string
  readonly resource_id: string
  readonly state: string
  readonly ending: string | null
}

/** For each filed note its ends in words, `published` or `already-read + published`. */
function endsOfEach(filed: readonly FiledNote[], arrivals: readonly ArrivalEnd[]): readonly string[] {
  const byNote = Map.groupBy(arrivals, (a) => `${a.resource_type}/${a.resource_id}`)
  return filed.map(({ reference }) => {
    const ends = (byNote.get(reference) ?? []).map(({ ending, state }) => ending ?? state)
    return ends.length === 0 ? 'none' : ends.toSorted().join(' + ')
  })
}

/** What is missing, there more than once, or there without being allowed. */
function notOnce(
  what: string,
  found: readonly string[],
  wanted: ReadonlySet<string>,
  allowed: ReadonlySet<string> = wanted,
): readonly string[] {
  const counts = new Map(Object.entries(countOf(found)))
  return [
    ...[...wanted].filter((one) => !counts.has(one)).map((one) => `${what} ${one} is missing`),
    ...[...counts].filter(([, n]) => n > 1).map(([one, n]) => `${what} ${one} stands ${n} times`),
    ...[...counts.keys()].filter((one) => !allowed.has(one)).map((one) => `${what} ${one} is in no ledger`),
  ]
}

/** Keys of the writes that the audit ledger says succeeded. */
async function writtenInAudit(db: Kysely<Database>): Promise<readonly string[]> {
  const rows = await db.selectFrom('audit_entry').select('event').execute()
  return rows.flatMap(({ event }) => {
    if (!event.subtype?.some(({ code }) => code === 'finding-written') || event.outcome !== '0') return []
    const details = event.entity?.flatMap(({ detail = [] }) => detail) ?? []
    const version = details.find(({ type }) => type === 'version')?.valueString
    return [`${event.entity?.[0]?.what?.reference}.${version}`]
  })
}

const countOf = (words: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(Object.groupBy(words, (word) => word)).map(([word, all]) => [word, all?.length ?? 0]),
  )

const identifiers = ({ identifier = [] }: Observation | Flag, wanted: string): readonly string[] =>
  identifier.flatMap(({ system, value }) => (system === wanted && value ? [value] : []))

const writeTags = ({ meta }: Resource): readonly string[] =>
  (meta?.tag ?? []).flatMap(({ system, code }) => (system === OUR_WRITES && code ? [code] : []))

const termsOf = ({ code }: Flag): readonly string[] =>
  (code.coding ?? []).flatMap((one) => (one.system === OUR_TERMS && one.code ? [one.code] : []))
