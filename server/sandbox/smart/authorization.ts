import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Repository } from '#server/sandbox/repository.ts'
import {
  type AuthorizationRefusal,
  type AuthorizationRequest,
  readAuthorizationRequest,
} from './authorization-request.ts'
import type { RegisteredClient } from './clients.ts'
import type { Addresses } from './issuer.ts'
import { loginPage, patientPickerPage, refusalPage } from './login-pages.ts'
import { type Page, sendPage } from './page.ts'
import { grantedScope, words } from './scope.ts'
import { isOwnForm, type Sessions } from './session.ts'
import { patientsByName, staffUsers, type User } from './users.ts'
import type { Vault } from './vault.ts'

/** SMART asks for a code that lives about a minute. */
const CODE_LIFE_SECONDS = 60

export interface AuthorizationDesk {
  readonly addresses: Addresses
  readonly clients: readonly RegisteredClient[]
  readonly repository: Repository
  readonly sessions: Sessions
  readonly vault: Vault
}

/** Whose chart the app will see, and how it was opened. */
interface LaunchContext {
  readonly patient?: string | undefined
  readonly encounter?: string | undefined
  readonly needPatientBanner: boolean
  readonly launchedByEhr: boolean
}

/** The authorization endpoint: EHR launch, standalone launch, login and patient picker. */
export function authorizationRoutes(app: FastifyInstance, desk: AuthorizationDesk): void {
  app.get('/issuer/authorize', (request, reply) => authorize(request, reply, desk, undefined))
  app.post('/issuer/authorize', (request, reply) => {
    if (!isOwnForm(request)) return show(reply, desk, refusalPage('The form came from another site.', 403))
    return authorize(request, reply, desk, pickedPatient(request.body))
  })
}

function authorize(request: FastifyRequest, reply: FastifyReply, desk: AuthorizationDesk, picked: string | undefined) {
  const asked = readAuthorizationRequest(request.query, desk.clients, desk.addresses.fhirBase)
  if ('refused' in asked) return refuse(reply, desk, asked)

  const user = desk.sessions.user(request)
  if (!user) {
    return show(reply, desk, loginPage(staffUsers(desk.repository), patientsByName(desk.repository), request.url))
  }

  const context = launchContext(asked, user, desk, picked)
  if ('refused' in context) return refuse(reply, desk, context)
  if ('choose' in context) {
    return show(reply, desk, patientPickerPage(patientsByName(desk.repository), asked.client.name, request.url))
  }
  return giveCode(reply, asked, user, context, desk)
}

function launchContext(
  asked: AuthorizationRequest,
  user: User,
  desk: AuthorizationDesk,
  picked: string | undefined,
): LaunchContext | AuthorizationRefusal | { readonly choose: true } {
  if (asked.launch !== undefined) return ehrLaunch(asked, asked.launch, user, desk.vault)
  const standalone = { needPatientBanner: true, launchedByEhr: false }
  if (!words(asked.scope).includes('launch/patient')) return standalone
  if (user.ownChart) return { ...standalone, patient: user.ownChart }
  const patient = patientsByName(desk.repository).find(({ id }) => `Patient/${id}` === picked)
  return patient ? { ...standalone, patient: `Patient/${patient.id}` } : { choose: true }
}

/** A launch token opens one app once, for the person who was shown the chart. */
function ehrLaunch(
  asked: AuthorizationRequest,
  token: string,
  user: User,
  vault: Vault,
): LaunchContext | AuthorizationRefusal {
  if (!words(asked.scope).includes('launch')) return back(asked, 'invalid_scope', 'launch is given but not in scope.')
  const launch = vault.look('launch', token)
  if (!launch || launch.spent || launch.expired) {
    return back(asked, 'invalid_request', 'launch is unknown, expired or used before.')
  }
  if (launch.user !== user.reference) {
    return back(asked, 'access_denied', 'Another person is logged in than the one who opened the app.')
  }
  vault.spend('launch', token)
  const { patient, encounter, needPatientBanner } = launch
  return { patient, encounter, needPatientBanner, launchedByEhr: true }
}

function giveCode(
  reply: FastifyReply,
  asked: AuthorizationRequest,
  user: User,
  context: LaunchContext,
  desk: AuthorizationDesk,
) {
  const { patient, encounter, needPatientBanner } = context
  const circumstances = { ...context, user: user.reference, patient, encounter }
  const scope = grantedScope(asked.scope, asked.client.scope, circumstances)
  if (scope === '') return refuse(reply, desk, back(asked, 'invalid_scope', 'None of the scopes can be granted.'))

  const { redirectUri, challenge, nonce } = asked
  const grant = {
    family: randomUUID(),
    client: asked.client.id,
    user: user.reference,
    needPatientBanner,
    scope,
    ...(patient ? { patient } : {}),
    ...(encounter ? { encounter } : {}),
    ...(nonce ? { nonce } : {}),
  }
  const code = desk.vault.seal({ kind: 'code', redirectUri, challenge, grant }, CODE_LIFE_SECONDS)
  return goTo(reply, redirectUri, { code, state: asked.state })
}

const back = ({ redirectUri, state }: AuthorizationRequest, error: string, sentence: string): AuthorizationRefusal => ({
  refused: 'redirected',
  redirectUri,
  state,
  error,
  sentence,
})

function refuse(reply: FastifyReply, desk: AuthorizationDesk, refusal: AuthorizationRefusal) {
  if (refusal.refused === 'shown') return show(reply, desk, refusalPage(refusal.sentence))
  const { error, sentence, state } = refusal
  return goTo(reply, refusal.redirectUri, { error, error_description: sentence, ...(state ? { state } : {}) })
}

function goTo(reply: FastifyReply, redirectUri: string, parameters: Readonly<Record<string, string>>) {
  const url = new URL(redirectUri)
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').redirect(url.href, 302)
}

/** A browser blocks a form whose redirect leaves `form-action`: the apps' origins are part of it. */
function show(reply: FastifyReply, desk: AuthorizationDesk, page: Page) {
  const uris = desk.clients.flatMap((client) => client.redirectUris)
  const forms = [...new Set(uris.map((uri) => new URL(uri).origin))]
  return sendPage(reply, page, { forms, framedBy: "'self'" })
}

function pickedPatient(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('patient' in body)) return undefined
  return typeof body.patient === 'string' ? body.patient : undefined
}
