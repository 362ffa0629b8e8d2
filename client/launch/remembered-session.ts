import { z } from 'zod'
import { Session } from '#fhir-mappings/panel.ts'

/**
 * A session with our service, kept over a reload of the same page in the same tab. It holds no token of the EHR, is
 * bound to one entry of the tab's history, and is gone as soon as another launch begins (L10, L13, L14).
 */
const Remembered = z.object({ entry: z.string(), iss: z.string(), banner: z.boolean(), session: Session })
export type Remembered = z.infer<typeof Remembered>

const KEY = 'irae-panel'

export function rememberSession(storage: Storage, remembered: Remembered): void {
  storage.setItem(KEY, JSON.stringify(remembered))
}

export function forgetSession(storage: Storage): void {
  storage.removeItem(KEY)
}

/** The session of this history entry; undefined when another launch came later or the session has ended. */
export function rememberedSession(storage: Storage, entry: unknown, now: Date): Remembered | undefined {
  const stored = storage.getItem(KEY)
  if (stored === null || typeof entry !== 'string') return undefined
  const remembered = Remembered.safeParse(JSON.parse(stored)).data
  if (remembered?.entry !== entry) return undefined
  return Date.parse(remembered.session.expiresAt) > now.getTime() ? remembered : undefined
}
