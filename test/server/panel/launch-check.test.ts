import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { expect, test } from 'vitest'
import type { OpenSession } from '#fhir-mappings/panel.ts'
import { SurveillanceError } from '#server/errors.ts'
import { checkLaunch, clinicianFrom, type Introspection } from '#server/panel/launch-check.ts'
import { type Asked, loopback, type Reply, siteAt } from '../ehr/loopback.ts'

const keys = await generateKeyPair('ES384', { extractable: true })
const others = await generateKeyPair('ES384', { extractable: true })
const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'ES384', use: 'sig' }

/** At Epic, Oracle and athenahealth the issuer of id_tokens is not the FHIR base. */
const ISSUER = 'https://login.ehr.example/oauth2'
const inTenMinutes = () => Math.floor(performance.timeOrigin / 1000 + performance.now() / 1000) + 600

interface Ehr {
  readonly introspect?: Introspection
  readonly answers?: (asked: Asked) => Reply | undefined
}

/** An EHR on the loopback with its smart-configuration and keys, and a launch of `Practitioner/d1` for `Patient/p1`. */
async function ehr({ introspect, answers }: Ehr = {}) {
  const server = await loopback((asked) => {
    const here = `http://${asked.headers.host}`
    const special = answers?.(asked)
    if (special) return special
    if (asked.url === '/fhir/r4/.well-known/smart-configuration')
      return { body: { issuer: ISSUER, jwks_uri: `${here}/jwks` } }
    if (asked.url === '/jwks') return { body: { keys: [jwk] } }
    if (asked.url === '/fhir/r4/Patient/p1') return { body: { resourceType: 'Patient', id: 'p1' } }
    return { status: 404, body: { resourceType: 'OperationOutcome' } }
  })
  const site = siteAt(`${server.origin}/fhir/r4`)
  const doors = { site, clientIds: ['irae-panel'], fetch, introspect: async () => introspect }
  const claims = { fhirUser: `${site.fhirBase}/Practitioner/d1` }
  return {
    server,
    site,
    /** signs an id_token; what is not named is right */
    token: (more: JWTPayload = {}, key = keys.privateKey) => {
      const { iss = ISSUER, aud = 'irae-panel', exp = inTenMinutes(), ...rest } = more
      const said = { ...claims, sub: 'u1', ...rest, iss, aud, exp }
      return new SignJWT(said).setProtectedHeader({ alg: 'ES384', kid: 'k1' }).sign(key)
    },
    check: async (asked: Partial<OpenSession> & { readonly idToken: string }) => {
      const whole = { iss: site.fhirBase, accessToken: 'user-token', patient: 'Patient/p1', ...asked }
      return checkLaunch(whole, doors).catch((error: unknown) => {
        if (error instanceof SurveillanceError) return [error.code, error.about.reason].filter(Boolean).join(' ')
        throw error
      })
    },
  }
}

const active: Introspection = { active: true, client_id: 'irae-panel', patient: 'p1', fhirUser: 'Practitioner/d1' }

test('L21, L27: a launch that the EHR confirms is verified: the user, the patient and the end of the token', async () => {
  const here = await ehr({ introspect: { ...active, exp: 1_780_000_000 } })
  expect(await here.check({ idToken: await here.token() })).toEqual({
    user: 'Practitioner/d1',
    patient: 'Patient/p1',
    expiresAtSeconds: 1_780_000_000,
  })
})

test.each([
  ['a suffix', (iss: string) => `${iss}/`],
  ['another port', (iss: string) => iss.replace(/:\d+/, ':1')],
  ['user info', (iss: string) => iss.replace('//', '//ehr@')],
  ['upper case', (iss: string) => iss.toUpperCase()],
])('L1: an issuer that differs by %s is refused before anything is asked', async (_, changed) => {
  const here = await ehr({ introspect: active })
  const idToken = await here.token()
  expect(await here.check({ iss: changed(here.site.fhirBase), idToken })).toBe('LAUNCH_REFUSED issuer-not-listed')
  expect(here.server.asked).toEqual([])
})

test.each<[string, JWTPayload]>([
  ['of another issuer', { iss: 'https://login.elsewhere.example' }],
  ['for another client', { aud: 'another-panel' }],
  ['that has ended', { exp: 1_700_000_000 }],
])('L21: an id_token %s is refused', async (_, claims) => {
  const here = await ehr({ introspect: active })
  expect(await here.check({ idToken: await here.token(claims) })).toBe('LAUNCH_REFUSED id-token')
})

test('L21: an id_token without signature, with a shared secret, or signed by a stranger is refused', async () => {
  const here = await ehr({ introspect: active })
  const claims = { iss: ISSUER, aud: 'irae-panel', exp: inTenMinutes(), fhirUser: 'Practitioner/d1' }
  const secret = new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'k1' })
  const tokens = [
    new UnsecuredJWT(claims).encode(),
    await secret.sign(new TextEncoder().encode(JSON.stringify(jwk))),
    await here.token({}, others.privateKey),
    'not-a-token',
  ]
  for (const idToken of tokens) expect(await here.check({ idToken })).toBe('LAUNCH_REFUSED id-token')
})

test('L21: an id_token that does not say when it ends is refused', async () => {
  const here = await ehr({ introspect: active })
  const endless = new SignJWT({ iss: ISSUER, aud: 'irae-panel', fhirUser: 'Practitioner/d1' })
  const idToken = await endless.setProtectedHeader({ alg: 'ES384', kid: 'k1' }).sign(keys.privateKey)
  expect(await here.check({ idToken })).toBe('LAUNCH_REFUSED id-token')
})

