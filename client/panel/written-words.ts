import type { PanelFinding, PanelView } from '#fhir-mappings/panel.ts'

/** Where this finding stands in the chart (W3, W15): "not written" is said as loudly as "written". */
export function writtenWords({ written, writtenWhy, finding }: PanelFinding, writes: PanelView['writes']): string {
  if (written === 'confirmed') return `In the chart${finding.review === 'awaiting' ? ', as unconfirmed' : ''}.`
  if (written === 'planned' || written === 'sent') return 'Being written to the chart…'
  if (written === 'rejected') return notWrittenWords(writtenWhy)
  if (written === 'unknown') return 'Not known whether it is in the chart: the EHR did not answer. It is being checked.'
  return writes === 'none' ? 'Not in the chart: nothing is written to this EHR.' : 'Not in the chart.'
}

/** The reasons of the ledger of writes; anything else is a code of the EHR's refusal, kept for the operator. */
function notWrittenWords(why: string | undefined): string {
  if (why === 'changed-by-person')
    return 'Not in the chart as it stands here. Somebody changed it in the EHR; it was not overwritten.'
  if (why === 'switched-off') return 'Not in the chart: writing to this EHR is switched off.'
  if (why === 'nothing-to-take-back') return 'Not in the chart, and nothing there to take back.'
  return `Not in the chart: the EHR refused it${why ? ` (${why})` : ''}.`
}
