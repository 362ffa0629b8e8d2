import { type Block, blocksOf } from './blocks.ts'

const STYLE = `body { font: 11pt Arial, sans-serif } h3 { margin: 8px 0 2px } td { border: 1px solid #999; padding: 2px 6px }`

/** The note as an EHR's rich-text editor leaves it: nested tags, tables, entities, a style block and hidden text. */
export function asHtml(title: string, text: string): string {
  const body = blocksOf(text).map(markedUp).join('\n')
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title><style type="text/css">
${STYLE}
</style></head>
<body><div class="note"><span style="display:none">editor build 11.3 template progress_v4</span>
<h2><b>${escaped(title)}</b></h2>
${body}
<p style="display:none">end of editor content</p><!-- editor: closed --></div></body></html>
`
}

function markedUp(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h3><span style="color:#234"><b>${escaped(block.text)}</b></span></h3>`
    case 'paragraph':
      return `<div><p>${block.lines.map(escaped).join('<br>\n')}</p></div>`
    case 'list':
      return `<ul>\n${block.entries.map((entry) => `<li><span>${escaped(entry)}</span></li>`).join('\n')}\n</ul>`
    case 'table':
      return `<table><tbody>\n${block.rows.map(tableRow).join('\n')}\n</tbody></table>`
  }
}

const tableRow = (cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<td>${escaped(cell) || '&nbsp;'}</td>`).join('')}</tr>`

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '°': '&deg;',
  '±': '&plusmn;',
  '×': '&times;',
  µ: '&micro;',
  '–': '&ndash;',
  é: '&eacute;',
}

const escaped = (text: string): string => text.replace(/[&<>"°±×µ–é]/g, (sign) => ENTITIES[sign] ?? sign)
