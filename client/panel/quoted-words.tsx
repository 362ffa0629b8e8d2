import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Answer } from '#client/service.ts'
import type { PanelFinding, QuotedNote } from '#fhir-mappings/panel.ts'
import type { NoteQuote } from '#fhir-mappings/quote.ts'
import { dateWords } from './date-words.ts'
import { NoteInFull } from './note-in-full.tsx'

interface Properties {
  readonly note: PanelFinding['notes'][number]
  readonly quotes: readonly NoteQuote[]
  readonly version: number
  readonly load: () => Promise<Answer<QuotedNote>>
}

/** The words of one note that carry a finding, with date and author, and the way into the note itself. */
export function QuotedWords({ note, quotes, version, load }: Properties) {
  const [shown, setShown] = useState(false)
  return (
    <div className="quoted">
      {quotes.map(({ start, text }) => (
        <blockquote key={start}>{text}</blockquote>
      ))}
      <p className="source">
        {note.title} · {dateWords(note.authoredAt) || 'undated'} · {note.author ?? 'author not stated'}
      </p>
      <Button className="button quiet" aria-expanded={shown} onPress={() => setShown(!shown)}>
        {shown ? 'Hide note' : 'Show in note'}
      </Button>
      {shown && <NoteInFull load={load} version={version} />}
    </div>
  )
}
