import type { Bundle, OperationOutcome, Resource } from '@medplum/fhirtypes'

/** A refusal with the OperationOutcome and the HTTP status that an R4 server owes. */
export class FhirRefusal extends Error {
  readonly status: number
  readonly outcome: OperationOutcome

  constructor(status: number, outcome: OperationOutcome) {
    super(outcome.issue?.[0]?.details?.text ?? outcome.issue?.[0]?.diagnostics ?? `refused with ${status}`)
    this.name = 'FhirRefusal'
    this.status = status
    this.outcome = outcome
  }
}

export interface Stored<T extends Resource = Resource> {
  readonly resource: T & { id: string }
  readonly created: boolean
}

/** One change as subscriptions see it, after it is durable. */
export interface Change {
  readonly resource: Resource & { id: string }
  readonly interaction: 'create' | 'update' | 'delete'
}

/**
 * The sandbox's charts: strict, versioned, durable, searched through indexes. Every method may throw `FhirRefusal`.
 * Callers have already checked scopes; `confineTo` (`Patient/ID`) keeps a patient-scoped token in its compartment.
 */
export interface Repository {
  read<T extends Resource>(type: string, id: string): T & { id: string }
  /** Whether it exists and is not deleted. */
  isPresent(type: string, id: string): boolean
  readVersion(type: string, id: string, versionId: string): Resource
  history(type: string, id: string, base: string): Bundle
  /**
   * `query` is the raw query string without `?`; links in the answer start with `base`. `sees` hides the types that
   * the asker has no scope for from `_include` and `_revinclude`.
   */
  search(type: string, query: string, base: string, confineTo?: string, sees?: (type: string) => boolean): Bundle
  create<T extends Resource>(resource: T, ifNoneExist?: string): Stored<T>
  /** Update, or create under the client's id. `ifMatch` is the bare versionId; a stale one is refused with 412. */
  update<T extends Resource>(resource: T & { id: string }, ifMatch?: string): Stored<T>
  remove(type: string, id: string): void
  /** transaction: all or nothing; batch: entry by entry. `permits` is asked with the SMART v2 letter (c r u d s). */
  bundle(
    bundle: Bundle,
    base: string,
    permits: (interaction: 'c' | 'r' | 'u' | 'd' | 's', type: string) => boolean,
    confineTo?: string,
  ): Bundle
  /** Whether the stored resource matches a criteria string such as `Observation?code=1742-6` (subscriptions). */
  matches(type: string, id: string, criteria: string): boolean
  /** Whose resource it is, seen from `Patient/ID`: the patient's own, nobody's (directory, formulary), or foreign. */
  belonging(resource: Resource, patient: string): 'own' | 'open' | 'foreign'
  /** Loads resources with their own ids without telling subscriptions; used once, on an empty store. */
  seed(resources: readonly (Resource & { id: string })[]): void
  isEmpty(): boolean
  onChange(listener: (change: Change) => void): void
  close(): void
}
