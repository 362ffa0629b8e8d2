import type { Resource } from '@medplum/fhirtypes'
import { SurveillanceError } from '#server/errors.ts'
import type { SearchParameters } from './door.ts'
import { localReference } from './origin.ts'

/** Whom a resource is about, as `Type/id` on this base; undefined when it does not say. */
function subjectOf(fhirBase: string, resource: Resource): string | undefined {
  if (resource.resourceType === 'Patient') return resource.id && `Patient/${resource.id}`
  const { subject, patient } = resource as { subject?: { reference?: unknown }; patient?: { reference?: unknown } }
  const reference = subject?.reference ?? patient?.reference
  return typeof reference === 'string' ? localReference(fhirBase, reference) : undefined
}

/** The one patient that a search asks for, `Patient/id`; undefined for a cross-patient search. */
export function patientAsked(type: string, parameters: SearchParameters): string | undefined {
  const asked = type === 'Patient' ? parameters._id : (parameters.patient ?? parameters.subject)
  if (typeof asked !== 'string' || asked.includes(',')) return undefined
  return asked.includes('/') ? asked : `Patient/${asked}`
}

/** B12: a resource of somebody else in a patient-scoped answer stops the reading of this patient. */
export function assertSubject(fhirBase: string, resource: Resource, asked: string | undefined): void {
  if (asked === undefined) return
  const subject = subjectOf(fhirBase, resource)
  if (subject === undefined || subject === asked || !subject.startsWith('Patient/')) return
  throw new SurveillanceError('WRONG_PATIENT', { asked, received: `${resource.resourceType}/${resource.id ?? ''}` })
}
