import FHIR from 'fhirclient'
import type { LaunchSite } from '#fhir-mappings/panel.ts'
import { wholeAuthorizationUrl } from './launch/authorization-url.ts'
import { SCOPE_WITHOUT_CHART, scopeOfEhrLaunch } from './launch/launch-request.ts'
import { forgetSession } from './launch/remembered-session.ts'
import { forgetLaunches, wholeTokenEndpoint } from './launch/stored-launch.ts'

/** Leaves for the EHR's authorization page after a launch from a chart. The URL holds no parameter any more (L2). */
export function launchFromChart(site: LaunchSite, launch: string): Promise<void> {
  return leave(site, { launch, scope: scopeOfEhrLaunch(site.scope), page: 'index.html' })
}

/** Leaves for the EHR's authorization page from the audit page, without a chart. */
export function launchAlone(site: LaunchSite): Promise<void> {
  return leave(site, { scope: SCOPE_WITHOUT_CHART, page: 'audit.html' })
}

interface Errand {
  readonly launch?: string
  readonly scope: string
  readonly page: 'index.html' | 'audit.html'
}

async function leave(site: LaunchSite, { launch, scope, page }: Errand): Promise<void> {
  forgetLaunches(sessionStorage)
  forgetSession(sessionStorage)
  const stateKey = crypto.randomUUID()
  const glued = await FHIR.oauth2.authorize({
    iss: site.iss,
    clientId: site.clientId,
    scope,
    ...(launch === undefined ? {} : { launch }),
    redirectUri: new URL(page, location.href).href,
    stateKey,
    // L5: the mode that sends PKCE without asking; 'required' would refuse a server that does not announce it
    pkceMode: 'unsafeV1',
    completeInTarget: true,
    noRedirect: true,
  })
  wholeTokenEndpoint(sessionStorage, stateKey)
  // not `assign`: the launch page stays out of the history, so "back" never replays a launch (L14)
  location.replace(wholeAuthorizationUrl(String(glued), site.iss))
}
