import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { SurveillanceError } from '#server/errors.ts'

/** Commands that a running service answers for the command line, while it holds the folder. */
export interface Commands {
  status(): Promise<unknown>
  'audit-verify'(): Promise<unknown>
  sweep(): Promise<unknown>
}

/** `POST /control/COMMAND` with the token from the folder's lock file, which only this machine's user can read. */
export function controlRoutes(app: FastifyInstance, token: string, commands: Commands): void {
  app.post<{ Params: { command: string } }>('/control/:command', async (request) => {
    if (!isToken(request.headers.authorization, token)) throw new SurveillanceError('SESSION_INVALID')
    const { command } = request.params
    if (!Object.hasOwn(commands, command)) throw new SurveillanceError('REQUEST_INVALID', { command: 'unknown' })
    return commands[command as keyof Commands]()
  })
}

function isToken(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
