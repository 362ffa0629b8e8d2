import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { SurveillanceError } from '#server/errors.ts'

/** Who holds a data folder and where it answers commands (loopback only). The token is for this machine's user alone. */
export const FolderHolder = z.object({
  pid: z.int(),
  /** start time of that process as the kernel counts it; tells a reused pid from the holder */
  started: z.string(),
  control: z.string().optional(),
  token: z.string(),
})
export type FolderHolder = z.infer<typeof FolderHolder>

export interface FolderLock {
  readonly token: string
  /** Tells other commands where the running service answers. */
  announce(control: string): void
  release(): void
}

const fileIn = (folder: string) => join(folder, 'lock.json')

/** The living holder of the folder; undefined when it is free or its holder died. */
export function folderHolder(folder: string): FolderHolder | undefined {
  try {
    const holder = FolderHolder.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')))
    return isAlive(holder) ? holder : undefined
  } catch {
    return undefined
  }
}

/**
 * Takes the folder for this process. PGlite itself lets a second process in and both then damage the store, so the
 * second one is refused with STORE_LOCKED. A lock whose process died (kill -9) is taken over.
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true })
  const holder: FolderHolder = {
    pid: process.pid,
    started: startOf(process.pid),
    token: randomBytes(24).toString('hex'),
  }
  if (!claim(folder, holder)) throw new SurveillanceError('STORE_LOCKED', { pid: folderHolder(folder)?.pid ?? 0 })
  return {
    token: holder.token,
    announce: (control) => replace(folder, { ...holder, control }),
    release: () => rmSync(fileIn(folder), { force: true }),
  }
}

/** In one step: whoever reads in between must not find half a file and take the folder for free. */
function replace(folder: string, holder: FolderHolder): void {
  const next = `${fileIn(folder)}.new`
  writeFileSync(next, JSON.stringify(holder), { mode: 0o600 })
  renameSync(next, fileIn(folder))
}

function claim(folder: string, holder: FolderHolder): boolean {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(fileIn(folder), JSON.stringify(holder), { mode: 0o600, flag: 'wx' })
      return true
    } catch {
      if (folderHolder(folder)) return false
      rmSync(fileIn(folder), { force: true })
    }
  }
  return false
}

function isAlive(holder: FolderHolder): boolean {
  try {
    process.kill(holder.pid, 0)
  } catch {
    return false
  }
  return startOf(holder.pid) === holder.started
}

/** Field 22 of /proc/PID/stat, counted after the command name in brackets; empty where there is no /proc. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
