import { setTimeout as pause } from 'node:timers/promises'
import type { CapabilityStatement, Resource } from '@medplum/fhirtypes'
import { SurveillanceError } from '#server/errors.ts'
import { fetchAttachment } from './attachment.ts'
import { type Credentials, tokensFor } from './credentials.ts'
import type { Ehr, Site, Written } from './door.ts'
import { introspected } from './introspection.ts'
import { searchAll } from './paging.ts'
import { type Sender, senderFor } from './request.ts'
import { alreadyThere } from './search-first.ts'
import type { RequestLog } from './send.ts'
import { createOne, transactAtOnce, updateOne } from './write.ts'

export interface Connection {
  readonly site: Site
  readonly credentials: Credentials
  readonly now: () => Date
  readonly fetch?: typeof fetch
  readonly log?: RequestLog
  readonly wait?: (ms: number) => Promise<void>
  /** one request, in ms */
  readonly timeoutMs?: number
  readonly concurrency?: number
  readonly maxPages?: number
  readonly maxAttachmentBytes?: number
  /** origins outside the FHIR base that may hold attachments (D2) */
  readonly attachmentHosts?: readonly string[]
  readonly resolve?: (host: string) => Promise<readonly string[]>
}

export interface ConnectedEhr extends Ehr {
  /** B6: scopes of the last grant, for the comparison with what we need */
  grantedScope(): readonly string[]
  /** L27: what the EHR says of a user's access token; undefined where it has no introspection we may use */
  introspect(userToken: string): Promise<unknown>
}

/** Opens the door to one EHR. Nothing is sent before the first call. */
export function connect(connection: Connection): ConnectedEhr {
  const { site, credentials, now, fetch = globalThis.fetch, timeoutMs = 30_000, log = () => {} } = connection
  const { wait = (ms) => pause(ms), concurrency = 8, maxPages = 500 } = connection
  const { fhirBase } = site
  const tokens = tokensFor(site, credentials, { fetch, now, timeoutMs })
  const sender = senderFor({ site, tokens, fetch, now, wait, log, timeoutMs, concurrency })
  const attachments = attachmentsFrom(connection, { fhirBase, sender, fetch, now, timeoutMs })
  const search: Ehr['search'] = (type, parameters) => searchAll({ fhirBase, sender, maxPages }, type, parameters)
  return {
    site,
    grantedScope: () => tokens.granted(),
    introspect: (userToken) => introspected(userToken, { site, tokens, fetch, timeoutMs }),
    capabilities: () => readAt<CapabilityStatement>(sender, 'metadata', 'CapabilityStatement'),
    read: (reference) => readOne(sender, reference),
    search,
    create: (resource, ifNoneExist) => create({ site, sender, search }, resource, ifNoneExist),
    update: (resource, versionId) => updateOne(sender, resource, versionId),
    transaction: (bundle) =>
      site.atomicTransactions
        ? transactAtOnce(sender, bundle)
        : Promise.reject(new SurveillanceError('EHR_REFUSED', { reason: 'not-atomic', site: site.id })),
    attachment: (url, accept) => fetchAttachment(attachments, url, accept),
  }
}

type AttachmentSource = Parameters<typeof fetchAttachment>[0]

function attachmentsFrom(
  { maxAttachmentBytes = 25 * 1024 * 1024, attachmentHosts = [], resolve }: Connection,
  line: Omit<AttachmentSource, 'maxBytes' | 'hosts' | 'resolve'>,
): AttachmentSource {
  return { ...line, maxBytes: maxAttachmentBytes, hosts: attachmentHosts, ...(resolve ? { resolve } : {}) }
}

function readOne<T extends Resource>(sender: Sender, reference: string): Promise<T> {
  const [type = '', id = ''] = reference.split('/')
  if (!/^[A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/.test(reference))
    return Promise.reject(new SurveillanceError('REQUEST_INVALID', { reason: 'not-a-reference' }))
  return readAt<T>(sender, reference, type, id)
}

async function readAt<T extends Resource>(sender: Sender, url: string, type: string, id?: string): Promise<T> {
  const { body, requestId } = await sender.read({ url })
  const resource = body as Partial<Resource>
  if (resource.resourceType !== type)
    throw new SurveillanceError('EHR_NOT_FHIR', { expected: type, request: requestId })
  if (id !== undefined && resource.id !== id)
    throw new SurveillanceError(type === 'Patient' ? 'WRONG_PATIENT' : 'EHR_NOT_FHIR', {
      asked: url,
      request: requestId,
    })
  return body as T
}

/** Where the EHR knows no conditional create, it is looked for what would be made twice. */
async function create<T extends Resource>(
  { site, sender, search }: Pick<Ehr, 'site' | 'search'> & { readonly sender: Sender },
  resource: T,
  ifNoneExist: string | undefined,
): Promise<Written<T>> {
  if (ifNoneExist === undefined || site.conditionalCreate !== false) return createOne(sender, resource, ifNoneExist)
  const there = await alreadyThere<T>(search, resource.resourceType, ifNoneExist)
  return there ?? createOne(sender, resource)
}
