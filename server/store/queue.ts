import { type ConstructorOptions, type JobResult, PgBoss } from 'pg-boss'
import { SurveillanceError } from '#server/errors.ts'
import type { Store } from './database.ts'

const ARRIVALS = 'arrival'

/** Six tries over about two minutes before an arrival is left to the recovery round or ends as failed. */
const RETRIES = 6

/** Full batches are followed at once by the next one; half a second is the floor should a NOTIFY be lost. */
const pace = {
  batchSize: 4,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 0.5,
  notifyPollingIntervalSeconds: 0.5,
  perJobResults: true,
} as const

/** Wakes workers for arrivals. The arrival row is the truth; a job without an open row does nothing. */
export interface ArrivalQueue {
  /** `urgent`: before everything that is not; somebody has just charted this, and sweeps bring years at once. */
  enqueue(arrivals: readonly number[], urgent?: 'urgent'): Promise<void>
  /** `read` throws to be called again later, with back-off. */
  work(read: (arrival: number) => Promise<void>, concurrency: number): Promise<void>
  waiting(): Promise<number>
  stop(): Promise<void>
}

/** Starts pg-boss on the store's own database; LISTEN/NOTIFY wakes workers at once, polling is the floor. */
export async function openQueue(store: Store, onError: (error: Error) => void): Promise<ArrivalQueue> {
  const options: ConstructorOptions = { ...store.queue, useListenNotify: true, reindex: false, monitorVacuum: false }
  const boss = new PgBoss(options)
  boss.on('error', onError)
  await boss.start()
  const retry = { retryLimit: RETRIES, retryDelay: 1, retryBackoff: true, retryDelayMax: 60, expireInSeconds: 120 }
  // short: an arrival waits in the queue once, however often it is enqueued
  await boss.createQueue(ARRIVALS, { ...retry, policy: 'short', notify: true })
  return {
    enqueue: async (arrivals, urgent) => {
      const priority = urgent ? 1 : 0
      await boss.insert(
        ARRIVALS,
        arrivals.map((arrival) => ({ data: { arrival }, singletonKey: String(arrival), priority })),
      )
    },
    work: async (read, concurrency) => {
      await boss.work<{ arrival: number }, unknown>(ARRIVALS, { ...pace, localConcurrency: concurrency }, (jobs) =>
        Promise.all(jobs.map(async (job) => settled(job.id, read(job.data.arrival)))),
      )
    },
    waiting: async () => (await boss.getQueueStats(ARRIVALS, { force: true })).at(-1)?.queuedCount ?? 0,
    stop: () => boss.stop({ graceful: true, timeout: 10_000, close: true }),
  }
}

/** One job's failure is its own: the others of its batch are not read again. */
async function settled(id: string, reading: Promise<void>): Promise<JobResult> {
  try {
    await reading
    return { id, status: 'completed' }
  } catch (error) {
    return { id, status: 'failed', output: { code: error instanceof SurveillanceError ? error.code : 'BUG' } }
  }
}
