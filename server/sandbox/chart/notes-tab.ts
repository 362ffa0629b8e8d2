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
${note.attachments.map((attachment, index) => {
  const bytes = bytesOf(repository, attachment)
  if (!bytes) return html`<p role="alert">The attachment is not in this store.</p>`
  const text = readableText(attachment, bytes)
  if (text !== undefined) return html`<pre>${text}</pre>`
  return html`<p><a class="button" href="/chart/${patientId}/notes/${note.reference}/attachment/${index}">Download ${attachment.contentType ?? 'file'} (${Math.ceil(bytes.length / 1024)} KB)</a></p>`
})}
${note.attachments.length === 0 && html`<p role="alert">This note has no attachment.</p>`}
${mayWrite && note.amendable && noteActions(patientId, note)}
</article>`
}

const noteActions = (patientId: string, { reference }: Note): Markup => html`<div class="row">
<a data-swap class="button" href="/chart/${patientId}/write/note/${reference.split('/')[1]}">Amend</a>
<form data-swap method="post" action="/chart/${patientId}/retract/note/${reference.split('/')[1]}"><button class="danger">Retract (entered in error)</button></form></div>`
