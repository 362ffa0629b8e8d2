import type { Finding, Proposal } from '#fhir-mappings/finding.ts'
import type { NoteQuote } from '#fhir-mappings/quote.ts'

export const quote = (text: string, more: Partial<NoteQuote> = {}): NoteQuote => ({
  start: 10,
  end: 10 + text.length,
  text,
  source: 'DocumentReference/n1',
  version: '1',
  sha256: 'a'.repeat(64),
  authoredAt: '2026-05-30T10:00:00Z',
  ...more,
})

/** Colitis of grade 2 from one progress note. */
export const proposal = (more: Partial<Proposal> = {}): Proposal => ({
  patient: 'Patient/p1',
  term: 'colitis',
  status: 'present',
  grade: 2,
  gradeBasis: 'stated',
  ctcaeVersion: '5.0',
  gradeWhy: 'The author states grade 2.',
  missing: [],
  attribution: 'immunotherapy',
  certainty: 'confirmed',
  reportedBy: 'clinician',
  quotes: [quote('immune-related colitis, grade 2')],
  laboratory: [],
  reader: { name: 'embedded', version: '1.0.0' },
  ...more,
})

export const highAlt = (value: number, more: Partial<Proposal['laboratory'][number]> = {}) => ({
  reference: 'Observation/l1',
  version: '1',
  patient: 'Patient/p1',
  analyte: 'alt',
  value,
  unit: 'U/L',
  uln: 40,
  limitsFrom: 'result' as const,
  takenAt: '2026-05-30T07:00:00Z',
  status: 'final' as const,
  ...more,
})

export const finding = (more: Partial<Finding> = {}): Finding => ({
  id: `irae-${'1'.repeat(24)}`,
  version: 1,
  proposal: proposal(),
  review: 'awaiting',
  earlier: [],
  proposedAt: '2026-05-30T10:05:00Z',
  changedAt: '2026-05-30T10:05:00Z',
  ...more,
})

/** The finding after a clinician's decision on it. */
export function decidedFinding(review: 'confirmed' | 'changed' | 'rejected', more: Partial<Finding> = {}): Finding {
  const grade = review === 'changed' ? 3 : 2
  const at = '2026-05-30T11:00:00Z'
  const decision = {
    decision: review,
    grade,
    ...(review === 'rejected' ? { reason: 'other-cause' } : {}),
    by: 'Practitioner/d1',
    at,
  } as const
  return finding({ version: 2, review, decision, changedAt: at, ...more })
}
