import { type Interval, intervalFromDate, intervalFromPeriod } from './instants.ts'

/** System of a plain `code` or boolean: its code system is implied, so a query may name any. */
export const IMPLIED = '*'

export interface Token {
  readonly system: string
  readonly code: string
}

/** Every value at a dotted path, lists walked through. */
export function valuesAt(resource: object, path: string): readonly unknown[] {
  let found: readonly unknown[] = [resource]
  for (const name of path.split('.')) {
    found = found.flatMap((one) => (isNode(one) && Object.hasOwn(one, name) ? one[name] : []))
  }
  return found.filter((one) => one !== null && one !== undefined)
}

/** Tokens of a code, boolean, Coding, CodeableConcept, Identifier or ContactPoint. */
export function tokensOf(value: unknown): readonly Token[] {
  if (typeof value === 'string' || typeof value === 'boolean') return [{ system: IMPLIED, code: String(value) }]
  if (!isNode(value)) return []
  if (Array.isArray(value.coding)) return value.coding.flatMap(tokensOf)
  const code = value.code ?? value.value
  if (typeof code !== 'string') return []
  const isContact = value.code === undefined && typeof value.system === 'string' && !value.system.includes(':')
  return [{ system: isContact || typeof value.system !== 'string' ? '' : value.system, code }]
}

/** Words of a string or a HumanName. */
export function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (!isNode(value)) return []
  const parts = [value.text, value.family, value.given, value.prefix, value.suffix].flat()
  return parts.filter((part) => typeof part === 'string')
}

/** Time covered by a date, dateTime, instant or Period. */
export function intervalOf(value: unknown): Interval | undefined {
  if (typeof value === 'string') return intervalFromDate(value)
  if (!isNode(value)) return undefined
  return intervalFromPeriod(textOf(value.start), textOf(value.end))
}

/** References at a path as `Type/id`; our own absolute URLs shortened, versions dropped, foreign ones kept whole. */
export function referencesAt(resource: object, path: string, base: string | undefined): readonly string[] {
  return valuesAt(resource, path).flatMap((value) => {
    const reference = isNode(value) ? textOf(value.reference) : textOf(value)
    return reference === undefined || reference.startsWith('#') ? [] : [localReference(reference, base)]
  })
}

/** `Type/id` of a reference to this server, however it is spelled; any other reference unchanged. */
export function localReference(reference: string, base: string | undefined): string {
  const relative = base !== undefined && reference.startsWith(`${base}/`) ? reference.slice(base.length + 1) : reference
  return relative.replace(/^([A-Za-z]+\/[A-Za-z0-9.-]{1,64})\/_history\/[A-Za-z0-9.-]{1,64}$/, '$1')
}

/** How strings are compared: without case, accents and doubled spaces (R4 search, string). */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
}

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
