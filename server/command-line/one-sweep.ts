import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { openDoors } from '#server/doors.ts'
import type { SweepReport } from '#server/intake/sweep.ts'
import type { Status } from '#server/monitoring/status.ts'
import { startService } from '#server/service.ts'
import type { Settings } from '#server/settings.ts'
import { openStore } from '#server/store/database.ts'
import { folderHolder } from '#server/store/folder-lock.ts'
import { Complaint } from './command.ts'
import { askService } from './running-service.ts'

export interface OneSweep {
  readonly report: SweepReport
  /** arrivals that were found and could not be read yet; they stay in the inbox */
  readonly stillWaiting: number
}

const quiet = pino({ level: 'silent' })

/** One sweep on Postgres: this process searches, the running workers read what it found. */
export async function sweepForWorkers(settings: Settings, now: () => Date): Promise<OneSweep> {
  const store = await openStore({ databaseUrl: settings.DATABASE_URL, dataFolder: settings.DATA_FOLDER })
  try {
    const doors = await openDoors(store, settings, quiet, now)
    const report = await doors.sweepSoon()
    await doors.queue.stop()
    return { report, stillWaiting: 0 }
  } finally {
    await store.close()
  }
}

/**
 * One sweep on a free data folder: the service without its rounds, for as long as the reading takes. It listens where
 * it always does, since the EHR may ask for our keys before it gives a token.
 */
export async function sweepAndRead(settings: Settings, now: () => Date): Promise<OneSweep> {
  const service = await startService({ ...settings, ROLES: ['api', 'worker'] }, quiet, now)
  try {
    const report = (await ask(settings, 'sweep')) as SweepReport
    return { report, stillWaiting: await readToTheEnd(settings) }
  } finally {
    await service.stop()
  }
}

function ask({ DATA_FOLDER }: Settings, command: 'sweep' | 'status'): Promise<unknown> {
  const holder = folderHolder(DATA_FOLDER)
  if (!holder) throw new Complaint('The data folder was let go during the sweep. Run it again.')
  return askService(holder, command)
}

const LOOK_EVERY_MS = 200

/** The queue tries six times over about two minutes; when nothing has ended for longer, the EHR is away. */
const PATIENCE_MS = 150_000

/** Waits until every arrival has ended, or none has for a while; answers how many still wait. */
async function readToTheEnd(settings: Settings): Promise<number> {
  let left = await openArrivals(settings)
  let since = performance.now()
  while (left > 0 && performance.now() - since < PATIENCE_MS) {
    await pause(LOOK_EVERY_MS)
    const now = await openArrivals(settings)
    if (now !== left) since = performance.now()
    left = now
  }
  return left
}

async function openArrivals(settings: Settings): Promise<number> {
  const { arrivals } = (await ask(settings, 'status')) as Status
  return (arrivals.waiting ?? 0) + (arrivals.reading ?? 0)
}
