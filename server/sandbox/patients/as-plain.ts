import { type Block, blocksOf } from './blocks.ts'

/** The note as a tired clinician types it: headings with a colon, dashes, table cells parted by tabs. */
export const asPlain = (text: string): string => `${blocksOf(text).map(typed).join('\n\n')}\n`

function typed(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${block.text}:`
    case 'paragraph':
      return block.lines.join('\n')
    case 'list':
      return block.entries.map((entry) => `- ${entry}`).join('\n')
    case 'table':
      return block.rows.map((row) => row.join('\t')).join('\n')
  }
}
