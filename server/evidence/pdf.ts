import { inflateSync } from 'node:zlib'
import type { PDFDocumentProxy, TextItem } from 'pdfjs-dist/types/src/display/api.js'
import type { AttachmentLimits } from './limits.ts'

export type PdfText =
  | { readonly readable: true; readonly text: string }
  | { readonly readable: false; readonly why: 'no-text' | 'damaged' | 'too-large' }

/**
 * The text layer of a PDF, line by line, pages parted by a blank line. A scan has none (`no-text`). No worker, no font
 * files, no network; loaded when the first PDF comes, because it is large. Streams that would inflate beyond the limit are refused before the reader sees them.
 */
export async function textFromPdf(bytes: Uint8Array, limits: AttachmentLimits): Promise<PdfText> {
  if (inflatesBeyond(bytes, limits.maxInflatedBytes)) return { readable: false, why: 'too-large' }
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    data: Uint8Array.from(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  const deadline = AbortSignal.timeout(limits.timeoutMs)
  const late = new Promise<PdfText>((resolve) => {
    deadline.addEventListener('abort', () => resolve({ readable: false, why: 'too-large' }), { once: true })
  })
  try {
    return await Promise.race([readPages(task.promise, limits, deadline), late])
  } catch {
    // Whatever pdfjs complains of (broken cross references, passwords, bad streams) is the file's fault: an answer.
    return { readable: false, why: 'damaged' }
  } finally {
    await task.destroy()
  }
}

async function readPages(
  opening: Promise<PDFDocumentProxy>,
  limits: AttachmentLimits,
  deadline: AbortSignal,
): Promise<PdfText> {
  const document = await opening
  if (document.numPages > limits.maxPages) return { readable: false, why: 'too-large' }
  const pages: string[] = []
  let length = 0
  for (let number = 1; number <= document.numPages && !deadline.aborted; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const text = linesOf(items.filter((item): item is TextItem => 'str' in item))
    length += text.length
    if (length > limits.maxTextLength) return { readable: false, why: 'too-large' }
    pages.push(text)
    page.cleanup()
  }
  const text = pages.filter((page) => page !== '').join('\n\n')
  return /\p{L}/u.test(text) ? { readable: true, text } : { readable: false, why: 'no-text' }
}

/** Items of one baseline make a line; a wide gap keeps columns apart, a tall one parts paragraphs. */
function linesOf(items: readonly TextItem[]): string {
  const parts: string[] = []
  let last: { right: number; baseline: number; height: number } | undefined
  for (const item of items) {
    const [, , , , left = 0, baseline = 0] = item.transform as readonly number[]
    const height = item.height || last?.height || 10
    if (item.str !== '') {
      if (last) parts.push(between(last, { left, baseline, height }))
      parts.push(item.str)
      last = { right: left + item.width, baseline, height }
    }
  }
  return parts.join('').trim()
}

function between(
  last: { right: number; baseline: number; height: number },
  next: { left: number; baseline: number; height: number },
): string {
  const drop = Math.abs(last.baseline - next.baseline)
  const height = Math.max(last.height, next.height)
  if (drop > height * 1.9) return '\n\n'
  if (drop > height * 0.5) return '\n'
  const gap = next.left - last.right
  if (gap > height * 1.5) return '   '
  return gap > height * 0.12 ? ' ' : ''
}

/** Filters that multiply without being looked into here; a long stream of one is not worth the risk. */
const UNMEASURED = /\/(?:LZWDecode|LZW|RunLengthDecode|RL|ASCII85Decode|A85|ASCIIHexDecode|AHx)\b/
const MAX_UNMEASURED_BYTES = 1024 * 1024
const FLATE = /\/(?:FlateDecode|Fl)\b/g
/** How far before its keyword a stream's dictionary is looked for. */
const DICTIONARY_BYTES = 4_096
/** Far above the longest record, and the end of patience with a file that only repeats the keyword. */
const MAX_STREAMS = 20_000

/**
 * Whether the compressed streams would grow beyond the limit, each alone or together beyond four times the limit.
 * Streams are found by their keywords, inflated once with a ceiling and thrown away; two deflate filters on one stream
 * are refused outright.
 */
function inflatesBeyond(bytes: Uint8Array, limit: number): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let streams = 0
  let budget = limit * 4
  let lastEnd = 0
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue
    const head = file.toString('latin1', Math.max(0, at - DICTIONARY_BYTES), at)
    const start = startOfLine(file, at + 6)
    if (start === undefined && !head.trimEnd().endsWith('>>')) continue
    streams += 1
    if (streams > MAX_STREAMS || start === undefined) return true
    if (lastEnd < start) lastEnd = endOfStream(file, start)
    const stream = file.subarray(start, lastEnd)
    const filters = head.slice(head.lastIndexOf(' obj') + 1)
    if ((filters.match(FLATE)?.length ?? 0) > 1) return true
    if (stream.length > MAX_UNMEASURED_BYTES && UNMEASURED.test(filters)) return true
    if (isDeflated(stream)) budget -= inflatedLength(stream, limit)
    if (budget < 0) return true
  }
  return false
}

/** The end of the stream that begins here; of a file that never says so, its own end. */
function endOfStream(file: Buffer, start: number): number {
  const end = file.indexOf('endstream', start)
  return end === -1 ? file.length : end
}

/** Data begin on the line after the keyword; undefined when that line does not end soon, as no writer would do. */
function startOfLine(file: Buffer, from: number): number | undefined {
  for (let at = from; at < from + 256 && at < file.length; at += 1) {
    if (file[at] === 0x0a) return at + 1
    if (file[at] === 0x0d) return file[at + 1] === 0x0a ? at + 2 : at + 1
  }
  return from >= file.length - 256 ? file.length : undefined
}

/** RFC 1950: method 8, and the first two bytes as a number divide by 31. */
const isDeflated = ([first = 0, second = 0]: Uint8Array): boolean =>
  (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0

/** Infinity beyond the limit; 0 for what is not deflated at all, which the reader will not inflate either. */
function inflatedLength(stream: Uint8Array, limit: number): number {
  try {
    return inflateSync(stream, { maxOutputLength: limit }).byteLength
  } catch (cause) {
    return cause instanceof RangeError ? Number.POSITIVE_INFINITY : 0
  }
}
