import { createHash } from 'node:crypto'
import type { Resource } from '@medplum/fhirtypes'
import { patientOf } from '#fhir-mappings/patient-reference.ts'
import type { Ehr, SearchOutcome, SearchParameters } from '#server/ehr/door.ts'
import { type FailureCode, SurveillanceError } from '#server/errors.ts'
import type { ArrivalEvent, Inbox } from './inbox.ts'
import type { Marks, SweepScope } from './marks.ts'
import { vanished } from './vanished.ts'
import { isForeign, type Watched, watched } from './watched.ts'

const HOUR_MS = 60 * 60 * 1000

/** Two days: a warehouse may lag by 36 h, and the sweep must not miss a note because of it. S16 asks for 24 h at least. */
const OVERLAP_MS = 48 * HOUR_MS

/** A first sweep looks back over the cohort's window of twelve months and a month more. */
const FIRST_LOOK_BACK_MS = 396 * 24 * HOUR_MS

export interface Sweep {
  readonly ehr: Ehr
  readonly inbox: Inbox
  readonly marks: Marks
  readonly now: () => Date
  readonly types?: readonly Watched[]
  /** `Patient/ID`s to ask for one by one where the EHR refuses searches across patients (S17) */
  readonly patients?: () => Promise<readonly string[]>
  /** references that our findings and texts rest on, to be found missing when they were deleted (S10) */
  readonly held?: () => Promise<readonly string[]>
  readonly overlapMs?: number
  readonly firstLookBackMs?: number
}

/** What one search of the sweep found. */
export interface SweptPart {
  readonly type: string
  readonly seen: number
  readonly ours: number
  /** arrivals that nobody had told of before */
  readonly added: number
  /** the search failed or the EHR says that it held back results; its mark stays where it was */
  readonly failed?: FailureCode | 'incomplete'
}

/** The report of one run, kept in the table `run`. */
export interface SweepReport {
  readonly site: string
  readonly startedAt: string
  readonly endedAt: string
  readonly durationMs: number
  readonly complete: boolean
  readonly parts: readonly SweptPart[]
  readonly vanished: number
  /** ids of all arrivals to wake workers for */
  readonly arrivals: readonly number[]
}

/** Finds every change since the last complete sweep, whatever the notifications did (S15 to S20). One failed part does not stop the others. */
export async function sweep(run: Sweep): Promise<SweepReport> {
  const startedAt = run.now()
  const { site } = run.ehr
  const patients = site.crossPatientSearch ? [''] : ((await run.patients?.()) ?? [])
  const parts: SweptPart[] = []
  const arrivals: number[] = []
  for (const one of run.types ?? watched) {
    const swept: Swept[] = []
    for (const patient of patients) swept.push(await sweepPart(run, one, { site: site.id, patient, type: one.type }))
    parts.push(sumOf(one.type, swept))
    arrivals.push(...swept.flatMap(({ added }) => added))
  }
  const gone = await sweepVanished(run)
  const endedAt = run.now()
  return {
    site: site.id,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
    durationMs: endedAt.getTime() - startedAt.getTime(),
    complete: gone.failed === undefined && parts.every(({ failed }) => failed === undefined),
    parts,
    vanished: gone.seen,
    arrivals: [...arrivals, ...gone.added],
  }
}

interface Swept {
  readonly seen: number
  readonly ours: number
  readonly added: readonly number[]
  readonly failed?: FailureCode | 'incomplete'
}

async function sweepPart(run: Sweep, one: Watched, scope: SweepScope): Promise<Swept> {
  try {
    const found = await run.ehr.search(one.type, { ...(await parametersFor(run, one, scope)) })
    const foreign = found.matches.filter(isForeign)
    const added = await run.inbox.receive(foreign.map((resource) => arrivalOf(scope.site, resource)))
    const swept = { seen: found.matches.length, ours: found.matches.length - foreign.length, added }
    if (isIncomplete(found)) return { ...swept, failed: 'incomplete' }
    if (found.serverTime !== undefined) await run.marks.move(scope, new Date(found.serverTime))
    return swept
  } catch (error) {
    if (error instanceof SurveillanceError) return { seen: 0, ours: 0, added: [], failed: error.code }
    throw error
  }
}

/** S20: Epic's 4119 says that more exists than was returned. */
const isIncomplete = ({ warnings }: SearchOutcome<Resource>): boolean =>
  warnings.some((warning) => warning.split(':').includes('4119'))

async function parametersFor(run: Sweep, one: Watched, scope: SweepScope): Promise<SearchParameters> {
  const patient = scope.patient === '' ? {} : { patient: scope.patient.replace('Patient/', '') }
  const frame = { ...patient, ...one.narrowed, _count: '200' }
  if (one.byClinicalTime) {
    const from = run.now().getTime() - one.byClinicalTime.days * 24 * HOUR_MS
    return { ...frame, [one.byClinicalTime.parameter]: [`ge${instant(from)}`, `le${instant(run.now().getTime())}`] }
  }
  const mark = await run.marks.sweptUntil(scope)
  const first = run.now().getTime() - (run.firstLookBackMs ?? FIRST_LOOK_BACK_MS)
  const from = mark === undefined ? first : mark.getTime() - (run.overlapMs ?? OVERLAP_MS)
  return { ...frame, _lastUpdated: `ge${instant(from)}` }
}

const instant = (ms: number): string => new Date(ms).toISOString()

function arrivalOf(site: string, resource: Resource): ArrivalEvent {
  const { subject, patient } = resource as { subject?: { reference?: string }; patient?: { reference?: string } }
  const about = patientOf(subject) ?? patientOf(patient)
  return {
    site,
    type: resource.resourceType,
    id: resource.id ?? '',
    versionId: resource.meta?.versionId ?? hashOf(resource),
    reason: 'sweep',
    ...(about ? { patient: about } : {}),
  }
}

/** S18: an EHR without versions: the content itself tells whether it changed. */
const hashOf = (resource: Resource): string =>
  `h-${createHash('sha256').update(JSON.stringify(resource)).digest('hex').slice(0, 32)}`

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

function sumOf(type: string, swept: readonly Swept[]): SweptPart {
  const failed = swept.find((one) => one.failed !== undefined)?.failed
  return {
    type,
    seen: swept.reduce((sum, { seen }) => sum + seen, 0),
    ours: swept.reduce((sum, { ours }) => sum + ours, 0),
    added: swept.reduce((sum, { added }) => sum + added.length, 0),
    ...(failed ? { failed } : {}),
  }
}
