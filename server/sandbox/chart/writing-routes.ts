import type { DocumentReference, Observation } from '@medplum/fhirtypes'
import type { FastifyInstance } from 'fastify'
import { type ChartDesk, type OpenChart, readOrUndefined } from './desk.ts'
import { Amendment, Correction, InfusionEntry, NoteEntry, ResultEntry } from './entries.ts'
import { formRoutes, retractRoute } from './form-routes.ts'
import { amendForm, correctionForm, infusionForm, noteForm, resultForm } from './forms.ts'
import { bytesOf, readableText } from './note.ts'
import {
  administrationFromEntry,
  amended,
  cancelled,
  corrected,
  documentFromEntry,
  observationFromEntry,
  retracted,
} from './writing.ts'

/** Everything that a clinician charts by hand. Each write goes through the repository, so subscriptions hear of it. */
export function writingRoutes(app: FastifyInstance, desk: ChartDesk): void {
  const document = (chart: OpenChart, id: string) => ofChart<DocumentReference>(desk, chart, 'DocumentReference', id)
  const observation = (chart: OpenChart, id: string) => ofChart<Observation>(desk, chart, 'Observation', id)

  formRoutes(app, desk, '/write/note', {
    tab: 'notes',
    entry: NoteEntry,
    show: ({ user }, address, _id, retry) => noteForm(address, `${user.name}, ${user.role}`, retry),
    write: (_chart, entry, signature) => documentFromEntry(entry, signature),
  })
  formRoutes(app, desk, '/write/result', {
    tab: 'laboratory',
    entry: ResultEntry,
    show: (_chart, address, _id, retry) => resultForm(address, retry),
    write: (_chart, entry, signature) => observationFromEntry(entry, signature),
  })
  formRoutes(app, desk, '/write/infusion', {
    tab: 'infusions',
    entry: InfusionEntry,
    show: (_chart, address, _id, retry) => infusionForm(address, retry),
    write: (_chart, entry, signature) => administrationFromEntry(entry, signature),
  })
  formRoutes(app, desk, '/write/note/:id', {
    tab: 'notes',
    entry: Amendment,
    show: (chart, address, id, retry) => {
      const note = document(chart, id)
      return note && amendForm(address, id, titleOf(note), textOf(desk, note), retry)
    },
    write: (chart, { text }, signature, id) => {
      const note = document(chart, id)
      return note && amended(note, text, signature)
    },
  })
  formRoutes(app, desk, '/write/result/:id', {
    tab: 'laboratory',
    entry: Correction,
    show: (chart, address, id, retry) => {
      const result = observation(chart, id)
      return result && correctionForm(address, result, retry)
    },
    write: (chart, { value }, { at }, id) => {
      const result = observation(chart, id)
      return result && corrected(result, value, at)
    },
  })
  retractRoute(app, desk, 'note', 'notes', (chart, id) => {
    const note = document(chart, id)
    return note && retracted(note)
  })
  retractRoute(app, desk, 'result', 'laboratory', (chart, id) => {
    const result = observation(chart, id)
    return result && cancelled(result)
  })
}

function ofChart<T extends DocumentReference | Observation>(
  { repository }: ChartDesk,
  { patient }: OpenChart,
  type: T['resourceType'],
  id: string,
): (T & { id: string }) | undefined {
  const found = readOrUndefined<T>(repository, type, id)
  return found?.subject?.reference === `Patient/${patient.id}` ? found : undefined
}

const titleOf = ({ content, type }: DocumentReference): string => content[0]?.attachment.title ?? type?.text ?? 'Note'

function textOf({ repository }: ChartDesk, { content }: DocumentReference): string {
  const attachment = content[0]?.attachment
  const bytes = attachment && bytesOf(repository, attachment)
  return (attachment && bytes && readableText(attachment, bytes)) ?? ''
}
