import { createHash } from 'node:crypto'

/** The same finding has the same id wherever and however often it is worked out: a repeated crash repeats the id. */
export function findingId(site: string, patient: string, term: string, ordinal: number): string {
  const key = [site, patient, term, ordinal].join('\n')
  return `irae-${createHash('sha256').update(key).digest('hex').slice(0, 24)}`
}
