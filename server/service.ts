import type { Logger } from 'pino'
import { abandonedArrivals } from '#server/intake/taking.ts'
import { type EndedArrival, readArrival } from '#server/intake/worker.ts'
import { monitoringRoutes } from '#server/monitoring/routes.ts'
import { statusOf } from '#server/monitoring/status.ts'
import { openStore, type Store } from '#server/store/database.ts'
import { type FolderLock, lockFolder } from '#server/store/folder-lock.ts'
import { apiRoutes } from './api.ts'
import { controlRoutes } from './control.ts'
import { type OpenDoors, openDoors } from './doors.ts'
import { roomsFor } from './rooms.ts'
import { keepWatch, recoverRounds } from './scheduler.ts'
import type { Settings } from './settings.ts'
import { surveil } from './surveillance.ts'
import { webServer } from './web.ts'

export interface Service {
  readonly address: string
  stop(): Promise<void>
}

/** Opens the store and every room by the settings, and listens. Throws before it listens when a setting cannot work. */
export async function startService(settings: Settings, log: Logger, now: () => Date): Promise<Service> {
  const lock = settings.DATABASE_URL ? undefined : lockFolder(settings.DATA_FOLDER)
  try {
    const store = await openStore({ databaseUrl: settings.DATABASE_URL, dataFolder: settings.DATA_FOLDER })
    return await serviceOn(store, lock, await openDoors(store, settings, log, now), settings)
  } catch (error) {
    lock?.release()
    throw error
  }
}

/** The web server comes first: the EHR asks for our keys and shakes hands before it lets us read. */
async function serviceOn(
  store: Store,
  lock: FolderLock | undefined,
  doors: OpenDoors,
  settings: Settings,
): Promise<Service> {
  const { db, ledger, log, metrics, queue, site, sweepSoon } = doors
  const stopping = new AbortController()
  let started = false
  const app = webServer(log)
  monitoringRoutes(app, { db, metrics, ready: () => started })
  if (settings.ROLES.includes('api')) await apiRoutes(app, doors, settings, stopping.signal)
  if (lock) {
    const commands = { status: () => statusOf(db), 'audit-verify': () => ledger.verify(), sweep: sweepSoon }
    controlRoutes(app, lock.token, commands)
  }
  await app.listen({ port: settings.PORT, host: settings.HOST })
  lock?.announce(`http://127.0.0.1:${settings.PORT}`)

  if (settings.ROLES.includes('worker')) await work(doors, store.kind === 'pglite', settings.WORKERS)
  const rounds = settings.ROLES.includes('scheduler') ? scheduled(doors, settings, stopping.signal) : []
  started = true
  log.info({ event: 'service-started', site: site.id, write: site.write, store: store.kind, roles: settings.ROLES })
  return {
    address: doors.origin,
    stop: async () => {
      stopping.abort()
      await app.close()
      await queue.stop()
      await Promise.allSettled(rounds)
      await ledger.anchor()
      await store.close()
      lock?.release()
      log.info({ event: 'service-stopped' })
    },
  }
}

/** Takes up what the last process left, then everything that arrives. `alone`: no other process can hold an arrival. */
async function work(doors: OpenDoors, alone: boolean, workers: number): Promise<void> {
  const { db, log, metrics, now, onArrival, queue } = doors
  const rooms = roomsFor(doors)
  const ended = ({ arrival, ending }: EndedArrival, ms: number) => {
    const { id, type, resourceId } = arrival
    metrics.arrivalEnded(type, ending.ended, ms, ending.why)
    const about = `${type}/${resourceId}`
    log.info({ event: 'arrival-ended', arrival: id, type, about, ...ending, ms: Math.round(ms) })
  }
  const reading = { db, now, ended, surveil: (arrival: Parameters<typeof surveil>[0]) => surveil(arrival, rooms) }
  const left = await abandonedArrivals(db, alone)
  await queue.work((id) => readArrival(id, reading), workers)
  onArrival(left)
}

function scheduled(doors: OpenDoors, settings: Settings, signal: AbortSignal): Promise<void>[] {
  const hookUrl = `${doors.origin}/hooks/${doors.site.id}`
  const scheduling = { ...doors, sweepAt: settings.SWEEP_AT, hookUrl, signal }
  return [keepWatch(scheduling), recoverRounds(scheduling)]
}
