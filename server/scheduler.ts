import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { missingToWrite } from '#server/ehr/capability.ts'
import type { ConnectedEhr } from '#server/ehr/connect.ts'
import type { Ehr } from '#server/ehr/door.ts'
import { SurveillanceError } from '#server/errors.ts'
import { heldReferences } from '#server/intake/held.ts'
import type { Inbox } from '#server/intake/inbox.ts'
import { marksOf } from '#server/intake/marks.ts'
import { runsOf } from '#server/intake/runs.ts'
import { runDaily } from '#server/intake/schedule.ts'
import { subscriptionBookOf } from '#server/intake/subscription-book.ts'
import { watchSubscriptions } from '#server/intake/subscriptions.ts'
import { type SweepReport, sweep } from '#server/intake/sweep.ts'
import { abandonedArrivals, reopenFailed } from '#server/intake/taking.ts'
import { bugOf } from '#server/intake/worker.ts'
import { completeRuns } from '#server/monitoring/run-report.ts'
import type { Database } from '#server/store/database.ts'
import { keepMissing } from '#server/store/ehr-capability.ts'
import type { PatientLease } from '#server/store/patient-lease.ts'
import type { Publisher } from '#server/write-back/publisher.ts'

export interface SweepDoors {
  readonly db: Kysely<Database>
  readonly ehr: Ehr
  readonly inbox: Inbox
  readonly log: Logger
  readonly now: () => Date
  readonly onArrival: (arrivals: readonly number[]) => void
  /** how long after the last infusion a patient is watched */
  readonly windowMonths: number
}

export interface SchedulerDoors extends SweepDoors {
  readonly ehr: Ehr & Partial<Pick<ConnectedEhr, 'grantedScope'>>
  readonly publisher: Publisher
  readonly lease: PatientLease
  readonly sweepSoon: () => Promise<SweepReport>
  /** HH:MM on the site's clocks */
  readonly sweepAt: string
  /** where the EHR calls us: `https://…/hooks/SITE` */
  readonly hookUrl: string
  readonly signal: AbortSignal
}

const WATCH_EVERY_MS = 60_000
const RECOVER_EVERY_MS = 10_000
const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 30_000

/** At most one sweep runs; whoever asks meanwhile gets one more after it, together with everybody else who asked. */
export function sweeper(doors: SweepDoors): () => Promise<SweepReport> {
  let running: Promise<SweepReport> | undefined
  let next: Promise<SweepReport> | undefined
  const run = () => {
    running = sweepNow(doors).finally(() => {
      running = undefined
    })
    return running
  }
  return () => {
    if (!running) return run()
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined
        return run()
      })
    return next
  }
}

/** Looks over everything that changed since the last sweep and keeps the run's report (S15, S16). */
async function sweepNow(doors: SweepDoors): Promise<SweepReport> {
  const { db, ehr, inbox, now, log, onArrival, windowMonths } = doors
  const site = ehr.site.id
  const patients = async () => {
    const rows = await db
      .selectFrom('membership')
      .select('patient')
      .where('site', '=', site)
      .where('in_cohort', '=', true)
      .execute()
    return rows.map(({ patient }) => patient)
  }
  const held = () => heldReferences(db, site)
  const report = await sweep({ ehr, inbox, now, windowMonths, marks: marksOf(db), patients, held })
  await runsOf(db).keep(report)
  onArrival([...report.arrivals, ...(await reopenFailed(db, site))])
  const { durationMs, complete, parts, failures } = report
  log.info({ event: 'sweep', site, durationMs, complete, parts, failures: failures.length })
  return report
}

/** The scheduler's rounds: subscriptions alive, one sweep at start and one a day, nothing left lying. Ends with the signal. */
export async function keepWatch(doors: SchedulerDoors): Promise<void> {
  const listeningSince = doors.now()
  await firstContact(doors)
  await Promise.all([
    every(WATCH_EVERY_MS, doors, 'watch', () => watchRound(doors, listeningSince)),
    runDaily({
      at: doors.sweepAt,
      timeZone: doors.ehr.site.timeZone,
      now: doors.now,
      lastRunAt: () => runsOf(doors.db).lastSweepAt(doors.ehr.site.id, 'complete'),
      lastTryAt: () => runsOf(doors.db).lastSweepAt(doors.ehr.site.id, 'any'),
      run: async () => void (await doors.sweepSoon()),
      onError: (error) => told(doors.log, 'daily-sweep', error),
      signal: doors.signal,
      wait: (ms, signal) => pause(ms, undefined, { signal }),
    }),
  ])
}

/** The EHR may start later than we do: try until it answers, then subscribe first and sweep after, so that nothing falls between. */
async function firstContact(doors: SchedulerDoors): Promise<void> {
  for (let wait = FIRST_RETRY_MS; !doors.signal.aborted; wait = Math.min(wait * 2, LONGEST_RETRY_MS)) {
    try {
      await compareCapabilities(doors)
      if (doors.ehr.site.subscriptions) await subscribe(doors, doors.now())
      await doors.sweepSoon()
      return
    } catch (error) {
      told(doors.log, 'first-contact', error)
      await pause(wait, undefined, { signal: doors.signal }).catch(() => undefined)
    }
  }
}

/** W1, B6: what is missing to write is said once and kept; then nothing is written, instead of a refusal each time. */
async function compareCapabilities({ db, ehr, log }: SchedulerDoors): Promise<void> {
  const statement = await ehr.capabilities()
  const missing = ehr.site.write === 'none' ? [] : missingToWrite(statement, ehr.grantedScope?.() ?? [])
  await keepMissing(db, ehr.site.id, missing)
  if (missing.length > 0) log.warn({ event: 'ehr-may-not-be-written', site: ehr.site.id, missing })
}

function subscribe({ ehr, db, hookUrl, now }: SchedulerDoors, listeningSince: Date) {
  const newSecret = () => randomBytes(24).toString('hex')
  const book = subscriptionBookOf(db)
  return watchSubscriptions({ ehr, book, endpoint: hookUrl, now, newSecret, listeningSince })
}

/** S6, S11: a subscription that was not alive or not heard means a silent time, which the sweep looks over. */
async function watchRound(doors: SchedulerDoors, listeningSince: Date): Promise<void> {
  if (!doors.ehr.site.subscriptions) return
  const { silent, each } = await subscribe(doors, listeningSince)
  if (!silent) return
  doors.log.warn({ event: 'subscriptions-silent', each })
  await doors.sweepSoon()
}

/** What a crash or an absent EHR left lying: arrivals nobody reads, writes without an answer. The first round is at once. */
export async function recoverRounds(doors: SchedulerDoors): Promise<void> {
  const round = async () => {
    doors.onArrival(await abandonedArrivals(doors.db, false))
    const settled = await doors.publisher.publishOutstanding(doors.lease)
    if (settled > 0) doors.log.info({ event: 'writes-recovered', settled })
    await completeRuns(doors.db, doors.ehr.site.id)
  }
  await round().catch((error: unknown) => told(doors.log, 'recovery', error))
  await every(RECOVER_EVERY_MS, doors, 'recovery', round)
}

async function every(
  ms: number,
  { signal, log }: SchedulerDoors,
  name: string,
  round: () => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    await pause(ms, undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return
    await round().catch((error: unknown) => told(log, name, error))
  }
}

function told(log: Logger, step: string, error: unknown): void {
  const known = error instanceof SurveillanceError ? { code: error.code, about: error.about } : { code: bugOf(error) }
  log.warn({ event: 'round-failed', step, ...known })
}
