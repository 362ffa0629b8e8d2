import type { Kysely } from 'kysely'
import { SurveillanceError } from '#server/errors.ts'
import type { Database } from '#server/store/database.ts'
import type { Arrival } from './charted.ts'
import { endArrival, giveBack, takeArrival } from './taking.ts'

/** After so many tries an arrival ends as failed: visible, counted, and not in the way of the next one. */
const TRIES = 7

export interface EndedArrival {
  readonly arrival: Arrival
  readonly ending: { readonly ended: string; readonly why?: string }
}

export interface WorkerDoors {
  readonly db: Kysely<Database>
  readonly now: () => Date
  readonly surveil: (arrival: Arrival) => Promise<readonly EndedArrival[]>
  readonly ended: (one: EndedArrival, ms: number) => void
}

/**
 * Reads one arrival to its end. A failure of the world that may pass is thrown, so that the queue calls again; anything
 * else, and the last try, ends the arrival as failed with a code. A bug ends this one arrival and no other.
 */
export async function readArrival(id: number, doors: WorkerDoors): Promise<void> {
  const { db, now } = doors
  const arrival = await takeArrival(db, id)
  if (!arrival) return
  const began = performance.now()
  const finish = async (one: EndedArrival) => {
    if (await endArrival(db, one.arrival.id, one.ending, now())) doors.ended(one, performance.now() - began)
  }
  try {
    for (const one of await doors.surveil(arrival)) await finish(one)
  } catch (error) {
    const why = codeOf(error)
    const passing = error instanceof SurveillanceError && error.retry && arrival.attempts < TRIES
    if (!passing) return finish({ arrival, ending: { ended: 'failed', why } })
    await giveBack(db, id, why)
    throw error
  }
}

/** A code for operators. */
export const codeOf = (error: unknown): string => (error instanceof SurveillanceError ? error.code : bugOf(error))

/** For a bug the name of its error class and, from the database, the five characters of its SQLSTATE; never the message, which may quote a chart. */
export function bugOf(error: unknown): string {
  if (!(error instanceof Error)) return 'BUG-unknown'
  const state = 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : ''
  return state === '' ? `BUG-${error.name}` : `BUG-SQL-${state}`
}
