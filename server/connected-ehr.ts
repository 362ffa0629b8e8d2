import type { Logger } from 'pino'
import { type ConnectedEhr, connect } from '#server/ehr/connect.ts'
import type { SigningKeys } from '#server/ehr/keys.ts'
import type { RequestLog } from '#server/ehr/send.ts'
import type { Metrics } from '#server/monitoring/metrics.ts'
import { type Settings, siteFromSettings } from './settings.ts'

interface Told {
  readonly log: Logger
  readonly metrics: Pick<Metrics, 'ehrRequest'>
}

/** The door to the EHR that the settings name. Refusals with advice for the operator are warnings, requests are debug. */
export function connectedEhr(settings: Settings, keys: SigningKeys, told: Told, now: () => Date): ConnectedEhr {
  const { EHR_AUTH, EHR_CLIENT_ID: clientId, EHR_SCOPE: scope, EHR_TOKEN_URL: tokenUrl } = settings
  const credentials =
    EHR_AUTH === 'none'
      ? ({ kind: 'none' } as const)
      : ({ kind: 'backend-services', clientId, scope, keys, ...(tokenUrl ? { tokenUrl } : {}) } as const)
  return connect({
    site: siteFromSettings(settings),
    credentials,
    now,
    attachmentHosts: settings.EHR_ATTACHMENT_ORIGINS,
    log: (line) => tell(line, told),
  })
}

function tell(line: Parameters<RequestLog>[0], { log, metrics }: Told): void {
  if (line.event === 'ehr-refused') {
    log.warn(line)
    return
  }
  metrics.ehrRequest(line.method, String(line.status))
  log.debug(line)
}
