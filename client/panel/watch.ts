import type { Answer } from '#client/service.ts'
import type { PanelFinding, PanelView } from '#fhir-mappings/panel.ts'

/** What the panel knows of one patient, and how well it still hears the service. */
export interface Watch {
  readonly patient: string
  readonly view: PanelView | null
  /** when the view was last known to be current, ISO */
  readonly heardAt: string | null
  /** failed questions in a row */
  readonly failures: number
  readonly session: 'open' | 'ended'
  /** L12: an answer for another patient came and was dropped */
  readonly foreign: boolean
}

export const watchOf = (patient: string): Watch => ({
  patient,
  view: null,
  heardAt: null,
  failures: 0,
  session: 'open',
  foreign: false,
})

/** The watch after one more answer. An answer about anybody else never reaches the screen (L10, L12). */
export function heard(watch: Watch, answer: Answer<PanelView>, at: string): Watch {
  if (!answer.ok) {
    const session = answer.why === 'ended' ? 'ended' : watch.session
    return { ...watch, session, failures: watch.failures + 1 }
  }
  if (!isOnlyAbout(answer.value, watch.patient)) return { ...watch, foreign: true, failures: watch.failures + 1 }
  return { ...watch, view: newest(watch.view, answer.value), heardAt: at, failures: 0, foreign: false }
}

/** The watch after this panel signed a finding itself, before the next answer confirms it. */
export function withFinding(watch: Watch, signed: PanelFinding): Watch {
  if (!watch.view || signed.finding.proposal.patient !== watch.patient) return watch
  // a signature changes no result, and its answer need not carry the whole course again
  const findings = watch.view.findings.map((known) =>
    known.finding.id === signed.finding.id ? { ...signed, series: known.series } : known,
  )
  return { ...watch, view: { ...watch.view, findings } }
}

/** An answer that was on its way while this panel signed does not take the signature off the screen again. */
function newest(before: PanelView | null, after: PanelView): PanelView {
  const findings = after.findings.map((found) => {
    const known = before?.findings.find(({ finding }) => finding.id === found.finding.id)
    return known && known.finding.version > found.finding.version ? known : found
  })
  return { ...after, findings }
}

function isOnlyAbout(view: PanelView, patient: string): boolean {
  return view.patient === patient && view.findings.every(({ finding }) => finding.proposal.patient === patient)
}

/**
 * The sights of the panel. They never look alike, and `nothing-found` needs both: everything read, and nothing in it.
 * A lost connection comes on top of whatever is shown (`isCutOff`).
 */
export type Sight =
  | 'loading'
  | 'unreachable'
  | 'not-watched'
  | 'reading'
  | 'not-fully-read'
  | 'nothing-found'
  | 'findings'

export function sightOf({ view, failures, session }: Watch): Sight {
  if (!view) return failures > 0 || session === 'ended' ? 'unreachable' : 'loading'
  if (view.findings.length > 0) return 'findings'
  if (view.reading.state === 'not-fully-read' || view.reading.unread.length > 0) return 'not-fully-read'
  if (view.reading.state === 'reading' || view.reading.waiting > 0) return 'reading'
  return view.membership.inCohort ? 'nothing-found' : 'not-watched'
}

/** Whether what is on the screen may be out of date because nobody answers. */
export const isCutOff = ({ view, failures, session }: Watch) => view !== null && (failures > 0 || session === 'ended')

/** 1, 2, 4 … 30 s: a service that is down is not asked more often than it can bear, and found again within half a minute. */
export const pauseMs = (failures: number): number =>
  failures === 0 ? 0 : Math.min(30_000, 500 * 2 ** Math.min(failures, 6))
