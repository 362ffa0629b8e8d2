import type { PanelFinding, PanelView } from '#fhir-mappings/panel.ts'
import { gradeWords } from './grade-words.ts'

/** What a screen reader says when the view changed by itself; empty when nothing changed that matters. */
export function newsOf(before: PanelView | null, after: PanelView): string {
  if (!before) return ''
  const known = new Map(before.findings.map(({ finding }) => [finding.id, finding]))
  const fresh = after.findings.filter(({ finding }) => !known.has(finding.id))
  const kept = new Set(after.findings.map(({ finding }) => finding.id))
  const gone = before.findings.filter(({ finding }) => !kept.has(finding.id))
  const changed = after.findings.filter(({ finding }) => {
    const earlier = known.get(finding.id)
    return earlier !== undefined && earlier.version !== finding.version
  })
  return [
    ...fresh.map((found) => `New finding: ${spoken(found)}.`),
    ...changed.map((found) => `Changed: ${spoken(found)}.`),
    ...gone.map(({ display }) => `No longer proposed: ${display}.`),
  ].join(' ')
}

const spoken = ({ display, finding }: PanelFinding) => `${display}, ${gradeWords(finding)}`
