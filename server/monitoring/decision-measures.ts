import { type Kysely, sql } from 'kysely'
import type { Database } from '#server/store/database.ts'

/** What clinicians did with what was proposed, and how long it took. Shares are of all decisions on proposals; null: none yet. */
export interface DecisionMeasures {
  /** confirmed, changed or rejected; closing a Flag is no decision about a proposal */
  readonly decided: number
  readonly overrideShare: number | null
  readonly rejectionShare: number | null
  /** medians over the newest findings, in hours */
  readonly hours: Readonly<Record<Span, number | null>>
}

const spans = ['note-to-proposed', 'note-to-shown', 'arrival-to-proposed', 'arrival-to-shown'] as const
type Span = (typeof spans)[number]

/** More than a hospital finds in a year; the medians follow changes and stay cheap. */
const NEWEST = 1_000

const HOUR_MS = 3_600_000

/** From the kept decisions and findings; no patient, no word of a chart. */
export async function decisionMeasures(db: Kysely<Database>): Promise<DecisionMeasures> {
  const rows = await db
    .selectFrom('decision')
    .select((row) => ['decision', row.fn.countAll<number>().as('n')])
    .where('decision', '<>', 'closed')
    .groupBy('decision')
    .execute()
  const of = (decision: string) => Number(rows.find((row) => row.decision === decision)?.n ?? 0)
  const decided = of('confirmed') + of('changed') + of('rejected')
  const share = (n: number) => (decided === 0 ? null : n / decided)
  return {
    decided,
    overrideShare: share(of('changed') + of('rejected')),
    rejectionShare: share(of('rejected')),
    hours: await medianHours(db),
  }
}

/** The four instants of a finding, in ms; NaN where one is not known. */
interface Course {
  readonly note: number
  readonly arrival: number
  readonly proposed: number
  readonly shown: number
}

async function medianHours(db: Kysely<Database>): Promise<DecisionMeasures['hours']> {
  const courses = await newestCourses(db)
  const between = (from: 'note' | 'arrival', to: 'proposed' | 'shown') => {
    const hours = courses.map((course) => (course[to] - course[from]) / HOUR_MS)
    return median(hours.filter((length) => length >= 0))
  }
  return {
    'note-to-proposed': between('note', 'proposed'),
    'note-to-shown': between('note', 'shown'),
    'arrival-to-proposed': between('arrival', 'proposed'),
    'arrival-to-shown': between('arrival', 'shown'),
  }
}

/** The note and the arrival that led to a proposal: the newest ones of its evidence from before it was made. */
async function newestCourses(db: Kysely<Database>): Promise<readonly Course[]> {
  const received = sql<Date | null>`(select max(arrival.received_at) from arrival, (
      select q ->> 'source' as source from jsonb_array_elements(finding -> 'proposal' -> 'quotes') q
      union all select l ->> 'reference' from jsonb_array_elements(finding -> 'proposal' -> 'laboratory') l) evidence
    where arrival.site = finding.site and arrival.received_at <= finding.proposed_at
    and arrival.resource_type = split_part(source, '/', 1) and arrival.resource_id = split_part(source, '/', 2))`
  const rows = await db
    .selectFrom('finding')
    .select(['finding', 'proposed_at', 'shown_at', received.as('received_at')])
    .orderBy('proposed_at', 'desc')
    .limit(NEWEST)
    .execute()
  return rows.map(({ finding, proposed_at, shown_at, received_at }) => {
    const proposed = proposed_at.getTime()
    const written = finding.proposal.quotes.map(({ authoredAt }) => Date.parse(authoredAt ?? ''))
    return {
      note: Math.max(...written.filter((at) => at <= proposed)),
      arrival: received_at ? new Date(received_at).getTime() : Number.NaN,
      proposed,
      shown: shown_at?.getTime() ?? Number.NaN,
    }
  })
}

/** The middle one, or the mean of the two in the middle; null of none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.filter(Number.isFinite).toSorted((one, other) => one - other)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2
}
