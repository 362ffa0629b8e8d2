/** What one access token may do. Made by `server/sandbox/smart`, asked by `server/sandbox/fhir`. */
export interface Access {
  readonly client: string
  /** `Practitioner/ID` or `Patient/ID`; absent for Backend Services */
  readonly user: string | undefined
  /** `Patient/ID` to which the token is confined; absent for user/* and system/* tokens */
  readonly patient: string | undefined
  /** v1 and v2 spellings both: interaction letters of SMART v2 (c r u d s) */
  permits(type: string, interaction: 'c' | 'r' | 'u' | 'd' | 's'): boolean
}

/** Turns the Authorization header into an access, or says why not (401 with WWW-Authenticate). */
export type Authorize = (header: string | undefined) => Access | { readonly refused: 'missing' | 'invalid' | 'expired' }
