import { createHash } from 'node:crypto'
import type { Claim } from '#fhir-mappings/claim.ts'
import type { Infusion } from '#fhir-mappings/infusion.ts'
import type { LaboratoryResult } from '#fhir-mappings/laboratory-result.ts'
import type { LaboratorySeries } from '#server/evidence/case-file.ts'
import type { ReadNote } from '#server/grading/note-claims.ts'
import { type Proposed, propose, type ToGrade } from '#server/grading/propose.ts'

const PATIENT = 'Patient/p1'

/** A claim as a reader would make it; `words` have to stand in the note's text. */
export interface Said extends Partial<Omit<Claim, 'quotes' | 'stated'>> {
  readonly term: string
  readonly words: string
  readonly grade?: 1 | 2 | 3 | 4 | 5
}

/** One note of one day with what the reader said of it. */
export function noteOf(day: string, text: string, ...claims: readonly Said[]): ReadNote {
  const quote = (words: string) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
    text: words,
  })
  return {
    note: {
      reference: `DocumentReference/n-${day}`,
      version: '1',
      patient: PATIENT,
      kind: 'progress',
      title: 'Progress note',
      authoredAt: `${day}T10:00:00Z`,
      dateFrom: 'date',
      author: 'Practitioner/a',
      preliminary: false,
      text,
      sha256: createHash('sha256').update(text).digest('hex'),
    },
    reading: {
      exposure: 'given',
      claims: claims.map(
        ({ words, grade, ...more }): Claim => ({
          status: 'present',
          attribution: 'immunotherapy',
          certainty: 'confirmed',
          reportedBy: 'clinician',
          facts: [],
          why: [],
          ...more,
          stated: grade ? { grade, at: quote(words) } : null,
          quotes: [quote(words)],
        }),
      ),
      suspicious: [],
      reader: { name: 'test-reader', version: '1' },
      unread: null,
    },
  }
}

/** One result of one day; ALT in U/L with ULN 40 unless said otherwise. */
export function resultOf(day: string, value: number, more: Partial<LaboratoryResult> = {}): LaboratoryResult {
  return {
    reference: `Observation/${more.analyte ?? 'alt'}-${day}`,
    version: '1',
    patient: PATIENT,
    analyte: 'alt',
    value,
    unit: 'U/L',
    uln: 40,
    lln: 7,
    limitsFrom: 'result',
    takenAt: `${day}T07:00:00Z`,
    status: 'final',
    ...more,
  }
}

/** The results of one analyte; the baseline is the last one before the first infusion of these charts (2 March). */
export function seriesOf(...results: readonly LaboratoryResult[]): LaboratorySeries {
  const before = results.filter(({ takenAt }) => takenAt < '2026-03-03')
  return { analyte: results[0]?.analyte ?? 'alt', results, baseline: before.at(-1) }
}

const pembrolizumab: Infusion = {
  reference: 'MedicationAdministration/m1',
  patient: PATIENT,
  agents: ['pembrolizumab'],
  givenOn: '2026-03-02',
  exposure: 'administered',
  partial: false,
  recognisedBy: 'code',
}

/** What is proposed for a patient on pembrolizumab since 2 March 2026, seen on 1 July. */
export const proposedFor = (chart: Partial<ToGrade>): Proposed =>
  propose({
    patient: PATIENT,
    readings: [],
    laboratory: [],
    infusions: [pembrolizumab],
    version: '5.0',
    now: new Date('2026-07-01T00:00:00Z'),
    ...chart,
  })
