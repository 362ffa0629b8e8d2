import type { Bundle, BundleEntry, Resource, ResourceType } from '@medplum/fhirtypes'
import { SurveillanceError } from '#server/errors.ts'
import type { SearchOutcome, SearchParameters } from './door.ts'
import { addressOnBase } from './origin.ts'
import { issueCodes } from './refusal.ts'
import type { Answer, Sender } from './request.ts'
import { assertSubject, patientAsked } from './subject.ts'

interface Paging {
  readonly fhirBase: string
  readonly sender: Sender
  readonly maxPages: number
}

/** S21: HAPI answers from a cache of 60 s unless it is told not to. */
const FRESH = { 'cache-control': 'no-cache' }

/**
 * All pages of one search. Links are opaque (B11); a page that expires half-way restarts the search once (S19);
 * a repeated link or more than `maxPages` pages is EHR_PAGING; another patient's resource is WRONG_PATIENT (B12).
 */
export async function searchAll<T extends Resource>(
  paging: Paging,
  type: ResourceType,
  parameters: SearchParameters,
): Promise<SearchOutcome<T>> {
  const first = `${type}?${queryOf(parameters)}`
  const pages = await pagesFrom(paging, first).catch((error: unknown) => {
    if (error instanceof PageExpired) return pagesFrom(paging, first)
    throw error
  })
  return outcomeOf<T>(paging, type, parameters, pages)
}

/** The page behind a `next` link is gone (Epic 4113, 404, 410). */
class PageExpired extends SurveillanceError {
  constructor(cause: unknown) {
    super('EHR_PAGING', { reason: 'page-expired' }, { cause })
  }
}

function queryOf(parameters: SearchParameters): string {
  const query = new URLSearchParams()
  for (const [name, values] of Object.entries(parameters))
    for (const value of [values].flat()) query.append(name, value)
  return query.toString()
}

interface Page {
  readonly bundle: Bundle
  readonly answer: Answer
}

async function pagesFrom({ fhirBase, sender, maxPages }: Paging, first: string): Promise<readonly Page[]> {
  const pages: Page[] = []
  const visited = new Set<string>()
  let link: string | undefined = addressOnBase(fhirBase, first).href
  while (link !== undefined) {
    if (visited.has(link)) throw new SurveillanceError('EHR_PAGING', { reason: 'repeated-link', pages: pages.length })
    if (pages.length >= maxPages) throw new SurveillanceError('EHR_PAGING', { reason: 'endless', pages: pages.length })
    visited.add(link)
    const page: Page = await pageAt(sender, link, pages.length > 0)
    pages.push(page)
    const next: string | undefined = nextLink(page.bundle)
    link = next === undefined ? undefined : addressOnBase(fhirBase, next).href
  }
  return pages
}

async function pageAt(sender: Sender, url: string, later: boolean): Promise<Page> {
  const answer = await sender.read({ url, headers: FRESH }).catch((error: unknown) => {
    throw later && isGone(error) ? new PageExpired(error) : error
  })
  const bundle = answer.body as Bundle
  if (bundle.resourceType !== 'Bundle')
    throw new SurveillanceError('EHR_NOT_FHIR', {
      expected: 'Bundle',
      request: answer.requestId,
      issues: issueCodes(answer.body).join(' '),
    })
  return { bundle, answer }
}

function isGone(error: unknown): boolean {
  if (!(error instanceof SurveillanceError)) return false
  return error.code === 'EHR_NOT_FOUND' || String(error.about.issues ?? '').includes(':4113')
}

function outcomeOf<T extends Resource>(
  { fhirBase }: Paging,
  type: ResourceType,
  parameters: SearchParameters,
  pages: readonly Page[],
): SearchOutcome<T> {
  const asked = patientAsked(type, parameters)
  const matches = new Map<string, Resource>()
  const included = new Map<string, Resource>()
  const warnings: string[] = []
  for (const entry of pages.flatMap(({ bundle }) => objectsIn<BundleEntry>(bundle.entry))) {
    const resource = entry.resource
    if (resource?.resourceType === 'OperationOutcome') warnings.push(...issueCodes(resource))
    else if (!isId(resource?.id)) warnings.push('entry-without-id')
    else if (resource && isMisplaced(entry, type)) warnings.push('entry-of-another-type')
    else if (resource) {
      assertSubject(fhirBase, resource, asked)
      keepNewest(isMatch(entry, type) ? matches : included, resource)
    }
  }
  return {
    matches: [...matches.values()] as Resource[] as T[],
    included: [...included.values()],
    warnings,
    serverTime: serverTimeOf(pages[0]),
  }
}

/** A list of objects, whatever a broken server put in its place (B13). */
const objectsIn = <T extends object>(list: unknown): readonly T[] =>
  Array.isArray(list) ? list.filter((one): one is T => typeof one === 'object' && one !== null) : []

function nextLink({ link }: Bundle): string | undefined {
  const url = objectsIn<{ relation?: unknown; url?: unknown }>(link).find(({ relation }) => relation === 'next')?.url
  return typeof url === 'string' ? url : undefined
}

const isId = (id: unknown): id is string => typeof id === 'string' && /^[A-Za-z0-9.-]{1,64}$/.test(id)

const isMatch = ({ search, resource }: BundleEntry, type: ResourceType): boolean =>
  search?.mode === undefined ? resource?.resourceType === type : search.mode === 'match'

/** A match of another type than the one searched for, or a resource of no type at all, is nothing that we asked for. */
const isMisplaced = ({ search, resource }: BundleEntry, type: ResourceType): boolean =>
  search?.mode === 'match' ? resource?.resourceType !== type : typeof resource?.resourceType !== 'string'

/** S19: a resource repeated on two pages is one; when it changed in between, the newer version counts. */
function keepNewest(kept: Map<string, Resource>, resource: Resource): void {
  const key = `${resource.resourceType}/${resource.id}`
  const there = kept.get(key)
  if (there === undefined || (there.meta?.lastUpdated ?? '') <= (resource.meta?.lastUpdated ?? ''))
    kept.set(key, resource)
}

/** S16: sweeps count by the server's clock. */
function serverTimeOf(page: Page | undefined): string | undefined {
  const date = Date.parse(page?.answer.headers.get('date') ?? '')
  return Number.isNaN(date) ? page?.bundle.meta?.lastUpdated : new Date(date).toISOString()
}
