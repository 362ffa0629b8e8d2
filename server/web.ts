import Fastify, { type FastifyError, type FastifyInstance, LogController } from 'fastify'
import type { Logger } from 'pino'
import { failures, SurveillanceError } from '#server/errors.ts'

/** The service's web server: errors become `PanelError`, URLs lose their query before they are logged. */
export function webServer(log: Logger): FastifyInstance {
  const app = Fastify({
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
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
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ code: 'REQUEST_INVALID', text: 'There is no such page.' }),
  )
  return app
}
