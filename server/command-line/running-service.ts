import type { FolderHolder } from '#server/store/folder-lock.ts'
import { Complaint } from './command.ts'

export type ServiceCommand = 'status' | 'audit-verify' | 'sweep'

/** A sweep of a large chart store takes minutes; anything longer has hung. */
const PATIENCE_MS = 30 * 60_000

/** Asks the service that holds the data folder, over loopback, with the token that only this machine's user can read. */
export async function askService({ pid, control, token }: FolderHolder, command: ServiceCommand): Promise<unknown> {
  if (control === undefined)
    throw new Complaint(`Process ${pid} holds the data folder and is starting; try again in a moment.`)
  const response = await fetch(`${control}/control/${command}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch((cause: unknown) => {
    throw new Complaint(`Process ${pid} holds the data folder but does not answer at ${control}. See its log.`, {
      cause,
    })
  })
  if (!response.ok) throw new Complaint(`The running service refused: ${await codeOf(response)}. See its log.`)
  return response.json()
}

async function codeOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => undefined)
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined
  return typeof code === 'string' ? code : `HTTP ${response.status}`
}
