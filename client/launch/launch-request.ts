import type { LaunchSite } from '#fhir-mappings/panel.ts'

export type LaunchRefusal = 'forbidden-parameter' | 'repeated-parameter' | 'no-iss' | 'iss-not-listed' | 'no-launch'

export type LaunchRequest =
  | { readonly allowed: true; readonly site: LaunchSite; readonly launch: string }
  | { readonly allowed: false; readonly why: LaunchRefusal }

/** L2: names that fhirclient reads from the URL and lets override what the code says. */
const OVERRIDES = ['fhirServiceUrl', 'patientId', 'clientId', 'client_id', 'encounterId', 'fakeTokenResponse']

/** Whether a URL tries to steer fhirclient; such a page load is refused, not repaired (L2). */
export function hasOverride(parameters: URLSearchParams): boolean {
  const forbidden = OVERRIDES.map((name) => name.toLowerCase())
  return [...parameters.keys()].some((name) => forbidden.includes(name.toLowerCase()))
}

/** Whether one of these parameters stands in the URL more than once, so that two readers could read two values. */
export function isRepeated(parameters: URLSearchParams, ...names: readonly string[]): boolean {
  return names.some((name) => parameters.getAll(name).length > 1)
}

/** What an EHR launch asks for; "no" before any request leaves the browser (L1, L2). */
export function launchRequest(search: string, sites: readonly LaunchSite[]): LaunchRequest {
  const parameters = new URLSearchParams(search)
  if (hasOverride(parameters)) return { allowed: false, why: 'forbidden-parameter' }
  if (isRepeated(parameters, 'iss', 'launch')) return { allowed: false, why: 'repeated-parameter' }

  const iss = parameters.get('iss')
  if (!iss) return { allowed: false, why: 'no-iss' }
  const site = sites.find((listed) => listed.iss === iss)
  if (!site) return { allowed: false, why: 'iss-not-listed' }

  const launch = parameters.get('launch')
  return launch ? { allowed: true, site, launch } : { allowed: false, why: 'no-launch' }
}

/** L3: `launch` is an entry of its own in the scope of an EHR launch; with `launch/patient` alone fhirclient drops it. */
export function scopeOfEhrLaunch(scope: string): string {
  const entries = scope.split(/\s+/).filter(Boolean)
  return (entries.includes('launch') ? entries : ['launch', ...entries]).join(' ')
}

/** A launch from outside a chart asks who the person is and for no patient. */
export const SCOPE_WITHOUT_CHART = 'openid fhirUser'
