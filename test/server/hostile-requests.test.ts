import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { PanelError } from '#fhir-mappings/panel.ts'
import { panelPages } from '#server/panel/pages.ts'
import { webServer } from '#server/web.ts'

/** The web server with one question that keeps what it is told, and the pages of this folder. */
async function server() {
  const told: unknown[] = []
  const app = webServer(pino({ level: 'silent' }))
  app.post('/told/:id', async ({ body }) => {
    told.push(body)
    return {}
  })
  await panelPages(app, {
    folder: import.meta.dirname,
    config: { sites: [], service: '' },
    ehrOrigins: ['https://ehr.example'],
  })
  onTestFinished(() => app.close())
  return { app, told }
}

test.each(['/told/%zz', '/%', '/told/%c0%ae', `/told/${'x'.repeat(300)}`])(
  'an address that is none (%s) is refused in the form that the panel knows',
  async (url) => {
    const { app } = await server()
    const reply = await app.inject({ method: 'POST', url, payload: {} })
    expect(reply.statusCode).toBeGreaterThanOrEqual(400)
    expect(reply.statusCode).toBeLessThan(500)
    expect(PanelError.parse(reply.json()).code).toBe('REQUEST_INVALID')
    expect(reply.body).not.toContain(url.slice(1, 12))
  },
)

test.each(['{"note": "a\\u0000b"}', '{"note": "a\\ud800"}', '{"note": ["\\\\\\u0000"]}', '{"a\\u0000": 1}'])(
  'characters that no store takes are refused: %s',
  async (payload) => {
    const { app, told } = await server()
    const headers = { 'content-type': 'application/json' }
    const reply = await app.inject({ method: 'POST', url: '/told/1', payload, headers })
    expect([reply.statusCode, PanelError.parse(reply.json()).code]).toEqual([400, 'REQUEST_INVALID'])
    expect(told).toEqual([])
  },
)

test('a NUL in an address is refused before any question is asked of the store', async () => {
  const { app, told } = await server()
  expect((await app.inject({ method: 'POST', url: '/told/a%00b', payload: {} })).statusCode).toBe(400)
  expect(told).toEqual([])
})

test('emoji and typed backslashes are ordinary words', async () => {
  const { app, told } = await server()
  const payload = { note: 'pain 😀 and \\u0000 as typed' }
  expect((await app.inject({ method: 'POST', url: '/told/1', payload })).statusCode).toBe(200)
  expect(told).toEqual([payload])
})

test.each(['/panel/web.test.ts', '/%70anel/web.test.ts', '/panel/%77eb.test.ts', '/nowhere'])(
  'L31: %s names who may frame it, in whatever spelling it is asked for',
  async (url) => {
    const { app } = await server()
    const { headers } = await app.inject({ url })
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self' https://ehr.example")
  },
)

test.each([
  '/panel/../package.json',
  '/panel/..%2f..%2fpackage.json',
  '/panel/%2e%2e/%2e%2e/package.json',
  '/panel/..\\package.json',
])('nothing outside the folder of pages is given out: %s', async (url) => {
  const { app } = await server()
  const reply = await app.inject({ url })
  expect([403, 404]).toContain(reply.statusCode)
  expect(reply.body).not.toContain('dependencies')
})
