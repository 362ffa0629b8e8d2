import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { PanelError } from '#fhir-mappings/panel.ts'
import { controlRoutes } from '#server/control.ts'
import { SurveillanceError } from '#server/errors.ts'
import { webServer } from '#server/web.ts'

/** A web server with a few pages that end badly, and every line that it logs. */
async function server() {
  const lines: string[] = []
  const app = webServer(pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }))
  app.get('/refused/:id', async () => {
    throw new SurveillanceError('EHR_BUSY', { site: 'fake' })
  })
  app.get('/broken', async () => {
    throw new TypeError('Tamsin Orlebar has colitis')
  })
  app.post('/told', async () => ({ status: 'ok' }))
  const commands = {
    status: async () => ({ watched: 3 }),
    'audit-verify': async () => ({ intact: true }),
    sweep: async () => ({ parts: 4 }),
  }
  controlRoutes(app, 'the-token', commands)
  onTestFinished(() => app.close())
  return { app, lines }
}

test('a failure of the world is answered with its code, text and status', async () => {
  const { app } = await server()
  const reply = await app.inject({ url: '/refused/1' })
  expect(reply.statusCode).toBe(503)
  expect(PanelError.parse(reply.json())).toEqual({ code: 'EHR_BUSY', text: 'The EHR asked us to come back later.' })
})

test('a bug is answered as such, and its words reach neither the answer nor the log', async () => {
  const { app, lines } = await server()
  const reply = await app.inject({ url: '/broken' })
  expect([reply.statusCode, reply.json().code]).toEqual([500, 'BUG'])
  expect(reply.body + lines.join('')).not.toContain('Orlebar')
  expect(lines.join('')).toContain('TypeError')
})

test.each([
  ['no JSON', '{"version": ', 'application/json', 400],
  ['of an unknown type', '<x/>', 'text/x-unknown', 415],
  ['too large', JSON.stringify({ note: 'x'.repeat(1_100_000) }), 'application/json', 413],
])('a body that is %s is refused with a code', async (_, payload, type, status) => {
  const { app } = await server()
  const reply = await app.inject({ method: 'POST', url: '/told', payload, headers: { 'content-type': type } })
  expect([reply.statusCode, PanelError.parse(reply.json()).code]).toEqual([status, 'REQUEST_INVALID'])
})

test('a page that does not exist is answered in the same form', async () => {
  const { app } = await server()
  const reply = await app.inject({ url: '/nowhere' })
  expect([reply.statusCode, PanelError.parse(reply.json()).code]).toEqual([404, 'REQUEST_INVALID'])
})

test('L29: neither the query nor the parts of a path stand in the log', async () => {
  const { app, lines } = await server()
  for (const url of [
    '/refused/Patient-p1?patient=p1',
    '/broken?name=Orlebar',
    '/nowhere?code=secret-code',
    '/refused/%2e%2e?x=y',
  ])
    await app.inject({ url })
  expect(lines.length).toBeGreaterThan(0)
  for (const word of ['Patient-p1', 'patient=', 'Orlebar', 'secret-code', 'x=y'])
    expect(lines.join('')).not.toContain(word)
  expect(lines.join('')).toContain('/refused/:id')
})

const command = async (name: string, authorization?: string) => {
  const { app } = await server()
  const headers = authorization === undefined ? {} : { authorization }
  const reply = await app.inject({ method: 'POST', url: `/control/${name}`, headers })
  return [reply.statusCode, reply.json()] as const
}

test('a command with the token of the lock file is answered', async () => {
  expect(await command('status', 'Bearer the-token')).toEqual([200, { watched: 3 }])
  expect(await command('audit-verify', 'Bearer the-token')).toEqual([200, { intact: true }])
})

test.each([undefined, '', 'Bearer ', 'Bearer the-toke', 'Bearer the-token2', 'bearer the-token', 'Bearer thé-tokn'])(
  'a command with "%s" for a token is refused',
  async (authorization) => {
    expect(await command('sweep', authorization)).toMatchObject([401, { code: 'SESSION_INVALID' }])
  },
)

test('a command that does not exist is refused, also one that every object has', async () => {
  for (const name of ['drop', 'constructor', '__proto__', 'toString'])
    expect(await command(name, 'Bearer the-token')).toMatchObject([400, { code: 'REQUEST_INVALID' }])
})
