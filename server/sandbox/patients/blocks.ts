/** One block of a note's text as the authors of stories write it (`StoryNote.text`). */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly entries: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

type LineKind = Block['kind'] | 'blank'

/** The note's blocks in order: headings, paragraphs with their line breaks, lists and tables. */
export function blocksOf(text: string): readonly Block[] {
  const runs: { kind: LineKind; lines: string[] }[] = []
  for (const line of text.split('\n').map((each) => each.trim())) {
    const kind = kindOf(line)
    const last = runs.at(-1)
    if (last?.kind === kind && kind !== 'heading') last.lines.push(line)
    else runs.push({ kind, lines: [line] })
  }
  return runs.flatMap(({ kind, lines }) => (kind === 'blank' ? [] : [blockOf(kind, lines)]))
}

function kindOf(line: string): LineKind {
  if (line === '') return 'blank'
  if (line.startsWith('# ')) return 'heading'
  if (line.startsWith('- ')) return 'list'
  if (line.startsWith('|') && line.endsWith('|')) return 'table'
  return 'paragraph'
}

function blockOf(kind: Block['kind'], lines: readonly string[]): Block {
  switch (kind) {
    case 'heading':
      return { kind, text: lines.join(' ').slice(2) }
    case 'list':
      return { kind, entries: lines.map((line) => line.slice(2)) }
    case 'table':
      return { kind, rows: lines.map(cellsOf) }
    case 'paragraph':
      return { kind, lines }
  }
}

const cellsOf = (row: string): readonly string[] =>
  row
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
