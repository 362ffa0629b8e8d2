import { createHash, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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
    return livingIn(textIn(fileIn(folder)))
  } catch {
    return undefined
  }
}

/**
 * Takes the folder for this process. PGlite itself lets a second process in and both then damage the store, so the
 * second one is refused with STORE_LOCKED. A lock whose process died (kill -9) is taken over, by one starter only.
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true })
  const holder: FolderHolder = {
    pid: process.pid,
    started: startOf(process.pid),
    token: randomBytes(24).toString('hex'),
  }
  if (!claim(folder, holder)) throw new SurveillanceError('STORE_LOCKED', { pid: folderHolder(folder)?.pid ?? 0 })
  const isOurs = () => holderIn(textIn(fileIn(folder)))?.token === holder.token
  return {
    token: holder.token,
    announce: (control) => withDraft(folder, { ...holder, control }, (draft) => renameSync(draft, fileIn(folder))),
    release: () => {
      if (isOurs()) rmSync(fileIn(folder), { force: true })
    },
  }
}

/** Tries to follow a lock that was let go or died under our eyes. */
const CLAIMS = 5

/** The whole lock is in a file of its own first, so that nobody ever reads half of one and takes the folder for free. */
function claim(folder: string, holder: FolderHolder): boolean {
  return withDraft(folder, holder, (draft) => {
    for (let attempt = 0; attempt < CLAIMS; attempt++) {
      const text = textIn(fileIn(folder))
      if (text === undefined && linked(draft, fileIn(folder))) return true
      if (text !== undefined && livingIn(text)) return false
      if (text !== undefined && succeeded(folder, text, draft)) return true
    }
    return false
  })
}

/**
 * Whoever links the one file named after a dead lock may replace it; a successor that died in that step has a successor
 * of its own. Still holding that name, we look once more: was the dead lock replaced before, the folder is not ours.
 */
function succeeded(folder: string, dead: string, draft: string): boolean {
  const names = [successorOf(folder, dead)]
  for (let next = names[0] ?? ''; !linked(draft, next); names.push(next)) {
    const text = textIn(next)
    if (text === undefined || livingIn(text)) return false
    next = successorOf(folder, text)
  }
  const isStill = textIn(fileIn(folder)) === dead
  if (isStill) renameSync(draft, fileIn(folder))
  for (const name of isStill ? names : names.slice(-1)) rmSync(name, { force: true })
  return isStill
}

/** False when the name is taken. */
function linked(draft: string, name: string): boolean {
  try {
    linkSync(draft, name)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function withDraft<T>(folder: string, holder: FolderHolder, use: (draft: string) => T): T {
  const draft = `${fileIn(folder)}.${randomBytes(6).toString('hex')}`
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600, flag: 'wx' })
  try {
    return use(draft)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** The name says nothing of the token inside. */
const successorOf = (folder: string, dead: string): string =>
  `${fileIn(folder)}.after-${createHash('sha256').update(dead).digest('hex').slice(0, 24)}`

/** Undefined when there is no such file. */
function textIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Undefined for words that are no lock: they keep nobody out. */
function holderIn(text: string | undefined): FolderHolder | undefined {
  try {
    return FolderHolder.parse(JSON.parse(text ?? ''))
  } catch {
    return undefined
  }
}

function livingIn(text: string | undefined): FolderHolder | undefined {
  const holder = holderIn(text)
  return holder && isAlive(holder) ? holder : undefined
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
