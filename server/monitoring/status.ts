import type { Kysely } from 'kysely'
import type { Database } from '#server/store/database.ts'
import { missingByEhr } from '#server/store/ehr-capability.ts'
import { type DecisionMeasures, decisionMeasures } from './decision-measures.ts'
import { notProposedIn } from './not-proposed.ts'
import type { Funnel } from './run-report.ts'

/** What an operator wants to know at a glance; counts and times only. */
export interface Status {
  readonly arrivals: Readonly<Record<string, number>>
  /** why arrivals ended or still wait as they do: `failed EHR_PAGING`, `unreadable damaged`, `waiting EHR_BUSY` */
  readonly reasons?: Readonly<Record<string, number>>
  readonly oldestWaitingAt: string | null
  readonly findings: Readonly<Record<string, number>>
  readonly publications: Readonly<Record<string, number>>
  readonly notes: { readonly read: number; readonly unread: number }
  readonly watched: number
  /** what each EHR lacks for writing, as found at the last first contact; an empty list: nothing */
  readonly ehr?: Readonly<Record<string, readonly string[]>>
  /** weighed and not proposed at the last assessment of each patient, by reason */
  readonly notProposed?: Readonly<Record<string, number>>
  /** what clinicians did with the proposals, and how long proposals took */
  readonly decisions?: DecisionMeasures
  readonly lastSweep: { readonly startedAt: string; readonly report: KeptReport } | null
}

/** The members of a kept sweep report that are looked into here; the others are passed on. */
interface KeptReport {
  readonly complete?: boolean
  readonly parts?: readonly { readonly type: string; readonly unusable?: number }[]
  readonly failures?: readonly { readonly type: string; readonly code: string }[]
  readonly funnel?: Funnel
}

/** Counts by state and the oldest arrival that still waits. */
export async function statusOf(db: Kysely<Database>): Promise<Status> {
  const [arrivals, oldest, findings, publications, notes, watched, run, notProposed, decisions, ehr] =
    await Promise.all([
      db
        .selectFrom('arrival')
        .select((row) => ['state', 'ending', 'why', row.fn.countAll<number>().as('n')])
        .groupBy(['state', 'ending', 'why'])
        .execute(),
      db
        .selectFrom('arrival')
        .select((row) => row.fn.min('received_at').as('at'))
        .where('state', '<>', 'ended')
        .executeTakeFirst(),
      db
        .selectFrom('finding')
        .select((row) => ['review', row.fn.countAll<number>().as('n')])
        .groupBy('review')
        .execute(),
      db
        .selectFrom('publication')
        .select((row) => ['state', row.fn.countAll<number>().as('n')])
        .groupBy('state')
        .execute(),
      db
        .selectFrom('note')
        .select((row) => ['readable', row.fn.countAll<number>().as('n')])
        .groupBy('readable')
        .execute(),
      db
        .selectFrom('membership')
        .select((row) => row.fn.countAll<number>().as('n'))
        .where('in_cohort', '=', true)
        .executeTakeFirst(),
      db.selectFrom('run').select(['started_at', 'report']).orderBy('started_at', 'desc').executeTakeFirst(),
      notProposedIn(db),
      decisionMeasures(db),
      missingByEhr(db),
    ])
  const count = (readable: boolean) => Number(notes.find((row) => row.readable === readable)?.n ?? 0)
  return {
    arrivals: counted(arrivals.map(({ state, ending, n }) => [ending ?? state, n])),
    reasons: counted(arrivals.flatMap(({ state, ending, why, n }) => (why ? [[`${ending ?? state} ${why}`, n]] : []))),
    oldestWaitingAt: oldest?.at ? new Date(oldest.at).toISOString() : null,
    findings: counted(findings.map(({ review, n }) => [review, n])),
    publications: counted(publications.map(({ state, n }) => [state, n])),
    notes: { read: count(true), unread: count(false) },
    watched: Number(watched?.n ?? 0),
    notProposed,
    decisions,
    ehr,
    lastSweep: run ? { startedAt: new Date(run.started_at).toISOString(), report: withoutPatients(run.report) } : null,
  }
}

/** A failed search of one patient names the patient; the status does not. */
function withoutPatients(report: KeptReport): KeptReport {
  return { ...report, failures: (report.failures ?? []).map(({ type, code }) => ({ type, code })) }
}

function counted(rows: readonly (readonly [string, number])[]): Readonly<Record<string, number>> {
  const named = Map.groupBy(rows, ([name]) => name)
  return Object.fromEntries([...named].map(([name, of]) => [name, of.reduce((sum, [, n]) => sum + Number(n), 0)]))
}
