import { type Block, blocksOf } from './blocks.ts'

const HEAD = String.raw`{\rtf1\ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fmodern Courier New;}}
{\colortbl;\red0\green0\blue0;\red40\green60\blue120;}
{\*\generator Sandbox Editor 2;}{\info{\author Sandbox}}
\viewkind4\pard\f0\fs20 `

/** The note as RTF 1.x in pure ASCII: Latin-1 signs as \'hh, other signs as \uN with a question mark for old readers. */
export function asRtf(title: string, text: string): string {
  return `${HEAD}{\\b ${escaped(title)}}\\par\n${blocksOf(text).map(ruled).join('\n')}\n}`
}

function ruled(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `\\par{\\b\\cf2 ${escaped(block.text)}:}\\par`
    case 'paragraph':
      return `${block.lines.map(escaped).join('\\line\n')}\\par\\par`
    case 'list':
      return `${block.entries.map((entry) => `{\\pntext\\f0\\'95\\tab}${escaped(entry)}\\par`).join('\n')}\\par`
    case 'table':
      return block.rows.map(tableRow).join('\n')
  }
}

function tableRow(cells: readonly string[]): string {
  const edges = cells.map((_, position) => `\\cellx${(position + 1) * 2000}`).join('')
  return `\\trowd\\trgaph70${edges}\\pard\\intbl ${cells.map((cell) => `${escaped(cell)}\\cell`).join(' ')}\\row\\pard`
}

function escaped(text: string): string {
  return [...text].map(escapedSign).join('')
}

function escapedSign(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  if ('\\{}'.includes(sign)) return `\\${sign}`
  if (code < 0x80) return sign
  if (code >= 0xa0 && code <= 0xff) return `\\'${code.toString(16)}`
  return [...Array(sign.length).keys()].map((unit) => `\\u${signed16(sign.charCodeAt(unit))}?`).join('')
}

/** RTF writes \u arguments as signed 16-bit numbers. */
const signed16 = (unit: number): number => (unit > 0x7fff ? unit - 0x10000 : unit)
