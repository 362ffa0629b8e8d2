import type { OperationOutcome } from '@medplum/fhirtypes'
import { type FailureCode, SurveillanceError } from '#server/errors.ts'
import type { Answer } from './request.ts'
import { retryAfterMs } from './retry-after.ts'

/** B7, B16: what an operator has to do about a refusal. The keys stand in `about.reason`, the words in the log. */
const refusalReasons = {
  'api-not-on-record': 'The EHR knows our client but this API is not on its record; ask the EHR team to add it.',
  'no-background-user': 'No background user is mapped to our client in the EHR.',
  'insufficient-scope': 'The granted scope or the security of the background user does not cover this.',
  'client-unknown': 'The EHR does not know our client id or our signing key; check the registered JWKS address.',
  'scope-refused': 'The EHR refuses the scope that we ask for; compare it with its smart-configuration.',
  'break-the-glass': 'The chart is protected (break the glass); it counts as not fully reviewed.',
  'daily-ceiling': 'The daily ceiling of this API is reached; the patient counts as not fully reviewed today.',
  'token-refused': 'The EHR refused a token that it had just issued.',
  'token-renewed': 'The token had ended; the write was not repeated and may be tried again.',
  refused: 'The EHR gives no reason that we know.',
} as const
export type RefusalReason = keyof typeof refusalReasons

/** The words for an operator, when the error has a reason that we know. */
export function adviceFor(error: unknown): { readonly reason: RefusalReason; readonly advice: string } | undefined {
  if (!(error instanceof SurveillanceError)) return undefined
  const reason = String(error.about.reason)
  return isReason(reason) ? { reason, advice: refusalReasons[reason] } : undefined
}

const isReason = (reason: string): reason is RefusalReason => Object.hasOwn(refusalReasons, reason)

/** Epic codes: 4130, 4131 and 4134 protect a chart, 4135 is the ceiling of the day (B16). */
const reasonOfCode: Readonly<Record<string, RefusalReason>> = {
  4130: 'break-the-glass',
  4131: 'break-the-glass',
  4134: 'break-the-glass',
  4135: 'daily-ceiling',
}

/** W9: the issues of an OperationOutcome as `severity:code:detail`; its texts may hold words from the chart and stay out. */
export function issueCodes(body: unknown): readonly string[] {
  if ((body as Partial<OperationOutcome> | undefined)?.resourceType !== 'OperationOutcome') return []
  const issues = (body as OperationOutcome).issue
  if (!Array.isArray(issues)) return []
  return issues.slice(0, 20).map((issue) => {
    const codings: unknown = issue?.details?.coding
    const details = Array.isArray(codings) ? codings.map((coding) => coding?.code) : []
    return [issue?.severity, issue?.code, ...details].filter(isCode).join(':')
  })
}

const isCode = (word: unknown): word is string => typeof word === 'string' && /^[A-Za-z0-9_.-]{1,40}$/.test(word)

/** The error that an answer without success is. Status and codes are kept, words are not (B13, W9). */
export function refusalOf(answer: Answer, now: Date): SurveillanceError {
  const issues = issueCodes(answer.body)
  const about = {
    status: answer.status,
    request: answer.requestId,
    ...(issues.length > 0 ? { issues: issues.join(' ') } : {}),
  }
  if (answer.status === 401) return new SurveillanceError('EHR_UNAUTHORIZED', { ...about, reason: 'token-refused' })
  if (answer.status === 403)
    return new SurveillanceError('EHR_FORBIDDEN', { ...about, reason: reasonOf403(answer, issues) })
  if (answer.status === 429 || answer.status === 503)
    return new SurveillanceError('EHR_BUSY', { ...about, retryAfterMs: retryAfterMs(answer.headers, now) ?? 0 })
  return new SurveillanceError(codeOf(answer), about)
}

/** A 404 page of a proxy is not the news that a note is gone: only an empty body or an OperationOutcome says so (S10). */
function codeOf({ status, body, bodyIs }: Answer): FailureCode {
  if (status === 404 || status === 410) {
    const saysSo = bodyIs === 'empty' || (body as { resourceType?: string })?.resourceType === 'OperationOutcome'
    return saysSo ? 'EHR_NOT_FOUND' : 'EHR_NOT_FHIR'
  }
  if (status === 409 || status === 412) return 'EHR_CONFLICT'
  return status >= 500 ? 'EHR_UNREACHABLE' : 'EHR_REFUSED'
}

function reasonOf403({ headers, bodyIs }: Answer, issues: readonly string[]): RefusalReason {
  if (headers.get('www-authenticate')?.includes('insufficient_scope')) return 'insufficient-scope'
  for (const code of issues.flatMap((issue) => issue.split(':'))) {
    const reason = reasonOfCode[code]
    if (reason) return reason
  }
  return bodyIs === 'empty' ? 'api-not-on-record' : 'refused'
}
