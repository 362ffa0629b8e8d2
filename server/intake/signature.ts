import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Header of a shared secret; the Subscription we create asks the EHR to send it. */
export const SECRET_HEADER = 'x-irae-hook'

export type HeaderValues = Readonly<Record<string, string | string[] | undefined>>

/** One of the ways to show that one knows the secret: how it looks in the header, and what it must equal. */
interface Proof {
  readonly header: string
  readonly expected: (secret: string, raw: Uint8Array) => string
}

const hmac = (secret: string, raw: Uint8Array): string => createHmac('sha256', secret).update(raw).digest('hex')

/** S2: Medplum signs in `X-Signature`, athenahealth in `X-Hub-Signature`, others send the secret itself. */
const proofs: readonly Proof[] = [
  { header: SECRET_HEADER, expected: (secret) => secret },
  { header: 'x-signature', expected: hmac },
  { header: 'x-hub-signature', expected: (secret, raw) => `sha256=${hmac(secret, raw)}` },
]

/**
 * S2: whether the bytes as they came were sent by somebody who knows one of the secrets. At least one proof is needed and
 * every proof that is shown must hold; comparisons take the same time whatever differs.
 */
export function isAuthentic(raw: Uint8Array, headers: HeaderValues, secrets: readonly string[]): boolean {
  const shown = proofs.filter(({ header }) => headers[header] !== undefined)
  if (shown.length === 0) return false
  const holding = secrets.filter((secret) => secret !== '').map((secret) => holds(shown, secret, raw, headers))
  return holding.includes(true)
}

function holds(shown: readonly Proof[], secret: string, raw: Uint8Array, headers: HeaderValues): boolean {
  const equal = shown.map(({ header, expected }) => isEqual(String(headers[header]), expected(secret, raw)))
  return !equal.includes(false)
}

function isEqual(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
