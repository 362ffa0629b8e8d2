import { randomBytes } from 'node:crypto'
import { refusal } from './outcome.ts'
import type { SearchRequest } from './search-request.ts'

/** A search whose matches were fixed when the first page was asked, so that no page repeats or misses a resource. */
interface Cursor {
  readonly request: SearchRequest
  readonly rids: readonly number[]
  readonly query: string
  readonly confineTo: string | undefined
  readonly openedAt: number
}

export interface Cursors {
  /** Keeps a search and returns its opaque token. */
  keep(cursor: Cursor): string
  /** The search and the place in it; refuses what is forged, expired or another compartment's (410). */
  open(token: string, type: string, confineTo: string | undefined, now: number): { cursor: Cursor; offset: number }
}

/** Half an hour: long enough for a slow sweep, short enough to show clients that pages expire. */
const LIVES_MS = 30 * 60 * 1000
const KEPT = 300

export const placeInSearch = (token: string, offset: number): string => `${token}-${offset.toString(36)}`

/** Cursors live in memory: after a restart a client gets 410 and asks again. The oldest make room. */
export function openCursors(): Cursors {
  const kept = new Map<string, Cursor>()
  return {
    keep(cursor) {
      const token = randomBytes(16).toString('hex')
      kept.set(token, cursor)
      const [oldest] = kept.keys()
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
      return token
    },
    open(place, type, confineTo, now) {
      const [token = '', offset = ''] = place.split('-')
      const cursor = kept.get(token)
      const position = Number.parseInt(offset, 36)
      const known = cursor && cursor.request.type === type && cursor.confineTo === confineTo
      if (!known || !Number.isSafeInteger(position) || position < 0 || now - cursor.openedAt > LIVES_MS) {
        throw refusal(410, 'expired', 'This page has expired. Start the search again.')
      }
      return { cursor, offset: position }
    },
  }
}
