import type { Attachment, Binary, DiagnosticReport, DocumentReference, Encounter, Resource } from '@medplum/fhirtypes'
import { type Encoded, encoded } from './attachment.ts'
import { instantOf, ordinal } from './days.ts'
import { encounterClassOf, typeOf } from './note-kinds.ts'
import type { Story, StoryNote } from './story.ts'

const DOCUMENT_CATEGORY = 'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category'
const REPORT_SECTION = 'http://terminology.hl7.org/CodeSystem/v2-0074'

interface Filed {
  readonly story: Story
  readonly note: StoryNote
  readonly position: number
  readonly today: string
  readonly attachment: Attachment
}

/** For every note its encounter, its Binary when it is carried so, and the DocumentReference or DiagnosticReport. */
export function notesFromStory(story: Story, today: string): readonly (Resource & { id: string })[] {
  return story.notes.flatMap((note, position) => {
    const content = encoded(story, note, `${story.id}-note-${ordinal(position)}`, today)
    const binary = note.carriage === 'binary' ? [binaryFrom(story, position, content)] : []
    const filed = {
      story,
      note,
      position,
      today,
      attachment: attachmentFrom({ story, note, position, today }, content),
    }
    return [encounterFrom(filed), ...binary, ...documentsFrom(filed)]
  })
}

const binaryId = (story: Story, position: number): string => `${story.id}-file-${ordinal(position)}`

const encounterId = (story: Story, position: number): string => `${story.id}-visit-${ordinal(position)}`

const binaryFrom = (story: Story, position: number, content: Encoded): Binary & { id: string } => ({
  resourceType: 'Binary',
  id: binaryId(story, position),
  contentType: content.contentType,
  securityContext: { reference: `Patient/${story.id}` },
  data: content.data,
})

function attachmentFrom({ story, note, position, today }: Omit<Filed, 'attachment'>, content: Encoded): Attachment {
  return {
    contentType: content.contentType,
    ...(note.carriage === 'binary' ? { url: `Binary/${binaryId(story, position)}` } : { data: content.data }),
    size: content.size,
    title: note.title,
    creation: instantOf(today, note.day, note.at),
  }
}

function encounterFrom({ story, note, position, today }: Filed): Encounter & { id: string } {
  const start = instantOf(today, note.day, note.at)
  return {
    resourceType: 'Encounter',
    id: encounterId(story, position),
    status: 'finished',
    class: encounterClassOf(note.kind),
    type: [{ text: note.title }],
    subject: { reference: `Patient/${story.id}` },
    participant: [{ individual: { reference: `Practitioner/${note.author}` } }],
    period: { start, end: start },
  }
}

/** Imaging and pathology are reports; the same text may stand in the chart a second time as a document (D6). */
function documentsFrom(filed: Filed): readonly (Resource & { id: string })[] {
  if (filed.note.kind !== 'imaging' && filed.note.kind !== 'pathology') return [documentFrom(filed)]
  return filed.note.alsoDocument ? [reportFrom(filed), documentFrom(filed)] : [reportFrom(filed)]
}

function documentFrom({ story, note, position, today, attachment }: Filed): DocumentReference & { id: string } {
  const writtenAt = instantOf(today, note.day, note.at)
  return {
    resourceType: 'DocumentReference',
    id: `${story.id}-note-${ordinal(position)}`,
    ...standingOf(note),
    type: typeOf(note.kind),
    category: [{ coding: [{ system: DOCUMENT_CATEGORY, code: 'clinical-note', display: 'Clinical Note' }] }],
    subject: { reference: `Patient/${story.id}` },
    date: writtenAt,
    author: [{ reference: `Practitioner/${note.author}` }],
    ...replacementOf(story, note),
    content: [{ attachment }],
    context: {
      encounter: [{ reference: `Encounter/${encounterId(story, position)}` }],
      period: { start: writtenAt, end: writtenAt },
    },
  }
}

function standingOf(
  note: StoryNote,
): Pick<DocumentReference, 'status' | 'docStatus'> & { status: 'current' | 'superseded' | 'entered-in-error' } {
  switch (note.standing) {
    case 'preliminary':
      return { status: 'current', docStatus: 'preliminary' }
    case 'entered-in-error':
      return { status: 'entered-in-error', docStatus: 'entered-in-error' }
    case 'superseded':
      return { status: 'superseded', docStatus: 'amended' }
    default:
      return { status: 'current', docStatus: 'final' }
  }
}

function replacementOf(story: Story, note: StoryNote): Pick<DocumentReference, 'relatesTo'> {
  if (note.replaces === undefined) return {}
  const target = { reference: `DocumentReference/${story.id}-note-${ordinal(note.replaces)}` }
  return { relatesTo: [{ code: 'replaces', target }] }
}

function reportFrom({ story, note, position, today, attachment }: Filed): DiagnosticReport & { id: string } {
  const reportedAt = instantOf(today, note.day, note.at)
  return {
    resourceType: 'DiagnosticReport',
    id: `${story.id}-report-${ordinal(position)}`,
    status: reportStatusOf(note),
    category: [{ coding: [{ system: REPORT_SECTION, code: note.kind === 'imaging' ? 'RAD' : 'PAT' }] }],
    code: typeOf(note.kind),
    subject: { reference: `Patient/${story.id}` },
    encounter: { reference: `Encounter/${encounterId(story, position)}` },
    effectiveDateTime: reportedAt,
    issued: reportedAt,
    performer: [{ reference: `Practitioner/${note.author}` }],
    presentedForm: [attachment],
  }
}

function reportStatusOf(note: StoryNote): DiagnosticReport['status'] & string {
  if (note.standing === 'preliminary') return 'preliminary'
  return note.standing === undefined ? 'final' : 'entered-in-error'
}
