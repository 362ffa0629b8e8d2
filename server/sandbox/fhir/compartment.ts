import { referencesAt } from './index-values.ts'

/** R4 patient compartment (hl7.org/fhir/R4/compartmentdefinition-patient.html), for the types held here. */
const memberPaths: Readonly<Record<string, readonly string[]>> = {
  Encounter: ['subject'],
  Condition: ['subject', 'asserter'],
  Observation: ['subject', 'performer'],
  DocumentReference: ['subject', 'author'],
  DiagnosticReport: ['subject'],
  MedicationAdministration: ['subject', 'performer.actor'],
  MedicationRequest: ['subject'],
  MedicationStatement: ['subject'],
  Procedure: ['subject', 'performer.actor'],
  Flag: ['subject'],
  Provenance: ['target'],
  AuditEvent: ['agent.who', 'entity.what'],
  Communication: ['subject', 'sender', 'recipient'],
  Task: ['for'],
  AllergyIntolerance: ['patient', 'recorder', 'reaction.asserter'],
  DetectedIssue: ['patient'],
  Device: ['patient'],
  Binary: ['securityContext'],
}

/** The directory and the formulary: a patient-scoped token may read them, since they belong to no patient. */
export const openTypes: readonly string[] = [
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
  'Medication',
]

/** `Patient/ID` of every compartment the resource belongs to; empty for what belongs to nobody. */
export function compartmentsOf(resource: object, type: string, id: string | undefined, base?: string): string[] {
  if (type === 'Patient') return id === undefined ? [] : [`Patient/${id}`]
  const references = (memberPaths[type] ?? []).flatMap((path) => referencesAt(resource, path, base))
  return [...new Set(references.filter((reference) => reference.startsWith('Patient/')))]
}
