import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readSettings, type Settings } from '#server/settings.ts'
import { openStore, type Store } from '#server/store/database.ts'
import { folderHolder, lockFolder } from '#server/store/folder-lock.ts'
import { Complaint, type Terminal } from './command.ts'
import { askService, type ServiceCommand } from './running-service.ts'

/** The settings of the service as this command sees them, with the data folder as a full path. */
export function settingsFor({ environment, folder }: Terminal): Settings {
  try {
    const settings = readSettings(environment)
    return { ...settings, DATA_FOLDER: resolve(folder, settings.DATA_FOLDER) }
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause)
    throw new Complaint(`${said.replace(/\s*\n\s*/g, ' ')} docs/settings.md explains each.`, { cause })
  }
}

/**
 * Answers a command with the running service while it holds the data folder, else with the store itself. With
 * DATABASE_URL the database is opened beside the running processes. A folder without a store is not made into one.
 */
export async function withStore<T>(
  settings: Settings,
  command: ServiceCommand,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  if (settings.DATABASE_URL !== undefined) return onStore(settings, work)
  const holder = folderHolder(settings.DATA_FOLDER)
  if (holder) return (await askService(holder, command)) as T
  mustHoldStore(settings)
  const lock = lockFolder(settings.DATA_FOLDER)
  try {
    return await onStore(settings, work)
  } finally {
    lock.release()
  }
}

/** A mistyped DATA_FOLDER must not answer "nothing waits". */
function mustHoldStore({ DATA_FOLDER }: Settings): void {
  if (existsSync(join(DATA_FOLDER, 'store'))) return
  throw new Complaint(
    `There is no store in ${DATA_FOLDER}. Start the service once, or set DATA_FOLDER or DATABASE_URL.`,
  )
}

async function onStore<T>(settings: Settings, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ databaseUrl: settings.DATABASE_URL, dataFolder: settings.DATA_FOLDER })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
