/** A resource that somebody named, on whatever server: type and id are all that is believed (S5). */
export interface NamedResource {
  readonly type: string
  readonly id: string
  readonly versionId?: string
  readonly deleted?: boolean
  /** `Patient/ID` by the sender's word: whose panel says "reading" until the resource itself was read */
  readonly patient?: string
}

/** Reads `Type/id`, absolute or not, with a version or not; undefined when it is none. */
export function namedIn(reference: string | undefined): NamedResource | undefined {
  const found = /(?:^|\/)([A-Z][A-Za-z]{2,50})\/([A-Za-z0-9.-]{1,64})(?:\/_history\/([A-Za-z0-9.-]{1,64}))?$/.exec(
    reference ?? '',
  )
  if (!found?.[1] || !found[2]) return undefined
  return { type: found[1], id: found[2], ...(found[3] ? { versionId: found[3] } : {}) }
}

/** A resource by the type and id that it states itself; undefined when either is missing or none. */
export function namedBy(type: unknown, id: unknown): NamedResource | undefined {
  if (typeof type !== 'string' || typeof id !== 'string') return undefined
  const reference = `${type}/${id}`
  return /^[A-Z][A-Za-z]{2,50}\/[A-Za-z0-9.-]{1,64}$/.test(reference) ? namedIn(reference) : undefined
}
