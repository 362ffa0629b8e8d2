import { SurveillanceError } from '#server/errors.ts'

/**
 * Whether the bearer token may go to this address (L26): same origin as the FHIR base and below its path.
 * `{base}?_getpages=…` counts as below (B11); an address with user information never does.
 */
export function isOnBase(fhirBase: string, address: URL): boolean {
  const base = new URL(fhirBase)
  const path = base.pathname.replace(/\/$/, '')
  if (address.origin !== base.origin || address.username !== '' || address.password !== '') return false
  return address.pathname === path || address.pathname.startsWith(`${path}/`)
}

/** A link or a relative reference as a complete address: relative ones resolve against the FHIR base (D2), '' is the base. */
export function addressOf(fhirBase: string, link: string): URL {
  if (link === '') return new URL(fhirBase)
  if (!URL.canParse(link, `${fhirBase}/`)) throw new SurveillanceError('EHR_NOT_FHIR', { reason: 'link-not-a-url' })
  return new URL(link, `${fhirBase}/`)
}

/** The same, refused with EHR_FOREIGN_ORIGIN when the token may not go there. */
export function addressOnBase(fhirBase: string, link: string): URL {
  const address = addressOf(fhirBase, link)
  if (!isOnBase(fhirBase, address)) throw new SurveillanceError('EHR_FOREIGN_ORIGIN', { origin: address.origin })
  return address
}

/** `Type/id` of a reference that may be absolute on this base or carry a version; other forms come back unchanged. */
export function localReference(fhirBase: string, reference: string): string {
  const relative = reference.startsWith(`${fhirBase}/`) ? reference.slice(fhirBase.length + 1) : reference
  return relative.replace(/\/_history\/[^/]+$/, '')
}
