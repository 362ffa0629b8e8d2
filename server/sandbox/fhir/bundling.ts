import { randomUUID } from 'node:crypto'
import type { Bundle, BundleEntry } from '@medplum/fhirtypes'
import { FhirRefusal } from '#server/sandbox/repository.ts'
import { type EntryRequest, readBundle, readEntry } from './bundle-request.ts'
import type { Charts, Held } from './charts.ts'
import { type Desk, entryOutcome, perform } from './entry.ts'
import { refusal, refusalOfEntry } from './outcome.ts'
import { checkReferences, referencesIn, renamed } from './references.ts'
import { validate } from './validation.ts'
import { foundBy } from './writing.ts'

/** Carries out a batch or a transaction and answers entry by entry, in the order of the request. */
export function carriedOut(desk: Desk, bundle: Bundle): Bundle {
  const { atomic, entries } = readBundle(bundle)
  const entry = atomic ? transaction(desk, entries) : batch(desk, entries)
  const answer: Bundle = { resourceType: 'Bundle', type: atomic ? 'transaction-response' : 'batch-response' }
  return entry.length > 0 ? { ...answer, entry } : answer
}

function batch(desk: Desk, entries: readonly BundleEntry[]): BundleEntry[] {
  return entries.map((entry, index) => {
    try {
      return desk.charts.database.transaction(() => {
        const request = readEntry(entry, index, desk.asker.base)
        if (request.resource) validate(request.resource)
        return perform(desk, request, desk.charts.tick()).entry
      })
    } catch (refused) {
      if (refused instanceof FhirRefusal) return entryOutcome(refused)
      throw refused
    }
  })
}

/** R4 order inside a transaction (hl7.org/fhir/R4/http.html#trules). */
const order = { DELETE: 0, POST: 1, PUT: 2, GET: 3 } as const

function transaction(desk: Desk, entries: readonly BundleEntry[]): BundleEntry[] {
  const read = entries.map((entry, index) => readEntry(entry, index, desk.asker.base))
  for (const { index, resource } of read) if (resource) ofEntry(index, () => validate(resource))
  return desk.charts.database.transaction(() => {
    const at = desk.charts.tick()
    const requests = linked(desk.charts, read)
    const answers: BundleEntry[] = []
    const written: { index: number; resource: Held }[] = []
    for (const request of [...requests].sort((one, other) => order[one.method] - order[other.method])) {
      const { entry, changed } = ofEntry(request.index, () => perform({ ...desk, checksLater: true }, request, at))
      answers[request.index] = entry
      if (changed) written.push({ index: request.index, resource: changed })
    }
    if (desk.checksReferences) {
      for (const { index, resource } of written) ofEntry(index, () => checkReferences(desk.charts, resource))
    }
    return answers
  })
}

/** Gives every new resource its id and puts real references where temporary and conditional ones stood. */
function linked(charts: Charts, requests: readonly EntryRequest[]): EntryRequest[] {
  const planned = requests.map((request) => ofEntry(request.index, () => withId(charts, request)))
  const names = new Map<string, string>()
  const targets = new Set<string>()
  for (const { index, method, type, id, fullUrl } of planned) {
    if (method === 'GET' || id === undefined) continue
    if (fullUrl !== undefined) names.set(fullUrl, `${type}/${id}`)
    const isSecond = method !== 'POST' && targets.has(`${type}/${id}`)
    targets.add(`${type}/${id}`)
    if (isSecond) throw refusalOfEntry(refusal(400, 'duplicate', 'Two entries change the same resource.'), index)
  }
  return planned.map((request) => {
    if (!request.resource) return request
    const conditional = ofEntry(request.index, () => conditionalReferences(charts, request.resource as Held))
    return { ...request, resource: renamed(request.resource, new Map([...names, ...conditional])) }
  })
}

function withId(charts: Charts, request: EntryRequest): EntryRequest {
  const { method, type, resource, query, ifNoneExist } = request
  if (method === 'POST') {
    const id = (ifNoneExist === undefined ? undefined : foundBy(charts, type, ifNoneExist)?.id) ?? randomUUID()
    return { ...request, id }
  }
  if (method !== 'PUT' || query === undefined || !resource) return request
  const id = foundBy(charts, type, query)?.id ?? resource.id ?? randomUUID()
  return { ...request, id, resource: { ...resource, id } }
}

/** `Patient?identifier=…` as a reference: the one resource it finds, or a refusal. */
function conditionalReferences(charts: Charts, resource: Held): [string, string][] {
  const conditional = referencesIn(resource).filter(({ reference }) => /^[A-Za-z]+\?/.test(reference))
  return conditional.map(({ reference, path }) => {
    const [type = ''] = reference.split('?')
    const found = foundBy(charts, type, reference)
    if (!found) throw refusal(412, 'not-found', 'The conditional reference finds nothing.', path)
    return [reference, `${type}/${found.id}`]
  })
}

function ofEntry<T>(index: number, work: () => T): T {
  try {
    return work()
  } catch (refused) {
    throw refused instanceof FhirRefusal ? refusalOfEntry(refused, index) : refused
  }
}
