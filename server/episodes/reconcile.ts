import { isDeepStrictEqual } from 'node:util'
import { type Finding, type Proposal, standingGrade } from '#fhir-mappings/finding.ts'
import { evidenceKeys, sourcesOf } from './evidence-key.ts'
import { findingId } from './finding-id.ts'

/** A finding with its place in the row of episodes of one term in one patient. */
export interface Standing {
  readonly ordinal: number
  readonly finding: Finding
}

export type ChangeReason = 'new' | 'changed' | 'reopened' | 'withdrawn' | 'closing-proposed'

export interface Change extends Standing {
  readonly why: ChangeReason
}

export interface ToReconcile {
  readonly site: string
  readonly patient: string
  readonly standing: readonly Standing[]
  readonly proposals: readonly Proposal[]
  /** whether a dose of a checkpoint inhibitor is charted: without one nothing here can be its adverse event */
  readonly exposed: boolean
  /** whether a version of a note or result still holds; false after a retraction, an amendment or a correction */
  readonly holds: (source: string) => boolean
  readonly now: Date
}

/**
 * What changes in the standing findings when the chart says `proposals` today. A person's decision is never overwritten:
 * new words, a new result or a higher grade re-open it; the same evidence stays silent.
 */
export function reconcile(chart: ToReconcile): readonly Change[] {
  const latest = latestByTerm(chart.standing)
  if (!chart.exposed) return [...latest.values()].flatMap((standing) => changeWithoutDose(standing, chart))
  const proposed = new Set(chart.proposals.map(({ term }) => term))
  const told = chart.proposals.flatMap((proposal) => changeFor(proposal, latest.get(proposal.term), chart))
  const fallen = [...latest.values()].filter(({ finding }) => !proposed.has(finding.proposal.term))
  return [...told, ...fallen.flatMap((standing) => changeWithout(standing, chart))]
}

function latestByTerm(standing: readonly Standing[]): ReadonlyMap<string, Standing> {
  const inOrder = standing.toSorted((one, other) => one.ordinal - other.ordinal)
  return new Map(inOrder.map((each) => [each.finding.proposal.term, each]))
}

function changeFor(proposal: Proposal, last: Standing | undefined, chart: ToReconcile): readonly Change[] {
  if (!last) return [first(proposal, 1, chart)]
  const { finding, ordinal } = last
  if (finding.closed) return isNews(proposal, finding) ? [first(proposal, ordinal + 1, chart)] : []
  if (finding.withdrawn) return [{ ordinal, why: 'reopened', finding: next(finding, { proposal }, chart) }]
  if (finding.review === 'awaiting') return changed(proposal, last, chart)
  if (reopens(proposal, finding, chart)) {
    return [{ ordinal, why: 'reopened', finding: next(finding, { proposal, ...reopened(finding) }, chart) }]
  }
  // the question whether it is over was about an absence that has ended; the signature stands
  return finding.proposeClosing ? [{ ordinal, why: 'changed', finding: next(finding, {}, chart) }] : []
}

function first(proposal: Proposal, ordinal: number, { site, patient, now }: ToReconcile): Change {
  const at = now.toISOString()
  const id = findingId(site, patient, proposal.term, ordinal)
  const finding: Finding = { id, version: 1, proposal, review: 'awaiting', earlier: [], proposedAt: at, changedAt: at }
  return { ordinal, why: 'new', finding }
}

function changed(proposal: Proposal, { ordinal, finding }: Standing, chart: ToReconcile): readonly Change[] {
  if (isDeepStrictEqual(asStored(proposal), asStored(finding.proposal)) && !finding.proposeClosing) return []
  return [{ ordinal, why: 'changed', finding: next(finding, { proposal }, chart) }]
}

/** Members that are undefined are not stored, and must not look like a change. */
const asStored = (proposal: Proposal): unknown => JSON.parse(JSON.stringify(proposal))

/**
 * After a signature: a grade above the signed one, unless that is the very proposal that a person lowered, or evidence
 * that no longer holds. After a rejection: words or results that were not weighed then.
 */
function reopens(proposal: Proposal, finding: Finding, { holds }: ToReconcile): boolean {
  const isHigher = (proposal.grade ?? 0) > (decidedGrade(finding) ?? 0)
  const wasWeighed = (proposal.grade ?? 0) <= (finding.proposal.grade ?? 0) && !isNews(proposal, finding)
  if (isHigher && !wasWeighed) return true
  if (finding.review === 'rejected') return isNews(proposal, finding)
  return sourcesOf(finding.proposal).some((source) => !holds(source))
}

/** The grade a person weighed: the signed one, or for a rejection the one that was rejected. */
const decidedGrade = (finding: Finding) =>
  finding.review === 'rejected' ? finding.proposal.grade : standingGrade(finding)

function isNews(proposal: Proposal, finding: Finding): boolean {
  const known = evidenceKeys(finding.proposal)
  return [...evidenceKeys(proposal)].some((key) => !known.has(key))
}

/** The chart no longer says it. Unsigned and retracted: withdrawn. Signed, or told as over: a person is asked. */
function changeWithout(standing: Standing, chart: ToReconcile): readonly Change[] {
  const { finding, ordinal } = standing
  if (finding.closed || finding.withdrawn || finding.review === 'rejected') return []
  const holding = sourcesOf(finding.proposal).some(chart.holds)
  if (holding) return closingProposed(standing, 'Newer notes no longer speak of it as present.', chart)
  const why = 'What it rested on was retracted or corrected.'
  if (finding.proposeClosing === why) return []
  if (finding.review === 'awaiting' && !wasSigned(finding)) {
    return [{ ordinal, why: 'withdrawn', finding: next(finding, { withdrawn: why }, chart) }]
  }
  return [{ ordinal, why: 'reopened', finding: next(finding, { ...reopened(finding), proposeClosing: why }, chart) }]
}

/** The doses were retracted; what the notes say may be true all the same, so a person is asked. */
function changeWithoutDose(standing: Standing, chart: ToReconcile): readonly Change[] {
  const { finding } = standing
  if (!sourcesOf(finding.proposal).some(chart.holds)) return changeWithout(standing, chart)
  if (finding.closed || finding.withdrawn || finding.review === 'rejected') return []
  return closingProposed(standing, 'No dose of a checkpoint inhibitor is charted any more.', chart)
}

function closingProposed({ finding, ordinal }: Standing, words: string, chart: ToReconcile): readonly Change[] {
  if (finding.proposeClosing === words) return []
  return [{ ordinal, why: 'closing-proposed', finding: next(finding, { proposeClosing: words }, chart) }]
}

/** A person stood by it before it was re-opened: only a person may take it back. */
const wasSigned = ({ earlier }: Finding): boolean => ['confirmed', 'changed'].includes(earlier.at(-1)?.decision ?? '')

/** Back before a person, who is told what was decided before. */
const reopened = ({ earlier, decision }: Finding): Partial<Finding> => ({
  review: 'awaiting',
  earlier: decision ? [...earlier, decision] : earlier,
})

function next(finding: Finding, changes: Partial<Finding>, { now }: ToReconcile): Finding {
  const { withdrawn: _withdrawn, proposeClosing: _proposeClosing, decision, ...kept } = finding
  const signed = decision && changes.review === undefined ? { decision } : {}
  return { ...kept, ...signed, ...changes, version: finding.version + 1, changedAt: now.toISOString() }
}
