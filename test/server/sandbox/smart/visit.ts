import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Patient, Resource } from '@medplum/fhirtypes'
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { buildSandbox, type Sandbox } from '#server/sandbox/app.ts'
import { type RegisteredClient, registeredClients } from '#server/sandbox/smart/clients.ts'

export const EHR = 'http://localhost:4004'
export const SERVICE = 'http://localhost:4005'
export const FHIR = `${EHR}/fhir`
export const PANEL = `${SERVICE}/panel/index.html`
const VERIFIER = 'a-verifier-that-is-long-enough-for-rfc-7636-and-not-secret'
export const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

const patient = (id: string, given: string, family: string): Patient & { id: string } => ({
  resourceType: 'Patient',
  id,
  name: [{ given: [given], family }],
  birthDate: '1960-02-03',
})

const anna = patient('anna', 'Anna', 'Almqvist')
const bruno = patient('bruno', 'Bruno', 'Bassi')

export interface Visit extends Sandbox {
  readonly dataFolder: string
  /** moves the clock of the sandbox */
  later(seconds: number): void
  now(): Date
  end(): Promise<void>
}

/** A sandbox with two patients, a clock that the test moves, and a data folder of its own unless one is given. */
export async function visit(
  options: { people?: readonly (Resource & { id: string })[]; dataFolder?: string; clients?: RegisteredClient[] } = {},
): Promise<Visit> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'sandbox-visit-'))
  let time = Date.parse('2026-03-01T10:00:00Z')
  const now = () => new Date(time)
  const sandbox = await buildSandbox({
    dataFolder,
    ehrOrigin: EHR,
    serviceOrigin: SERVICE,
    now,
    people: [anna, bruno, ...(options.people ?? [])],
    clients: options.clients ?? [],
  })
  return {
    ...sandbox,
    dataFolder,
    now,
    later: (seconds) => {
      time += seconds * 1000
    },
    async end() {
      await sandbox.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** Logs in and returns the cookie header of the browser. */
export async function loggedIn({ app }: Visit, user: string): Promise<string> {
  const answer = await app.inject({
    method: 'POST',
    url: '/login',
    headers: FORM,
    payload: new URLSearchParams({ user }).toString(),
  })
  return String(answer.headers['set-cookie']).split(';')[0] ?? ''
}

const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url')

/** Everything an authorization request needs (I1); a test leaves out or changes what it is about. */
export function authorizeUrl(changes: Readonly<Record<string, string | undefined>> = {}): string {
  const parameters = {
    response_type: 'code',
    client_id: 'irae-panel',
    redirect_uri: PANEL,
    scope: 'launch/patient openid fhirUser patient/*.rs',
    state: randomUUID(),
    aud: FHIR,
    code_challenge: challengeOf(VERIFIER),
    code_challenge_method: 'S256',
    ...changes,
  }
  const given = Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return `/issuer/authorize?${new URLSearchParams(given as [string, string][])}`
}

/** The launch token that the open chart hands to the panel. */
export async function launchFromChart({ app }: Visit, cookie: string, patientId: string): Promise<string> {
  const page = await app.inject({ url: `/chart/${patientId}/panel`, headers: { cookie } })
  return new URL(String(page.headers.location)).searchParams.get('launch') ?? ''
}

/** Where an authorization request leads: the query of the redirect. */
export async function authorized(
  { app }: Visit,
  cookie: string,
  changes: Readonly<Record<string, string | undefined>>,
) {
  const answer = await app.inject({ url: authorizeUrl(changes), headers: { cookie } })
  return new URL(String(answer.headers.location)).searchParams
}

export async function posted({ app }: Visit, url: string, form: Readonly<Record<string, string>>, headers = {}) {
  const payload = new URLSearchParams(form).toString()
  const answer = await app.inject({ method: 'POST', url, headers: { ...FORM, ...headers }, payload })
  return { status: answer.statusCode, body: answer.json() as Record<string, unknown>, headers: answer.headers }
}

/** The whole EHR launch of the panel, from the chart to the token answer. */
export async function launched(here: Visit, user: string, patientId: string, scope: string) {
  const cookie = await loggedIn(here, user)
  const launch = await launchFromChart(here, cookie, patientId)
  const returned = await authorized(here, cookie, { launch, scope })
  return exchanged(here, returned.get('code') ?? '')
}

export const exchanged = (here: Visit, code: string, changes: Readonly<Record<string, string>> = {}) =>
  posted(here, '/issuer/token', {
    grant_type: 'authorization_code',
    code,
    redirect_uri: PANEL,
    code_verifier: VERIFIER,
    client_id: 'irae-panel',
    ...changes,
  })

export interface Backend {
  readonly client: RegisteredClient
  assertion(changes?: Readonly<Record<string, unknown>>, header?: Readonly<Record<string, unknown>>): Promise<string>
}

/** A confidential client with its own key, registered inline; times follow the clock of the visit. */
export async function backend(now: () => Date, algorithm: 'RS384' | 'ES384' = 'ES384'): Promise<Backend> {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true })
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid: 'k1', alg: algorithm }
  const template = registeredClients(SERVICE).find(({ id }) => id === 'irae-service')
  if (!template) throw new Error('the service is not registered')
  const { jwksUrl: _, ...rest } = template
  const client = { ...rest, id: 'test-backend', jwks: { keys: [jwk] } }
  return {
    client,
    assertion: (changes = {}, header = {}) => {
      const iat = Math.floor(now().getTime() / 1000)
      const claims = { iss: client.id, sub: client.id, aud: `${EHR}/issuer/token`, exp: iat + 240, jti: randomUUID() }
      return new SignJWT({ ...claims, ...changes })
        .setProtectedHeader({ alg: algorithm, typ: 'JWT', kid: 'k1', ...header })
        .sign(privateKey)
    },
  }
}

export const credentials = (assertion: string, scope = 'system/*.cruds') => ({
  grant_type: 'client_credentials',
  scope,
  client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  client_assertion: assertion,
})
