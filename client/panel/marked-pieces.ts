import type { QuotedNote } from '#fhir-mappings/panel.ts'

export interface Piece {
  readonly text: string
  /** UTF-16 offset in the note, also the piece's key */
  readonly start: number
  readonly mark: 'none' | 'quoted' | 'not-verified'
}

/**
 * A note cut at the edges of its quotes, so that the pieces joined are the note again. Where quotes overlap the words are
 * marked once; words under a quote that no longer holds are marked as such and not hidden.
 */
export function markedPieces({ text, quotes }: Pick<QuotedNote, 'text' | 'quotes'>): readonly Piece[] {
  const inside = quotes.filter(({ start, end }) => start >= 0 && start < end && end <= text.length)
  const edges = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  )
  const pieces = edges.slice(0, -1).map((start, index): Piece => {
    const end = edges[index + 1] ?? text.length
    const over = inside.filter((quote) => quote.start <= start && quote.end >= end)
    const mark = over.length === 0 ? 'none' : over.some(({ valid }) => valid) ? 'quoted' : 'not-verified'
    return { text: text.slice(start, end), start, mark }
  })
  return pieces.reduce<readonly Piece[]>(joined, [])
}

/** Neighbours with the same mark are one piece: two overlapping quotes read as one marked passage. */
function joined(pieces: readonly Piece[], next: Piece): readonly Piece[] {
  const last = pieces.at(-1)
  if (!last || last.mark !== next.mark) return [...pieces, next]
  return [...pieces.slice(0, -1), { ...last, text: last.text + next.text }]
}
