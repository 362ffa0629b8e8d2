import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** What a person allowed an app to do, from the authorization on through every refresh. */
export const Grant = z.object({
  /** all tokens of one authorization share it, so that they can be withdrawn together */
  family: z.string(),
  client: z.string(),
  user: z.string().optional(),
  patient: z.string().optional(),
  encounter: z.string().optional(),
  needPatientBanner: z.boolean(),
  scope: z.string(),
  nonce: z.string().optional(),
})
export type Grant = z.infer<typeof Grant>

const sealed = { until: z.number(), spent: z.boolean().default(false) }

/** `until` is epoch milliseconds; `spent` things are kept until then, so that a second use is recognised. */
const Entry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('session'), user: z.string(), ...sealed }),
  z.object({
    kind: z.literal('launch'),
    user: z.string(),
    patient: z.string(),
    encounter: z.string().optional(),
    needPatientBanner: z.boolean(),
    ...sealed,
  }),
  z.object({
    kind: z.literal('code'),
    redirectUri: z.string(),
    challenge: z.string(),
    grant: Grant,
    ...sealed,
  }),
  z.object({ kind: z.literal('access'), grant: Grant, ...sealed }),
  z.object({ kind: z.literal('refresh'), grant: Grant, ...sealed }),
  z.object({ kind: z.literal('assertion'), ...sealed }),
])
type Entry = z.infer<typeof Entry>
type Kind = Entry['kind']
export type Sealed<K extends Kind> = Extract<Entry, { kind: K }>
/** What the caller says about a new entry; life is in seconds. */
type Contents = Entry extends infer E ? (E extends Entry ? Omit<E, 'until' | 'spent'> : never) : never

export interface Vault {
  /** Makes a random token of 256 bits for what it holds. */
  seal(contents: Contents, lifeSeconds: number): string
  /** What the token holds, also when expired or spent; undefined when it was never given out. */
  look<K extends Kind>(kind: K, token: string): (Sealed<K> & { readonly expired: boolean }) | undefined
  /** As `look`, and the token is spent from then on. */
  spend<K extends Kind>(kind: K, token: string): (Sealed<K> & { readonly expired: boolean }) | undefined
  /** Remembers a word that may be said once (`jti`); false when it was said before. */
  remember(word: string, lifeSeconds: number): boolean
  withdraw(family: string): void
  forget(token: string): void
}

/** An expired access token is still told apart from an invented one for an hour. */
const REMEMBERED_AFTER_MS = 60 * 60 * 1000

/** Opens the vault in the data folder. Only hashes of tokens are kept, in memory and on disk (mode 0600). */
export function openVault(dataFolder: string, now: () => Date): Vault {
  const file = join(dataFolder, 'smart-sessions.json')
  const entries = new Map(existsSync(file) ? readEntries(file) : [])

  function store(): void {
    const oldest = now().getTime() - REMEMBERED_AFTER_MS
    for (const [hash, entry] of entries) if (entry.until < oldest) entries.delete(hash)
    writeFileSync(`${file}.new`, JSON.stringify([...entries]), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }

  function put(hash: string, entry: Entry): void {
    entries.set(hash, entry)
    store()
  }

  function look<K extends Kind>(kind: K, token: string) {
    const entry = entries.get(hashOf(token))
    if (!entry || !isKind(entry, kind)) return undefined
    return { ...entry, expired: entry.until <= now().getTime() }
  }

  const untilAfter = (seconds: number) => now().getTime() + seconds * 1000

  return {
    look,
    seal(contents, lifeSeconds) {
      const token = randomBytes(32).toString('base64url')
      put(hashOf(token), Entry.parse({ ...contents, until: untilAfter(lifeSeconds) }))
      return token
    },
    spend(kind, token) {
      const found = look(kind, token)
      const entry = entries.get(hashOf(token))
      if (found && entry && !found.spent) put(hashOf(token), { ...entry, spent: true })
      return found
    },
    remember(word, lifeSeconds) {
      if (entries.has(hashOf(word))) return false
      put(hashOf(word), { kind: 'assertion', until: untilAfter(lifeSeconds), spent: true })
      return true
    },
    withdraw(family) {
      for (const [hash, entry] of entries) {
        if ('grant' in entry && entry.grant.family === family && entry.kind !== 'code') entries.delete(hash)
      }
      store()
    },
    forget(token) {
      entries.delete(hashOf(token))
      store()
    },
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

const isKind = <K extends Kind>(entry: Entry, kind: K): entry is Sealed<K> => entry.kind === kind

/** A file of an older or damaged shape ends the sessions, nothing more. */
function readEntries(file: string): [string, Entry][] {
  try {
    return z.array(z.tuple([z.string(), Entry])).parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return []
  }
}
