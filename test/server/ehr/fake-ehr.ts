import type { Bundle, BundleEntry, CapabilityStatement, Resource, ResourceType } from '@medplum/fhirtypes'
import type { Ehr, SearchParameters, Site, Written } from '#server/ehr/door.ts'
import { type FailureCode, SurveillanceError } from '#server/errors.ts'
import { meets, sorted } from './fake-search.ts'

type Held = Resource & { id: string }

export interface FakeEhr extends Ehr {
  /** what our side wrote, in order, as it was stored */
  readonly written: readonly Held[]
  /** everything of one type that the chart now holds */
  all<T extends Resource>(type: ResourceType): readonly T[]
  /** somebody in the EHR charts this: a new resource or a new version */
  chart<T extends Resource>(resource: T): T & { id: string }
  /** somebody in the EHR deletes this */
  remove(reference: string): void
  /** The next call fails: `before` it does anything, or `after` the EHR stored it (W3). */
  failNext(code: FailureCode, when?: 'before' | 'after'): void
  /** `read DocumentReference/n1`, `search Observation`, `create Flag`, `transaction 3`, `attachment` */
  readonly calls: readonly string[]
}

export interface FakeChart {
  readonly resources?: readonly Resource[]
  readonly site?: Partial<Site>
  readonly now?: () => Date
  /** by URL as it stands in the attachment */
  readonly attachments?: Readonly<Record<string, { readonly bytes: Uint8Array; readonly mediaType: string }>>
}

const fakeSite: Site = {
  id: 'fake',
  fhirBase: 'https://ehr.example/fhir',
  write: 'before-signature',
  subscriptions: false,
  atomicTransactions: true,
  crossPatientSearch: true,
  timeZone: 'Europe/Berlin',
}

/**
 * An EHR in memory for the tests of other rooms: versions, conditional creates, If-Match, atomic transactions with
 * `urn:uuid` references, `_lastUpdated`. It refuses search parameters that it does not know.
 */
