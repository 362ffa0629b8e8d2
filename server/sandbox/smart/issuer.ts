/** Every address of the authorization server, made once from the origin on which the sandbox is reached. */
export interface Addresses {
  readonly origin: string
  readonly fhirBase: string
  /** L21: on purpose not the FHIR base, as in the products of the large vendors */
  readonly issuer: string
  readonly authorize: string
  readonly token: string
  readonly introspect: string
  readonly jwks: string
  readonly style: string
}

export function addressesOf(origin: string): Addresses {
  const issuer = `${origin}/issuer`
  return {
    origin,
    fhirBase: `${origin}/fhir`,
    issuer,
    authorize: `${issuer}/authorize`,
    token: `${issuer}/token`,
    introspect: `${issuer}/introspect`,
    jwks: `${issuer}/jwks.json`,
    style: `${issuer}/smart-style.json`,
  }
}
