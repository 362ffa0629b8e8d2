import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { PanelConfig } from '#fhir-mappings/panel.ts'

export interface PageSettings {
  /** where the build put the panel */
  readonly folder: string
  readonly config: PanelConfig
  /** origins of the EHR: they may frame the panel (L31) and be spoken to by it */
  readonly ehrOrigins: readonly string[]
}

/** The panel's static pages under `/panel/`, framed by the listed EHR only, and what they need to know to launch. */
export async function panelPages(app: FastifyInstance, settings: PageSettings): Promise<void> {
  const policy = contentSecurityPolicy(settings.ehrOrigins)
  app.addHook('onSend', async (request, reply) => {
    reply.header('referrer-policy', 'no-referrer').header('x-content-type-options', 'nosniff')
    // on every answer and by the matched route: `/%70anel/` is the same page under another spelling
    reply.header('content-security-policy', policy)
    if (request.routeOptions.url?.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  await app.register(fastifyStatic, { root: join(settings.folder), prefix: '/panel/', index: false })
  app.get('/panel-config.json', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send(settings.config),
  )
  app.get('/', async (_request, reply) => reply.redirect('/panel/audit.html'))
}

/** L31: `frame-ancestors` names the EHR; no script but our own files, no style but our own. */
function contentSecurityPolicy(ehrOrigins: readonly string[]): string {
  const origins = ehrOrigins.join(' ')
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${origins}`,
    `form-action 'self' ${origins}`,
    "base-uri 'none'",
    `frame-ancestors 'self' ${origins}`,
  ].join('; ')
}
