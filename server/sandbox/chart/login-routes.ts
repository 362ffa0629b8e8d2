import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { loginPage, refusalPage } from '#server/sandbox/smart/login-pages.ts'
import { sendPage } from '#server/sandbox/smart/page.ts'
import { isOwnForm } from '#server/sandbox/smart/session.ts'
import { patientsByName, staffUsers, userOf } from '#server/sandbox/smart/users.ts'
import type { ChartDesk } from './desk.ts'

const Login = z.object({ user: z.string(), next: z.string().default('/') })

/** Login by choosing a person, and logout. */
export function loginRoutes(app: FastifyInstance, desk: ChartDesk): void {
  const { repository, sessions } = desk

  app.get('/login', (_request, reply) =>
    sendPage(reply, loginPage(staffUsers(repository), patientsByName(repository), '/')),
  )

  app.post('/login', (request, reply) => {
    const asked = Login.safeParse(request.body)
    const user = asked.success && isOwnForm(request) ? userOf(repository, asked.data.user) : undefined
    if (!user || !asked.success) return sendPage(reply, refusalPage('This person cannot log in.', 403), {})
    sessions.begin(reply, user)
    return reply.redirect(ownPath(asked.data.next), 303)
  })

  app.post('/logout', (request, reply) => {
    if (!isOwnForm(request)) return sendPage(reply, refusalPage('The form came from another site.', 403))
    sessions.end(request, reply)
    return reply.redirect('/login', 303)
  })
}

/** Back to where the user was, but never to another host (`//evil`, `/\evil`). */
const ownPath = (next: string): string => (/^\/(?![/\\])[\x21-\x7e]*$/.test(next) ? next : '/')
