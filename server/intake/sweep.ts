import { SurveillanceError } from '#server/errors.ts'
import type { SweepScope } from './marks.ts'
import { type SweepFrame, type Swept, sumOf, sweepOne } from './sweep-search.ts'
import { vanished } from './vanished.ts'
import { type Watched, watched } from './watched.ts'

export interface Sweep extends SweepFrame {
  readonly types?: readonly Watched[]
  /** `Patient/ID`s to ask for one by one where the EHR refuses searches across patients (S17) */
  readonly patients?: () => Promise<readonly string[]>
  /** references that our findings and texts rest on, to be found missing when they were deleted (S10) */
  readonly held?: () => Promise<readonly string[]>
}

/** What the searches of one type found together; `added` counts arrivals that nobody had told of before. */
interface SweptPart {
  readonly type: string
  readonly seen: number
  readonly ours: number
  readonly added: number
  /** entries that the EHR sent without an id or of another type: they cannot be read, only counted */
  readonly unusable?: number
}

/** A search that has to be made again: its patient counts as not fully reviewed (B16, S20). */
interface SweepFailure {
  readonly type: string
  /** `Patient/ID`, '' for a search across patients */
  readonly patient: string
  readonly code: string
}

/** The report of one run, kept in the table `run`. */
export interface SweepReport {
  readonly site: string
  readonly startedAt: string
  readonly endedAt: string
  readonly durationMs: number
  readonly complete: boolean
  readonly parts: readonly SweptPart[]
  readonly failures: readonly SweepFailure[]
  readonly vanished: number
  /** ids of all arrivals to wake workers for */
  readonly arrivals: readonly number[]
}

/** Patients asked for at the same time; the door's own limit holds besides (B15). */
const PATIENTS_AT_ONCE = 4

/** Finds every change since the last complete sweep, whatever the notifications did (S15 to S20). One failed search does not stop the others. */
export async function sweep(run: Sweep): Promise<SweepReport> {
  const startedAt = run.now()
  const { site } = run.ehr
  const patients = site.crossPatientSearch ? [''] : ((await run.patients?.()) ?? [])
  const parts: Part[] = []
  for (const one of run.types ?? watched) parts.push(await sweepType(run, one, patients))
  const gone = await sweepVanished(run)
  const endedAt = run.now()
  const failures = [...parts.flatMap((part) => part.failures), ...failureOf('deleted', '', gone)]
  return {
    site: site.id,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
    durationMs: endedAt.getTime() - startedAt.getTime(),
    complete: failures.length === 0,
    parts: parts.map(partOf),
    failures,
    vanished: gone.seen,
    arrivals: [...parts.flatMap(({ sum }) => sum.added), ...gone.added],
  }
}

function partOf({ type, sum: { seen, ours, added, unusable } }: Part): SweptPart {
  return { type, seen, ours, added: added.length, ...(unusable === undefined ? {} : { unusable }) }
}

interface Part {
  readonly type: string
  readonly sum: Swept
  readonly failures: readonly SweepFailure[]
}

async function sweepType(run: Sweep, one: Watched, patients: readonly string[]): Promise<Part> {
  const swept: { scope: SweepScope; found: Swept }[] = []
  for (let at = 0; at < patients.length; at += PATIENTS_AT_ONCE) {
    const scopes = patients
      .slice(at, at + PATIENTS_AT_ONCE)
      .map((patient) => ({ site: run.ehr.site.id, patient, type: one.type }))
    swept.push(...(await Promise.all(scopes.map(async (scope) => ({ scope, found: await sweepOne(run, one, scope) })))))
  }
  return {
    type: one.type,
    sum: sumOf(swept.map(({ found }) => found)),
    failures: swept.flatMap(({ scope, found }) => failureOf(one.type, scope.patient, found)),
  }
}

const failureOf = (type: string, patient: string, { failed }: Swept): readonly SweepFailure[] =>
  failed === undefined ? [] : [{ type, patient, code: failed }]

async function sweepVanished(run: Sweep): Promise<Swept> {
  if (!run.held) return { seen: 0, ours: 0, added: [] }
  try {
    const gone = await vanished(run.ehr, await run.held())
    return { seen: gone.length, ours: 0, added: await run.inbox.receive(gone) }
  } catch (error) {
    if (error instanceof SurveillanceError) return { seen: 0, ours: 0, added: [], failed: error.code }
    throw error
  }
}
