import { Buffer } from 'node:buffer'
import { asCcda } from './as-ccda.ts'
import { asHtml } from './as-html.ts'
import { asPdf } from './as-pdf.ts'
import { asPlain } from './as-plain.ts'
import { asRtf } from './as-rtf.ts'
import { instantOf } from './days.ts'
import { headerTypeOf } from './note-kinds.ts'
import { mrnOf } from './person.ts'
import { authorNamed } from './practitioners.ts'
import type { Story, StoryNote } from './story.ts'
import { windows1252 } from './windows-1252.ts'

/** A note in its format, ready to be stored: what the EHR says it is, and its bytes in base64. */
export interface Encoded {
  readonly contentType: string
  readonly data: string
  /** bytes before base64 */
  readonly size: number
}

/** The note's words in the story's format. */
export function encoded(story: Story, note: StoryNote, id: string, today: string): Encoded {
  switch (note.format) {
    case 'plain':
      return plain(note)
    case 'html':
      return stored('text/html; charset=utf-8', asHtml(note.title, note.text))
    case 'rtf':
      return stored('text/rtf', asRtf(note.title, note.text))
    case 'pdf':
      return stored('application/pdf', asPdf(note.title, note.text))
    case 'ccda':
      return stored('application/xml', asCcda(ccdaHeader(story, note, id, today), note.text))
  }
}

function plain(note: StoryNote): Encoded {
  const text = asPlain(note.text)
  switch (note.charset) {
    case 'windows-1252':
      return stored('text/plain; charset=windows-1252', windows1252(text.replaceAll('\n', '\r\n')))
    case 'utf-16':
      return stored('text/plain; charset=utf-16', Buffer.from(`\ufeff${text}`, 'utf16le'))
    default:
      return stored('text/plain; charset=utf-8', text)
  }
}

function stored(contentType: string, content: string | Uint8Array): Encoded {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content)
  return { contentType, data: bytes.toString('base64'), size: bytes.length }
}

function ccdaHeader(story: Story, note: StoryNote, id: string, today: string) {
  return {
    documentId: id,
    title: note.title,
    type: headerTypeOf(note.kind),
    patient: { mrn: mrnOf(story), ...story.name, born: story.born },
    gender: story.gender,
    writtenAt: instantOf(today, note.day, note.at),
    author: { id: note.author, ...authorNamed(note.author) },
  }
}
