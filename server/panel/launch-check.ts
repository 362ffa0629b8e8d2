import { createRemoteJWKSet, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { z } from 'zod'
import type { OpenSession } from '#fhir-mappings/panel.ts'
import type { Site } from '#server/ehr/door.ts'
import { SurveillanceError } from '#server/errors.ts'

/** What the EHR itself says of a user's access token (RFC 7662); the members we compare. */
export const Introspection = z.object({
  active: z.boolean(),
  client_id: z.string().optional(),
  patient: z.string().optional(),
  fhirUser: z.string().optional(),
  scope: z.string().optional(),
  exp: z.number().optional(),
})
export type Introspection = z.infer<typeof Introspection>

export interface LaunchDoors {
  readonly site: Site
  /** client ids of the panel at this site: the audience of its id_tokens */
  readonly clientIds: readonly string[]
  readonly fetch: typeof fetch
  /** asks the EHR about the user's token; undefined when the EHR has no introspection */
  readonly introspect: (accessToken: string) => Promise<Introspection | undefined>
}

export interface VerifiedLaunch {
  /** `Practitioner/ID` or `PractitionerRole/ID` */
  readonly user: string
  /** `Patient/ID`, or null for a launch without patient */
  readonly patient: string | null
  /** when the access token ends, in seconds since 1970, if the EHR says so */
  readonly expiresAtSeconds: number | undefined
}

const SmartConfiguration = z.object({ issuer: z.string(), jwks_uri: z.url() })

/** L21: asymmetric only; `none` and shared secrets are refused by not being here. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'ES256', 'ES384']

/**
 * L27: nothing that the browser names is believed. The id_token is verified against the issuer of the site's own
 * smart-configuration, the user must be a clinician (L23), and the EHR must agree that this token is for this patient.
 * Throws LAUNCH_REFUSED, USER_NOT_CLINICIAN or PATIENT_MISMATCH.
 */
export async function checkLaunch(asked: OpenSession, doors: LaunchDoors): Promise<VerifiedLaunch> {
  if (asked.iss !== doors.site.fhirBase) throw refused('issuer-not-listed')
  const claims = await verifiedIdToken(asked.idToken, doors)
  const user = clinicianFrom(claims, doors.site)
  const said = await doors.introspect(asked.accessToken)
  const expiresAtSeconds = said
    ? agreed(said, asked, user, doors)
    : await mayReadPatient(asked, doors).then(() => undefined)
  return { user, patient: asked.patient ?? null, expiresAtSeconds }
}

const refused = (reason: string) => new SurveillanceError('LAUNCH_REFUSED', { reason })

async function verifiedIdToken(idToken: string, { site, clientIds, fetch }: LaunchDoors): Promise<JWTPayload> {
  const configuration = await discovered(site, fetch)
  const keys = keySet(configuration.jwks_uri)
  try {
    const expected = { issuer: configuration.issuer, audience: [...clientIds], algorithms: ALGORITHMS }
    const { payload } = await jwtVerify(idToken, keys, { ...expected, requiredClaims: ['exp'], clockTolerance: 60 })
    return payload
  } catch (cause) {
    throw new SurveillanceError('LAUNCH_REFUSED', { reason: 'id-token' }, { cause })
  }
}

/** L9: read anew at each launch; a failure is never remembered. */
async function discovered(site: Site, ask: typeof fetch): Promise<z.infer<typeof SmartConfiguration>> {
  try {
    const response = await ask(`${site.fhirBase}/.well-known/smart-configuration`, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(10_000),
      redirect: 'error',
    })
    return SmartConfiguration.parse(await response.json())
  } catch (cause) {
    throw new SurveillanceError('EHR_UNREACHABLE', { step: 'smart-configuration' }, { cause })
  }
}

const keySets = new Map<string, JWTVerifyGetKey>()

/** jose caches the keys of one URL and asks again for an unknown key id, at most once in half a minute. */
function keySet(url: string): JWTVerifyGetKey {
  const known = keySets.get(url) ?? createRemoteJWKSet(new URL(url))
  keySets.set(url, known)
  return known
}

/** L22, L23: absolute below the FHIR base or relative; only a Practitioner or PractitionerRole may pass. */
export function clinicianFrom(claims: JWTPayload, site: Site): string {
  const said = claims.fhirUser ?? claims.profile
  if (typeof said !== 'string') throw refused('no-fhir-user')
  const relative = said.startsWith(`${site.fhirBase}/`) ? said.slice(site.fhirBase.length + 1) : said
  const found = /^(Practitioner|PractitionerRole|Patient|RelatedPerson|Person)\/([A-Za-z0-9\-.]{1,64})$/.exec(relative)
  if (!found) throw refused('fhir-user-elsewhere')
  if (!relative.startsWith('Practitioner')) throw new SurveillanceError('USER_NOT_CLINICIAN')
  return relative
}

function agreed(said: Introspection, asked: OpenSession, user: string, doors: LaunchDoors): number | undefined {
  if (!said.active) throw refused('access-token')
  if (said.client_id !== undefined && !doors.clientIds.includes(said.client_id)) throw refused('client')
  if (said.fhirUser !== undefined && !said.fhirUser.endsWith(user)) throw refused('user-differs')
  const patient = said.patient === undefined ? undefined : `Patient/${said.patient.replace(/^Patient\//, '')}`
  if (patient !== asked.patient) throw new SurveillanceError('PATIENT_MISMATCH')
  return said.exp
}

/** Where there is no introspection: the EHR lets this very token read this very patient, or the launch is refused. */
async function mayReadPatient({ patient, accessToken }: OpenSession, { site, fetch }: LaunchDoors): Promise<void> {
  if (!patient) return
  const response = await fetch(`${site.fhirBase}/${patient}`, {
    headers: { accept: 'application/fhir+json', authorization: `Bearer ${accessToken}` },
    redirect: 'manual',
    signal: AbortSignal.timeout(10_000),
  }).catch((cause: unknown) => {
    throw new SurveillanceError('EHR_UNREACHABLE', { step: 'patient' }, { cause })
  })
  if (response.status !== 200) throw new SurveillanceError('PATIENT_MISMATCH', { status: response.status })
  const body = (await response.json().catch(() => ({}))) as { resourceType?: string; id?: string }
  if (`${body.resourceType}/${body.id}` !== patient) throw new SurveillanceError('PATIENT_MISMATCH')
}
