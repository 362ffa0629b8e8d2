import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Finding, quotedSources } from '#fhir-mappings/finding.ts'
import { OpenSession, type PanelFinding, type PanelView, SignRequest } from '#fhir-mappings/panel.ts'
import type { Act } from '#server/audit/audit-event.ts'
import type { Ledger } from '#server/audit/ledger.ts'
import { auditView } from '#server/audit/view.ts'
import { SurveillanceError } from '#server/errors.ts'
import { checkLaunch, type LaunchDoors } from './launch-check.ts'
import { quotedNote } from './quoted-note.ts'
import { openSession, type SessionDoors, type Visitor, visitorOf } from './sessions.ts'
import { panelFinding, panelView, type ViewDoors, viewVersion } from './view.ts'

/** What sign-off offers to the panel; passed in, because sign-off leans on this room and not the other way round. */
export interface SignDesk {
  findingFor(visitor: Visitor, id: string): Promise<Finding>
  sign(id: string, asked: SignRequest, visitor: Visitor): Promise<Finding>
}

export interface PanelDoors extends SessionDoors, Omit<ViewDoors, 'site'>, LaunchDoors {
  readonly ledger: Ledger
  readonly desk: SignDesk
  /** whether this person may see the ledger of all patients */
  readonly mayReadAudit: (user: string) => boolean
  /** ends waiting polls when the service stops */
  readonly stopping: AbortSignal
}

const LONG_POLL_MS = 20_000
const LOOK_AGAIN_MS = 150

/** The panel's API: everything but the launch needs a session, and a session sees one patient. */
export function panelRoutes(app: FastifyInstance, doors: PanelDoors): void {
  const visitor = (request: FastifyRequest) => visitorOf(request.headers.authorization, doors)

  app.post('/api/session', async (request) => {
    const asked = parsed(OpenSession, request.body)
    const launch = await checkLaunch(asked, doors).catch(async (error: unknown) => {
      await doors.ledger.record([refusedLaunch(asked.patient, error)])
      throw error
    })
    const session = await openSession(launch, doors)
    await doors.ledger.record([act('login', launch.user, launch.patient, [])])
    return session
  })

  app.get<{ Querystring: { after?: string } }>('/api/panel', async (request, reply): Promise<PanelView> => {
    const who = await visitor(request)
    const patient = patientOf(who)
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    if (request.query.after)
      await changedSince(request.query.after, patient, doors, AbortSignal.any([gone.signal, doors.stopping]))
    const view = await panelView(patient, doors)
    if (view.version !== request.query.after) await shown(view, who, doors)
    return view
  })

  app.get<NoteQuestion>('/api/findings/:id/notes/:n', async ({ headers, params, query }) => {
    const who = await visitorOf(headers.authorization, doors)
    const finding = await doors.desk.findingFor(who, params.id)
    const source = sourceAsked(finding, params.n, query.version)
    const note = await quotedNote(doors.db, doors.site.id, finding, source, doors.people)
    await doors.ledger.record([act('note-shown', who.user.reference, who.patient, [source])])
    return note
  })

  app.post<{ Params: { id: string } }>('/api/findings/:id/decision', async (request): Promise<PanelFinding> => {
    const who = await visitor(request)
    const finding = await doors.desk.sign(request.params.id, parsed(SignRequest, request.body), who)
    return panelFinding(finding, new Map(), doors)
  })

  app.get('/api/audit', async (request) => {
    const who = await visitor(request)
    if (who.patient === null && !doors.mayReadAudit(who.user.reference)) {
      await doors.ledger.record([{ ...act('audit-refused', who.user.reference, null, []), outcome: 'failure' }])
      throw new SurveillanceError('AUDIT_FORBIDDEN')
    }
    await doors.ledger.record([act('audit-shown', who.user.reference, who.patient, [])])
    return auditView(doors, who.patient)
  })
}

interface NoteQuestion {
  readonly Params: { readonly id: string; readonly n: string }
  readonly Querystring: { readonly version?: string }
}

/** The note that stood at this place when the finding was shown; a later version may quote other notes. */
function sourceAsked(finding: Finding, n: string, version: string | undefined): string {
  const source = quotedSources(finding.proposal)[Number(n)]
  if (version !== String(finding.version)) throw new SurveillanceError('SIGN_OFF_STALE', { finding: finding.id })
  if (source === undefined) throw new SurveillanceError('FINDING_UNKNOWN', { finding: finding.id })
  return source
}

function parsed<T>(
  shape: {
    safeParse(
      body: unknown,
    ): { success: true; data: T } | { success: false; error: { issues: readonly { path: readonly PropertyKey[] }[] } }
  },
  body: unknown,
): T {
  const result = shape.safeParse(body)
  if (result.success) return result.data
  const member = result.error.issues[0]?.path.join('.') ?? ''
  throw new SurveillanceError('REQUEST_INVALID', { member })
}

function patientOf({ patient }: Visitor): string {
  if (patient === null) throw new SurveillanceError('PATIENT_MISMATCH', { reason: 'no-patient' })
  return patient
}

/** Waits until the panel would look otherwise, or the poll's time is up. */
async function changedSince(
  version: string,
  patient: string,
  { db, site, now }: PanelDoors,
  gone: AbortSignal,
): Promise<void> {
  const until = performance.now() + LONG_POLL_MS
  while (performance.now() < until && !gone.aborted) {
    if ((await viewVersion(db, site.id, patient, now())) !== version) return
    await pause(LOOK_AGAIN_MS)
  }
}

/** The first time a finding was on a clinician's screen; and who looked at whose panel (A1). */
async function shown(view: PanelView, who: Visitor, { db, ledger, now }: PanelDoors): Promise<void> {
  const ids = view.findings.map(({ finding }) => finding.id)
  if (ids.length > 0)
    await db
      .updateTable('finding')
      .set({ shown_at: now() })
      .where('id', 'in', ids)
      .where('shown_at', 'is', null)
      .execute()
  await ledger.record([act('panel-viewed', who.user.reference, view.patient, ids)])
}

const act = (subtype: string, who: string, patient: string | null, about: readonly string[]): Act => ({
  action: 'read',
  subtype,
  outcome: 'success',
  who,
  ...(patient ? { patient } : {}),
  about,
})

/** What the browser named is not believed, so it is noted as asked for, not as the patient of the act. */
const refusedLaunch = (patient: string | undefined, error: unknown): Act => ({
  action: 'execute',
  subtype: 'login-refused',
  outcome: 'failure',
  who: 'unknown',
  about: patient && /^Patient\/[A-Za-z0-9\-.]{1,64}$/.test(patient) ? [patient] : [],
  detail: { code: error instanceof SurveillanceError ? error.code : 'BUG' },
})
