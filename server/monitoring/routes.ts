import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import type { Database } from '#server/store/database.ts'
import type { Metrics } from './metrics.ts'

/** `/healthz`: the process lives. `/readyz`: it can do its work (store answers, start is complete). `/metrics`: Prometheus. */
export function monitoringRoutes(
  app: FastifyInstance,
  doors: { readonly db: Kysely<Database>; readonly metrics: Metrics; readonly ready: () => boolean },
): void {
  app.get('/healthz', async () => ({ status: 'alive' }))
  app.get('/readyz', async (_request, reply) => {
    const store = await doors.db
      .selectFrom('kept')
      .select('name')
      .limit(1)
      .execute()
      .then(
        () => true,
        () => false,
      )
    const ready = store && doors.ready()
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not-ready', store, started: doors.ready() })
  })
  app.get('/metrics', async (_request, reply) =>
    reply.type(doors.metrics.registry.contentType).send(await doors.metrics.registry.metrics()),
  )
}
