import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { type PanelView, Session } from '#fhir-mappings/panel.ts'
import type { Product } from './product.ts'

/** A panel that a clinician opened from a chart, as its pages would, without a browser. */
export interface OpenPanel {
  readonly session: Session
  /** what the panel shows now; throws with the status when the service refuses */
  view(): Promise<PanelView>
}

const Granted = z.object({ access_token: z.string(), id_token: z.string(), patient: z.string() })

/** Logs in, opens the chart, follows its launch of the panel to the end of the SMART dance, and opens a session. */
export async function panelOf(product: Product, patient: string, user = 'Practitioner/oncologist'): Promise<OpenPanel> {
  const { ehr, fhirBase, serviceOrigin } = product
  const login = await posted(`${ehr}/login`, { user }, '')
  const cookie = (login.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const chart = await (await fetch(`${ehr}/chart/${patient}/notes`, { headers: { cookie } })).text()
  const launch = /[?&;]launch=([A-Za-z0-9_-]+)/.exec(chart)?.[1]
  if (!launch) throw new Error('The chart does not offer the panel.')
  const granted = await grantedFor(product, cookie, launch)
  const opened = await fetch(`${serviceOrigin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      iss: fhirBase,
      accessToken: granted.access_token,
      idToken: granted.id_token,
      patient: `Patient/${granted.patient}`,
    }),
  })
  if (!opened.ok) throw new Error(`The service opened no session: ${opened.status} ${await opened.text()}`)
  const session = Session.parse(await opened.json())
  return {
    session,
    view: async () => {
      const headers = { authorization: `Bearer ${session.session}` }
      const answer = await fetch(`${serviceOrigin}/api/panel`, { headers })
      if (!answer.ok) throw new Error(`The panel was refused: ${answer.status} ${await answer.text()}`)
      return (await answer.json()) as PanelView
    },
  }
}

async function grantedFor({ ehr, fhirBase, serviceOrigin }: Product, cookie: string, launch: string) {
  const code_verifier = randomBytes(32).toString('base64url')
  const client = { client_id: 'irae-panel', redirect_uri: `${serviceOrigin}/panel/index.html` }
  const asked = new URLSearchParams({
    ...client,
    ...{ response_type: 'code', scope: 'launch openid fhirUser patient/Patient.read', state: 'test' },
    ...{ aud: fhirBase, launch, code_challenge_method: 'S256' },
    code_challenge: createHash('sha256').update(code_verifier).digest('base64url'),
  })
  const sent = await fetch(`${ehr}/issuer/authorize?${asked}`, { headers: { cookie }, redirect: 'manual' })
  const code = new URL(sent.headers.get('location') ?? ehr).searchParams.get('code') ?? ''
  const given = await posted(
    `${ehr}/issuer/token`,
    { ...client, grant_type: 'authorization_code', code, code_verifier },
    '',
  )
  if (!given.ok) throw new Error(`The EHR gave no token: ${await given.text()}`)
  return Granted.parse(await given.json())
}

const posted = (url: string, fields: Readonly<Record<string, string>>, cookie: string): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { cookie }, body: new URLSearchParams(fields), redirect: 'manual' })
