import type {
  DocumentReference,
  MedicationAdministration,
  Observation,
  Patient,
  Practitioner,
  Resource,
} from '@medplum/fhirtypes'
import { LOINC, OBSERVATION_CATEGORY, RXNORM, UCUM } from '#fhir-mappings/code-systems.ts'

/** The person of these scenarios, on pembrolizumab since March 2026; the day is 1 June 2026. */
export const patient: Patient = {
  resourceType: 'Patient',
  id: 'p1',
  name: [{ given: ['Tamsin'], family: 'Orlebar' }],
  birthDate: '1958-04-02',
}

export const clinician: Practitioner = {
  resourceType: 'Practitioner',
  id: 'd1',
  name: [{ prefix: ['Dr'], given: ['Noor'], family: 'Achterberg' }],
}

export const infusion = (
  day = '2026-05-20',
  more: Partial<MedicationAdministration> = {},
): MedicationAdministration => ({
  resourceType: 'MedicationAdministration',
  id: `dose-${day}`,
  status: 'completed',
  subject: { reference: 'Patient/p1' },
  medicationCodeableConcept: { coding: [{ system: RXNORM, code: '1547545', display: 'pembrolizumab' }] },
  effectiveDateTime: `${day}T09:00:00Z`,
  ...more,
})

/** A signed progress note of p1. */
export function note(id: string, text: string, more: Partial<DocumentReference> = {}): DocumentReference {
  return {
    resourceType: 'DocumentReference',
    id,
    status: 'current',
    docStatus: 'final',
    type: { coding: [{ system: LOINC, code: '11506-3', display: 'Progress note' }] },
    subject: { reference: 'Patient/p1' },
    date: '2026-05-30T10:00:00Z',
    author: [{ reference: 'Practitioner/d1' }],
    content: [{ attachment: { contentType: 'text/plain', data: Buffer.from(text).toString('base64') } }],
    ...more,
  }
}

/** ALT in U/L with an upper limit of 40. */
export const alt = (id: string, value: number, more: Partial<Observation> = {}): Observation => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  category: [{ coding: [{ system: OBSERVATION_CATEGORY, code: 'laboratory' }] }],
  code: { coding: [{ system: LOINC, code: '1742-6' }], text: 'ALT' },
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: '2026-05-30T07:00:00Z',
  valueQuantity: { value, unit: 'U/L', system: UCUM, code: 'U/L' },
  referenceRange: [{ low: { value: 7, unit: 'U/L' }, high: { value: 40, unit: 'U/L' } }],
  ...more,
})

/** A chart with one dose twelve days ago and one before. */
export const onPembrolizumab: readonly Resource[] = [patient, clinician, infusion('2026-03-10'), infusion()]

export const COLITIS = 'Immune-related colitis, CTCAE grade 2.'
export const colitisNote = (id = 'n1', more: Partial<DocumentReference> = {}) =>
  note(id, `Seen in clinic on pembrolizumab. ${COLITIS} Prednisone started.`, more)
