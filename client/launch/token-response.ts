import { z } from 'zod'
import type { OpeningRefusal } from './launch-words.ts'
import { PANEL_NEEDS, switchedOff } from './scopes.ts'

/** What the EHR granted for one launch, before our service has checked it. */
export interface Granted {
  readonly iss: string
  readonly accessToken: string
  readonly idToken: string
  /** `Patient/ID`; absent for a launch without chart */
  readonly patient?: string
  /** L17: the banner is left out only when the EHR says that it shows one */
  readonly banner: boolean
}
export type Exchange =
  | { readonly granted: true; readonly value: Granted }
  | { readonly granted: false; readonly why: OpeningRefusal; readonly missing?: readonly string[] }

const TokenResponse = z.object({
  access_token: z.string().min(1),
  id_token: z.string().min(1).optional(),
  patient: z
    .string()
    .regex(/^[A-Za-z0-9\-.]{1,64}$/)
    .optional(),
  scope: z.string().optional(),
  need_patient_banner: z.unknown().optional(),
})

/** Reads a token response: no patient is an error and never a default (L15); encounter, intent and style are not used. */
export function granted(iss: string, response: unknown, chart: 'needed' | 'none'): Exchange {
  const token = TokenResponse.safeParse(response).data
  if (!token) return { granted: false, why: 'exchange-failed' }
  const missing = chart === 'needed' ? switchedOff(token.scope, PANEL_NEEDS) : []
  if (missing.length > 0) return { granted: false, why: 'scope-missing', missing }
  if (!token.id_token) return { granted: false, why: 'no-identity' }
  if (chart === 'needed' && !token.patient) return { granted: false, why: 'no-patient' }
  return {
    granted: true,
    value: {
      iss,
      accessToken: token.access_token,
      idToken: token.id_token,
      ...(chart === 'needed' ? { patient: `Patient/${token.patient}` } : {}),
      banner: token.need_patient_banner !== false,
    },
  }
}
