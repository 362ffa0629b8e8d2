import type { ServerResponse } from 'node:http'
import Fastify, { type FastifyError, type FastifyInstance, LogController } from 'fastify'
import type { Logger } from 'pino'
import { failures, SurveillanceError } from '#server/errors.ts'

function notUnderstood(response: ServerResponse, status = 400): void {
  const body = JSON.stringify({ code: 'REQUEST_INVALID', text: failures.REQUEST_INVALID.text })
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(body)
}

/** A NUL or half of a surrogate pair, as JSON escapes them: nobody types them and no store takes them. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/

const bodyText = (body: unknown): string =>
  typeof body === 'object' && body !== null && !Buffer.isBuffer(body) ? JSON.stringify(body) : ''

/** The service's web server: errors become `PanelError`, URLs lose their query before they are logged. */
export function webServer(log: Logger): FastifyInstance {
  const app = Fastify({
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
    // an address that cannot be decoded or is too long: before any route, hence beside the error handler
    frameworkErrors: (error, _request, reply) => notUnderstood(reply.raw, error.statusCode),
  }) as unknown as FastifyInstance
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    if (error instanceof SurveillanceError) {
      log.warn({ event: 'request-refused', route, code: error.code, about: error.about })
      return reply.code(error.status).send({ code: error.code, text: error.message })
    }
    const status = error.statusCode ?? 500
    log[status < 500 ? 'warn' : 'error']({
      event: 'request-failed',
      route,
      status,
      error: error.name,
      code: error.code,
    })
    const code = status < 500 ? 'REQUEST_INVALID' : 'BUG'
    return reply.code(status).send({ code, text: status < 500 ? failures.REQUEST_INVALID.text : 'The service failed.' })
  })
  app.addHook('preValidation', async ({ url, body }) => {
    if (/%00/.test(url) || UNSTORABLE.test(bodyText(body))) throw new SurveillanceError('REQUEST_INVALID')
  })
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ code: 'REQUEST_INVALID', text: 'There is no such page.' }),
  )
  return app
}
