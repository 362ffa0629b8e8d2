import type { PanelFinding } from '#fhir-mappings/panel.ts'
import { worstGrade } from './grade-words.ts'

export type Pile = 'to-sign' | 'signed' | 'over'

/** Which pile a finding lies on: waiting for a person, signed and open, or over (rejected, withdrawn, closed). */
function pileOf({ finding }: PanelFinding): Pile {
  if (finding.withdrawn || finding.closed || finding.review === 'rejected') return 'over'
  return finding.review === 'awaiting' ? 'to-sign' : 'signed'
}

/** Worst possible grade first; a finding that came back after a rejection before an equal one; then the newest. */
export function byUrgency(findings: readonly PanelFinding[]): readonly PanelFinding[] {
  return findings.toSorted(
    (a, b) =>
      worstGrade(b.finding) - worstGrade(a.finding) ||
      b.finding.earlier.length - a.finding.earlier.length ||
      b.finding.changedAt.localeCompare(a.finding.changedAt),
  )
}

export function piles(findings: readonly PanelFinding[]): Readonly<Record<Pile, readonly PanelFinding[]>> {
  const sorted = byUrgency(findings)
  const on = (pile: Pile) => sorted.filter((found) => pileOf(found) === pile)
  return { 'to-sign': on('to-sign'), signed: on('signed'), over: on('over') }
}
