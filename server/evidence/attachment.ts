import type { Unreadable } from '#fhir-mappings/clinical-note.ts'
import { contentOfXml } from './ccda.ts'
import { decodeText } from './charset.ts'
import { textFromHtml } from './html.ts'
import { type AttachmentLimits, defaultLimits } from './limits.ts'
import { normalise } from './normalise.ts'
import { textFromPdf } from './pdf.ts'
import { textFromRtf } from './rtf.ts'

export type AttachmentText =
  | { readonly readable: true; readonly text: string }
  | {
      readonly readable: false
      readonly why: Extract<Unreadable, 'no-text' | 'unknown-format' | 'too-large' | 'damaged'>
    }

export type Format = 'plain' | 'html' | 'rtf' | 'xml' | 'pdf'

const FORMATS: Readonly<Record<string, Format>> = {
  'text/plain': 'plain',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/rtf': 'rtf',
  'application/rtf': 'rtf',
  'text/richtext': 'rtf',
  'application/x-rtf': 'rtf',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'application/hl7-sda+xml': 'xml',
  'application/cda+xml': 'xml',
  'application/hl7-cda+xml': 'xml',
  'application/pdf': 'pdf',
  'application/x-pdf': 'pdf',
}

/** The format that a media type names; undefined for none, for `application/octet-stream` and for what is not read. */
export function formatOf(mediaType: string): Format | undefined {
  const bare = mediaType.split(';')[0]?.trim().toLowerCase() ?? ''
  return Object.hasOwn(FORMATS, bare) ? FORMATS[bare] : undefined
}

/**
 * D4: one attachment as normalised text, or why there is none. The bytes are believed before the label: a PDF called
 * text/plain is read as PDF. Never throws for what a file holds.
 */
export async function textFromAttachment(
  bytes: Uint8Array,
  mediaType: string,
  limits: AttachmentLimits = defaultLimits,
): Promise<AttachmentText> {
  if (bytes.byteLength > limits.maxBytes) return { readable: false, why: 'too-large' }
  if (bytes.byteLength === 0) return { readable: false, why: 'no-text' }
  const raw = await rawText(bytes, mediaType, limits, EMBEDDING_DEPTH)
  if (!raw.readable) return raw
  if (raw.text.length > limits.maxTextLength) return { readable: false, why: 'too-large' }
  const text = normalise(raw.text)
  return /[\p{L}\p{N}]/u.test(text) ? { readable: true, text } : { readable: false, why: 'no-text' }
}

/** What `irae text FILE --type MIME` prints: the same text that would be stored and quoted. */
export const textFromFile = (bytes: Uint8Array, mediaType: string): Promise<AttachmentText> =>
  textFromAttachment(bytes, mediaType)

/** A CDA document may hold a file, which may not hold another CDA document. */
const EMBEDDING_DEPTH = 1

async function rawText(
  bytes: Uint8Array,
  mediaType: string,
  limits: AttachmentLimits,
  depth: number,
): Promise<AttachmentText> {
  const format = seenFormat(bytes) ?? formatOf(mediaType)
  switch (format) {
    case 'unreadable':
      return { readable: false, why: 'unknown-format' }
    case 'pdf':
      return textFromPdf(bytes, limits)
    case 'rtf':
      return answer(textFromRtf(bytes))
    case 'html':
      return answer(htmlText(bytes, mediaType))
    case 'xml':
      return fromXml(bytes, mediaType, limits, depth)
    case 'plain':
      return answer(decodeText(bytes, mediaType))
    case undefined:
      return fromUnnamed(bytes, mediaType)
  }
}

const answer = (text: string | undefined): AttachmentText =>
  text === undefined ? { readable: false, why: 'damaged' } : { readable: true, text }

const htmlText = (bytes: Uint8Array, mediaType: string) =>
  textFromHtml(
    decodeText(bytes, mediaType, /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(headOf(bytes))?.[1]),
  )

async function fromXml(
  bytes: Uint8Array,
  mediaType: string,
  limits: AttachmentLimits,
  depth: number,
): Promise<AttachmentText> {
  const declared = /^<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{1,40})/.exec(headOf(bytes).trimStart())?.[1]
  const content = contentOfXml(decodeText(bytes, mediaType, declared))
  switch (content.kind) {
    case 'narrative':
      return answer(content.text)
    case 'html':
      return answer(htmlText(bytes, mediaType))
    case 'embedded': {
      const inner = Buffer.from(content.base64, 'base64')
      if (inner.length === 0) return { readable: false, why: 'no-text' }
      if (depth === 0) return { readable: false, why: 'damaged' }
      return rawText(inner, content.mediaType, limits, depth - 1)
    }
    case 'unknown':
      return { readable: false, why: 'unknown-format' }
    case 'damaged':
      return { readable: false, why: 'damaged' }
  }
}

/** Octets without a name are text if they decode to little that is not text; a type we do not know stays unknown. */
function fromUnnamed(bytes: Uint8Array, mediaType: string): AttachmentText {
  const bare = mediaType.split(';')[0]?.trim().toLowerCase() ?? ''
  const unnamed = bare === '' || bare === 'application/octet-stream' || bare.startsWith('text/')
  if (!unnamed) return { readable: false, why: 'unknown-format' }
  const text = decodeText(bytes, mediaType)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what betrays a binary
  const odd = text.slice(0, 4_000).match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0
  return odd > 40 ? { readable: false, why: 'unknown-format' } : { readable: true, text }
}

const headOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1_024)).toString('latin1')

/** Images, archives and Office files by their first bytes: no words without optical recognition or a converter. */
const UNREADABLE_MAGIC: readonly string[] = [
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  'II*\0',
  'MM\0*',
  'PK\x03\x04',
  '\x1f\x8b',
  '\xd0\xcf\x11\xe0',
]

function seenFormat(bytes: Uint8Array): Format | 'unreadable' | undefined {
  const head = headOf(bytes)
  const start = head.replace(/^(?:\xef\xbb\xbf)?\s*/, '')
  if (start.startsWith('%PDF-')) return 'pdf'
  if (start.startsWith('{\\rtf')) return 'rtf'
  if (UNREADABLE_MAGIC.some((magic) => head.startsWith(magic))) return 'unreadable'
  if (/^<!doctype html|^<html[\s>]/i.test(start)) return 'html'
  if (/^<\?xml|^<(?:\w+:)?ClinicalDocument[\s>]/.test(start)) return 'xml'
  return undefined
}
