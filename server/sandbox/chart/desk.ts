import type { Flag, Patient } from '@medplum/fhirtypes'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Repository } from '#server/sandbox/repository.ts'
import type { Addresses } from '#server/sandbox/smart/issuer.ts'
import { loginPage, refusalPage } from '#server/sandbox/smart/login-pages.ts'
import type { Markup } from '#server/sandbox/smart/markup.ts'
import { pageHeaders, sendPage } from '#server/sandbox/smart/page.ts'
import { isOwnForm, type Sessions } from '#server/sandbox/smart/session.ts'
import { patientsByName, staffUsers, type User } from '#server/sandbox/smart/users.ts'
import type { Vault } from '#server/sandbox/smart/vault.ts'
import { chartBody, chartParts, type Frame, type Tab } from './chart-frame.ts'
import { launchOf } from './launch.ts'
import { flagsOf } from './other-tabs.ts'
import type { Pulse } from './pulse.ts'

/** What the pages of the chart work with. */
export interface ChartDesk {
  readonly addresses: Addresses
  readonly serviceOrigin: string
  readonly repository: Repository
  readonly sessions: Sessions
  readonly vault: Vault
  readonly pulse: Pulse
  readonly now: () => Date
}

/** One opened chart: whose it is and who looks at it. */
export interface OpenChart {
  readonly user: User
  readonly patient: Patient & { id: string }
}

export interface Work {
  readonly tab: Tab
  readonly work: Markup
  /** fetched again when the chart changes */
  readonly live: boolean
  readonly status?: number
}

/** The logged-in user; without one the login page is sent and the answer is undefined. */
export function userOrLogin(request: FastifyRequest, reply: FastifyReply, desk: ChartDesk): User | undefined {
  const user = desk.sessions.user(request)
  if (user) return user
  sendPage(reply, {
    ...loginPage(staffUsers(desk.repository), patientsByName(desk.repository), request.url),
    status: 401,
  })
  return undefined
}

/** Opens the chart that the address names for the user of this browser; else the reason is sent and undefined returned. */
export function openChart(request: FastifyRequest, reply: FastifyReply, desk: ChartDesk): OpenChart | undefined {
  const user = userOrLogin(request, reply, desk)
  if (!user) return undefined
  const { patient: id } = request.params as { patient: string }
  if (user.ownChart && user.ownChart !== `Patient/${id}`) {
    sendPage(reply, refusalPage('As a patient you can open your own chart only.', 403))
    return undefined
  }
  const patient = readOrUndefined<Patient>(desk.repository, 'Patient', id)
  if (!patient) sendPage(reply, refusalPage('There is no such chart.', 404))
  return patient && { user, patient }
}

/** As `openChart`, for those who may write in it. */
export function openChartToWrite(request: FastifyRequest, reply: FastifyReply, desk: ChartDesk): OpenChart | undefined {
  if (request.method !== 'GET' && !isOwnForm(request)) {
    sendPage(reply, refusalPage('The form came from another site; nothing was written.', 403))
    return undefined
  }
  const chart = openChart(request, reply, desk)
  if (!chart?.user.ownChart) return chart
  sendPage(reply, refusalPage('Patients do not write in the chart.', 403))
  return undefined
}

/** Sends the chart page with this work in it, or only the changed parts when the page script asks for them. */
export function sendChart(
  request: FastifyRequest,
  reply: FastifyReply,
  desk: ChartDesk,
  chart: OpenChart,
  shown: Work,
) {
  const wantsParts = request.headers['x-chart-parts'] !== undefined
  const { patient, user } = chart
  const frame: Frame = {
    ...shown,
    patient,
    user,
    flags: flagsOf(desk.repository, patient.id).filter(({ status }) => status === 'active') as Flag[],
    today: desk.now().toISOString().slice(0, 10),
    panelUrl: wantsParts ? '' : launchOf(desk, chart),
  }
  reply.header('vary', 'x-chart-parts')
  if (wantsParts) {
    return reply
      .code(shown.status ?? 200)
      .headers(pageHeaders())
      .type('text/html; charset=utf-8')
      .send(chartParts(frame).markup)
  }
  const page = {
    title: 'Chart · Sandbox Hospital',
    body: chartBody(frame),
    kind: 'chart',
    status: shown.status ?? 200,
  } as const
  return sendPage(reply, page, { frames: [desk.serviceOrigin] })
}

export function readOrUndefined<T extends import('@medplum/fhirtypes').Resource>(
  repository: Repository,
  type: T['resourceType'],
  id: string,
): (T & { id: string }) | undefined {
  try {
    return repository.read<T>(type, id)
  } catch {
    return undefined
  }
}
