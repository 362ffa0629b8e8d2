/** "12 Mar 2026", or with the time of day "12 Mar 2026, 14:05". A calendar day has no time zone and gets none. */
export function dateWords(iso: string, timeZone?: string): string {
  const calendarDay = /^\d{4}(-\d{2}){0,2}$/.test(iso)
  const at = new Date(calendarDay && iso.length === 10 ? `${iso}T00:00:00Z` : iso)
  if (Number.isNaN(at.getTime())) return iso
  if (calendarDay) return iso.length < 10 ? iso : dayFormat('UTC').format(at)
  return dayTimeFormat(timeZone).format(at)
}

/** The day alone, for tables and narrow lines. */
export function dayWords(iso: string, timeZone?: string): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  return dayFormat(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? 'UTC' : timeZone).format(at)
}

const dayFormat = (timeZone?: string) =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', ...zone(timeZone) })

const dayTimeFormat = (timeZone?: string) =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...zone(timeZone),
  })

const zone = (timeZone: string | undefined) => (timeZone === undefined ? {} : { timeZone })
