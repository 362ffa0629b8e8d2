import type { Bundle, OperationOutcome, Patient, Practitioner, Resource } from '@medplum/fhirtypes'
import Fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify'
import type { Access, Authorize } from '#server/sandbox/access.ts'
import { openRepository } from '#server/sandbox/fhir/open-repository.ts'
import { refuseUnroutable } from '#server/sandbox/fhir/refusals.ts'
import { fhirRoutes } from '#server/sandbox/fhir/routes.ts'
import type { Repository } from '#server/sandbox/repository.ts'

export const BASE = 'http://sandbox.test/fhir'

export interface Sandbox {
  readonly app: FastifyInstance
  readonly repository: Repository
  get(path: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  put(path: string, body: unknown, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  delete(path: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  close(): Promise<void>
}

/** Bearer tokens of these tests: everything, reading only, one patient. */
const accesses: Readonly<Record<string, Access>> = {
  all: { client: 'service', user: undefined, patient: undefined, permits: () => true },
  reader: { client: 'reader', user: undefined, patient: undefined, permits: (_, letter) => 'rs'.includes(letter) },
  labs: { client: 'labs', user: undefined, patient: undefined, permits: (type) => type === 'Observation' },
  ann: { client: 'panel', user: 'Patient/ann', patient: 'Patient/ann', permits: () => true },
}

const authorize: Authorize = (header) => {
  if (header === undefined) return { refused: 'missing' }
  const token = header.replace('Bearer ', '')
  return accesses[token] ?? { refused: token === 'old' ? 'expired' : 'invalid' }
}

/** A sandbox in memory behind its routes; requests carry the token `all` unless they bring their own. */
export function openSandbox(now: () => Date = () => new Date()): Sandbox {
  const repository = openRepository({ file: ':memory:', now, base: BASE })
  const app = Fastify({ frameworkErrors: refuseUnroutable })
  app.register(fhirRoutes({ repository, authorize, base: BASE, now }), { prefix: '/fhir' })
  const ask = (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ) =>
    app.inject({
      method,
      url: `/fhir${path}`,
      headers: { authorization: 'Bearer all', ...(body === undefined ? {} : FHIR), ...headers },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  return {
    app,
    repository,
    get: (path, headers = {}) => ask('GET', path, undefined, headers),
    post: (path, body, headers = {}) => ask('POST', path, body, headers),
    put: (path, body, headers = {}) => ask('PUT', path, body, headers),
    delete: (path, headers = {}) => ask('DELETE', path, undefined, headers),
    close: async () => {
      await app.close()
      repository.close()
    },
  }
}

const FHIR = { 'content-type': 'application/fhir+json' }

/** Ids of the matches of a searchset, in order. */
export const idsOf = (response: LightMyRequestResponse): string[] =>
  (response.json<Bundle>().entry ?? []).flatMap((entry) =>
    entry.search?.mode === 'match' ? (entry.resource?.id ?? []) : [],
  )

export const issueOf = (response: LightMyRequestResponse) => {
  const answer = response.json<OperationOutcome>()
  return { type: answer.resourceType, ...answer.issue[0] }
}

/** Two patients, a nurse, and what the tests search for. */
export const ann: Patient & { id: string } = {
  resourceType: 'Patient',
  id: 'ann',
  name: [{ family: 'Léveillé', given: ['Ann'] }],
  birthDate: '1958-03-02',
  identifier: [{ system: 'urn:mrn', value: 'A-1' }],
}
export const ben: Patient & { id: string } = {
  resourceType: 'Patient',
  id: 'ben',
  name: [{ family: 'Osei', given: ['Ben'] }],
  birthDate: '1949-11-30',
}
export const nurse: Practitioner & { id: string } = {
  resourceType: 'Practitioner',
  id: 'nurse',
  name: [{ family: 'Okafor' }],
}

export function alt(id: string, patient: string, day: string, value = 40): Resource & { id: string } {
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] },
    ],
    code: { coding: [{ system: 'http://loinc.org', code: '1742-6' }], text: 'ALT' },
    subject: { reference: `Patient/${patient}` },
    effectiveDateTime: day,
    valueQuantity: { value, unit: 'U/L' },
  }
}
