import type { Attachment, DiagnosticReport, DocumentReference } from '@medplum/fhirtypes'
import type { ClinicalNote, NoteReading, Unreadable } from '#fhir-mappings/clinical-note.ts'
import { momentOf } from '#fhir-mappings/fhir-dates.ts'
import { type NoteSource, noteFromDiagnosticReport, noteFromDocumentReference } from '#fhir-mappings/note-source.ts'
import type { Ehr } from '#server/ehr/door.ts'
import { SurveillanceError } from '#server/errors.ts'
import { type AttachmentText, type Format, formatOf, textFromAttachment } from './attachment.ts'
import { type AttachmentLimits, defaultLimits } from './limits.ts'
import { normalise, sha256Of } from './normalise.ts'

export interface NoteContext {
  /** `Patient/ID` that was asked for; a note of anybody else is refused (D12) */
  readonly patient?: string
  readonly limits?: AttachmentLimits
}

/**
 * One note with its text, or why there is none. Attachment by data or URL (D1), five formats (D4), one text from several
 * (D5). An attachment that the EHR does not hold, forbids or keeps on a foreign host is an answer (`not-fetched`); an EHR
 * that does not answer is thrown, so that the arrival is tried again.
 */
export async function readNote(
  ehr: Ehr,
  resource: DocumentReference | DiagnosticReport,
  { patient, limits = defaultLimits }: NoteContext = {},
): Promise<NoteReading> {
  const source =
    resource.resourceType === 'DocumentReference'
      ? noteFromDocumentReference(resource, patient)
      : noteFromDiagnosticReport(resource, patient)
  if (!source.readable) return source
  const found = await textOf(ehr, source, limits)
  const { head } = source
  if (!found.readable) return { readable: false, reference: head.reference, version: head.version, why: found.why }
  const sha256 = sha256Of(found.text)
  const version = head.version === '' || head.version.length > LONGEST_VERSION ? sha256.slice(0, 16) : head.version
  return { readable: true, note: { ...head, version, text: found.text, sha256 } }
}

/** FHIR ids and instants are shorter. */
const LONGEST_VERSION = 64

type Found = AttachmentText | { readonly readable: false; readonly why: Unreadable }

/** D5: the first attachment that can be read, in order of preference; the reason of the best one when none can. */
async function textOf(
  ehr: Ehr,
  { attachments, conclusion }: Extract<NoteSource, { readable: true }>,
  limits: AttachmentLimits,
): Promise<Found> {
  let refusal: Found | undefined
  for (const attachment of byPreference(attachments)) {
    const found = await textOfAttachment(ehr, attachment, limits)
    if (found.readable) return found
    if (refusal === undefined || refusal.readable || refusal.why === 'no-text') refusal = found
  }
  const words = normalise(conclusion ?? '')
  if (words !== '') return { readable: true, text: words }
  return refusal ?? { readable: false, why: 'no-text' }
}

const preference: readonly (Format | undefined)[] = ['plain', 'html', 'rtf', 'xml', 'pdf', undefined]

const byPreference = (attachments: readonly Attachment[]): readonly Attachment[] =>
  [...attachments].sort((a, b) => rank(a) - rank(b))

const rank = ({ contentType }: Attachment) => preference.indexOf(formatOf(contentType ?? ''))

async function textOfAttachment(ehr: Ehr, attachment: Attachment, limits: AttachmentLimits): Promise<Found> {
  const mediaType = attachment.contentType ?? ''
  if (attachment.data !== undefined) return decoded(attachment.data, mediaType, limits)
  if (!attachment.url) return { readable: false, why: 'no-text' }
  if ((attachment.size ?? 0) > limits.maxBytes) return { readable: false, why: 'too-large' }
  try {
    const fetched = await ehr.attachment(attachment.url, mediaType || '*/*')
    return await fromReply(fetched.bytes, fetched.mediaType, mediaType, limits)
  } catch (cause) {
    if (!(cause instanceof SurveillanceError)) throw cause
    if (cause.code === 'ATTACHMENT_TOO_LARGE') return { readable: false, why: 'too-large' }
    if (NOT_FETCHED.has(cause.code)) return { readable: false, why: 'not-fetched' }
    throw cause
  }
}

