import type { Reference } from '@medplum/fhirtypes'
import { patientOf } from '#fhir-mappings/patient-reference.ts'
import type { NamedResource } from './reference.ts'
import { isVersionId } from './version.ts'

/** What a resource in a notification says of itself beside type and id. Hints only: it is read again (S5). */
export function saidOf(resource: object): Pick<NamedResource, 'versionId' | 'patient'> {
  const { meta, subject } = resource as { meta?: { versionId?: unknown } | null; subject?: Reference | null }
  const versionId = meta?.versionId
  const patient = patientOf(subject ?? undefined)
  return { ...(isVersionId(versionId) ? { versionId } : {}), ...(patient ? { patient } : {}) }
}
