import type {
  Attachment,
  CodeableConcept,
  DiagnosticReport,
  DocumentReference,
  Reference,
  Resource,
} from '@medplum/fhirtypes'
import type { ClinicalNote, Unreadable } from './clinical-note.ts'
import { isDated, momentOf } from './fhir-dates.ts'
import { noteKind } from './note-kinds.ts'
import { isOurs } from './own-writing.ts'
import { patientOf } from './patient-reference.ts'
import { isWellFormed } from './well-formed.ts'

/** All that a note's resource says beside its text, and where its text is. */
type NoteHead = Omit<ClinicalNote, 'text' | 'sha256'>

export type NoteSource =
  | {
      readonly readable: true
      readonly head: NoteHead
      /** the same text in one or several formats (D5) */
      readonly attachments: readonly Attachment[]
      /** words inside the resource, used when no attachment can be read (a report's conclusion) */
      readonly conclusion: string | undefined
      /** `DocumentReference/ID` of the notes that this one replaces (D8) */
      readonly replaces: readonly string[]
    }
  | { readonly readable: false; readonly reference: string; readonly version: string; readonly why: Unreadable }

/** D8 to D12 for a DocumentReference; `patient` (`Patient/ID`) is the patient that was asked for. */
export function noteFromDocumentReference(document: DocumentReference, patient?: string): NoteSource {
  const { refused, reference, version } = answersFor(document)
  if (!isWellFormed(document)) return refused('damaged')
  if (document.docStatus === 'entered-in-error' || (document.status as string) === 'entered-in-error')
    return refused('retracted')
  if (document.status === 'superseded') return refused('superseded')
  if (isOurs(document)) return refused('own-note')
  const subject = patientOf(document.subject)
  if (!subject) return refused('no-patient')
  if (patient !== undefined && subject !== patient) return refused('wrong-patient')
  const dated = dateOfDocument(document)
  if (!dated) return refused('undated')
  const attachments = (document.content ?? []).flatMap(({ attachment }) => attachment ?? [])
  const title = titleFrom(attachments, document.description, document.type)
  return {
    readable: true,
    head: {
      reference,
      version,
      patient: subject,
      kind: noteKind(document.type, document.category ?? [], title),
      title,
      ...dated,
      author: authorOf(document, document.author),
      preliminary: document.docStatus === 'preliminary',
    },
    attachments,
    conclusion: undefined,
    replaces: (document.relatesTo ?? [])
      .filter(({ code }) => code === 'replaces')
      .flatMap(({ target }) => /DocumentReference\/[A-Za-z0-9\-.]{1,64}/.exec(target?.reference ?? '')?.[0] ?? []),
  }
}

/** Imaging, pathology and microbiology reports are notes of their kind. */
export function noteFromDiagnosticReport(report: DiagnosticReport, patient?: string): NoteSource {
  const { refused, reference, version } = answersFor(report)
  if (!isWellFormed(report)) return refused('damaged')
  if (report.status === 'entered-in-error' || report.status === 'cancelled') return refused('retracted')
  if (isOurs(report)) return refused('own-note')
  const subject = patientOf(report.subject)
  if (!subject) return refused('no-patient')
  if (patient !== undefined && subject !== patient) return refused('wrong-patient')
  const dated = dateOfReport(report)
  if (!dated) return refused('undated')
  const attachments = report.presentedForm ?? []
  const title = titleFrom(attachments, undefined, report.code)
  return {
    readable: true,
    head: {
      reference,
      version,
      patient: subject,
      kind: noteKind(report.code, report.category ?? [], title),
      title,
      ...dated,
      author: authorOf(report, report.resultsInterpreter ?? report.performer),
      preliminary: report.status === 'preliminary' || report.status === 'partial' || report.status === 'registered',
    },
    attachments,
    conclusion: report.conclusion,
    replaces: [],
  }
}

function answersFor(resource: DocumentReference | DiagnosticReport) {
  const reference = `${resource.resourceType}/${resource.id ?? ''}`
  const version = String(resource.meta?.versionId ?? resource.meta?.lastUpdated ?? '')
  const refused = (why: Unreadable): NoteSource => ({ readable: false, reference, version, why })
  return { refused, reference, version }
}

type Dated = Pick<ClinicalNote, 'authoredAt' | 'dateFrom'>
type Place = readonly [dateFrom: ClinicalNote['dateFrom'], value: string | undefined]

/**
 * D10: the period of service, unless the document's own date lies inside it and so says more exactly when it was written
 * (a note of the fifth day of a stay); then the attachment, then the server.
 */
function dateOfDocument({ context, date, content, meta }: DocumentReference): Dated | undefined {
  const period = context?.period
  const isInside =
    isDated(date) &&
    isDated(period?.start) &&
    momentOf(date) >= momentOf(period.start) &&
    (!isDated(period.end) || momentOf(date) <= momentOf(period.end))
  return firstDated([
    ...(isInside ? [['date', date] as const] : []),
    ['context.period', isDated(period?.end) ? period.end : period?.start],
    ['date', date],
    ['attachment.creation', content?.map(({ attachment }) => attachment?.creation).find(isDated)],
    ['meta.lastUpdated', meta?.lastUpdated],
  ])
}

function dateOfReport({ effectiveDateTime, effectivePeriod, issued, presentedForm, meta }: DiagnosticReport) {
  return firstDated([
    ['effective', effectiveDateTime ?? effectivePeriod?.start ?? effectivePeriod?.end],
    ['issued', issued],
    ['attachment.creation', presentedForm?.map(({ creation }) => creation).find(isDated)],
    ['meta.lastUpdated', meta?.lastUpdated],
  ])
}

function firstDated(places: readonly Place[]): Dated | undefined {
  for (const [dateFrom, authoredAt] of places) if (isDated(authoredAt)) return { authoredAt, dateFrom }
  return undefined
}

const FILE_NAME = /\.[a-z]{2,4}$/i
const MAX_TITLE = 200

/** What the attachment is called, unless that is a file name; else the description; else the type. */
function titleFrom(
  attachments: readonly Attachment[],
  description: string | undefined,
  type: CodeableConcept | undefined,
): string {
  const called = attachments.map(({ title }) => title).find((title) => title && !FILE_NAME.test(title))
  const display = type?.coding?.find((coding) => coding.display)?.display
  return (called ?? description ?? type?.text ?? display ?? '').trim().slice(0, MAX_TITLE)
}

/** D10: the author by reference only. A contained author is followed to the practitioner it names; a name is not kept. */
function authorOf(
  resource: Resource & { contained?: Resource[] },
  authors: readonly Reference[] | undefined,
): string | null {
  for (const { reference } of authors ?? []) {
    if (reference === undefined) continue
    if (!reference.startsWith('#')) return /[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}$/.exec(reference)?.[0] ?? null
    const inner = resource.contained?.find(({ id }) => id === reference.slice(1))
    const role = inner?.resourceType === 'PractitionerRole' ? inner.practitioner?.reference : undefined
    if (role && !role.startsWith('#')) return role
  }
  return null
}
