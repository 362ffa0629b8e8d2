import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

/** Any JSON that a broken server may take for a FHIR resource. */
export type Raw = Readonly<Record<string, unknown>>

/** One request answered by the test itself instead of the server. */
export type Answerer = (request: IncomingMessage, response: ServerResponse) => void

/** An EHR that checks nothing: it answers with whatever the test has put into it, however malformed. */
export interface HostileEhr {
  readonly origin: string
  readonly fhirBase: string
  /** Resources by `Type/id`, as they are; a search for the type finds them by the reference of their subject. */
  put(reference: string, resource: Raw): void
  /** Resources that only a search shows, with no address of their own. */
  list(type: string, patient: string, resource: unknown): void
  /** Takes over one path below the base, such as `/DocumentReference/n1`, or the searches of one patient: `/Observation?p1`. */
  answer(path: string, answerer: Answerer): void
  /** the secret header value of the Subscription that the service created */
  hookSecret(): string | undefined
  /** a signed id_token of a clinician, as a SMART launch would give */
  idToken(audience: string, changes?: Readonly<Record<string, unknown>>): Promise<string>
  close(): Promise<void>
}

export const json = (response: ServerResponse, body: unknown, status = 200): void =>
  void response.writeHead(status, { 'content-type': 'application/fhir+json' }).end(JSON.stringify(body))

export async function hostileEhr(): Promise<HostileEhr> {
  const resources = new Map<string, Raw>([
    ['Practitioner/oncologist', { resourceType: 'Practitioner', id: 'oncologist', name: [{ text: 'Dr Sample' }] }],
  ])
  const listed: { type: string; patient: string; resource: unknown }[] = []
  const answerers = new Map<string, Answerer>()
  let secret: string | undefined
  const keys = await generateKeyPair('ES384', { extractable: true })
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'ES384', use: 'sig' }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://ehr')
    const path = url.pathname.replace(/^\/fhir/, '')
    const patient = url.searchParams.get('patient')
    const own = answerers.get(patient === null ? path : `${path}?${patient}`)
    if (own) return own(request, response)
    if (path === '/metadata') return json(response, { resourceType: 'CapabilityStatement', status: 'active' })
    if (path === '/jwks') return json(response, { keys: [jwk] })
    if (path === '/.well-known/smart-configuration')
      return json(response, { issuer: origin, jwks_uri: `${origin}/fhir/jwks` })
    if (request.method === 'POST' && path === '/Subscription') return subscribed(request, response)
    if (/^\/[A-Za-z]+\/[^/]+$/.test(path)) return one(path.slice(1), response)
    return json(response, found(path.slice(1), patient))
  })

  async function subscribed(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const subscription = JSON.parse(await text(request))
    secret = subscription.channel.header[0].split(': ')[1]
    const id = `s${resources.size}`
    const active = { ...subscription, id, status: 'active' }
    resources.set(`Subscription/${id}`, active)
    response.setHeader('location', `${origin}/fhir/Subscription/${id}`)
    json(response, active, 201)
  }

  function one(reference: string, response: ServerResponse): void {
    const resource = resources.get(reference)
    const missing = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'not-found' }] }
    json(response, resource ?? missing, resource ? 200 : 404)
  }

  function found(type: string, patient: string | null): Raw {
    const addressed = [...resources].flatMap(([reference, resource]) =>
      reference.startsWith(`${type}/`) && (patient === null || subjectOf(resource) === `Patient/${patient}`)
        ? [resource]
        : [],
    )
    const nameless = listed.filter((one) => one.type === type && (patient === null || one.patient === patient))
    const entry = [...addressed, ...nameless.map(({ resource }) => resource)].map((resource) => ({
      resource,
      search: { mode: 'match' },
    }))
    return { resourceType: 'Bundle', type: 'searchset', entry }
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The hostile EHR has no port.')
  const origin = `http://127.0.0.1:${address.port}`
  return {
    origin,
    fhirBase: `${origin}/fhir`,
    put: (reference, resource) => void resources.set(reference, resource),
    list: (type, patient, resource) => void listed.push({ type, patient, resource }),
    answer: (path, answerer) => void answerers.set(path, answerer),
    hookSecret: () => secret,
    idToken: (audience, changes = {}) =>
      new SignJWT({ fhirUser: 'Practitioner/oncologist', ...changes })
        .setProtectedHeader({ alg: 'ES384', kid: 'k1' })
        .setIssuer(origin)
        .setAudience(audience)
        .setExpirationTime(typeof changes.exp === 'number' ? changes.exp : '5 minutes')
        .sign(keys.privateKey),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Malformed subjects find nobody, as an index of a real server would. */
function subjectOf({ subject }: Raw): unknown {
  return typeof subject === 'object' && subject !== null && 'reference' in subject ? subject.reference : undefined
}
