import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Head, HeadKeeper } from './ledger.ts'

/**
 * The newest hash in a small file beside the database. It may lag the ledger by the rows of a crash, never lead it:
 * it is written after the commit. An older head is never written over a newer one.
 */
export function headFile(path: string): HeadKeeper {
  mkdirSync(dirname(path), { recursive: true })
  return {
    keep: (head) => {
      if ((read(path)?.seq ?? 0) >= head.seq) return
      const next = `${path}.${process.pid}`
      writeFileSync(next, JSON.stringify(head), { mode: 0o600 })
      renameSync(next, path)
    },
    kept: () => read(path),
  }
}

function read(path: string): Head | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Head
  } catch {
    return undefined
  }
}
