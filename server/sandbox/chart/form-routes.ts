import type { Resource } from '@medplum/fhirtypes'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { FhirRefusal } from '#server/sandbox/repository.ts'
import { refusalPage } from '#server/sandbox/smart/login-pages.ts'
import type { Markup } from '#server/sandbox/smart/markup.ts'
import { sendPage } from '#server/sandbox/smart/page.ts'
import type { Tab } from './chart-frame.ts'
import { type ChartDesk, type OpenChart, openChartToWrite, sendChart } from './desk.ts'
import { freshForm, type Retry } from './forms.ts'
import type { Signature } from './writing.ts'

/** One form of the chart: how it is shown and what it writes. */
export interface Form<T> {
  readonly tab: Tab
  readonly entry: z.ZodType<T>
  /** the form as it is shown; undefined when what it is about is not in this chart */
  show(chart: OpenChart, address: string, id: string, retry: Retry): Markup | undefined
  /** what is stored when it is signed; undefined as for `show` */
  write(chart: OpenChart, entry: T, signature: Signature, id: string): Resource | undefined
}

/** Shows the form, and writes what it brings back; complaints come back with what was typed. */
export function formRoutes<T>(app: FastifyInstance, desk: ChartDesk, path: string, form: Form<T>): void {
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

/** Marks one resource as entered in error. */
export function retractRoute(
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

const idOf = (request: FastifyRequest): string => (request.params as { id?: string }).id ?? ''

const signatureOf = ({ now }: ChartDesk, { patient, user }: OpenChart): Signature => ({
  patient: `Patient/${patient.id}`,
  user: user.reference,
  at: now().toISOString(),
})
