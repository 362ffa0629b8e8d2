import type {} from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Repository } from '#server/sandbox/repository.ts'
import { type User, userOf } from './users.ts'
import type { Vault } from './vault.ts'

/** Cookies do not know ports: the name keeps it apart from whatever else runs on localhost. */
const COOKIE = 'irae_sandbox_session'
const LIFE_SECONDS = 12 * 60 * 60

export interface Sessions {
  /** Who is logged in in this browser; undefined when nobody is. */
  user(request: FastifyRequest): User | undefined
  begin(reply: FastifyReply, user: User): void
  end(request: FastifyRequest, reply: FastifyReply): void
}

export function sessions(vault: Vault, repository: Repository): Sessions {
  return {
    user(request) {
      const session = vault.look('session', request.cookies[COOKIE] ?? '')
      return session && !session.expired ? userOf(repository, session.user) : undefined
    },
    begin(reply, user) {
      const token = vault.seal({ kind: 'session', user: user.reference }, LIFE_SECONDS)
      reply.setCookie(COOKIE, token, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: LIFE_SECONDS })
    },
    end(request, reply) {
      vault.forget(request.cookies[COOKIE] ?? '')
      reply.clearCookie(COOKIE, { path: '/' })
    },
  }
}

/** A form of another origin never acts in the name of the user; localhost ports share cookies, so the origin decides. */
export function isOwnForm(request: FastifyRequest): boolean {
  const { origin, host } = request.headers
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)
}
