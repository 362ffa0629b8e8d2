import type { JSONWebKeySet } from 'jose'

/** An app that the hospital has registered with this EHR. */
export interface RegisteredClient {
  readonly id: string
  readonly name: string
  /** `none` is a public client; the other proves itself with a signed assertion (B1) */
  readonly authentication: 'none' | 'private_key_jwt'
  /** compared character for character; empty for Backend Services */
  readonly redirectUris: readonly string[]
  /** the most it may ever be granted */
  readonly scope: string
  readonly jwksUrl?: string
  readonly jwks?: JSONWebKeySet
}

/** The panel asks for little (L20); readers of the demonstration may try more with the same client. */
const PANEL_SCOPE =
  'launch launch/patient launch/encounter openid fhirUser profile online_access offline_access patient/*.rs user/*.rs'

/** The two apps of the product, under the origin on which the service answers. */
export function registeredClients(serviceOrigin: string): readonly RegisteredClient[] {
  return [
    {
      id: 'irae-panel',
      name: 'irAE panel',
      authentication: 'none',
      redirectUris: [`${serviceOrigin}/panel/index.html`, `${serviceOrigin}/panel/audit.html`],
      scope: PANEL_SCOPE,
    },
    {
      id: 'irae-service',
      name: 'irAE service',
      authentication: 'private_key_jwt',
      redirectUris: [],
      scope: 'system/*.cruds',
      jwksUrl: `${serviceOrigin}/jwks.json`,
    },
  ]
}

/** Where the chart opens the panel; `iss` and `launch` are added to it. */
export const panelLaunchUrl = (serviceOrigin: string): string => `${serviceOrigin}/panel/launch.html`
