/**
 * FHIR dates as calendar days and instants. A FHIR dateTime may be a year, a month, a day or an instant with offset;
 * what is less than a day cannot place an infusion or a result in time and is treated as undated.
 */
const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/

const formats = new Map<string, Intl.DateTimeFormat>()

/** One formatter per zone: making one costs more than using it a thousand times. */
function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(timeZone, made)
  return made
}

/** M3: the calendar day (YYYY-MM-DD) in the site's time zone; undefined for anything less exact than a day. */
export function calendarDay(dateTime: string | undefined, timeZone: string): string | undefined {
  if (!isDated(dateTime)) return undefined
  if (DAY.test(dateTime)) return dateTime
  const [, day, offset] = INSTANT.exec(dateTime) ?? []
  return offset === undefined ? day : dayFormat(timeZone).format(new Date(dateTime))
}

/** Whether this is a real day or instant (31 February and 25:00 are not). */
export function isDated(dateTime: string | undefined): dateTime is string {
  if (dateTime === undefined || !(DAY.test(dateTime) || INSTANT.test(dateTime))) return false
  const time = Date.parse(dateTime)
  return !Number.isNaN(time) && isRealDay(dateTime.slice(0, 10))
}

function isRealDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === day
}

/** Milliseconds since 1970 for ordering; a day without a time counts as its first moment in UTC. */
export const momentOf = (dateTime: string): number => Date.parse(dateTime)

/** Whole days from one calendar day to another, negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** The same day `months` later, or the last day of that month where it has no such day (31 January + 1 = 28 February). */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastDate = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate))).toISOString().slice(0, 10)
}
