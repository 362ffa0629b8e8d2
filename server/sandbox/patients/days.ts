const DAY_MS = 24 * 60 * 60 * 1000

/** The calendar day `day` days after `today` (YYYY-MM-DD), as YYYY-MM-DD. */
export function dateOf(today: string, day: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + day * DAY_MS).toISOString().slice(0, 10)
}

/** The instant of a local time on a story's day. The sandbox's hospital keeps UTC. */
export const instantOf = (today: string, day: number, at: string): string => `${dateOf(today, day)}T${at}:00Z`

/** `05`: ordinals in ids keep their width, so that ids sort as the story is told. */
export const ordinal = (position: number): string => String(position + 1).padStart(2, '0')
