import type { CodeableConcept, Coding } from '@medplum/fhirtypes'
import { LOINC } from '#fhir-mappings/code-systems.ts'
import type { StoryNote } from './story.ts'

const LOCAL_TYPES = 'https://sandbox.example.org/note-type'
const ENCOUNTER_CLASS = 'http://terminology.hl7.org/CodeSystem/v3-ActCode'

interface NoteKind {
  /** D9; without one the note carries the hospital's own type only */
  readonly loinc?: string
  readonly local?: string
  readonly display: string
  readonly encounter: 'AMB' | 'EMER' | 'IMP' | 'VR'
}

const noteKinds: Readonly<Record<StoryNote['kind'], NoteKind>> = {
  progress: { loinc: '11506-3', display: 'Progress note', encounter: 'AMB' },
  discharge: { loinc: '18842-5', display: 'Discharge summary', encounter: 'IMP' },
  emergency: { loinc: '34111-5', display: 'Emergency department note', encounter: 'EMER' },
  telephone: { loinc: '34748-4', local: 'TEL', display: 'Telephone encounter note', encounter: 'VR' },
  consult: { loinc: '11488-4', display: 'Consultation note', encounter: 'AMB' },
  nursing: { loinc: '34746-8', display: 'Nurse note', encounter: 'AMB' },
  imaging: { loinc: '18748-4', display: 'Diagnostic imaging study', encounter: 'AMB' },
  pathology: { loinc: '11526-1', display: 'Pathology study', encounter: 'AMB' },
  'history-and-physical': { loinc: '34117-2', display: 'History and physical note', encounter: 'IMP' },
  message: { local: 'PTMSG', display: 'Patient message', encounter: 'VR' },
  laboratory: { loinc: '11502-2', display: 'Laboratory report', encounter: 'AMB' },
}

/** The note's type as the EHR codes it: LOINC where there is one, the hospital's code for the rest (D9). */
export function typeOf(kind: StoryNote['kind']): CodeableConcept {
  const { loinc, local, display } = noteKinds[kind]
  const coding: Coding[] = []
  if (local !== undefined) coding.push({ system: LOCAL_TYPES, code: local, display })
  if (loinc !== undefined) coding.push({ system: LOINC, code: loinc, display })
  return { coding, text: display }
}

/** LOINC and words for a document header; a message has no code of its own and goes as a progress note. */
export function headerTypeOf(kind: StoryNote['kind']): { readonly code: string; readonly display: string } {
  const { loinc, display } = noteKinds[kind]
  return { code: loinc ?? '11506-3', display }
}

/** Ambulatory, emergency, inpatient or virtual. */
export const encounterClassOf = (kind: StoryNote['kind']): Coding => ({
  system: ENCOUNTER_CLASS,
  code: noteKinds[kind].encounter,
})
