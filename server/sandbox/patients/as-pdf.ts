import { asPlain } from './as-plain.ts'
import { windows1252 } from './windows-1252.ts'

/** US letter, half-inch margins, Courier 9: 540 points / 5.4 points per sign, and 58 lines of 12 points under the header. */
const SIGNS_PER_LINE = 95
const LINES_PER_PAGE = 56

/** The note as a text PDF 1.4: uncompressed pages in a standard font, a running header and page numbers. */
export function asPdf(title: string, text: string): Uint8Array {
  const pages = pagesOf(asPlain(text).trimEnd().split('\n').flatMap(wrapped))
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, page) => `${pageNumber(page)} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((lines, page) => [pageObject(page), drawing(title, lines, `Page ${page + 1} of ${pages.length}`)]),
  ]
  return windows1252(fileOf(objects))
}

/** Object 4, 6, 8 … are pages, 5, 7, 9 … what is drawn on them. */
const pageNumber = (page: number): number => 4 + 2 * page

const pageObject = (page: number): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${pageNumber(page) + 1} 0 R >>`

function drawing(title: string, lines: readonly string[], footer: string): string {
  const drawn = lines.map((line) => `(${escaped(line)}) Tj T*`).join('\n')
  const stream = `BT /F1 9 Tf 12 TL 36 750 Td (${escaped(title)}) Tj T* T*
${drawn}
ET
BT /F1 8 Tf 36 30 Td (${footer}) Tj ET`
  return `<< /Length ${windows1252(stream).length} >>\nstream\n${stream}\nendstream`
}

const escaped = (line: string): string => line.replaceAll('\t', '    ').replace(/[\\()]/g, (sign) => `\\${sign}`)

/** Header, objects, cross-reference table with byte offsets, trailer. One sign is one byte in windows-1252. */
function fileOf(objects: readonly string[]): string {
  const head = '%PDF-1.4\n%âãÏÓ\n'
  const bodies = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`)
  const offsets: number[] = []
  let at = windows1252(head).length
  for (const body of bodies) {
    offsets.push(at)
    at += windows1252(body).length
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  return `${head}${bodies.join('')}xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`
}

function wrapped(line: string): readonly string[] {
  const lines: string[] = []
  let rest = line
  while (rest.length > SIGNS_PER_LINE) {
    const space = rest.lastIndexOf(' ', SIGNS_PER_LINE)
    const cut = space > 0 ? space : SIGNS_PER_LINE
    lines.push(rest.slice(0, cut))
    rest = rest.slice(cut).trimStart()
  }
  return [...lines, rest]
}

function pagesOf(lines: readonly string[]): readonly (readonly string[])[] {
  const count = Math.max(1, Math.ceil(lines.length / LINES_PER_PAGE))
  return [...Array(count).keys()].map((page) => lines.slice(page * LINES_PER_PAGE, (page + 1) * LINES_PER_PAGE))
}
