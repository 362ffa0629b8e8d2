import { hasOverride, isRepeated } from './launch-request.ts'

export type ReturnRequest =
  | { readonly came: 'code'; readonly code: string; readonly state: string; readonly issuer: string | null }
  | { readonly came: 'error'; readonly error: string }
  | { readonly came: 'nothing' }
  | { readonly came: 'refused'; readonly why: 'forbidden-parameter' | 'repeated-parameter' | 'incomplete-return' }

/** What the authorization server brought back; of all parameters only these five are looked at (L2, L7). */
export function returnRequest(search: string): ReturnRequest {
  const parameters = new URLSearchParams(search)
  if (hasOverride(parameters)) return { came: 'refused', why: 'forbidden-parameter' }
  if (isRepeated(parameters, 'code', 'state', 'error', 'iss')) return { came: 'refused', why: 'repeated-parameter' }

  const error = parameters.get('error')
  if (error !== null || parameters.has('error_description')) return { came: 'error', error: knownShape(error) }
  const code = parameters.get('code')
  const state = parameters.get('state')
  if (code && state) return { came: 'code', code, state, issuer: parameters.get('iss') }
  if (code || state) return { came: 'refused', why: 'incomplete-return' }
  return { came: 'nothing' }
}

/** An OAuth error code is shown only when it looks like one: the URL is anybody's to write. */
function knownShape(error: string | null): string {
  return error !== null && /^[a-z_]{1,40}$/.test(error) ? error : 'unknown'
}

/** L29: the address without query and fragment, to stand in the bar and in the history. */
export function cleanAddress(href: string): string {
  const { pathname } = new URL(href)
  return pathname
}
