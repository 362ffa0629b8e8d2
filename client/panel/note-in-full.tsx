import { useEffect, useRef, useState } from 'react'
import type { Answer } from '#client/service.ts'
import type { QuotedNote } from '#fhir-mappings/panel.ts'
import { dateWords } from './date-words.ts'
import { MarkedText } from './marked-text.tsx'

interface Properties {
  readonly load: () => Promise<Answer<QuotedNote>>
  /** the finding's version: words may have moved in a newer one, so the note is read again */
  readonly version: number
}

/** A quoted note as it stands in the chart; the first marked words are scrolled into view. */
export function NoteInFull({ load, version }: Properties) {
  const [answer, setAnswer] = useState<Answer<QuotedNote> | null>(null)
  useEffect(() => {
    let current = true
    load().then((loaded) => current && setAnswer(loaded))
    return () => {
      current = false
    }
  }, [version])

  if (answer === null) return <p role="status">Opening the note…</p>
  if (!answer.ok) return <p role="alert">The note could not be opened. {answer.text}</p>
  return <OpenNote note={answer.value} />
}

function OpenNote({ note }: { readonly note: QuotedNote }) {
  const page = useRef<HTMLElement>(null)
  useEffect(() => {
    const mark = page.current?.querySelector('mark')
    // only the note scrolls, never the panel under the reader's eyes
    if (page.current && mark) page.current.scrollTop = Math.max(0, mark.offsetTop - page.current.clientHeight / 3)
  }, [])
  const changed = note.quotes.some(({ valid }) => !valid)
  return (
    <>
      {note.preliminary && <p className="fine">Preliminary: not signed by its author.</p>}
      {changed && (
        <p role="alert">The note changed after it was quoted; words that no longer match are struck through.</p>
      )}
      <section
        className="note"
        ref={page}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={`Note: ${note.title}, ${dateWords(note.authoredAt)}`}
      >
        <MarkedText note={note} />
      </section>
    </>
  )
}
