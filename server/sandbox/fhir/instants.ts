/** A closed stretch of time in epoch milliseconds, as FHIR dates of any precision describe one. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** The ends of JavaScript time; an open period reaches to them. */
export const EARLIEST = -8_640_000_000_000_000
export const LATEST = 8_640_000_000_000_000

const FHIR_DATE =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/

/** R4 date, dateTime or instant as the time it covers; undefined when it is none. Without a zone it is read as UTC. */
export function intervalFromDate(text: string): Interval | undefined {
  const parts = FHIR_DATE.exec(text)
  if (!parts) return undefined
  const [, year, month, day, hour, minute, second, fraction, zone] = parts
  if (!onTheCalendar(Number(year), Number(month ?? 1), Number(day ?? 1))) return undefined
  if (Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return undefined
  if (month === undefined) return between(Date.UTC(Number(year), 0), Date.UTC(Number(year) + 1, 0))
  if (day === undefined)
    return between(Date.UTC(Number(year), Number(month) - 1), Date.UTC(Number(year), Number(month)))
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day))
  if (hour === undefined) return between(midnight, midnight + 86_400_000)
  const offset = offsetMs(zone)
  if (offset === undefined) return undefined
  const low = midnight + Number(hour) * 3_600_000 + Number(minute) * 60_000 + Number(second ?? 0) * 1000 - offset
  if (second === undefined) return between(low, low + 60_000)
  if (fraction === undefined) return between(low, low + 1000)
  const ms = Math.floor(Number(`0.${fraction}`) * 1000)
  return { low: low + ms, high: low + ms }
}

/** The time that a Period covers, open where an end is missing; undefined when an end is not a date. */
export function intervalFromPeriod(start: string | undefined, end: string | undefined): Interval | undefined {
  const first = start === undefined ? EARLIEST : intervalFromDate(start)?.low
  const last = end === undefined ? LATEST : intervalFromDate(end)?.high
  return first === undefined || last === undefined ? undefined : { low: first, high: last }
}

const between = (from: number, to: number): Interval => ({ low: from, high: to - 1 })

function onTheCalendar(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function offsetMs(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === 'Z') return 0
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(4, 6))
  if (hours > 14 || minutes > 59) return undefined
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}
