import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node

const UNSEEN = new Set(['script', 'style', 'head', 'template', 'noscript', 'iframe', 'object', 'svg'])
const BLOCKS = new Set([
  'p',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'table',
  'tr',
  'section',
  'pre',
  'paragraph',
  'title',
])

/** The narrative of a C-CDA document: its structured body, without the header. Entities are not resolved. */
export function textFromCcda(source: string): string {
  return textFromHtml(source.slice(Math.max(0, source.search(/<structuredBody\b/i))))
}

/** The words of an HTML note without its markup: nothing of it can run or load in the chart. */
export function textFromHtml(source: string): string {
  return written(parse(source))
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function written(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value.replace(/\s+/g, ' ')
  if (!('childNodes' in node) || UNSEEN.has(node.nodeName) || isHidden(node)) return ''
  const inside = node.childNodes.map(written).join('')
  return framed(node.nodeName, inside)
}

/** A browser would not show it either (D4). */
const isHidden = (node: Node): boolean =>
  'attrs' in node &&
  node.attrs.some(
    ({ name, value }) =>
      name === 'hidden' || (name === 'style' && /display:none|visibility:hidden/.test(value.replace(/\s/g, ''))),
  )

function framed(name: string, inside: string): string {
  if (name === 'br') return '\n'
  if (name === 'li' || name === 'item') return `\n• ${inside}`
  if (name === 'td' || name === 'th') return `${inside}   `
  if (name === 'tr') return `\n${inside}`
  return BLOCKS.has(name) ? `\n\n${inside}\n` : inside
}
