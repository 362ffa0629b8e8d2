import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { SurveillanceError } from '#server/errors.ts'
import type { Database } from './database.ts'

/** A lease of a process that died is free again after this time; longer than any one reading may take. */
const LEASE_MS = 60_000
const RETRY_MS = 40
const PATIENCE_MS = 45_000

/** One worker at a time on one patient: in this process by a queue, between processes by a row that lapses. */
export interface PatientLease {
  hold<T>(patient: string, work: () => Promise<T>): Promise<T>
}

export function patientLease(db: Kysely<Database>): PatientLease {
  const holder = randomUUID()
  const queues = new Map<string, Promise<unknown>>()
  const leased = async <T>(patient: string, work: () => Promise<T>): Promise<T> => {
    await take(db, patient, holder)
    try {
      return await work()
    } finally {
      await db.deleteFrom('patient_lease').where('patient', '=', patient).where('holder', '=', holder).execute()
    }
  }
  return {
    hold: (patient, work) => {
      const before = queues.get(patient) ?? Promise.resolve()
      const own = before.catch(() => undefined).then(() => leased(patient, work))
      const last = own.catch(() => undefined)
      queues.set(patient, last)
      void last.then(() => queues.get(patient) === last && queues.delete(patient))
      return own
    },
  }
}

async function take(db: Kysely<Database>, patient: string, holder: string): Promise<void> {
  const until = sql<Date>`now() + ${`${LEASE_MS} milliseconds`}::interval`
  const giveUpAt = performance.now() + PATIENCE_MS
  while (performance.now() < giveUpAt) {
    const taken = await db
      .insertInto('patient_lease')
      .values({ patient, holder, until })
      .onConflict((conflict) =>
        conflict.column('patient').doUpdateSet({ holder, until }).where('patient_lease.until', '<', sql<Date>`now()`),
      )
      .executeTakeFirst()
    if ((taken.numInsertedOrUpdatedRows ?? 0n) > 0n) return
    await pause(RETRY_MS)
  }
  throw new SurveillanceError('EHR_BUSY', { reason: 'patient-in-use' })
}
