import { type SaxesAttributePlain, SaxesParser, type SaxesTagPlain } from 'saxes'
import { createPage, type Page } from './page.ts'

/** What an XML attachment holds: its narrative, one embedded file, or nothing that is a clinical document. */
export type XmlContent =
  | { readonly kind: 'narrative'; readonly text: string }
  | { readonly kind: 'embedded'; readonly base64: string; readonly mediaType: string }
  | { readonly kind: 'html' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'damaged' }

/** No chart nests this deep; what does is made to exhaust a reader. */
const MAX_DEPTH = 2_000
const PARAGRAPHS: ReadonlySet<string> = new Set(['paragraph', 'table', 'list', 'text'])
const BLOCKS: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot', 'tr', 'caption', 'footnote'])

/** XHTML, whole or as the narrative of a resource; it may carry HTML's own document type. */
const HTML_ROOTS: ReadonlySet<string> = new Set(['html', 'body', 'div'])

class Refusal extends Error {}

interface Reading {
  readonly page: Page
  readonly path: string[]
  readonly cells: number[]
  readonly lists: { ordered: boolean; count: number }[]
  root: string
  /** depth at which the narrative of a section began, 0 outside */
  narrative: number
  /** depth at which text that was deleted began (`revised="delete"`), 0 outside */
  deleted: number
  embedded: { mediaType: string; base64: string[]; isBase64: boolean } | undefined
}

/**
 * The narrative of a C-CDA document: titles as headings, tables, lists and paragraphs legible, structured entries left
 * out. A document type, an entity that XML does not define, or XML that does not parse is refused as damaged: nothing
 * outside the file is ever asked for.
 */
export function contentOfXml(xml: string): XmlContent {
  const reading: Reading = {
    page: createPage(),
    path: [],
    cells: [],
    lists: [],
    root: '',
    narrative: 0,
    deleted: 0,
    embedded: undefined,
  }
  const parser = new SaxesParser({ xmlns: false, position: false })
  const refuse = () => {
    throw new Refusal()
  }
  parser.on('doctype', (doctype) => {
    if (/^\s*html\b/i.test(doctype)) reading.root = 'html'
    refuse()
  })
  parser.on('error', refuse)
  parser.on('opentag', (tag) => opened(tag, reading))
  parser.on('closetag', () => closed(reading))
  parser.on('text', (text) => written(text, reading))
  parser.on('cdata', (text) => written(text, reading))
  try {
    parser.write(xml.trimStart()).close()
  } catch (cause) {
    if (cause instanceof Refusal) return HTML_ROOTS.has(reading.root) ? { kind: 'html' } : { kind: 'damaged' }
    throw cause
  }
  return contentOf(reading)
}

function contentOf({ root, embedded, page }: Reading): XmlContent {
  if (HTML_ROOTS.has(root)) return { kind: 'html' }
  if (root !== 'ClinicalDocument' && root !== 'section') return { kind: 'unknown' }
  if (embedded?.isBase64) return { kind: 'embedded', base64: embedded.base64.join(''), mediaType: embedded.mediaType }
  return { kind: 'narrative', text: embedded ? embedded.base64.join('') : page.text() }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
const attributeText = (attribute: SaxesAttributePlain | string | undefined): string => String(attribute ?? '')

function opened(tag: SaxesTagPlain, reading: Reading): void {
  const name = localName(tag.name)
  const { path } = reading
  if (path.length >= MAX_DEPTH) throw new Refusal()
  if (path.length === 0) reading.root = name
  const parent = path.at(-1)
  path.push(name)
  if (parent === 'nonXMLBody' && name === 'text') {
    const isBase64 = attributeText(tag.attributes.representation).toUpperCase() === 'B64'
    reading.embedded = { mediaType: attributeText(tag.attributes.mediaType), base64: [], isBase64 }
  } else if (parent === 'section' && name === 'text') {
    reading.narrative = path.length
    reading.page.apart(1)
  } else if (isTitle(reading)) reading.page.apart(2)
  else if (reading.narrative > 0) set(name, tag, reading)
}

/** The document's own title and those of its sections. */
function isTitle({ path, root }: Reading): boolean {
  if (path.at(-1) !== 'title') return false
  const parent = path.at(-2)
  return parent === 'section' || (parent === 'ClinicalDocument' && root === 'ClinicalDocument')
}

function set(name: string, tag: SaxesTagPlain, reading: Reading): void {
  const { page, cells, lists } = reading
  if (attributeText(tag.attributes.revised) === 'delete' && reading.deleted === 0) reading.deleted = reading.path.length
  if (name === 'br') page.newline()
  else if (name === 'tr') {
    cells.push(0)
    page.apart(1)
  } else if (name === 'td' || name === 'th') {
    const before = cells.pop() ?? 0
    if (before > 0) page.words(' | ')
    cells.push(before + 1)
  } else if (name === 'list') {
    lists.push({ ordered: attributeText(tag.attributes.listType) === 'ordered', count: 0 })
    page.apart(lists.length > 1 ? 1 : 2)
  } else if (name === 'item') bullet(reading)
  else if (PARAGRAPHS.has(name)) page.apart(cells.length > 0 || lists.length > 0 ? 1 : 2)
  else if (BLOCKS.has(name)) page.apart(1)
}

function bullet({ page, lists }: Reading): void {
  const list = lists.at(-1)
  if (list) list.count += 1
  page.bullet(list?.ordered ? `${list.count}.` : '-', lists.length)
}

function closed(reading: Reading): void {
  const { path, page, cells, lists } = reading
  const name = path.at(-1) ?? ''
  if (isTitle(reading)) page.apart(1)
  if (reading.narrative === path.length) {
    reading.narrative = 0
    page.apart(2)
  }
  if (reading.deleted === path.length) reading.deleted = 0
  path.pop()
  if (reading.narrative === 0) return
  if (name === 'tr') cells.pop()
  if (name === 'list') lists.pop()
  if (PARAGRAPHS.has(name) || name === 'caption' || name === 'tr' || name === 'item' || name === 'footnote')
    page.apart(1)
}

function written(text: string, reading: Reading): void {
  if (reading.embedded) {
    if (reading.path.at(-2) === 'nonXMLBody') reading.embedded.base64.push(text)
    return
  }
  if (reading.deleted > 0) return
  if (reading.narrative > 0 || isTitle(reading)) reading.page.words(text)
}
