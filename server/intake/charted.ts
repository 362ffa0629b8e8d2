import type { DiagnosticReport, DocumentReference, MedicationAdministration, Observation } from '@medplum/fhirtypes'
import { isBedside, laboratoryResultFromObservation } from '#fhir-mappings/laboratory-reading.ts'
import { patientOf } from '#fhir-mappings/patient-reference.ts'
import { isWellFormed } from '#fhir-mappings/well-formed.ts'
import type { Ehr } from '#server/ehr/door.ts'
import { SurveillanceError } from '#server/errors.ts'
import { isForeign } from './watched.ts'

/** One arrival as a worker takes it from the inbox. */
export interface Arrival {
  readonly id: number
  readonly site: string
  readonly type: string
  readonly resourceId: string
  readonly reason: 'notification' | 'sweep' | 'cohort' | 'deleted' | 'reopened'
  readonly receivedAt: Date
  readonly patient: string | null
  readonly attempts: number
}

export type Watchable = DocumentReference | DiagnosticReport | MedicationAdministration | Observation

/** Why a result or dose could not be read. `no-category`: no search for laboratory results will ever find it. */
type ResultUnread = 'damaged' | 'undated' | 'no-value' | 'no-category'

/** What the EHR says now of the resource that an arrival names: news about a patient, or why it is none. */
export type Charted =
  | {
      readonly news: 'note'
      readonly patient: string
      readonly reference: string
      readonly resource: DocumentReference | DiagnosticReport
    }
  | {
      readonly news: 'result' | 'infusion'
      readonly patient: string
      readonly reference: string
      /** the chart is weighed without it, and it counts as not read */
      readonly unreadable?: ResultUnread
    }
  | { readonly news: 'gone'; readonly patient: string | null; readonly reference: string }
  | { readonly news: false; readonly why: 'own-writing' | 'no-patient' }

/**
 * S5: the notification was a hint; the resource is read again. S10: what is gone retracts what rested on it, and what was
 * moved to another chart is gone from the one where it was (D12).
 */
export async function chartedFor(arrival: Arrival, ehr: Ehr): Promise<Charted> {
  const reference = `${arrival.type}/${arrival.resourceId}`
  const resource = await readOrGone(ehr, reference)
  if (!resource) return { news: 'gone', patient: arrival.patient, reference }
  if (!isForeign(resource)) return { news: false, why: 'own-writing' }
  const patient = patientOf(resource.subject)
  if (!patient) return { news: false, why: 'no-patient' }
  // whom a notification names is a hint; whom a search of the EHR found is where the resource was
  const was = arrival.reason === 'notification' ? null : arrival.patient
  if (was !== null && was !== patient) return { news: 'gone', patient: was, reference }
  return kindOf(resource, patient, reference)
}

async function readOrGone(ehr: Ehr, reference: string): Promise<Watchable | undefined> {
  try {
    return await ehr.read<Watchable>(reference)
  } catch (error) {
    if (error instanceof SurveillanceError && error.code === 'EHR_NOT_FOUND') return undefined
    throw error
  }
}

function kindOf(resource: Watchable, patient: string, reference: string): Charted {
  switch (resource.resourceType) {
    case 'DocumentReference':
    case 'DiagnosticReport':
      return { news: 'note', patient, reference, resource }
    case 'Observation':
      return { news: 'result', patient, reference, ...unreadableIn(resource) }
    case 'MedicationAdministration':
      return { news: 'infusion', patient, reference, ...(isWellFormed(resource) ? {} : { unreadable: 'damaged' }) }
  }
}

/** A result that is not ours to grade is read; one that has no form, no date, no number in its quantity or no category is not. */
function unreadableIn(observation: Observation): { readonly unreadable?: ResultUnread } {
  const reading = laboratoryResultFromObservation(observation)
  if (reading.readable) return isFoundBySearch(observation, reading.result.analyte) ? {} : { unreadable: 'no-category' }
  if (reading.why === 'malformed') return { unreadable: 'damaged' }
  if (reading.why === 'no-number') return isValueMissing(observation) ? { unreadable: 'no-value' } : {}
  return reading.why === 'undated' ? { unreadable: 'undated' } : {}
}

/** The course of an analyte is searched by category (docs/fhir.md); what is measured at the bedside is no laboratory result. */
const isFoundBySearch = ({ category }: Observation, analyte: string): boolean =>
  isBedside(analyte) || (category ?? []).some(({ coding }) => coding?.some(({ code }) => code === 'laboratory'))

/** A quantity without a number, and nobody says why it is absent: something was measured. */
const isValueMissing = ({ valueQuantity, dataAbsentReason }: Observation): boolean =>
  valueQuantity !== undefined && valueQuantity.value === undefined && dataAbsentReason === undefined