/** Refusals that asking again will not change. */
const NOT_FETCHED: ReadonlySet<string> = new Set([
  'EHR_NOT_FOUND',
  'EHR_FORBIDDEN',
  'EHR_FOREIGN_ORIGIN',
  'EHR_REFUSED',
])

/** About 4/3 of the bytes: refused before it is decoded. */
function decoded(base64: string, mediaType: string, limits: AttachmentLimits): Promise<AttachmentText> {
  if (base64.length > limits.maxBytes * 1.4) return Promise.resolve({ readable: false, why: 'too-large' })
  return textFromAttachment(Buffer.from(base64, 'base64'), mediaType, limits)
}

/** D3: a Binary may come as itself or as FHIR JSON; an OperationOutcome with status 200 is not the text of a note. */
async function fromReply(
  bytes: Uint8Array,
  repliedType: string,
  askedType: string,
  limits: AttachmentLimits,
): Promise<Found> {
  const envelope = /json/i.test(repliedType) || startsAsObject(bytes) ? envelopeIn(bytes, limits) : undefined
  if (envelope?.resourceType === 'OperationOutcome') return { readable: false, why: 'not-fetched' }
  if (envelope?.data !== undefined) return decoded(envelope.data, envelope.contentType ?? askedType, limits)
  if (envelope?.resourceType === 'Binary') return { readable: false, why: 'no-text' }
  if (isPageInstead(bytes, repliedType, askedType)) return { readable: false, why: 'not-fetched' }
  return textFromAttachment(bytes, formatOf(repliedType) ? repliedType : withCharset(askedType, repliedType), limits)
}

/** Formats that nobody converts to HTML on the way: such an answer is a page of a proxy. */
const NEVER_A_PAGE: readonly (Format | undefined)[] = ['plain', 'rtf', 'pdf']

/** A password to enter, or a form that posts itself on to a sign-on service. */
const SIGN_IN = /<input[^>]{0,300}type\s*=\s*["']?password|name\s*=\s*["']?(?:SAMLRequest|SAMLResponse|RelayState)\b/i

/** B13: a sign-in or error page that comes with status 200 is not the text of a note. */
function isPageInstead(bytes: Uint8Array, repliedType: string, askedType: string): boolean {
  if (formatOf(repliedType) !== 'html') return false
  return NEVER_A_PAGE.includes(formatOf(askedType)) || SIGN_IN.test(Buffer.from(bytes).toString('latin1'))
}

const withCharset = (askedType: string, repliedType: string): string =>
  formatOf(askedType) ? askedType : repliedType || askedType

const startsAsObject = (bytes: Uint8Array) => bytes[0] === 0x7b && bytes[1] !== 0x5c

interface Envelope {
  readonly resourceType?: string
  readonly contentType?: string
  readonly data?: string
}

/** Some servers send a Binary without its resourceType: `data` and `contentType` together are enough. */
function envelopeIn(bytes: Uint8Array, limits: AttachmentLimits): Envelope | undefined {
  if (bytes.byteLength > limits.maxBytes * 1.5) return undefined
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (typeof parsed !== 'object' || parsed === null) return undefined
    const { resourceType, contentType, data } = parsed as Record<string, unknown>
    const isEnvelope = resourceType === 'Binary' || resourceType === 'OperationOutcome' || typeof data === 'string'
    if (!isEnvelope) return undefined
    return {
      ...(typeof resourceType === 'string' ? { resourceType } : {}),
      ...(typeof contentType === 'string' ? { contentType } : {}),
      ...(typeof data === 'string' ? { data } : {}),
    }
  } catch {
    return undefined
  }
}

/**
 * D6: the same text twice (as a document and as a report, or filed again) counts once, and the one with the oldest date
 * stays; notes that another note replaces are gone (D8).
 */
export function eachTextOnce(notes: readonly ClinicalNote[]): readonly ClinicalNote[] {
  const kept = new Map<string, ClinicalNote>()
  for (const note of notes) {
    const same = kept.get(note.sha256)
    if (!same || momentOf(note.authoredAt) < momentOf(same.authoredAt)) kept.set(note.sha256, note)
  }
  return [...kept.values()].sort((a, b) => momentOf(a.authoredAt) - momentOf(b.authoredAt))
}
