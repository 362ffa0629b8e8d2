import type { PanelFinding, PanelView } from '#fhir-mappings/panel.ts'

/** Where this finding stands in the chart (W3, W15): "not written" is said as loudly as "written". */
export function writtenWords({ written, finding }: PanelFinding, writes: PanelView['writes']): string {
  if (written === 'confirmed') return `In the chart${finding.review === 'awaiting' ? ', as unconfirmed' : ''}.`
  if (written === 'planned' || written === 'sent') return 'Being written to the chart…'
  if (written === 'rejected') return 'Not in the chart: the EHR refused it.'
  if (written === 'unknown') return 'Not known whether it is in the chart: the EHR did not answer. It is being checked.'
  return writes === 'none' ? 'Not in the chart: this site writes nothing.' : 'Not in the chart.'
}
