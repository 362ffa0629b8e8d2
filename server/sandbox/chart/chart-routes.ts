import type { FastifyInstance } from 'fastify'
import { assetRoutes } from './assets.ts'
import type { ChartDesk } from './desk.ts'
import { loginRoutes } from './login-routes.ts'
import { readingRoutes } from './reading-routes.ts'
import { writingRoutes } from './writing-routes.ts'

/** The user interface of the sandbox EHR. */
export function chartRoutes(app: FastifyInstance, desk: ChartDesk): void {
  assetRoutes(app)
  loginRoutes(app, desk)
  readingRoutes(app, desk)
  writingRoutes(app, desk)
}
