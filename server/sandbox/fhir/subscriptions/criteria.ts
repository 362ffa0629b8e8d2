import type { Resource, Subscription } from '@medplum/fhirtypes'
import { refusal } from '#server/sandbox/fhir/outcome.ts'
import { heldTypes } from '#server/sandbox/fhir/parameters.ts'
import { readSearchRequest } from '#server/sandbox/fhir/search-request.ts'

/** `Observation?code=1742-6` as type and query; refused with 422 when it is not a search of this server. */
export function readCriteria(criteria: string): { readonly type: string; readonly query: string } {
  const [type = '', ...rest] = criteria.split('?')
  if (!heldTypes.includes(type)) {
    throw refusal(422, 'not-supported', 'The criteria name no type of this server.', 'Subscription.criteria')
  }
  const query = rest.join('?')
  readSearchRequest(type, query)
  return { type, query }
}

/** Refuses a Subscription that could never be served: channel, endpoint, payload or criteria. */
export function checkSubscription(resource: Resource): void {
  if (resource.resourceType !== 'Subscription') return
  if (resource.status === 'off' || resource.status === 'error') return
  const why = whyUnserved(resource.channel)
  if (why) throw refusal(422, 'not-supported', why, 'Subscription.channel')
  readCriteria(resource.criteria)
}

function whyUnserved(channel: Subscription['channel']): string | undefined {
  if (channel.type !== 'rest-hook') return 'Only rest-hook channels are served.'
  const endpoint = channel.endpoint === undefined ? null : URL.parse(channel.endpoint)
  if (!endpoint || !['http:', 'https:'].includes(endpoint.protocol)) return 'The endpoint is not an http or https URL.'
  if (endpoint.username !== '' || endpoint.password !== '') return 'The endpoint may not carry credentials.'
  if (channel.payload !== undefined && channel.payload !== 'application/fhir+json') return 'The payload is not offered.'
  return undefined
}
