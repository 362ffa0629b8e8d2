import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node

const UNSEEN = new Set(['script', 'style', 'head', 'template', 'noscript', 'iframe', 'object', 'svg'])
const BLOCKS = new Set([
  ...['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'table', 'tr', 'section', 'pre'],
  ...['paragraph', 'title'],
])

/** The narrative of a C-CDA document: its structured body, without the header. Entities are not resolved. */
export function textFromCcda(source: string): string {
  return textFromHtml(source.slice(Math.max(0, source.search(/<structuredBody\b/i))))
}

/** The words of an HTML note without its markup: nothing of it can run or load in the chart. */
export function textFromHtml(source: string): string {
  const hidden = hiddenClasses(source)
  return written(parse(source), hidden)
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function written(node: Node, hidden: ReadonlySet<string>): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value.replace(/\s+/g, ' ')
  if (!('childNodes' in node) || UNSEEN.has(node.nodeName) || isHidden(node, hidden)) return ''
  return framed(node.nodeName, node.childNodes.map((child) => written(child, hidden)).join(''))
}

const HIDES = /display:\s*none|visibility:\s*hidden/i

/** Classes that the note's own style block takes out of sight (`.tech { display: none }`). */
function hiddenClasses(source: string): ReadonlySet<string> {
  const rules = source.matchAll(/\.([\w-]+)\s*\{([^}]*)\}/g)
  return new Set([...rules].flatMap(([, name = '', rule = '']) => (HIDES.test(rule) ? [name] : [])))
}

/** A browser would not show it either (D4). */
function isHidden(node: Node, hidden: ReadonlySet<string>): boolean {
  if (!('attrs' in node)) return false
  return node.attrs.some(({ name, value }) => {
    if (name === 'style') return HIDES.test(value)
    if (name === 'class') return value.split(/\s+/).some((one) => hidden.has(one))
    return name === 'hidden'
  })
}

function framed(name: string, inside: string): string {
  if (name === 'br') return '\n'
  if (name === 'li' || name === 'item') return `\n• ${inside}`
  if (name === 'td' || name === 'th') return `${inside}   `
  if (name === 'tr') return `\n${inside}`
  return BLOCKS.has(name) ? `\n\n${inside}\n` : inside
}
