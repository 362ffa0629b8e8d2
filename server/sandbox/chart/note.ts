import type { Attachment, Binary, DiagnosticReport, DocumentReference } from '@medplum/fhirtypes'
import type { Repository } from '#server/sandbox/repository.ts'
import { matches } from '#server/sandbox/smart/matches.ts'
import { textFromCcda, textFromHtml } from './html-text.ts'
import { textFromRtf } from './rtf-text.ts'
import { conceptText } from './wording.ts'

type Charted = (DocumentReference | DiagnosticReport) & { id: string }

/** One note or report as the chart lists it. */
export interface Note {
  readonly reference: string
  readonly writtenAt: string | undefined
  readonly kind: string
  readonly title: string
  readonly author: { readonly reference?: string } | undefined
  /** what the list says about it: `final`, `amended`, `entered-in-error`, … */
  readonly status: string
  readonly attachments: readonly Attachment[]
  /** only documents written here are amended and retracted here */
  readonly amendable: boolean
}

/** All notes and reports of the patient, newest first. */
export function notesOf(repository: Repository, patient: string): readonly Note[] {
  const query = `patient=${patient}&_count=200`
  const documents = matches<DocumentReference>(repository, 'DocumentReference', query)
  const reports = matches<DiagnosticReport>(repository, 'DiagnosticReport', query)
  return [...documents, ...reports]
    .map(noteFrom)
    .toSorted((a, b) => (b.writtenAt ?? '').localeCompare(a.writtenAt ?? ''))
}

export const noteFrom = (charted: Charted): Note =>
  charted.resourceType === 'DocumentReference' ? noteFromDocument(charted) : noteFromReport(charted)

function noteFromDocument(document: DocumentReference & { id: string }): Note {
  const attachments = document.content.map(({ attachment }) => attachment)
  const kind = conceptText(document.type) ?? 'Note'
  return {
    reference: `DocumentReference/${document.id}`,
    writtenAt: document.context?.period?.start ?? document.date,
    kind,
    title: attachments[0]?.title ?? document.description ?? kind,
    author: document.author?.[0],
    status: document.status === 'current' ? (document.docStatus ?? 'current') : document.status,
    attachments,
    amendable: document.status === 'current',
  }
}

function noteFromReport(report: DiagnosticReport & { id: string }): Note {
  const attachments = report.presentedForm ?? []
  const kind = conceptText(report.code) ?? 'Report'
  return {
    reference: `DiagnosticReport/${report.id}`,
    writtenAt: report.effectiveDateTime ?? report.issued,
    kind,
    title: attachments[0]?.title ?? kind,
    author: report.performer?.[0],
    status: report.status,
    attachments,
    amendable: false,
  }
}

/** The bytes of an attachment, inline or as Binary of this store; undefined when there are none. */
export function bytesOf(repository: Repository, attachment: Attachment): Uint8Array | undefined {
  if (attachment.data !== undefined) return Buffer.from(attachment.data, 'base64')
  const id = /(?:^|\/)Binary\/([A-Za-z0-9.-]+)$/.exec(attachment.url ?? '')?.[1]
  if (!id) return undefined
  try {
    return Buffer.from(repository.read<Binary>('Binary', id).data ?? '', 'base64')
  } catch {
    return undefined
  }
}

const READERS: Readonly<Record<string, (source: string) => string>> = {
  'text/plain': (source) => source,
  'text/html': textFromHtml,
  'application/xhtml+xml': textFromHtml,
  'text/rtf': textFromRtf,
  'application/rtf': textFromRtf,
  'application/xml': textFromCcda,
  'text/xml': textFromCcda,
}

/** The text to show in the page; undefined for formats that are offered as a file only. */
export function readableText(attachment: Attachment, bytes: Uint8Array): string | undefined {
  const [mediaType = ''] = (attachment.contentType ?? '').toLowerCase().split(';')
  return READERS[mediaType.trim()]?.(decoded(attachment, bytes))
}

/** An unknown charset is read as UTF-8: a wrong letter is better than no note. */
function decoded(attachment: Attachment, bytes: Uint8Array): string {
  const charset = /charset="?([\w-]+)/i.exec(attachment.contentType ?? '')?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}
