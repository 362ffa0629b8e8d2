import type { Signing } from '#client/panel/signing.ts'
import type { Decision, Finding, Proposal } from '#fhir-mappings/finding.ts'
import type { LaboratoryResult } from '#fhir-mappings/laboratory-result.ts'
import type { PanelFinding, PanelView, Session } from '#fhir-mappings/panel.ts'

export const patient: NonNullable<Session['patient']> = {
  reference: 'Patient/anna',
  name: 'Anna Example',
  birthDate: '1957-04-02',
  identifier: 'MRN 100017',
}
export const user = { reference: 'Practitioner/weber', name: 'Dr. Maria Weber' }

const grades: PanelFinding['grades'] = [
  { grade: 1, text: 'fewer than 4 stools a day more' },
  { grade: 2, text: '4 to 6 stools a day more' },
  { grade: 3, text: '7 or more stools a day more' },
]

const proposal: Proposal = {
  patient: patient.reference,
  term: 'colitis',
  status: 'present',
  grade: 2,
  gradeBasis: 'derived',
  ctcaeVersion: '5.0',
  gradeWhy: 'Six loose stools a day above the usual number is grade 2.',
  missing: [],
  attribution: 'immunotherapy',
  certainty: 'suspected',
  reportedBy: 'patient',
  quotes: [
    {
      source: 'DocumentReference/n1',
      version: '1',
      sha256: 'a'.repeat(64),
      start: 10,
      end: 34,
      text: 'six loose stools per day',
      authoredAt: '2026-03-02T09:30:00Z',
    },
  ],
  laboratory: [],
  reader: { name: 'embedded', version: '1.2.3' },
}

const finding: Finding = {
  id: `irae-${'1'.repeat(24)}`,
  version: 1,
  proposal,
  review: 'awaiting',
  earlier: [],
  proposedAt: '2026-03-02T09:31:00Z',
  changedAt: '2026-03-02T09:31:00Z',
}

export function colitis(changes: Partial<Finding> = {}, proposed: Partial<Proposal> = {}): PanelFinding {
  return {
    finding: { ...finding, ...changes, proposal: { ...proposal, ...proposed } },
    display: 'Colitis',
    organSystem: 'gastrointestinal',
    grades,
    notes: [
      {
        source: 'DocumentReference/n1',
        title: 'Progress note',
        authoredAt: '2026-03-02T09:30:00Z',
        author: 'Dr. Tom Berger',
      },
    ],
    series: [],
    written: 'confirmed',
  }
}

export const alt = (value: number, takenAt: string, more: Partial<LaboratoryResult> = {}): LaboratoryResult => ({
  reference: `Observation/alt-${takenAt}`,
  version: '1',
  patient: patient.reference,
  analyte: 'alt',
  value,
  unit: 'U/L',
  lln: 7,
  uln: 45,
  limitsFrom: 'result',
  takenAt,
  status: 'final',
  ...more,
})

export function hepatitisFromLaboratory(changes: Partial<Finding> = {}): PanelFinding {
  const results = [alt(24, '2026-01-05'), alt(60, '2026-02-02'), alt(271, '2026-03-01')]
  const led = { ...alt(271, '2026-03-01'), baseline: { value: 24, takenAt: '2026-01-05', abnormal: false } }
  const base = colitis(
    { id: `irae-${'2'.repeat(24)}`, ...changes },
    { term: 'hepatitis', grade: 3, gradeBasis: 'laboratory', reportedBy: 'laboratory', quotes: [], laboratory: [led] },
  )
  const series = [{ analyte: 'alt', display: 'Alanine aminotransferase', results }]
  return { ...base, display: 'Hepatitis', organSystem: 'hepatic', notes: [], series }
}

export const rejectedAsInfection: Decision = {
  decision: 'rejected',
  grade: 2,
  reason: 'other-cause',
  note: 'C. difficile',
  by: user.reference,
  at: '2026-02-20T08:00:00Z',
}

export function viewOf(findings: PanelFinding[], changes: Partial<PanelView> = {}): PanelView {
  return {
    version: '1',
    patient: patient.reference,
    membership: { inCohort: true, why: 'infusion', lastInfusionOn: '2026-02-10', agents: ['pembrolizumab'] },
    reading: { state: 'all-read', read: 14, waiting: 0, unread: [], lastReadAt: '2026-03-02T05:00:00Z' },
    findings,
    maySign: true,
    writes: 'before-signature',
    ...changes,
  }
}

export const partlyRead: PanelView['reading'] = {
  state: 'not-fully-read',
  read: 12,
  waiting: 0,
  unread: [
    { source: 'DocumentReference/x', title: 'Outside discharge summary', date: '2026-02-12', why: 'unknown-format' },
  ],
  lastReadAt: null,
}

export const signing: Signing = { name: user.name, ended: false, sign: async () => undefined }