test.each(['Patient/p1', 'RelatedPerson/r1', 'Person/x1'])(
  'L23: %s is no clinician and sees nothing',
  async (fhirUser) => {
    const here = await ehr({ introspect: active })
    expect(await here.check({ idToken: await here.token({ fhirUser }) })).toBe('USER_NOT_CLINICIAN')
  },
)

test.each<[string, Introspection, string]>([
  ['has ended', { active: false }, 'LAUNCH_REFUSED access-token'],
  ['was given to another client', { ...active, client_id: 'other' }, 'LAUNCH_REFUSED client'],
  ['belongs to another user', { ...active, fhirUser: 'Practitioner/d2' }, 'LAUNCH_REFUSED user-differs'],
  ['is for another patient', { ...active, patient: 'p2' }, 'PATIENT_MISMATCH'],
  ['is for no patient', { active: true }, 'PATIENT_MISMATCH'],
])('L27: an access token that by the EHR’s word %s opens nothing', async (_, introspect, code) => {
  const here = await ehr({ introspect })
  expect(await here.check({ idToken: await here.token() })).toBe(code)
})

test('L27: a launch for a patient cannot be opened as one without patient', async () => {
  const here = await ehr({ introspect: active })
  expect(await here.check({ idToken: await here.token(), patient: undefined })).toBe('PATIENT_MISMATCH')
})

test('L27: without introspection the user’s own token has to be able to read this very patient', async () => {
  const here = await ehr()
  expect(await here.check({ idToken: await here.token() })).toMatchObject({ patient: 'Patient/p1' })
  const read = here.server.asked.find(({ url }) => url.endsWith('/Patient/p1'))
  expect(read?.headers.authorization).toBe('Bearer user-token')
})

test.each<[string, Reply]>([
  ['forbids the patient', { status: 403 }],
  ['shows another patient', { body: { resourceType: 'Patient', id: 'p2' } }],
  ['shows a page', { body: '<html>' }],
])('L27: without introspection, an EHR that %s refuses the launch', async (_, reply) => {
  const here = await ehr({ answers: ({ url }) => (url.includes('/Patient/') ? reply : undefined) })
  expect(await here.check({ idToken: await here.token() })).toBe('PATIENT_MISMATCH')
})

test('L26: the user’s token does not follow a redirect to a foreign host', async () => {
  const thief = await loopback(() => ({ body: { resourceType: 'Patient', id: 'p1' } }))
  const location = `${thief.origin}/fhir/r4/Patient/p1`
  const here = await ehr({
    answers: ({ url }) => (url.includes('/Patient/') ? { status: 302, headers: { location } } : undefined),
  })
  expect(await here.check({ idToken: await here.token() })).toBe('PATIENT_MISMATCH')
  expect(thief.asked).toEqual([])
})

test('L27: a patient that tries to be a path is read as nobody', async () => {
  const here = await ehr()
  for (const patient of ['Patient/../Patient/p1', 'Patient/p1?x=1', 'Practitioner/d1', '../../Patient/p1'])
    expect(await here.check({ idToken: await here.token(), patient })).toBe('PATIENT_MISMATCH')
})

test('L9: a failed discovery is an unreachable EHR and is not remembered', async () => {
  let broken = true
  const here = await ehr({
    introspect: active,
    answers: ({ url }) => (broken && url.includes('.well-known') ? { status: 500, body: 'no' } : undefined),
  })
  const idToken = await here.token()
  expect(await here.check({ idToken })).toBe('EHR_UNREACHABLE')
  broken = false
  expect(await here.check({ idToken })).toMatchObject({ user: 'Practitioner/d1' })
})

const site = siteAt('https://ehr.example/tenant/7/fhir/r4')
const userFrom = (fhirUser: string) => {
  try {
    return clinicianFrom({ fhirUser }, site)
  } catch (error) {
    return error instanceof SurveillanceError ? error.code : 'BUG'
  }
}

test.each([
  ['Practitioner/d1', 'Practitioner/d1'],
  ['https://ehr.example/tenant/7/fhir/r4/Practitioner/d1', 'Practitioner/d1'],
  ['https://ehr.example/tenant/7/fhir/r4/PractitionerRole/r1', 'PractitionerRole/r1'],
  ['https://ehr.example/tenant/8/fhir/r4/Practitioner/d1', 'LAUNCH_REFUSED'],
  ['https://evil.example/tenant/7/fhir/r4/Practitioner/d1', 'LAUNCH_REFUSED'],
  ['https://ehr.example/tenant/7/fhir/r4x/Practitioner/d1', 'LAUNCH_REFUSED'],
  ['Practitioner/d1/../../Patient/p1', 'LAUNCH_REFUSED'],
  ['PractitionerX/d1', 'LAUNCH_REFUSED'],
  ['', 'LAUNCH_REFUSED'],
  ['Patient/p1', 'USER_NOT_CLINICIAN'],
])('L22: fhirUser "%s" is %s', (fhirUser, expected) => {
  expect(userFrom(fhirUser)).toBe(expected)
})

test('L21: an id_token that names no user is refused', async () => {
  const here = await ehr({ introspect: active })
  expect(await here.check({ idToken: await here.token({ fhirUser: undefined }) })).toBe('LAUNCH_REFUSED no-fhir-user')
})
