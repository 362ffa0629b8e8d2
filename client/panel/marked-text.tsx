import type { QuotedNote } from '#fhir-mappings/panel.ts'
import { markedPieces } from './marked-pieces.ts'

/** A note word for word, with the quoted words marked where they stand. */
export function MarkedText({ note }: { readonly note: Pick<QuotedNote, 'text' | 'quotes'> }) {
  return (
    <p className="note-text">
      {markedPieces(note).map(({ text, start, mark }) => {
        if (mark === 'none') return text
        const label = mark === 'not-verified' ? 'not-verified' : undefined
        return (
          <mark key={start} className={label} title={label && 'These words changed after they were quoted'}>
            {text}
          </mark>
        )
      })}
    </p>
  )
}
