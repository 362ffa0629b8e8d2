import { SurveillanceError } from '#server/errors.ts'
import { answerBody, type Body } from './body.ts'
import type { Token, Tokens } from './credentials.ts'
import { gate } from './gate.ts'
import { addressOnBase } from './origin.ts'
import { adviceFor, refusalOf } from './refusal.ts'
import { pauseMs, retryAfterMs } from './retry-after.ts'
import { type Line, type Outgoing, type RawAnswer, send } from './send.ts'

export type Answer = Body & {
  readonly status: number
  readonly headers: Headers
  /** A2: sent as `X-Request-Id` and kept in logs and errors */
  readonly requestId: string
}

export interface Sender {
  /** GET: repeated after 429, 5xx and silence, once after a 401. Throws for everything but success. */
  read(outgoing: Omit<Outgoing, 'method' | 'body'>): Promise<Answer>
  /** The same with an unread body (attachments). A redirect is returned to the caller. */
  open(outgoing: Omit<Outgoing, 'method' | 'body'>): Promise<RawAnswer>
  /** POST or PUT: sent once. A lost answer or a 5xx is WRITE_OUTCOME_UNKNOWN (W3). */
  write(outgoing: Outgoing): Promise<Answer>
}

/** Attempts of one read, the first included. */
const ATTEMPTS = 4

/** Redirects on the FHIR base that one read follows. */
const REDIRECTS = 3

/** Errors that happen before a byte of the request has left: the write is certainly not stored. */
const NEVER_LEFT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']

/** A line with the gate before it: `once` sends one request when its turn has come. */
interface GatedLine extends Line {
  readonly once: (outgoing: Outgoing, token: Token | undefined) => Promise<RawAnswer>
}

/** One EHR's line: token on the base only (L26), obeying Retry-After (B10), never repeating a write blindly (W3). */
export function senderFor(line: Line): Sender {
  const admit = gate(line.concurrency)
  const gated = { ...line, once: (outgoing: Outgoing, token?: Token) => admit(() => send(line, outgoing, token)) }
  return {
    read: (outgoing) => advised(line, read(gated, outgoing)),
    open: (outgoing) => advised(line, open(gated, { ...outgoing, method: 'GET' })),
    write: (outgoing) => advised(line, write(gated, outgoing)),
  }
}

async function open(line: GatedLine, outgoing: Outgoing): Promise<RawAnswer> {
  let renewed = false
  for (let attempt = 0; ; attempt += 1) {
    const token = await line.tokens.current()
    const sent = await line.once(outgoing, token).catch(unreachable)
    const last = attempt + 1 >= ATTEMPTS
    if (sent instanceof SurveillanceError) {
      if (last) throw sent
      await line.wait(pauseMs(attempt, undefined))
      continue
    }
    const { status, headers } = sent.response
    if (status === 401 && token && !renewed) {
      await sent.response.body?.cancel()
      line.tokens.drop(token)
      renewed = true
      continue
    }
    if ((status !== 429 && status < 500) || last) return sent
    await sent.response.body?.cancel()
    await line.wait(pauseMs(attempt, retryAfterMs(headers, line.now())))
  }
}

async function read(line: GatedLine, outgoing: Omit<Outgoing, 'method' | 'body'>, followed = 0): Promise<Answer> {
  const { response, requestId } = await open(line, { ...outgoing, method: 'GET' })
  if (isRedirect(response)) {
    await response.body?.cancel()
    const target = addressOnBase(line.site.fhirBase, response.headers.get('location') ?? '')
    if (followed >= REDIRECTS) throw new SurveillanceError('EHR_REFUSED', { reason: 'redirects', request: requestId })
    return read(line, { ...outgoing, url: target.href }, followed + 1)
  }
  const answer = await answered(response, requestId).catch((cause: unknown) => {
    throw unreachable(cause)
  })
  if (!response.ok) throw refusalOf(answer, line.now())
  if (answer.bodyIs !== 'json')
    throw new SurveillanceError('EHR_NOT_FHIR', { status: answer.status, body: answer.bodyIs, request: requestId })
  return answer
}

async function write(line: GatedLine, outgoing: Outgoing): Promise<Answer> {
  const token = await line.tokens.current()
  const { response, requestId } = await line.once(outgoing, token).catch((cause: unknown) => {
    throw neverLeft(cause) ? unreachable(cause) : new SurveillanceError('WRITE_OUTCOME_UNKNOWN', {}, { cause })
  })
  const unknown = { status: response.status, request: requestId }
  const answer = await answered(response, requestId).catch((cause: unknown) => {
    throw new SurveillanceError('WRITE_OUTCOME_UNKNOWN', unknown, { cause })
  })
  if (response.status >= 500) throw new SurveillanceError('WRITE_OUTCOME_UNKNOWN', unknown)
  if (response.status === 401 && token) throw tokenEnded(line.tokens, token, answer, line.now())
  if (!response.ok) throw refusalOf(answer, line.now())
  return answer
}

async function advised<T>(line: Line, sent: Promise<T>): Promise<T> {
  return sent.catch((error: unknown) => {
    const advice = adviceFor(error)
    if (advice) line.log({ event: 'ehr-refused', site: line.site.id, ...advice })
    throw error
  })
}

export const isRedirect = (response: Response): boolean => response.status >= 300 && response.status < 400

const answered = async (response: Response, requestId: string): Promise<Answer> => ({
  ...(await answerBody(response)),
  status: response.status,
  headers: response.headers,
  requestId,
})

/** B5: a write is not repeated here. A token that had worked may have ended: the caller may come again with a new one. */
function tokenEnded(tokens: Tokens, token: Token, answer: Answer, now: Date): SurveillanceError {
  tokens.drop(token)
  if (!token.accepted) return refusalOf(answer, now)
  return new SurveillanceError('EHR_BUSY', {
    status: 401,
    reason: 'token-renewed',
    request: answer.requestId,
    retryAfterMs: 0,
  })
}

/** Silence becomes a value that may be tried again; an address that the token must not see stays an error. */
function unreachable(cause: unknown): SurveillanceError {
  if (cause instanceof SurveillanceError) throw cause
  return new SurveillanceError('EHR_UNREACHABLE', {}, { cause })
}

function neverLeft(error: unknown): boolean {
  if (error instanceof SurveillanceError) return true
  const cause = (error as { cause?: { code?: unknown } } | undefined)?.cause
  return typeof cause?.code === 'string' && NEVER_LEFT.includes(cause.code)
}
