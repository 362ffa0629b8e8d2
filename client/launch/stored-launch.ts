import { z } from 'zod'
import { wholeEndpoint } from './authorization-url.ts'

/** What fhirclient keeps in `sessionStorage` between the launch and the return, as far as we look at it. */
const StoredLaunch = z.looseObject({
  serverUrl: z.string(),
  tokenUri: z.string().optional(),
  tokenResponse: z.looseObject({ access_token: z.string().optional() }).optional(),
})
export type StoredLaunch = z.infer<typeof StoredLaunch>

/** The only well-known key of fhirclient. It is one per tab, or one for all tabs where storage is shared (L13). */
const LATEST = 'SMART_KEY'

/** The launch that waits for its return under this `state`; undefined when there is none or it was used (L4). */
export function storedLaunch(storage: Storage, state: string): StoredLaunch | undefined {
  const launch = launchIn(storage.getItem(state))
  return launch?.tokenResponse?.access_token ? undefined : launch
}

/** L11: nothing of an older launch survives in this tab, neither a token nor a patient. */
export function forgetLaunches(storage: Storage): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
  for (const key of keys) if (key === LATEST || launchIn(storage.getItem(key))) storage.removeItem(key)
}

/** L6: the token endpoint is resolved before fhirclient posts the code to it. */
export function wholeTokenEndpoint(storage: Storage, state: string): void {
  const launch = storedLaunch(storage, state)
  if (!launch?.tokenUri) throw new TypeError('The EHR announced no token endpoint.')
  const tokenUri = wholeEndpoint(launch.tokenUri, launch.serverUrl).href
  storage.setItem(state, JSON.stringify({ ...launch, tokenUri }))
}

function launchIn(stored: string | null): StoredLaunch | undefined {
  if (!stored?.startsWith('{')) return undefined
  try {
    return StoredLaunch.safeParse(JSON.parse(stored)).data
  } catch {
    return undefined
  }
}
