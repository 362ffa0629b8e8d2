import type { FastifyInstance } from 'fastify'
import type { Addresses } from './issuer.ts'
import type { SigningKey } from './signing-key.ts'

/** What anybody may read: the SMART configuration, the issuer's keys, the style of the chart. */
export function discoveryRoutes(app: FastifyInstance, addresses: Addresses, signingKey: SigningKey): void {
  app.get('/fhir/.well-known/smart-configuration', async () => smartConfiguration(addresses))
  app.get('/issuer/.well-known/openid-configuration', async () => ({
    ...smartConfiguration(addresses),
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  }))
  app.get('/issuer/jwks.json', async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=300').send({ keys: [signingKey.publicKey] }),
  )
  app.get('/issuer/smart-style.json', async () => style)
}

function smartConfiguration(addresses: Addresses) {
  return {
    issuer: addresses.issuer,
    jwks_uri: addresses.jwks,
    authorization_endpoint: addresses.authorize,
    token_endpoint: addresses.token,
    introspection_endpoint: addresses.introspect,
    grant_types_supported: ['authorization_code', 'client_credentials'],
    response_types_supported: ['code'],
    token_endpoint_auth_methods_supported: ['private_key_jwt', 'none'],
    token_endpoint_auth_signing_alg_values_supported: ['RS384', 'ES384'],
    code_challenge_methods_supported: ['S256'],
    scopes_supported: [...CONTEXT_SCOPES, ...CLINICAL_SCOPES],
    capabilities: [...CAPABILITIES],
  }
}

const CONTEXT_SCOPES = [
  'openid',
  'fhirUser',
  'profile',
  'launch',
  'launch/patient',
  'launch/encounter',
  'online_access',
  'offline_access',
]

const CLINICAL_SCOPES = ['patient', 'user', 'system'].flatMap((level) =>
  ['*.read', '*.write', '*.*', '*.rs', '*.cud', '*.cruds'].map((rest) => `${level}/${rest}`),
)

const CAPABILITIES = [
  'launch-ehr',
  'launch-standalone',
  'client-public',
  'client-confidential-asymmetric',
  'sso-openid-connect',
  'context-banner',
  'context-style',
  'context-ehr-patient',
  'context-ehr-encounter',
  'context-standalone-patient',
  'permission-offline',
  'permission-online',
  'permission-patient',
  'permission-user',
  'permission-v1',
  'permission-v2',
]

/** SMART style members, in the colours of the chart. */
const style = {
  color_background: '#ffffff',
  color_error: '#a4262c',
  color_highlight: '#1f5f8b',
  color_modal_backdrop: '#1b2a36',
  color_success: '#2c6e49',
  color_text: '#1b2a36',
  dim_border_radius: '4px',
  dim_font_size: '14px',
  dim_spacing_size: '16px',
  font_family_body: 'system-ui, sans-serif',
  font_family_heading: 'system-ui, sans-serif',
}
