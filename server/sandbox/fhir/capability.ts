import type { CapabilityStatement, CapabilityStatementRestResource } from '@medplum/fhirtypes'
import { heldTypes, type Parameter, parametersOf } from './parameters.ts'

/** Addresses of the authorization server, as SMART App Launch 1.0 clients look for them in `metadata`. */
export interface OauthUris {
  readonly authorize: string
  readonly token: string
  readonly introspect?: string
  readonly revoke?: string
}

/** What this server really does; a test asks for each thing that stands here. */
export function capabilityStatement(base: string, oauth: OauthUris | undefined, date: Date): CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: date.toISOString(),
    kind: 'instance',
    software: { name: 'irAE Agent sandbox EHR' },
    implementation: { description: 'Synthetic charts for trying out the irAE Agent', url: base },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json', 'json'],
    rest: [
      {
        mode: 'server',
        security: { cors: true, ...(oauth ? smartSecurity(oauth) : {}) },
        resource: heldTypes.map(resourceStatement),
        interaction: [{ code: 'transaction' }, { code: 'batch' }],
        searchParam: [
          { name: '_id', type: 'token' },
          { name: '_lastUpdated', type: 'date' },
        ],
      },
    ],
  }
}

const OAUTH_URIS = 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris'
const SECURITY_SERVICE = 'http://terminology.hl7.org/CodeSystem/restful-security-service'

function smartSecurity(oauth: OauthUris) {
  const extension = Object.entries(oauth).map(([url, valueUri]) => ({ url, valueUri }))
  return {
    service: [{ coding: [{ system: SECURITY_SERVICE, code: 'SMART-on-FHIR' }], text: 'OAuth2 with SMART on FHIR' }],
    extension: [{ url: OAUTH_URIS, extension }],
  }
}

const interactions = ['read', 'vread', 'history-instance', 'search-type', 'create', 'update', 'delete'] as const

function resourceStatement(type: string): CapabilityStatementRestResource {
  const table = Object.entries(parametersOf(type) ?? {})
  const references = table.filter(([, parameter]) => parameter.kind === 'reference').map(([name]) => `${type}:${name}`)
  return {
    type: type as CapabilityStatementRestResource['type'],
    interaction: interactions.map((code) => ({ code })),
    versioning: 'versioned-update',
    readHistory: true,
    updateCreate: true,
    conditionalCreate: true,
    conditionalRead: 'not-match',
    conditionalUpdate: false,
    conditionalDelete: 'not-supported',
    referencePolicy: ['literal', 'local', 'enforced'],
    ...(references.length > 0 ? { searchInclude: references } : {}),
    searchRevInclude: revincludesOf(type),
    searchParam: table.map(([name, { kind }]) => ({ name, type: kind })),
  }
}

function revincludesOf(type: string): string[] {
  return heldTypes.flatMap((source) =>
    Object.entries(parametersOf(source) ?? {})
      .filter(([, parameter]) => mayPointTo(parameter, type))
      .map(([name]) => `${source}:${name}`),
  )
}

const mayPointTo = (parameter: Parameter, type: string): boolean =>
  parameter.kind === 'reference' && (parameter.targets === undefined || parameter.targets.includes(type))
