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
const MAX_OTHER_FILTER_BYTES = 1024 * 1024

/**
 * Whether any compressed stream would grow beyond the limit. Streams are found by their keywords, inflated once with a
 * ceiling and thrown away; two deflate filters on one stream are refused outright.
 */
function inflatesBeyond(bytes: Uint8Array, limit: number): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue
    const start = at + (file[at + 6] === 0x0d ? 8 : 7)
    const end = file.indexOf('endstream', start)
    const head = file.toString('latin1', Math.max(0, at - 500), at)
    const filters = head.slice(head.lastIndexOf('obj') + 1)
    const length = (end === -1 ? file.length : end) - start
    if ((filters.match(/\/(?:FlateDecode|Fl)\b/g) ?? []).length > 1) return true
    if (/\/(?:LZWDecode|RunLengthDecode)\b/.test(filters) && length > MAX_OTHER_FILTER_BYTES) return true
    if (/\/(?:FlateDecode|Fl)\b/.test(filters) && growsBeyond(file.subarray(start, start + length), limit)) return true
    if (end !== -1) at = end
  }
  return false
}

function growsBeyond(stream: Uint8Array, limit: number): boolean {
  try {
    inflateSync(stream, { maxOutputLength: limit })
    return false
  } catch (cause) {
    return cause instanceof RangeError
  }
}
