import type { DiagnosticReport, DocumentReference } from '@medplum/fhirtypes'
import type { FastifyInstance } from 'fastify'
import { refusalPage } from '#server/sandbox/smart/login-pages.ts'
import { html, type Markup } from '#server/sandbox/smart/markup.ts'
import { sendPage } from '#server/sandbox/smart/page.ts'
import { maySee, type Tab, tabs, topBar } from './chart-frame.ts'
import { type ChartDesk, openChart, readOrUndefined, sendChart, userOrLogin } from './desk.ts'
import { laboratoryTab, testHistory } from './laboratory-tab.ts'
import { launchOf } from './launch.ts'
import { bytesOf, type Note, noteFrom } from './note.ts'
import { notesTab, openNote } from './notes-tab.ts'
import { findingsTab, infusionsTab, problemsTab } from './other-tabs.ts'
import { patientListBody, patientRows } from './patient-list.ts'

const workOfTab: Readonly<Record<Tab, (repository: ChartDesk['repository'], patientId: string) => Markup>> = {
  notes: notesTab,
  laboratory: laboratoryTab,
  infusions: infusionsTab,
  findings: findingsTab,
  problems: problemsTab,
}

/** Patient list, chart with its tabs, opened notes, and the launch of the panel. */
export function readingRoutes(app: FastifyInstance, desk: ChartDesk): void {
  app.get('/', (request, reply) => {
    const user = userOrLogin(request, reply, desk)
    if (!user) return reply
    return reply.redirect(user.ownChart ? `/chart/${user.ownChart.slice('Patient/'.length)}/notes` : '/patients', 303)
  })

  app.get<{ Querystring: { q?: string } }>('/patients', (request, reply) => {
    const user = userOrLogin(request, reply, desk)
    if (!user) return reply
    if (user.ownChart) return sendPage(reply, refusalPage('As a patient you can open your own chart only.', 403))
    const typed = String(request.query.q ?? '').trim()
    const body = html`${topBar(user)}${patientListBody(patientRows(desk.repository, typed), typed)}`
    return sendPage(reply, { title: 'Patients · Sandbox Hospital', body, kind: 'list' })
  })

  for (const tab of Object.keys(tabs) as Tab[]) {
    app.get<{ Querystring: { test?: string } }>(`/chart/:patient/${tab}`, (request, reply) => {
      const chart = openChart(request, reply, desk)
      if (!chart) return reply
      if (!maySee(chart.user, tab)) return sendPage(reply, refusalPage('This part of the chart is for the staff.', 403))
      const test = tab === 'laboratory' ? request.query.test : undefined
      const work =
        test === undefined
          ? workOfTab[tab](desk.repository, chart.patient.id)
          : testHistory(desk.repository, chart.patient.id, String(test), !chart.user.ownChart)
      return sendChart(request, reply, desk, chart, { tab, work, live: true })
    })
  }

  app.get<NoteAddress>('/chart/:patient/notes/:type/:id', (request, reply) => {
    const chart = openChart(request, reply, desk)
    if (!chart) return reply
    const note = noteOf(desk, request.params)
    if (!note) return sendPage(reply, refusalPage('There is no such note in this chart.', 404))
    const work = openNote(desk.repository, chart.patient.id, note, !chart.user.ownChart)
    return sendChart(request, reply, desk, chart, { tab: 'notes', work, live: true })
  })

  app.get<NoteAddress>('/chart/:patient/notes/:type/:id/attachment/:index', (request, reply) => {
    if (!openChart(request, reply, desk)) return reply
    const attachment = noteOf(desk, request.params)?.attachments[Number(request.params.index)]
    const bytes = attachment && bytesOf(desk.repository, attachment)
    if (!attachment || !bytes) return sendPage(reply, refusalPage('There is no such file in this chart.', 404))
    return reply.headers(fileHeaders(attachment.contentType)).send(Buffer.from(bytes))
  })

  app.get('/chart/:patient/panel', (request, reply) => {
    const chart = openChart(request, reply, desk)
    return chart ? reply.header('cache-control', 'no-store').redirect(launchOf(desk, chart), 302) : reply
  })

  app.get('/chart/:patient/pulse', (request, reply) => {
    const chart = openChart(request, reply, desk)
    return chart ? reply.header('cache-control', 'no-store').send({ beat: desk.pulse(chart.patient.id) }) : reply
  })

  app.get<{ Params: { patient: string } }>('/chart/:patient', (request, reply) =>
    reply.redirect(`/chart/${encodeURIComponent(request.params.patient)}/notes`, 303),
  )
}

interface NoteAddress {
  readonly Params: { readonly patient: string; readonly type: string; readonly id: string; readonly index?: string }
}

/** The note the address names; undefined for one of another patient. */
function noteOf({ repository }: ChartDesk, { patient, type, id }: NoteAddress['Params']): Note | undefined {
  if (type !== 'DocumentReference' && type !== 'DiagnosticReport') return undefined
  const charted = readOrUndefined<DocumentReference | DiagnosticReport>(repository, type, id)
  return charted?.subject?.reference === `Patient/${patient}` ? noteFrom(charted) : undefined
}

/** A file from a chart is stored by the browser, never run in the chart's origin. */
const fileHeaders = (contentType: string | undefined) => ({
  'content-type': contentType ?? 'application/octet-stream',
  'content-disposition': 'attachment; filename="note"',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
})
