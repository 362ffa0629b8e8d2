import type { Flag, Observation } from '@medplum/fhirtypes'
import type { SystemVersion } from '#fhir-mappings/device.ts'
import type { Finding } from '#fhir-mappings/finding.ts'
import type { Ehr, Written } from '#server/ehr/door.ts'
import { type Prior, quartet, whereOurs } from './transaction.ts'

/**
 * W7: for an EHR whose transaction is not atomic. Device, Observation, Flag, Provenance one after the other, each
 * conditional, so that a run that was cut short is begun again from the start and changes nothing twice.
 */
export async function writeInOrder(
  finding: Finding,
  prior: Prior | undefined,
  { ehr, system }: { readonly ehr: Ehr; readonly system: SystemVersion },
): Promise<Prior> {
  const names = { device: '', observation: prior?.observation ?? '', flag: prior?.flag ?? '' }
  const device = await ehr.create(quartet(finding, system, names).device, whereOurs.device(system))
  const named = { ...names, device: device.reference }
  const { observation, flag } = quartet(finding, system, named, prior?.edited)
  const first = await createdOrUpdated<Observation>(ehr, observation, {
    reference: prior?.observation,
    version: prior?.observationVersion,
    where: whereOurs.observation(finding),
  })
  const second = await createdOrUpdated<Flag>(ehr, flag, {
    reference: prior?.flag,
    version: prior?.flagVersion,
    where: whereOurs.flag(finding),
  })
  const written = { device: device.reference, observation: first.reference, flag: second.reference }
  await ehr.create(quartet(finding, system, written).provenance, whereOurs.provenance(finding))
  return {
    observation: first.reference,
    observationVersion: first.versionId,
    flag: second.reference,
    flagVersion: second.versionId,
  }
}

interface Place {
  readonly reference: string | undefined
  readonly version: string | undefined
  readonly where: string
}

async function createdOrUpdated<T extends Observation | Flag>(ehr: Ehr, resource: T, place: Place): Promise<Written> {
  if (place.reference) return ehr.update({ ...resource, id: place.reference.split('/')[1] ?? '' }, place.version)
  const written = await ehr.create(resource, place.where)
  if (written.created) return written
  return ehr.update({ ...resource, id: written.reference.split('/')[1] ?? '' }, written.versionId)
}
