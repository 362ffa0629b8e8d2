import type { Attachment } from '@medplum/fhirtypes'
import type { Repository } from '#server/sandbox/repository.ts'
import { html, type Markup } from '#server/sandbox/smart/markup.ts'
import { bytesOf, type Note, notesOf, readableText } from './note.ts'
import { personNamed } from './people.ts'
import { statusWord } from './status-word.ts'
import { printedTime } from './wording.ts'

/** All notes and reports, newest first. */
export function notesTab(repository: Repository, patientId: string): Markup {
  const notes = notesOf(repository, `Patient/${patientId}`)
  if (notes.length === 0) return html`<p>No notes in this chart.</p>`
  return html`<table class="notes"><thead><tr><th>Written</th><th>Note</th><th>Author</th><th>Status</th></tr></thead>
<tbody>${notes.map((note) => noteLine(repository, patientId, note))}</tbody></table>`
}

const noteLine = (repository: Repository, patientId: string, note: Note): Markup => html`<tr>
<td class="time">${printedTime(note.writtenAt)}</td>
<td><a data-swap href="/chart/${patientId}/notes/${note.reference}">${note.title}</a>${note.title !== note.kind && html`<span class="quiet">${note.kind}</span>`}</td>
<td>${personNamed(repository, note.author)}</td>
<td>${statusWord(note.status)}</td></tr>`

/** One note opened: readable where the page can show it as text, else as a file. */
export function openNote(repository: Repository, patientId: string, note: Note, mayWrite: boolean): Markup {
  return html`<article class="note">
<h2>${note.title}</h2>
<p class="quiet">${note.kind} · ${printedTime(note.writtenAt)} · ${personNamed(repository, note.author)} · ${statusWord(note.status)}</p>
${note.attachments.map((attachment, index) => openAttachment(repository, attachment, `/chart/${patientId}/notes/${note.reference}/attachment/${index}`))}
${note.attachments.length === 0 && html`<p role="alert">This note has no attachment.</p>`}
${mayWrite && note.amendable && noteActions(patientId, note, isReadable(repository, note))}
</article>`
}

function openAttachment(repository: Repository, attachment: Attachment, address: string): Markup {
  const bytes = bytesOf(repository, attachment)
  if (!bytes) return html`<p role="alert">The attachment is not in this store.</p>`
  const text = readableText(attachment, bytes)
  const kind = attachment.contentType?.split(';')[0] ?? 'file'
  if (kind === 'text/plain' && text !== undefined) return html`<pre>${text}</pre>`
  const size = `${kind}, ${Math.ceil(bytes.length / 1024)} KB`
  if (text === undefined) return html`<p><a class="button" href="${address}">Download (${size})</a></p>`
  return html`<pre>${text}</pre><p class="quiet">Shown as text. <a href="${address}">Original (${size})</a></p>`
}

/** A PDF is replaced by a new note, not amended here: its words are not in the page. */
function isReadable(repository: Repository, { attachments: [attachment] }: Note): boolean {
  const bytes = attachment && bytesOf(repository, attachment)
  return attachment !== undefined && bytes !== undefined && readableText(attachment, bytes) !== undefined
}

const noteActions = (patientId: string, { reference }: Note, mayAmend: boolean): Markup => html`<div class="row">
${mayAmend && html`<a data-swap class="button" href="/chart/${patientId}/write/note/${reference.split('/')[1]}">Amend</a>`}
<form data-swap method="post" action="/chart/${patientId}/retract/note/${reference.split('/')[1]}"><button class="danger">Retract (entered in error)</button></form></div>`
