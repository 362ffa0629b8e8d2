import type { Bundle, BundleEntry, Resource } from '@medplum/fhirtypes'
import { refusal, refusalOfEntry } from './outcome.ts'
import { typeOf } from './shape.ts'

/** One entry of a batch or transaction as the server will carry it out. */
export interface EntryRequest {
  readonly index: number
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly type: string
  readonly id: string | undefined
  readonly versionId: string | undefined
  readonly query: string | undefined
  readonly fullUrl: string | undefined
  readonly resource: Resource | undefined
  readonly ifMatch: string | undefined
  readonly ifNoneExist: string | undefined
}

/** More entries than a chart write needs and than one transaction should hold. */
const MOST_ENTRIES = 5000

/** Reads a batch or transaction; what is no Bundle of requests is refused with 400. */
export function readBundle(bundle: Bundle): { readonly atomic: boolean; readonly entries: readonly BundleEntry[] } {
  if (typeOf(bundle) !== 'Bundle') throw refusal(400, 'structure', 'The body is not a Bundle.')
  if (bundle.type !== 'transaction' && bundle.type !== 'batch') {
    throw refusal(400, 'not-supported', 'Only batch and transaction can be posted here.', 'Bundle.type')
  }
  const entries: unknown = bundle.entry ?? []
  if (!Array.isArray(entries) || entries.some((entry) => typeof entry !== 'object' || entry === null)) {
    throw refusal(400, 'structure', 'The entries are not a list of entries.', 'Bundle.entry')
  }
  if (entries.length > MOST_ENTRIES)
    throw refusal(413, 'too-costly', 'The bundle has too many entries.', 'Bundle.entry')
  return { atomic: bundle.type === 'transaction', entries }
}

/** Reads one entry; `base` lets absolute request URLs of this server through. */
export function readEntry(entry: BundleEntry, index: number, base: string): EntryRequest {
  const method = entry.request?.method
  const url: unknown = entry.request?.url
  if (method !== 'GET' && method !== 'POST' && method !== 'PUT' && method !== 'DELETE') {
    throw refusalOfEntry(refusal(400, 'not-supported', 'The entry has no method that is offered here.'), index)
  }
  if (typeof url !== 'string') throw refusalOfEntry(refusal(400, 'required', 'The entry has no request URL.'), index)
  const request = { index, method, ...target(url, base), ...conditions(entry) }
  const why = whyUnusable(request)
  if (why) throw refusalOfEntry(refusal(400, 'invalid', why), index)
  return request
}

function target(url: string, base: string): Pick<EntryRequest, 'type' | 'id' | 'versionId' | 'query'> {
  const relative = url.startsWith(`${base}/`) ? url.slice(base.length + 1) : url.replace(/^\//, '')
  const mark = relative.indexOf('?')
  const [path, query] = mark < 0 ? [relative, undefined] : [relative.slice(0, mark), relative.slice(mark + 1)]
  const [type = '', id, history, versionId, ...more] = path.split('/')
  const isOdd = more.length > 0 || (history !== undefined && (history !== '_history' || versionId === undefined))
  return { type: isOdd ? '' : type, id: id === '' ? undefined : id, versionId, query }
}

function conditions(entry: BundleEntry): Pick<EntryRequest, 'fullUrl' | 'resource' | 'ifMatch' | 'ifNoneExist'> {
  return {
    fullUrl: entry.fullUrl,
    resource: entry.resource,
    ifMatch: bareVersion(entry.request?.ifMatch),
    ifNoneExist: entry.request?.ifNoneExist,
  }
}

/** `W/"3"` as `3`; an ETag of another shape stays as it is and will match nothing. */
export function bareVersion(etag: string | undefined): string | undefined {
  return etag === undefined ? undefined : (/^(?:W\/)?"([^"]*)"$/.exec(etag.trim())?.[1] ?? etag)
}

function whyUnusable(request: EntryRequest): string | undefined {
  const { method, type, id, resource, query } = request
  if (!/^[A-Za-z]+$/.test(type)) return 'The request URL is not one of this server.'
  const writes = method === 'POST' || method === 'PUT'
  if (writes && typeOf(resource) !== type) return 'The resource and the request URL are of different types.'
  if (method === 'POST' && (id !== undefined || query !== undefined)) return 'A create names the type only.'
  if (method === 'PUT' && id === undefined && query === undefined) return 'An update names its resource.'
  if (method === 'PUT' && id !== undefined && resource?.id !== id) return 'The id differs from the one in the URL.'
  if (method === 'DELETE' && id === undefined) return 'A delete names its resource.'
  return undefined
}
