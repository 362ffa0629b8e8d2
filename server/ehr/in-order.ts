import type { Bundle, BundleEntry, Resource } from '@medplum/fhirtypes'
import { SurveillanceError } from '#server/errors.ts'
import type { Written } from './door.ts'
import type { Sender } from './request.ts'
import { createOne, updateOne } from './write.ts'

/**
 * W7: where `transaction` is not atomic, the entries go one by one, each after those it refers to. It may stop half-way;
 * conditional entries make it safe to begin again. Answers in the order of the entries.
 */
export async function transactInOrder(sender: Sender, bundle: Bundle): Promise<readonly Written[]> {
  const entries = bundle.entry ?? []
  const done = new Map<BundleEntry, Written>()
  while (done.size < entries.length) {
    const next = entries.find((entry) => !done.has(entry) && urnsIn(entry).every((urn) => idOf(urn, entries, done)))
    if (!next) throw new SurveillanceError('EHR_REFUSED', { reason: 'entries-refer-to-each-other' })
    done.set(next, await sendOne(sender, next, (urn) => idOf(urn, entries, done) ?? urn))
  }
  return entries.flatMap((entry) => done.get(entry) ?? [])
}

function sendOne(sender: Sender, { request, resource }: BundleEntry, id: (urn: string) => string): Promise<Written> {
  if (!request || !resource) throw new SurveillanceError('EHR_REFUSED', { reason: 'entry-incomplete' })
  const linked = withReferences(resource, id)
  if (request.method === 'POST') return createOne(sender, linked, request.ifNoneExist)
  const named = /^[A-Za-z]+\/([^/?]+)$/.exec(request.url)?.[1]
  if (request.method !== 'PUT' || !named)
    throw new SurveillanceError('EHR_REFUSED', { reason: 'entry-not-possible-here' })
  return updateOne(sender, { ...linked, id: named }, request.ifMatch?.replace(/^W\/|"/g, ''))
}

const idOf = (
  urn: string,
  entries: readonly BundleEntry[],
  done: ReadonlyMap<BundleEntry, Written>,
): string | undefined => {
  const target = entries.find(({ fullUrl }) => fullUrl === urn)
  return target && done.get(target)?.reference
}

function urnsIn({ resource }: BundleEntry): readonly string[] {
  const urns: string[] = []
  withReferences(resource ?? {}, (urn) => {
    urns.push(urn)
    return urn
  })
  return urns
}

/** The same resource with every `urn:` reference replaced. */
const withReferences = <T extends Resource | object>(resource: T, replace: (urn: string) => string): T =>
  JSON.parse(
    JSON.stringify(resource, (key, value) =>
      key === 'reference' && typeof value === 'string' && value.startsWith('urn:') ? replace(value) : value,
    ),
  ) as T
