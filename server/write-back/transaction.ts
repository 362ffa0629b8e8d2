import type { Bundle, BundleEntry, Device, Flag, Observation, Provenance, Resource } from '@medplum/fhirtypes'
import { OUR_DEVICES, OUR_FINDINGS, OUR_FLAGS, OUR_WRITES } from '#fhir-mappings/code-systems.ts'
import { deviceFromSystem, type SystemVersion, systemKey } from '#fhir-mappings/device.ts'
import type { Finding } from '#fhir-mappings/finding.ts'
import { flagFromFinding } from '#fhir-mappings/finding-flag.ts'
import { observationFromFinding, writeKey } from '#fhir-mappings/finding-observation.ts'
import { provenanceFromFinding } from '#fhir-mappings/finding-provenance.ts'
import { type Edited, flagOnTop, observationOnTop } from './on-top.ts'

/** Where an earlier version of the finding stands in the EHR, with the versions we wrote last. */
export interface Prior {
  readonly observation: string
  readonly observationVersion: string | undefined
  readonly flag: string
  readonly flagVersion: string | undefined
  /** set when a person's edit stands there: ours goes on top of it (W5) */
  readonly edited?: Edited
}

/** The four resources of one version of a finding, referring to each other as the caller names them. */
export interface Quartet {
  readonly device: Device
  readonly observation: Observation
  readonly flag: Flag
  readonly provenance: Provenance
}

export interface Names {
  readonly device: string
  readonly observation: string
  readonly flag: string
}

export function quartet(finding: Finding, system: SystemVersion, names: Names, edited?: Edited): Quartet {
  const observation = observationFromFinding(finding, names.device)
  const flag = flagFromFinding(finding, names.device)
  return {
    device: deviceFromSystem(system),
    observation: edited ? observationOnTop(observation, edited) : observation,
    flag: edited ? flagOnTop(flag, edited) : flag,
    provenance: provenanceFromFinding(finding, names),
  }
}

/** Searches that find what we wrote before (W4): by identifier, and for Provenance, which has none, by tag. */
export const whereOurs = {
  device: (system: SystemVersion) => `identifier=${encodeURIComponent(`${OUR_DEVICES}|${systemKey(system)}`)}`,
  observation: (finding: Finding) => `identifier=${encodeURIComponent(`${OUR_FINDINGS}|${finding.id}`)}`,
  flag: (finding: Finding) => `identifier=${encodeURIComponent(`${OUR_FLAGS}|${finding.id}`)}`,
  provenance: (finding: Finding) => `_tag=${encodeURIComponent(`${OUR_WRITES}|${writeKey(finding)}`)}`,
}

/** Device, Observation, Flag and Provenance in one transaction: all or nothing, and twice is once. */
export function transactionFor(finding: Finding, system: SystemVersion, prior: Prior | undefined): Bundle {
  const names = {
    device: urn(1),
    observation: prior?.observation ?? urn(2),
    flag: prior?.flag ?? urn(3),
  }
  const { device, observation, flag, provenance } = quartet(finding, system, names, prior?.edited)
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      creating(urn(1), device, whereOurs.device(system)),
      prior
        ? updating(observation, prior.observation, prior.observationVersion)
        : creating(urn(2), observation, whereOurs.observation(finding)),
      prior ? updating(flag, prior.flag, prior.flagVersion) : creating(urn(3), flag, whereOurs.flag(finding)),
      creating(urn(4), provenance, whereOurs.provenance(finding)),
    ],
  }
}

/** Names inside one bundle only; they never leave it, so they need not be random. */
const urn = (n: number) => `urn:uuid:00000000-0000-4000-8000-00000000000${n}`

const creating = (fullUrl: string, resource: Resource, ifNoneExist: string): BundleEntry => ({
  fullUrl,
  resource,
  request: { method: 'POST', url: resource.resourceType, ifNoneExist },
})

const updating = (resource: Observation | Flag, reference: string, version: string | undefined): BundleEntry => ({
  resource: { ...resource, id: reference.split('/')[1] ?? '' },
  request: { method: 'PUT', url: reference, ...(version ? { ifMatch: `W/"${version}"` } : {}) },
})
