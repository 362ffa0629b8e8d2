import type { DocumentReference, Observation } from '@medplum/fhirtypes'
import { type Asked, note, page, type Reply } from './loopback.ts'

/** How one vendor's server behaves towards a reader and a writer; five notes of Patient/a, two to a page. */
interface Profile {
  readonly answer: (asked: Asked) => Reply | 'drop'
  /** whether an Observation can be written (W14) */
  readonly writes: boolean
  readonly stored: readonly Observation[]
}

const TEXT = 'Diarrhoea, six stools a day above baseline.'
const PAGE = 2

const origin = ({ headers }: Asked): string => `http://${headers.host}`
const query = ({ url }: Asked): URLSearchParams => new URL(url, 'http://x').searchParams
const path = ({ url }: Asked): string => new URL(url, 'http://x').pathname

const outcome = (severity: string, code: string, detail: string) => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity, code, details: { coding: [{ code: detail }] } }],
})

/** Notes n1 to n5; `url` says where the text of a note lies. */
const notes = (url: (id: string) => string): readonly object[] =>
  ['n1', 'n2', 'n3', 'n4', 'n5'].map((id) =>
    note(id, {
      content: [{ attachment: { contentType: 'text/plain', url: url(id) } }],
    } satisfies Partial<DocumentReference>),
  )

function paged(all: readonly object[], from: number, link: (next: number) => string): object {
  const next = from + PAGE
  return page(all.slice(from, next), next < all.length ? link(next) : undefined)
}

const text: Reply = { headers: { 'content-type': 'text/plain' }, body: TEXT }

/** Patient required, a warning among the results, Binary by relative URL, an Observation refused. */
function epicLike(): Profile {
  const answer = (asked: Asked): Reply => {
    if (path(asked).startsWith('/fhir/Binary/')) return text
    if (asked.method !== 'GET') return { status: 403 }
    if (!query(asked).has('patient') && !query(asked).has('session'))
      return { status: 400, body: outcome('fatal', 'required', '59100') }
    const from = Number(query(asked).get('session') ?? 0)
    const bundle = paged(
      notes((id) => `Binary/${id}`),
      from,
      (next) => `${origin(asked)}/fhir/DocumentReference?session=${next}`,
    )
    const warning = { resource: outcome('warning', 'informational', '4107'), search: { mode: 'outcome' } }
    return { body: { ...bundle, entry: [...((bundle as { entry?: object[] }).entry ?? []), warning] } }
  }
  return { answer, writes: false, stored: [] }
}

/** Strict media types, absolute Binary URLs that come as FHIR JSON, a repeated resource, empty 201 with an absolute Location, conditions ignored (W4). */
function oracleLike(): Profile {
  const stored: Observation[] = []
  const answer = (asked: Asked): Reply => {
    if (path(asked).startsWith('/fhir/Binary/')) {
      if (asked.headers.accept === 'application/json') return { status: 406 }
      return { body: { resourceType: 'Binary', contentType: 'text/plain', data: Buffer.from(TEXT).toString('base64') } }
    }
    if (asked.headers.accept !== 'application/fhir+json') return { status: 406 }
    if (asked.method === 'POST') {
      if (asked.headers['content-type'] !== 'application/fhir+json') return { status: 415 }
      stored.push(JSON.parse(asked.body) as Observation)
      return { status: 201, headers: { location: `${origin(asked)}/fhir/Observation/${stored.length}`, etag: 'W/"0"' } }
    }
    if (path(asked) === '/fhir/Observation')
      return { body: page(stored.map((one, at) => ({ ...one, id: String(at + 1) }))) }
    const all = notes((id) => `${origin(asked)}/fhir/Binary/${id}`)
    const from = Number(query(asked).get('-pageContext') ?? 0)
    const repeated = from > 0 ? all.slice(from - 1, from) : []
    const bundle = paged(all, from, (next) => `${origin(asked)}/fhir/DocumentReference?-pageContext=${next}`) as {
      entry?: object[]
    }
    return { body: { ...bundle, entry: [...repeated.map((resource) => ({ resource })), ...(bundle.entry ?? [])] } }
  }
  return { answer, writes: true, stored }
}

/** Links at the base with `_getpages`, a link after the last full page, conditional create. */
function hapiLike(): Profile {
  const stored: Observation[] = []
  const answer = (asked: Asked): Reply => {
    if (path(asked).startsWith('/fhir/Binary/')) return text
    if (asked.method === 'POST') return conditional(asked, stored)
    const from = Number(query(asked).get('_getpagesoffset') ?? 0)
    const all = notes((id) => `Binary/${id}`)
    const bundle = page(
      all.slice(from, from + PAGE),
      from < all.length ? `${origin(asked)}/fhir?_getpages=a1&_getpagesoffset=${from + PAGE}` : undefined,
    )
    return { body: bundle }
  }
  return { answer, writes: true, stored }
}

/** Relative links, `search.mode` missing, the resource in the answer, conditional create. */
function medplumLike(): Profile {
  const stored: Observation[] = []
  const answer = (asked: Asked): Reply => {
    if (path(asked).startsWith('/fhir/Binary/')) return text
    if (asked.method === 'POST') return conditional(asked, stored)
    const from = Number(query(asked).get('_offset') ?? 0)
    const all = notes((id) => `${origin(asked)}/fhir/Binary/${id}`)
    const bundle = paged(all, from, (next) => `DocumentReference?patient=a&_offset=${next}`) as {
      entry?: { resource: object }[]
    }
    return { body: { ...bundle, entry: bundle.entry?.map(({ resource }) => ({ resource })) } }
  }
  return { answer, writes: true, stored }
}

/** Everything in one page without `total`, inline Binary URL, no writes at all. */
function athenaLike(): Profile {
  const answer = (asked: Asked): Reply => {
    if (path(asked).startsWith('/fhir/Binary/')) return text
    if (asked.method !== 'GET') return { status: 404, body: outcome('error', 'not-supported', 'no-write') }
    return { body: page(notes((id) => `${origin(asked)}/fhir/Binary/${id}`)) }
  }
  return { answer, writes: false, stored: [] }
}

function conditional(asked: Asked, stored: Observation[]): Reply {
  const wanted = String(asked.headers['if-none-exist'] ?? '').split('|')[1]
  const at = stored.findIndex(({ identifier }) => identifier?.some(({ value }) => value === wanted))
  if (at >= 0) return { status: 200, headers: { location: `Observation/${at + 1}/_history/1` } }
  stored.push(JSON.parse(asked.body) as Observation)
  const id = String(stored.length)
  return { status: 201, headers: { etag: 'W/"1"' }, body: { ...stored.at(-1), id, meta: { versionId: '1' } } }
}

export const profiles = {
  'epic-like': epicLike,
  'oracle-like': oracleLike,
  'hapi-like': hapiLike,
  'medplum-like': medplumLike,
  'athena-like': athenaLike,
} as const
