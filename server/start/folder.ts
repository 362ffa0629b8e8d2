import { mkdirSync, rmSync } from 'node:fs'
import { folderHolder } from '#server/store/folder-lock.ts'

/** What keeps the demonstration from its folder: a sentence for the person who started it. */
export type Ready = { readonly ready: true } | { readonly ready: false; readonly why: string }

/** Makes the folder, empty when `fresh`. The folder of a running service is left as it is. */
export function readyFolder(folder: string, fresh: boolean): Ready {
  const holder = folderHolder(folder)
  if (holder) {
    const why = `${folder} belongs to a running service (process ${holder.pid}). Stop it first; nothing was changed.`
    return { ready: false, why }
  }
  if (fresh) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return { ready: true }
}
