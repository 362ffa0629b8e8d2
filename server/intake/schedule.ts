/** When the daily run is due: `at` as HH:MM on the clock of an IANA time zone. */
export interface DailyTime {
  readonly at: string
  readonly timeZone: string
}

const DAY_MS = 24 * 60 * 60 * 1000

/** The first moment after `after` at which the local clock shows the set time (or passes it in the night of the change to summer time). */
export function nextRun(after: Date, daily: DailyTime): Date {
  const today = dueOn(localDay(after, daily.timeZone), daily)
  if (today > after) return today
  return dueOn(followingDay(localDay(after, daily.timeZone)), daily)
}

/** The last due moment that has passed. */
export function lastDue(now: Date, daily: DailyTime): Date {
  const today = dueOn(localDay(now, daily.timeZone), daily)
  if (today <= now) return today
  return dueOn(localDay(new Date(today.getTime() - DAY_MS), daily.timeZone), daily)
}

/** When runs began; undefined when there was none. */
interface Last {
  /** the last one that did all of its work */
  readonly runAt: Date | undefined
  /** the last one, whatever became of it */
  readonly tryAt: Date | undefined
}

export interface DailyRun extends DailyTime {
  readonly now: () => Date
  readonly lastRunAt: () => Promise<Last['runAt']>
  readonly lastTryAt: () => Promise<Last['tryAt']>
  readonly run: () => Promise<void>
  /** a run that throws is told here and does not end the schedule */
  readonly onError: (error: unknown) => void
  readonly signal: AbortSignal
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
}

/** An outage at the set time is over in minutes or in hours. */
const SHORTEST_PAUSE_MS = 10 * 60 * 1000

/**
 * Whether to run now: the one that was due is missing (the service or the EHR stood still, or there never was one), and the last try is some time ago. The pause is ten minutes and
 * then as long as we have been trying, so that an EHR that never answers in full is not swept all day.
 */
export function isDue({ runAt, tryAt }: Last, now: Date, daily: DailyTime): boolean {
  const due = lastDue(now, daily)
  if (runAt !== undefined && runAt >= due) return false
  if (tryAt === undefined || tryAt < due) return true
  const pause = Math.max(SHORTEST_PAUSE_MS, tryAt.getTime() - due.getTime())
  return now.getTime() - tryAt.getTime() >= pause
}

/** Looks at the clock at least this often, so that a machine that slept or a changed clock delays a run by minutes only. */
const LONGEST_NAP_MS = 10 * 60 * 1000

/** Runs every day at the set time until the signal ends it; a missed run is made up at once, several missed ones as one. */
export async function runDaily(daily: DailyRun): Promise<void> {
  while (!daily.signal.aborted) {
    try {
      const last = { runAt: await daily.lastRunAt(), tryAt: await daily.lastTryAt() }
      if (isDue(last, daily.now(), daily)) await daily.run()
    } catch (error) {
      daily.onError(error)
    }
    const until = nextRun(daily.now(), daily).getTime() - daily.now().getTime()
    await daily.wait(Math.min(until, LONGEST_NAP_MS), daily.signal).catch(() => undefined)
  }
}

/** The moment of a local day and time: guessed as UTC, then corrected by the zone's offset there, twice for the change of clocks. */
function dueOn(day: string, { at, timeZone }: DailyTime): Date {
  const wall = Date.parse(`${day}T${at}:00Z`)
  const guess = wall - offsetMs(wall, timeZone)
  const due = wall - offsetMs(guess, timeZone)
  return new Date(Math.max(due, wall - offsetMs(due, timeZone)))
}

const followingDay = (day: string): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + DAY_MS).toISOString().slice(0, 10)

const localDay = (instant: Date, timeZone: string): string => localText(instant.getTime(), timeZone).slice(0, 10)

/** How far the local clock is ahead of UTC at an instant. */
const offsetMs = (instant: number, timeZone: string): number =>
  Date.parse(`${localText(instant, timeZone)}Z`) - Math.floor(instant / 1000) * 1000

const clocks = new Map<string, Intl.DateTimeFormat>()

/** One formatter per zone: making one costs more than using it a thousand times. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const options = { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' } as const
  const made = new Intl.DateTimeFormat('sv-SE', options)
  clocks.set(timeZone, made)
  return made
}

/** `YYYY-MM-DDTHH:MM:SS` on the local clock. */
const localText = (instant: number, timeZone: string): string => clockOf(timeZone).format(instant).replace(' ', 'T')
