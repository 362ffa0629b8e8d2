import type { Resource } from '@medplum/fhirtypes'
import { patientOf } from '#fhir-mappings/patient-reference.ts'
import type { Ehr, SearchOutcome, SearchParameters } from '#server/ehr/door.ts'
import { isHeldBack } from '#server/ehr/held-back.ts'
import { type FailureCode, SurveillanceError } from '#server/errors.ts'
import type { ArrivalEvent, Inbox } from './inbox.ts'
import type { Marks, SweepScope } from './marks.ts'
import { versionOf } from './version.ts'
import { isForeign, type Watched } from './watched.ts'

const HOUR_MS = 60 * 60 * 1000

/** Two days: a warehouse may lag by 36 h, and the sweep must not miss a note because of it. S16 asks for 24 h at least. */
const OVERLAP_MS = 48 * HOUR_MS

const COHORT_MONTHS = 12

/** A first sweep looks back over the cohort's window and a month more: every dose that still counts is found. */
const firstLookBackMs = (windowMonths: number): number => (windowMonths + 1) * 31 * 24 * HOUR_MS

/** A window that short and still without end is not a large hospital but a broken server. */
const SHORTEST_WINDOW_MS = HOUR_MS

export interface SweepFrame {
  readonly ehr: Ehr
  readonly inbox: Inbox
  readonly marks: Marks
  readonly now: () => Date
  readonly overlapMs?: number
  /** how long after the last infusion a patient is watched, 12 unless told */
  readonly windowMonths?: number
  /** S17: asks for identifiers and subjects only, as most EHRs allow; false for one that refuses `_elements` */
  readonly lean?: boolean
}

/** What one search found. With `failed` its mark stayed where it was. */
export interface Swept {
  readonly seen: number
  readonly ours: number
  readonly added: readonly number[]
  /** entries without an id or of another type than asked for: nobody can read them again */
  readonly unusable?: number
  /** `incomplete`: the EHR says that it held back results */
  readonly failed?: FailureCode | 'incomplete'
}

interface TimeWindow {
  readonly from: number
  /** excluded; open when absent */
  readonly until?: number
}

interface Found extends Swept {
  readonly serverTime: string | undefined
}

/** One type, of one patient or of all: stored first, then the mark moves (S16). A failure of the EHR is a value. */
export async function sweepOne(frame: SweepFrame, one: Watched, scope: SweepScope): Promise<Swept> {
  try {
    const { serverTime, ...swept } = await sweepWindow(frame, one, scope, await windowOf(frame, one, scope))
    if (swept.failed === undefined && serverTime !== undefined) await frame.marks.move(scope, new Date(serverTime))
    return swept
  } catch (error) {
    if (error instanceof SurveillanceError) return { seen: 0, ours: 0, added: [], failed: error.code }
    throw error
  }
}

async function windowOf(frame: SweepFrame, one: Watched, scope: SweepScope): Promise<TimeWindow> {
  const now = frame.now().getTime()
  if (one.byClinicalTime) return { from: now - one.byClinicalTime.days * 24 * HOUR_MS, until: now }
  const mark = await frame.marks.sweptUntil(scope)
  if (mark === undefined) return { from: now - firstLookBackMs(frame.windowMonths ?? COHORT_MONTHS) }
  return { from: mark.getTime() - (frame.overlapMs ?? OVERLAP_MS) }
}

/** A window that holds more pages than one search may have, or a page that is too large to take, is swept in halves. */
async function sweepWindow(frame: SweepFrame, one: Watched, scope: SweepScope, window: TimeWindow): Promise<Found> {
  try {
    const found = await frame.ehr.search(one.type, parametersOf(frame, one, scope, window))
    return await received(frame, scope, found)
  } catch (error) {
    const end = window.until ?? frame.now().getTime()
    if (!isTooMuch(error) || end - window.from < SHORTEST_WINDOW_MS) throw error
    const middle = Math.floor((window.from + end) / 2)
    const early = await sweepWindow(frame, one, scope, { from: window.from, until: middle })
    const late = await sweepWindow(frame, one, scope, { ...window, from: middle })
    return { ...sumOf([early, late]), serverTime: early.serverTime }
  }
}

const isTooMuch = (error: unknown): boolean =>
  error instanceof SurveillanceError &&
  ((error.code === 'EHR_PAGING' && error.about.reason === 'endless') ||
    (error.code === 'EHR_NOT_FHIR' && error.about.reason === 'too-large'))

async function received(frame: SweepFrame, { site }: SweepScope, found: SearchOutcome<Resource>): Promise<Found> {
  const foreign = found.matches.filter(isForeign)
  const added = await frame.inbox.receive(foreign.map((resource) => arrivalOf(site, resource)))
  const unusable = found.warnings.filter((warning) => warning.startsWith('entry-')).length
  const counts = { seen: found.matches.length, ours: found.matches.length - foreign.length, added }
  return {
    ...counts,
    ...(unusable > 0 ? { unusable } : {}),
    ...(isHeldBack(found) ? { failed: 'incomplete' } : {}),
    serverTime: found.serverTime,
  }
}

function parametersOf(frame: SweepFrame, one: Watched, scope: SweepScope, window: TimeWindow): SearchParameters {
  const from = `ge${new Date(window.from).toISOString()}`
  const until = window.until && `${one.byClinicalTime ? 'le' : 'lt'}${new Date(window.until).toISOString()}`
  const lean = frame.lean !== false && !one.byClinicalTime
  return {
    ...(scope.patient === '' ? {} : { patient: scope.patient.replace('Patient/', '') }),
    ...one.narrowed,
    [one.byClinicalTime?.parameter ?? '_lastUpdated']: until ? [from, until] : from,
    ...(lean ? { _elements: 'identifier,subject' } : {}),
    _count: '200',
  }
}

function arrivalOf(site: string, resource: Resource): ArrivalEvent {
  const { subject } = resource as { subject?: { reference?: string } }
  const patient = patientOf(subject)
  return {
    site,
    type: resource.resourceType,
    id: resource.id ?? '',
    versionId: versionOf(resource),
    reason: 'sweep',
    ...(patient ? { patient } : {}),
  }
}

/** Several searches as one. */
export function sumOf(swept: readonly Swept[]): Swept {
  const failed = swept.find((one) => one.failed !== undefined)?.failed
  const unusable = swept.reduce((sum, one) => sum + (one.unusable ?? 0), 0)
  return {
    seen: swept.reduce((sum, { seen }) => sum + seen, 0),
    ours: swept.reduce((sum, { ours }) => sum + ours, 0),
    added: swept.flatMap(({ added }) => added),
    ...(unusable > 0 ? { unusable } : {}),
    ...(failed ? { failed } : {}),
  }
}
