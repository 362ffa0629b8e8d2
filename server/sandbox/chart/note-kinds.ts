import type { CodeableConcept } from '@medplum/fhirtypes'
import { LOINC } from '#fhir-mappings/code-systems.ts'

interface NoteKind {
  readonly loinc: string
  readonly display: string
}

/** What a clinician can write here; D9 lists the types that EHRs use. */
export const noteKinds: readonly NoteKind[] = [
  { loinc: '11506-3', display: 'Progress note' },
  { loinc: '34748-4', display: 'Telephone encounter note' },
  { loinc: '34746-8', display: 'Nurse note' },
  { loinc: '11488-4', display: 'Consultation note' },
  { loinc: '34111-5', display: 'Emergency department note' },
  { loinc: '34117-2', display: 'History and physical note' },
  { loinc: '18842-5', display: 'Discharge summary' },
]

export function noteTypeOf({ loinc, display }: NoteKind): CodeableConcept {
  return { coding: [{ system: LOINC, code: loinc, display }], text: display }
}
