import type { LaunchRefusal } from './launch-request.ts'

export type OpeningRefusal =
  | LaunchRefusal
  | 'incomplete-return'
  | 'unknown-state'
  | 'wrong-issuer'
  | 'exchange-failed'
  | 'scope-missing'
  | 'no-identity'
  | 'no-patient'
  | 'ehr-unreachable'
  | 'service-unreachable'
  | 'service-refused'
  | 'not-a-clinician'
  | 'not-launched'
  | 'denied'

export interface Refused {
  readonly why: OpeningRefusal
  /** features, an OAuth error code or the service's own sentence; never a token, code or stack trace (L7) */
  readonly detail?: string
}

/** What a clinician reads when the panel does not open, and what to do about it. */
const words: Readonly<Record<OpeningRefusal, string>> = {
  'forbidden-parameter': 'The address asks for something that only the EHR may decide.',
  'repeated-parameter': 'The address says the same thing twice.',
  'no-iss': 'The address does not say which EHR opened the panel.',
  'iss-not-listed': 'The panel was opened from an EHR that is not on its list. Nothing was sent to it.',
  'no-launch': 'The address does not say which chart was open.',
  'incomplete-return': 'The answer of the EHR is incomplete.',
  'unknown-state': 'This answer of the EHR does not belong to a launch of this tab, or it was used before.',
  'wrong-issuer': 'The answer came from another server than the launch.',
  'exchange-failed': 'The EHR did not complete the sign-in.',
  'scope-missing': 'The EHR did not grant everything that the panel needs.',
  'no-identity': 'The EHR did not say who you are.',
  'no-patient': 'The EHR did not say whose chart is open, so no patient is shown.',
  'ehr-unreachable': 'The EHR’s sign-in could not be reached.',
  'service-unreachable': 'The irAE service could not be reached. It may hold a finding that you do not see.',
  'service-refused': 'The irAE service refused this sign-in.',
  'not-a-clinician': 'The panel is for clinicians. You are signed in to the EHR as somebody else.',
  'not-launched':
    'The panel opens from a patient’s chart in the EHR. This page was opened without one, or after another.',
  denied: 'The EHR refused the sign-in.',
}

/** The reason as a sentence for the refusal page. */
export function wordsOf({ why, detail }: Refused): string {
  return detail ? `${words[why]} (${detail})` : words[why]
}

/** What helps; undefined for a person to whom the panel will not open, however often it is tried. */
export const whatToDo = ({ why }: Refused): string | undefined => (why === 'not-a-clinician' ? undefined : WHAT_TO_DO)

export const WHAT_TO_DO = 'Close this panel and open it again from the patient’s chart.'
