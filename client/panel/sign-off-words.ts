import type { Finding } from '#fhir-mappings/finding.ts'
import type { PanelView, SignRequest } from '#fhir-mappings/panel.ts'
import { gradeAlone } from './grade-words.ts'

export type Act = SignRequest['decision']

/** What each act does to the chart, by the site's write setting. W16: status of Observation and Flag. */
const effects: Readonly<Record<PanelView['writes'], Readonly<Record<Act, string>>>> = {
  none: {
    confirmed: 'Recorded here; nothing is written to the chart',
    changed: 'Recorded here; nothing is written to the chart',
    rejected: 'Recorded here; nothing is written to the chart',
    closed: 'Recorded here; nothing is written to the chart',
  },
  'after-signature': {
    confirmed: 'Writes a final Observation and an active Flag to the chart',
    changed: 'Writes an amended Observation and an active Flag to the chart',
    rejected: 'Keeps the chart free of it; what was written is marked entered in error',
    closed: 'Sets the Flag in the chart to inactive',
  },
  'before-signature': {
    confirmed: 'Observation becomes final, Flag active without “Unconfirmed”',
    changed: 'Observation is amended to this grade, Flag active without “Unconfirmed”',
    rejected: 'Observation and Flag are marked entered in error',
    closed: 'Sets the Flag in the chart to inactive',
  },
}

/** What pressing the button changes, and in whose name: the second line of every button that signs. */
export function effectWords(act: Act, writes: PanelView['writes'], name: string): string {
  return `${effects[writes][act]} · in the name of ${name}`
}

/** "Confirm grade 2", or for a finding whose grade is open "Confirm without a grade". */
export function confirmWords(finding: Finding): string {
  const { grade } = finding.proposal
  return grade === null ? 'Confirm without a grade' : `Confirm grade ${grade}`
}

/** What became of a finding while a person was deciding about an older version of it. */
export function staleWords(finding: Finding): string {
  if (finding.withdrawn) return 'It was withdrawn in the meantime, because what it rested on changed in the chart.'
  if (finding.closed) return 'Its Flag was closed in the meantime.'
  if (finding.review !== 'awaiting')
    return `Another decision was signed in the meantime: ${gradeAlone(finding)}, ${finding.review}.`
  return `It now says ${gradeAlone(finding)} and may rest on other words.`
}
