import { createHmac } from 'node:crypto'
import type { Subscription } from '@medplum/fhirtypes'

/** One POST to a subscriber. An empty body is a handshake or a heartbeat. */
export interface Notice {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

export type Delivered =
  | { readonly delivered: true }
  /** `refused`: the endpoint will not take this one notice, however often it comes */
  | { readonly delivered: false; readonly why: string; readonly refused?: true }

/** Refusals of the sender, of the moment or of the pace; the other 4xx are about the notice. */
const MAY_COME_AGAIN = [401, 403, 408, 429]

/** S3: the secret may stand under either address. */
const SECRET_URLS = [
  'https://www.medplum.com/fhir/StructureDefinition/subscription-secret',
  'https://medplum.com/fhir/StructureDefinition/subscription-secret',
]

/** Posts one notice; anything but a 2xx within the time is a failure with a reason that names no content. */
export async function deliver(
  subscription: Subscription,
  notice: Notice,
  timeoutMs: number,
  ended: AbortSignal,
): Promise<Delivered> {
  const { endpoint } = subscription.channel
  if (endpoint === undefined) return { delivered: false, why: 'There is no endpoint.' }
  try {
    const headers = { ...headersOf(subscription), ...notice.headers, ...signatureOf(subscription, notice.body) }
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), ended])
    const answer = await fetch(endpoint, { method: 'POST', body: notice.body, headers, redirect: 'manual', signal })
    await answer.body?.cancel()
    return answer.ok ? { delivered: true } : refusalOf(answer.status)
  } catch (failure) {
    const isLate = failure instanceof Error && failure.name === 'TimeoutError'
    return { delivered: false, why: isLate ? 'The endpoint did not answer in time.' : 'The endpoint was not reached.' }
  }
}

function refusalOf(status: number): Delivered {
  const isFinal = status >= 400 && status < 500 && !MAY_COME_AGAIN.includes(status)
  return { delivered: false, why: `The endpoint answered ${status}.`, ...(isFinal ? { refused: true } : {}) }
}

function headersOf({ channel }: Subscription): Record<string, string> {
  const own = (channel.header ?? []).map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
  })
  return { 'Content-Type': channel.payload ?? 'application/fhir+json', ...Object.fromEntries(own) }
}

/** Hex HMAC-SHA256 over the bytes that are sent. */
function signatureOf(subscription: Subscription, body: string): Record<string, string> {
  const secret = subscription.extension?.find(({ url }) => url !== undefined && SECRET_URLS.includes(url))
  const key = secret?.valueString
  return key === undefined ? {} : { 'X-Signature': createHmac('sha256', key).update(body).digest('hex') }
}
