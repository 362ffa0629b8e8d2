import type {
  Medication,
  MedicationAdministration,
  MedicationDispense,
  MedicationRequest,
  Procedure,
  Resource,
  ResourceType,
} from '@medplum/fhirtypes'
import { daysBetween } from '#fhir-mappings/fhir-dates.ts'
import type { Infusion } from '#fhir-mappings/infusion.ts'
import {
  type InfusionContext,
  type InfusionReading,
  infusionFromMedicationAdministration,
  infusionFromMedicationDispense,
  infusionFromMedicationRequest,
  infusionFromProcedure,
  medicationIdOf,
} from '#fhir-mappings/infusion-reading.ts'
import { isWellFormed } from '#fhir-mappings/well-formed.ts'
import type { Ehr } from '#server/ehr/door.ts'
import { SurveillanceError } from '#server/errors.ts'
import { checkpointInhibitorById } from './checkpoint-inhibitors.ts'
import { recognise } from './recognise.ts'
import { whereSupported } from './where-supported.ts'

/**
 * Every dose of a checkpoint inhibitor that the chart of this patient (`Patient/ID`) shows, oldest first, each once.
 * Administrations are looked at first; only where there is none, dispenses, orders and procedures are (M4). An order
 * is returned as `ordered`, so that membership can say "only ordered". Throws the door's EHR errors.
 */
export async function readExposure(ehr: Ehr, patient: string): Promise<readonly Infusion[]> {
  const administered = await read<MedicationAdministration>(
    ehr,
    patient,
    'MedicationAdministration',
    infusionFromMedicationAdministration,
  )
  if (administered.length > 0) return countedOnce(administered)
  const others = await Promise.all([
    whereSupported(read<MedicationDispense>(ehr, patient, 'MedicationDispense', infusionFromMedicationDispense), []),
    whereSupported(read<MedicationRequest>(ehr, patient, 'MedicationRequest', infusionFromMedicationRequest), []),
    whereSupported(read<Procedure>(ehr, patient, 'Procedure', infusionFromProcedure), []),
  ])
  return countedOnce(others.flat())
}

async function read<T extends Resource>(
  ehr: Ehr,
  patient: string,
  type: ResourceType,
  readingOf: (resource: T, context: InfusionContext) => InfusionReading,
): Promise<readonly Infusion[]> {
  const included = type === 'Procedure' ? {} : { _include: `${type}:medication` }
  const found = await ehr.search<T>(type, { patient: patient.replace('Patient/', ''), ...included })
  const medications = found.included.filter((resource) => resource.resourceType === 'Medication').filter(isWellFormed)
  const context = {
    recognise,
    medications: [...medications, ...(await fetchMissing(ehr, found.matches.filter(isWellFormed), medications))],
    timeZone: ehr.site.timeZone,
    patient,
  }
  return found.matches
    .map((resource) => readingOf(resource, context))
    .flatMap((reading) => (reading.counts ? [reading.infusion] : []))
}

/** Medications that the server did not include: each is read once; one that is gone stays unresolved. */
async function fetchMissing(
  ehr: Ehr,
  resources: readonly Resource[],
  known: readonly Medication[],
): Promise<readonly Medication[]> {
  const have = new Set(known.map(({ id }) => id))
  const wanted = new Set(
    resources.flatMap((resource) => {
      const target = 'medicationReference' in resource ? resource.medicationReference?.reference : undefined
      return medicationIdOf(target ?? '') ?? []
    }),
  )
  const missing = [...wanted].filter((id) => !have.has(id))
  const read = await Promise.all(missing.map((id) => readOrNothing(ehr, `Medication/${id}`)))
  return read.flatMap((medication) => medication ?? [])
}

async function readOrNothing(ehr: Ehr, reference: string): Promise<Medication | undefined> {
  try {
    const medication = await ehr.read<Medication>(reference)
    return isWellFormed(medication) ? medication : undefined
  } catch (cause) {
    if (cause instanceof SurveillanceError && cause.code === 'EHR_NOT_FOUND') return undefined
    throw cause
  }
}

const strength: Readonly<Record<Infusion['exposure'], number>> = {
  administered: 0,
  billed: 1,
  dispensed: 2,
  ordered: 3,
}

/**
 * M5: one infusion seen through two resources (same drugs, at most one day apart) counts once, and the strongest witness
 * stays. Two doses of one resource type a day apart are two; combinations and single drugs are kept apart.
 */
export function countedOnce(infusions: readonly Infusion[]): readonly Infusion[] {
  const kept: Infusion[] = []
  const byWitness = [...infusions].sort(
    (a, b) => strength[a.exposure] - strength[b.exposure] || (a.reference < b.reference ? -1 : 1),
  )
  for (const infusion of byWitness) if (!kept.some((known) => isSameDose(known, infusion))) kept.push(infusion)
  return kept.sort((a, b) => (a.givenOn < b.givenOn ? -1 : a.givenOn > b.givenOn ? 1 : 0))
}

function isSameDose(known: Infusion, other: Infusion): boolean {
  if (drugsOf(known) !== drugsOf(other)) return false
  const apart = Math.abs(daysBetween(known.givenOn, other.givenOn))
  return known.exposure === other.exposure ? apart === 0 : apart <= 1
}

/** A subcutaneous form is the same exposure as its parent; a fixed combination stays itself. */
function drugsOf({ agents }: Infusion): string {
  const parents = agents.map((id) => {
    const components = checkpointInhibitorById(id)?.components
    return components?.length === 1 ? (components[0] ?? id) : id
  })
  return [...new Set(parents)].sort().join('+')
}
