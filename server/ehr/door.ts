import type { Bundle, CapabilityStatement, Resource, ResourceType } from '@medplum/fhirtypes'

/** What one EHR can do and what we may do to it: the operator's words, checked against `/metadata` at start. */
export interface Site {
  /** short name in keys and metrics: `sandbox`, `st-elsewhere` */
  readonly id: string
  /** FHIR base URL without a trailing slash; the bearer token goes to it and nowhere else (L26, D2) */
  readonly fhirBase: string
  readonly write: 'none' | 'after-signature' | 'before-signature'
  readonly subscriptions: boolean
  /** whether `transaction` is atomic here (W7); if not, ordered single creates */
  readonly atomicTransactions: boolean
  /** whether `If-None-Exist` is obeyed (W4); false: we search first. Absent counts as obeyed. */
  readonly conditionalCreate?: boolean
  /** whether a search without patient is answered (S17) */
  readonly crossPatientSearch: boolean
  /** IANA time zone of calendar days (M3) */
  readonly timeZone: string
}

export interface Written<T extends Resource = Resource> {
  readonly reference: string
  readonly versionId: string | undefined
  readonly created: boolean
  readonly resource: T | undefined
  /** A2: the X-Request-Id under which it was sent; absent where nothing was sent */
  readonly request?: string
}

/** Search parameters in order; a list gives the parameter several times (`date=ge…&date=le…`). */
export type SearchParameters = Readonly<Record<string, string | readonly string[]>>

export interface SearchOutcome<T extends Resource> {
  readonly matches: readonly T[]
  readonly included: readonly Resource[]
  /** OperationOutcome entries of the bundles (S20): codes only */
  readonly warnings: readonly string[]
  /** server time of the first page (S16): `Date` header, else bundle `meta.lastUpdated` */
  readonly serverTime: string | undefined
}

/**
 * The one door to an EHR (B1 to B16, W3 to W9, D1 to D3). Every method throws `SurveillanceError` with an EHR code,
 * obeys Retry-After, renews the token once after a 401, and never lets the token leave `site.fhirBase`.
 */
export interface Ehr {
  readonly site: Site
  capabilities(): Promise<CapabilityStatement>
  read<T extends Resource>(reference: string): Promise<T>
  /** All pages. Repeated resources collapse; a repeated page link or more than `maxPages` pages is an error, not silence. */
  search<T extends Resource>(type: ResourceType, parameters: SearchParameters): Promise<SearchOutcome<T>>
  create<T extends Resource>(resource: T, ifNoneExist?: string): Promise<Written<T>>
  /** `versionId` becomes If-Match (W5); 409 and 412 both are EHR_CONFLICT. */
  update<T extends Resource>(resource: T & { id: string }, versionId?: string): Promise<Written<T>>
  /** Atomic; answers in the order of the entries. A lost answer is WRITE_OUTCOME_UNKNOWN (W3). */
  transaction(bundle: Bundle): Promise<readonly Written[]>
  /** Bytes and media type of an attachment URL: relative, absolute on the FHIR base (with token), or on a listed host (without). */
  attachment(url: string, accept: string): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string }>
}
