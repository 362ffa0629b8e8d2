import type { Reference } from '@medplum/fhirtypes'

/** `Patient/ID` of a reference, relative or absolute or with a version; undefined when it names no patient by id. */
export function patientOf(subject: Reference | undefined): string | undefined {
  const found = /(?:^|\/)Patient\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/[A-Za-z0-9\-.]{1,64})?$/.exec(
    subject?.reference ?? '',
  )
  return found ? `Patient/${found[1]}` : undefined
}
