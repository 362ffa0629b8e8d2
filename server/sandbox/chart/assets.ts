import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'

const stylesheet = readFileSync(new URL('./chart.css', import.meta.url), 'utf8')
const script = readFileSync(new URL('./chart-page.js', import.meta.url), 'utf8')

/** The one stylesheet and the one script of the chart. */
export function assetRoutes(app: FastifyInstance): void {
  app.get('/assets/chart.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(stylesheet))
  app.get('/assets/chart-page.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(script))
}
