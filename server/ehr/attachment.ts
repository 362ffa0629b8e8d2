import { lookup } from 'node:dns/promises'
import type { Binary } from '@medplum/fhirtypes'
import { SurveillanceError } from '#server/errors.ts'
import { bodyOf, bytesOf } from './body.ts'
import { addressOf, isOnBase } from './origin.ts'
import { isPrivateAddress } from './private-address.ts'
import { issueCodes, refusalOf } from './refusal.ts'
import { isRedirect, type Sender } from './request.ts'
import type { RawAnswer } from './send.ts'

export interface Attachment {
  readonly bytes: Uint8Array
  readonly mediaType: string
}

export interface AttachmentSource {
  readonly fhirBase: string
  readonly sender: Sender
  readonly fetch: typeof fetch
  readonly now: () => Date
  readonly timeoutMs: number
  readonly maxBytes: number
  /** origins such as `https://storage.example` from which notes may also be fetched, always without our token */
  readonly hosts: readonly string[]
  /** addresses behind a host name */
  readonly resolve?: (host: string) => Promise<readonly string[]>
}

const REDIRECTS = 3

/**
 * D1 to D3: the bytes behind an attachment URL, with the token only on the FHIR base. Throws EHR_FOREIGN_ORIGIN for hosts
 * that are not listed or lie in a private network, ATTACHMENT_TOO_LARGE, EHR_REFUSED for an OperationOutcome in place of a note.
 */
export async function fetchAttachment(source: AttachmentSource, url: string, accept: string): Promise<Attachment> {
  if (url.trim() === '') throw new SurveillanceError('EHR_REFUSED', { reason: 'no-address' })
  const { response, requestId } = await followed(source, addressOf(source.fhirBase, url), accept)
  const limit = isJson(response) ? source.maxBytes * 1.5 : source.maxBytes
  const tooLarge = () => new SurveillanceError('ATTACHMENT_TOO_LARGE', { limit: source.maxBytes, request: requestId })
  const bytes = await bytesOf(response, limit, tooLarge).catch((cause: unknown) => {
    throw cause instanceof SurveillanceError ? cause : new SurveillanceError('EHR_UNREACHABLE', {}, { cause })
  })
  if (!response.ok) {
    const answer = { ...bodyOf(bytes), status: response.status, headers: response.headers, requestId }
    throw refusalOf(answer, source.now())
  }
  return unwrapped({ bytes, mediaType: response.headers.get('content-type') ?? accept }, requestId, isJson(response))
}

const isJson = (response: Response): boolean => /\bjson\b/.test(response.headers.get('content-type') ?? '')

/** D3: a Binary in JSON is opened; an OperationOutcome with status 200 is not the text of a note. */
function unwrapped(attachment: Attachment, requestId: string, json: boolean): Attachment {
  const body = json
    ? (bodyOf(attachment.bytes).body as Partial<Binary> | { resourceType?: string } | undefined)
    : undefined
  if (body?.resourceType === 'OperationOutcome')
    throw new SurveillanceError('EHR_REFUSED', { issues: issueCodes(body).join(' '), request: requestId })
  if (body?.resourceType !== 'Binary') return attachment
  const { data = '', contentType = 'application/octet-stream' } = body as Partial<Binary>
  return { bytes: Buffer.from(data, 'base64'), mediaType: contentType }
}

async function followed(source: AttachmentSource, start: URL, accept: string): Promise<RawAnswer> {
  let address = start
  for (let hop = 0; hop <= REDIRECTS; hop += 1) {
    const answer = await opened(source, address, accept)
    if (!isRedirect(answer.response)) return answer
    await answer.response.body?.cancel()
    const location = answer.response.headers.get('location') ?? ''
    if (!URL.canParse(location, address)) throw new SurveillanceError('EHR_REFUSED', { reason: 'redirect-to-nowhere' })
    address = new URL(location, address)
  }
  throw new SurveillanceError('EHR_REFUSED', { reason: 'redirects' })
}

async function opened(source: AttachmentSource, address: URL, accept: string): Promise<RawAnswer> {
  if (isOnBase(source.fhirBase, address)) return source.sender.open({ url: address.href, headers: { accept } })
  await assertListed(source, address)
  try {
    const signal = AbortSignal.timeout(source.timeoutMs)
    const response = await source.fetch(address, { redirect: 'manual', headers: { accept }, signal })
    return { response, requestId: '' }
  } catch (cause) {
    throw new SurveillanceError('EHR_UNREACHABLE', { origin: address.origin }, { cause })
  }
}

async function assertListed({ hosts, resolve = addressesBehind }: AttachmentSource, address: URL): Promise<void> {
  const foreign = new SurveillanceError('EHR_FOREIGN_ORIGIN', { origin: address.origin })
  if (!hosts.includes(address.origin) || address.username !== '') throw foreign
  const addresses = await resolve(address.hostname)
  if (addresses.length === 0 || addresses.some(isPrivateAddress)) throw foreign
}

const addressesBehind = async (host: string): Promise<readonly string[]> => {
  const found = await lookup(host.replace(/^\[|\]$/g, ''), { all: true }).catch(() => [])
  return found.map(({ address }) => address)
}