export function fakeEhr({ resources = [], site, now = () => new Date(), attachments = {} }: FakeChart = {}): FakeEhr {
  let held = new Map<string, Held>()
  let written: Held[] = []
  let counter = 0
  let failing: { code: FailureCode; when: 'before' | 'after' } | undefined
  const calls: string[] = []

  const store = (resource: Resource, id: string): Held => {
    const reference = `${resource.resourceType}/${id}`
    const versionId = String(Number(held.get(reference)?.meta?.versionId ?? '0') + 1)
    const meta = { ...resource.meta, versionId, lastUpdated: now().toISOString() }
    const stored = structuredClone({ ...resource, id, meta }) as Held
    held.set(reference, stored)
    return stored
  }
  const find = (type: string, parameters: SearchParameters): readonly Held[] =>
    [...held.values()].filter((one) => one.resourceType === type && meets(one, parameters))

  const answer = (stored: Held, created: boolean): Written => ({
    reference: `${stored.resourceType}/${stored.id}`,
    versionId: stored.meta?.versionId,
    created,
    resource: structuredClone(stored),
    request: `request-${calls.length}`,
  })
  const write = (resource: Resource, id: string, created: boolean): Written => {
    const stored = store(resource, id)
    written.push(structuredClone(stored))
    return answer(stored, created)
  }

  const createNow = (resource: Resource, ifNoneExist?: string): Written => {
    if (ifNoneExist !== undefined) {
      const there = find(resource.resourceType, fromQuery(ifNoneExist))
      if (there.length > 1) throw new SurveillanceError('EHR_CONFLICT', { type: resource.resourceType })
      if (there[0]) return answer(there[0], false)
    }
    counter += 1
    return write(resource, `f${counter}`, true)
  }
  const updateNow = (resource: Held, versionId?: string): Written => {
    const reference = `${resource.resourceType}/${resource.id}`
    const there = held.get(reference)
    if (versionId !== undefined && there?.meta?.versionId !== versionId)
      throw new SurveillanceError('EHR_CONFLICT', { reference })
    return write(resource, resource.id, there === undefined)
  }
  const transactNow = (bundle: Bundle): readonly Written[] => {
    const before = written.length
    const entries = bundle.entry ?? []
    const done = entries.map(({ request, resource }) => requestNow(request, resource))
    const ids = new Map(entries.map((entry, at) => [entry.fullUrl ?? '', done[at]?.reference ?? '']))
    for (const [at, one] of written.entries()) {
      if (at < before) continue
      written[at] = linked(one, ids)
      held.set(`${one.resourceType}/${one.id}`, linked(one, ids))
    }
    return done.map((one) => ({ ...one, resource: structuredClone(held.get(one.reference)) }))
  }
  const requestNow = (request: BundleEntry['request'], resource: Resource | undefined): Written => {
    const { method, url = '' } = request ?? {}
    if (!resource) throw new SurveillanceError('EHR_REFUSED', { entry: url })
    if (method === 'POST') return createNow(resource, request?.ifNoneExist)
    if (method !== 'PUT') throw new SurveillanceError('EHR_REFUSED', { entry: url })
    if (!url.includes('?'))
      return updateNow({ ...resource, id: url.split('/')[1] ?? '' } as Held, bare(request?.ifMatch))
    const there = find(resource.resourceType, fromQuery(url.slice(url.indexOf('?') + 1)))
    if (there.length > 1) throw new SurveillanceError('EHR_CONFLICT', { entry: url })
    return there[0] ? updateNow({ ...resource, id: there[0].id } as Held, bare(request?.ifMatch)) : createNow(resource)
  }

  /** Every call passes here: it is written down, it may fail, and a failed one leaves the chart as it was. */
  const called = async <T>(what: string, act: () => T): Promise<T> => {
    calls.push(what)
    const failure = failing
    failing = undefined
    if (failure?.when === 'before') throw new SurveillanceError(failure.code, { call: what })
    const before = { held: new Map(held), written: [...written] }
    try {
      const done = act()
      if (failure) throw new Lost(failure.code, what)
      return done
    } catch (error) {
      if (error instanceof Lost) throw new SurveillanceError(error.code, { call: what })
      held = before.held
      written = before.written
      throw error
    }
  }

  for (const resource of resources) {
    counter += 1
    const stored = store(resource, resource.id ?? `f${counter}`)
    if (resource.meta?.lastUpdated) stored.meta = { ...stored.meta, lastUpdated: resource.meta.lastUpdated }
  }

  return {
    site: { ...fakeSite, ...site },
    calls,
    get written() {
      return written
    },
    all: <T extends Resource>(type: ResourceType) =>
      structuredClone(find(type, {})) as readonly Resource[] as readonly T[],
    chart: <T extends Resource>(resource: T) => {
      counter += 1
      return structuredClone(store(resource, resource.id ?? `f${counter}`)) as unknown as T & { id: string }
    },
    remove: (reference) => void held.delete(reference),
    failNext: (code, when = 'before') => {
      failing = { code, when }
    },
    capabilities: () =>
      called(
        'capabilities',
        (): CapabilityStatement => ({
          resourceType: 'CapabilityStatement',
          status: 'active',
          date: '2026-01-01',
          kind: 'instance',
          fhirVersion: '4.0.1',
          format: ['json'],
          rest: [{ mode: 'server', resource: writable }],
        }),
      ),
    read: <T extends Resource>(reference: string) =>
      called(`read ${reference}`, () => {
        const there = held.get(reference)
        if (!there) throw new SurveillanceError('EHR_NOT_FOUND', { reference })
        return structuredClone(there) as Resource as T
      }),
    search: <T extends Resource>(type: ResourceType, parameters: SearchParameters) =>
      called(`search ${type}`, () => ({
        matches: structuredClone(
          sorted(find(type, parameters), [parameters._sort ?? []].flat()[0]),
        ) as readonly Resource[] as readonly T[],
        included: [],
        warnings: [],
        serverTime: now().toISOString(),
      })),
    create: <T extends Resource>(resource: T, ifNoneExist?: string) =>
      called(`create ${resource.resourceType}`, () => createNow(resource, ifNoneExist) as Written<T>),
    update: <T extends Resource>(resource: T & { id: string }, versionId?: string) =>
      called(`update ${resource.resourceType}`, () => updateNow(resource as Held, versionId) as Written<T>),
    transaction: (bundle: Bundle) => called(`transaction ${bundle.entry?.length ?? 0}`, () => transactNow(bundle)),
    attachment: (url) =>
      called('attachment', () => {
        const there = attachments[url] ?? attachmentFromBinary(held.get(url.replace(`${fakeSite.fhirBase}/`, '')))
        if (!there) throw new SurveillanceError('EHR_NOT_FOUND', { attachment: 'unknown' })
        return there
      }),
  }
}

const writable = (['Observation', 'Flag', 'Provenance', 'Device'] as const).map((type) => ({
  type,
  interaction: [{ code: 'create' as const }, { code: 'update' as const }],
}))

/** The EHR stored it and the answer was lost on the way. */
class Lost extends Error {
  readonly code: FailureCode
  constructor(code: FailureCode, what: string) {
    super(what)
    this.code = code
  }
}

function attachmentFromBinary(binary: Resource | undefined): { bytes: Uint8Array; mediaType: string } | undefined {
  if (binary?.resourceType !== 'Binary') return undefined
  return { bytes: Buffer.from(binary.data ?? '', 'base64'), mediaType: binary.contentType }
}

const bare = (etag: string | undefined): string | undefined => etag?.replace(/^W\/"|"$/g, '')

function fromQuery(query: string): SearchParameters {
  const parameters: Record<string, string[]> = {}
  for (const [name, value] of new URLSearchParams(query)) parameters[name] = [...(parameters[name] ?? []), value]
  return parameters
}

/** References to entries of the bundle become references to what was stored; one that leads nowhere is refused. */
function linked(resource: Held, ids: ReadonlyMap<string, string>): Held {
  return JSON.parse(JSON.stringify(resource), (key, value) => {
    if (key !== 'reference' || typeof value !== 'string' || !value.startsWith('urn:')) return value
    const stored = ids.get(value)
    if (!stored) throw new SurveillanceError('EHR_REFUSED', { reference: value })
    return stored
  }) as Held
}
