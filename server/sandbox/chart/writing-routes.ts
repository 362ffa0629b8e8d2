import type { DocumentReference, Observation, Resource } from '@medplum/fhirtypes'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { FhirRefusal } from '#server/sandbox/repository.ts'
import { refusalPage } from '#server/sandbox/smart/login-pages.ts'
import type { Markup } from '#server/sandbox/smart/markup.ts'
import { sendPage } from '#server/sandbox/smart/page.ts'
import type { Tab } from './chart-frame.ts'
import { type ChartDesk, type OpenChart, openChartToWrite, readOrUndefined, sendChart } from './desk.ts'
import { Amendment, Correction, InfusionEntry, NoteEntry, ResultEntry } from './entries.ts'
import { amendForm, correctionForm, freshForm, infusionForm, noteForm, type Retry, resultForm } from './forms.ts'
import { bytesOf, readableText } from './note.ts'
import {
  administrationFromEntry,
  amended,
  cancelled,
  corrected,
  documentFromEntry,
  observationFromEntry,
  retracted,
  type Signature,
} from './writing.ts'

interface Form<T> {
  readonly tab: Tab
  readonly entry: z.ZodType<T>
  /** the form as it is shown; undefined when what it is about is not in this chart */
  show(chart: OpenChart, address: string, id: string, retry: Retry): Markup | undefined
  /** what is stored when it is signed; undefined as for `show` */
  write(chart: OpenChart, entry: T, signature: Signature, id: string): Resource | undefined
}

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

function formRoutes<T>(app: FastifyInstance, desk: ChartDesk, path: string, form: Form<T>): void {
  const show = (request: FastifyRequest, reply: FastifyReply, chart: OpenChart, retry: Retry) => {
    const work = form.show(chart, `/chart/${chart.patient.id}`, idOf(request), retry)
    if (!work) return sendPage(reply, refusalPage('This is not in the chart.', 404))
    const status = retry.complaints.length > 0 ? 422 : 200
    return sendChart(request, reply, desk, chart, { tab: form.tab, work, live: false, status })
  }

  app.get(`/chart/:patient${path}`, (request, reply) => {
    const chart = openChartToWrite(request, reply, desk)
    return chart ? show(request, reply, chart, freshForm) : reply
  })

  app.post(`/chart/:patient${path}`, (request, reply) => {
    const chart = openChartToWrite(request, reply, desk)
    if (!chart) return reply
    const typed = (request.body ?? {}) as Record<string, string>
    const entry = form.entry.safeParse(typed)
    if (!entry.success)
      return show(request, reply, chart, { complaints: entry.error.issues.map((i) => i.message), typed })
    const resource = form.write(chart, entry.data, signatureOf(desk, chart), idOf(request))
    if (!resource) return sendPage(reply, refusalPage('This is not in the chart.', 404))
    const complaint = stored(desk, resource)
    if (complaint) return show(request, reply, chart, { complaints: [complaint], typed })
    return reply.redirect(`/chart/${chart.patient.id}/${form.tab}`, 303)
  })
}

function retractRoute(
  app: FastifyInstance,
  desk: ChartDesk,
  kind: string,
  tab: Tab,
  voided: (chart: OpenChart, id: string) => Resource | undefined,
): void {
  app.post(`/chart/:patient/retract/${kind}/:id`, (request, reply) => {
    const chart = openChartToWrite(request, reply, desk)
    if (!chart) return reply
    const resource = voided(chart, idOf(request))
    if (!resource) return sendPage(reply, refusalPage('This is not in the chart.', 404))
    const complaint = stored(desk, resource)
    if (complaint) return sendPage(reply, refusalPage(complaint, 422))
    return reply.redirect(`/chart/${chart.patient.id}/${tab}`, 303)
  })
}

/** Stores a new resource or a new version; the refusal of the store as a sentence, undefined when all went well. */
function stored({ repository }: ChartDesk, resource: Resource): string | undefined {
  try {
    const { id } = resource
    if (id === undefined) repository.create(resource)
    else repository.update({ ...resource, id }, resource.meta?.versionId)
    return undefined
  } catch (cause) {
    if (cause instanceof FhirRefusal) return `The chart did not accept this: ${cause.message}`
    throw cause
  }
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

const idOf = (request: FastifyRequest): string => (request.params as { id?: string }).id ?? ''

const signatureOf = ({ now }: ChartDesk, { patient, user }: OpenChart): Signature => ({
  patient: `Patient/${patient.id}`,
  user: user.reference,
  at: now().toISOString(),
})

const titleOf = ({ content, type }: DocumentReference): string => content[0]?.attachment.title ?? type?.text ?? 'Note'

function textOf({ repository }: ChartDesk, { content }: DocumentReference): string {
  const attachment = content[0]?.attachment
  const bytes = attachment && bytesOf(repository, attachment)
  return (attachment && bytes && readableText(attachment, bytes)) ?? ''
}
