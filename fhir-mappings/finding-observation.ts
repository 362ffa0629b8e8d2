import type { CodeableConcept, Observation, ObservationComponent } from '@medplum/fhirtypes'
import {
  AI_ASSERTED,
  DATA_ABSENT_REASON,
  NCIT,
  OBSERVATION_CATEGORY,
  OBSERVATION_VALUE,
  OUR_COMPONENTS,
  OUR_FINDINGS,
  OUR_TERMS,
  OUR_WRITES,
  SNOMED,
} from './code-systems.ts'
import { momentOf } from './fhir-dates.ts'
import { type Finding, standingGrade } from './finding.ts'
import { type Grade, ncitGrade } from './grade.ts'
import { iraeTerm } from './irae-terms.ts'

/** W16: preliminary until signed, then final; changed by a person: amended; rejected or withdrawn: entered-in-error. */
const statusOf = {
  awaiting: 'preliminary',
  confirmed: 'final',
  changed: 'amended',
  rejected: 'entered-in-error',
} as const satisfies Record<Finding['review'], Observation['status']>

/** The tag of one version of one finding (W2): by it a lost write is found again. */
export const writeKey = (finding: Finding): string => `${finding.id}.${finding.version}`

/** The security label and the write tag that everything we write carries (T1, W2). */
export const ourMeta = (finding: Finding) => ({
  security: [{ system: OBSERVATION_VALUE, code: AI_ASSERTED }],
  tag: [{ system: OUR_WRITES, code: writeKey(finding) }],
})

/**
 * The finding as an Observation: term, grade, the exact words as notes, and what they were derived from. `device` is the
 * reference of the system version (T4: a Device cannot be the performer in R4).
 */
export function observationFromFinding(finding: Finding, device: string): Observation {
  const { proposal } = finding
  const grade = standingGrade(finding)
  return {
    resourceType: 'Observation',
    meta: ourMeta(finding),
    identifier: [{ system: OUR_FINDINGS, value: finding.id }],
    status: finding.withdrawn ? 'entered-in-error' : statusOf[finding.review],
    category: [{ coding: [{ system: OBSERVATION_CATEGORY, code: 'exam', display: 'Exam' }] }],
    code: codeOfTerm(proposal.term),
    subject: { reference: proposal.patient },
    effectiveDateTime: effectiveAt(finding),
    issued: finding.changedAt,
    ...(grade === null ? { dataAbsentReason: UNKNOWN } : { valueCodeableConcept: codeOfGrade(grade) }),
    ...notesOf(finding),
    device: { reference: device },
    ...derivedFrom(finding),
    component: componentsOf(finding),
  }
}

const UNKNOWN: CodeableConcept = { coding: [{ system: DATA_ABSENT_REASON, code: 'unknown', display: 'Unknown' }] }

/** Our own code first, then NCIt and SNOMED where they are known. A term that is not ours stays as words. */
export function codeOfTerm(term: string): CodeableConcept {
  const known = iraeTerm(term)
  if (!known) return { text: term }
  const ncit = known.v5.ncit ? [{ system: NCIT, code: known.v5.ncit, display: known.v5.term }] : []
  const snomed = known.snomed ? [{ system: SNOMED, ...known.snomed }] : []
  return { coding: [{ system: OUR_TERMS, code: known.id, display: known.name }, ...ncit, ...snomed], text: known.name }
}

const codeOfGrade = (grade: Grade): CodeableConcept => ({
  coding: [{ system: NCIT, code: ncitGrade[grade], display: `Grade ${grade} Adverse Event` }],
  text: `CTCAE grade ${grade}`,
})

/** The day of the newest evidence: when the patient was in this state, as far as the chart tells. */
function effectiveAt({ proposal, proposedAt }: Finding): string {
  const days = [...proposal.quotes.map(({ authoredAt }) => authoredAt), ...proposal.laboratory.map((l) => l.takenAt)]
  return (
    days
      .filter((day) => day !== undefined)
      .sort((one, other) => momentOf(one) - momentOf(other))
      .at(-1) ?? proposedAt
  )
}

function notesOf({ proposal }: Finding): Pick<Observation, 'note'> {
  const words = proposal.quotes.map(({ text, authoredAt }) => ({
    text: `“${text}”`,
    ...(authoredAt ? { time: authoredAt } : {}),
  }))
  return { note: [...words, { text: proposal.gradeWhy }] }
}

/** R4 allows notes and results here, not reports: a quoted DiagnosticReport stands in Provenance only. */
function derivedFrom({ proposal }: Finding): Pick<Observation, 'derivedFrom'> {
  const references = [...proposal.quotes, ...proposal.laboratory]
    .map((evidence) => ('source' in evidence ? evidence.source : evidence.reference))
    .filter((reference) => !reference.startsWith('DiagnosticReport/'))
  const unique = [...new Set(references)]
  return unique.length > 0 ? { derivedFrom: unique.map((reference) => ({ reference })) } : {}
}

function componentsOf({ proposal }: Finding): ObservationComponent[] {
  const said: readonly (readonly [string, string])[] = [
    ['certainty', proposal.certainty],
    ['attribution', proposal.attribution],
    ['reported-by', proposal.reportedBy],
    ['ctcae-version', proposal.ctcaeVersion],
    ['grade-basis', proposal.gradeBasis ?? 'none'],
    ...(proposal.range ? [['grade-range', `${proposal.range[0]} to ${proposal.range[1]}`] as const] : []),
  ]
  return said.map(([code, valueString]) => ({ code: { coding: [{ system: OUR_COMPONENTS, code }] }, valueString }))
}
