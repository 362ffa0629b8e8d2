/** No EHR keeps us waiting longer than this inside one call; the queue waits the rest. */
const LONGEST_WAIT_MS = 60_000

/** First pause of the back-off; it doubles with each attempt. */
const FIRST_PAUSE_MS = 250

/**
 * B10: how long the EHR asks us to wait, in ms; `Retry-After` in seconds or as an HTTP date, which is read against the
 * server's own `Date` so that a skewed clock does not matter. Undefined when it does not say.
 */
export function retryAfterMs(headers: Headers, now: Date): number | undefined {
  const asked = headers.get('retry-after')?.trim()
  if (!asked) return undefined
  if (/^\d+$/.test(asked)) return Number(asked) * 1000
  const until = Date.parse(asked)
  if (Number.isNaN(until)) return undefined
  const serverNow = Date.parse(headers.get('date') ?? '')
  return Math.max(0, until - (Number.isNaN(serverNow) ? now.getTime() : serverNow))
}

/** The pause before attempt `attempt + 1`, in ms: what the EHR asks, capped, else exponential with jitter (50 to 100 %). */
export function pauseMs(attempt: number, asked: number | undefined, random: () => number = Math.random): number {
  if (asked !== undefined) return Math.min(asked, LONGEST_WAIT_MS)
  return Math.min(FIRST_PAUSE_MS * 2 ** attempt * (0.5 + random() / 2), LONGEST_WAIT_MS)
}
