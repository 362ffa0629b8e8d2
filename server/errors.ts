interface Failure {
  /** HTTP status when the failure ends a request */
  readonly status: number
  /** whether trying again later can help without anybody changing anything */
  readonly retry: boolean
  readonly text: string
}

/** Codes are permanent, texts may improve. `docs/errors.md` explains each and a test holds the two together. */
export const failures = {
  EHR_UNREACHABLE: { status: 502, retry: true, text: 'The EHR did not answer.' },
  EHR_BUSY: { status: 503, retry: true, text: 'The EHR asked us to come back later.' },
  EHR_REFUSED: { status: 502, retry: false, text: 'The EHR refused the request.' },
  EHR_UNAUTHORIZED: { status: 502, retry: false, text: 'The EHR does not accept our credentials.' },
  EHR_FORBIDDEN: { status: 502, retry: false, text: 'The EHR does not let us see or write this.' },
  EHR_NOT_FOUND: { status: 404, retry: false, text: 'The EHR does not hold this resource.' },
  EHR_CONFLICT: { status: 409, retry: true, text: 'The resource changed in the EHR in the meantime.' },
  EHR_NOT_FHIR: { status: 502, retry: true, text: 'The EHR answered with something that is not FHIR.' },
  EHR_PAGING: { status: 502, retry: false, text: 'The EHR repeats its pages or never ends them.' },
  EHR_FOREIGN_ORIGIN: { status: 502, retry: false, text: 'The EHR pointed to a server that is not on the list.' },
  ATTACHMENT_TOO_LARGE: { status: 502, retry: false, text: 'The attachment is larger than we read.' },
  WRONG_PATIENT: { status: 502, retry: false, text: 'The EHR sent a resource of another patient.' },
  WRITE_OUTCOME_UNKNOWN: { status: 502, retry: true, text: 'It is not known whether the EHR stored what we wrote.' },
  NOTIFICATION_FORGED: { status: 401, retry: false, text: 'The notification carries no valid secret or signature.' },
  NOTIFICATION_UNKNOWN: { status: 400, retry: false, text: 'The notification has a shape that is not known.' },
  SESSION_INVALID: { status: 401, retry: false, text: 'The session has ended. Open the panel from the chart again.' },
  LAUNCH_REFUSED: { status: 403, retry: false, text: 'The launch could not be verified with the EHR.' },
  USER_NOT_CLINICIAN: { status: 403, retry: false, text: 'Only clinicians of this EHR can use the panel.' },
  PATIENT_MISMATCH: { status: 403, retry: false, text: 'This session is for another patient.' },
  AUDIT_FORBIDDEN: { status: 403, retry: false, text: 'You may see the audit trail of an open patient only.' },
  SIGN_OFF_STALE: { status: 409, retry: false, text: 'The finding changed after it was shown.' },
  SIGN_OFF_INVALID: { status: 400, retry: false, text: 'The decision is not complete or not possible.' },
  FINDING_UNKNOWN: { status: 404, retry: false, text: 'There is no such finding.' },
  REQUEST_INVALID: { status: 400, retry: false, text: 'The request is not understood.' },
  STORE_LOCKED: { status: 503, retry: false, text: 'Another irAE Agent process uses this data folder.' },
  STORE_UNREACHABLE: { status: 503, retry: true, text: 'The database does not answer.' },
  STORE_DAMAGED: { status: 503, retry: false, text: 'The store in the data folder cannot be opened.' },
} as const satisfies Record<string, Failure>
export type FailureCode = keyof typeof failures

/** A failure of the world. `about` holds references and codes only, never words from a chart. */
export class SurveillanceError extends Error {
  readonly code: FailureCode
  readonly about: Readonly<Record<string, string | number>>

  constructor(code: FailureCode, about: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    super(failures[code].text, options)
    this.name = 'SurveillanceError'
    this.code = code
    this.about = about
  }

  get status(): number {
    return failures[this.code].status
  }

  get retry(): boolean {
    return failures[this.code].retry
  }
}
