/** Sets words into lines and paragraphs, so that structure (lists, tables, headings) stays legible as plain text. */
export interface Page {
  /** text in which white space means nothing, as in HTML and CDA */
  words(text: string): void
  /** text in which white space means itself, as in `<pre>` */
  verbatim(text: string): void
  /** a line break that the author made */
  newline(): void
  /** what follows begins on a new line (1) or after a blank one (2) */
  apart(lines: 1 | 2): void
  /** begins an entry of a list nested `depth` deep; a paragraph inside it stays on its line */
  bullet(sign: string, depth: number): void
  text(): string
  readonly length: number
}

/** Deeper lists are indented, up to a depth at which it stops helping. */
const MAX_INDENT = 4

export function createPage(): Page {
  const parts: string[] = []
  let length = 0
  let newlines = 2
  let wanted = 0
  let space = false
  let held = false

  const put = (part: string) => {
    parts.push(part)
    length += part.length
  }
  const begin = () => {
    const missing = Math.max(0, wanted - newlines)
    if (missing > 0) put('\n'.repeat(missing))
    else if (space && newlines === 0) put(' ')
    wanted = 0
    space = false
    held = false
    newlines = 0
  }

  return {
    words(text) {
      const collapsed = text.replace(/\s+/g, ' ')
      if (collapsed.startsWith(' ')) space = true
      const bare = collapsed.trim()
      if (bare === '') return
      begin()
      put(bare)
      space = collapsed.endsWith(' ')
    },
    verbatim(text) {
      if (text === '') return
      begin()
      put(text)
      newlines = text.endsWith('\n') ? 1 : 0
    },
    newline() {
      if (wanted > newlines) begin()
      put('\n')
      newlines += 1
      space = false
    },
    apart(lines) {
      if (held) return
      wanted = Math.max(wanted, lines)
      space = false
    },
    bullet(sign, depth) {
      wanted = Math.max(wanted, 1)
      begin()
      put(`${'  '.repeat(Math.min(MAX_INDENT, Math.max(0, depth - 1)))}${sign} `)
      held = true
    },
    text: () => parts.join(''),
    get length() {
      return length
    },
  }
}
