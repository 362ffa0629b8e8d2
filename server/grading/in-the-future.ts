/** Clocks differ and time zones are left out: what is dated more than a day ahead is an error of dating. */
const AHEAD_MS = 24 * 60 * 60 * 1000

/** Whether a chart entry is dated so far ahead that it cannot be believed. */
export const isInTheFuture = (at: string, now: Date): boolean => Date.parse(at) > now.getTime() + AHEAD_MS
