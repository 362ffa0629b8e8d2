import { expect, test } from 'vitest'
import { signingKeys } from '#server/ehr/keys.ts'
import { type Asked, client, loopback, type Reply } from './loopback.ts'

const keys = await signingKeys({ load: async () => undefined, save: async () => {} }, () => new Date())

async function ehrWith(introspect: (asked: Asked) => Reply, endpoint?: string | null) {
  let granted = 0
  const server = await loopback((asked) => {
    const here = `http://${asked.headers.host}`
    const announced = endpoint === null ? {} : { introspection_endpoint: endpoint ?? `${here}/introspect` }
    if (asked.url.includes('.well-known')) return { body: { token_endpoint: `${here}/token`, ...announced } }
    if (asked.url === '/introspect') return introspect(asked)
    granted += 1
    return { body: { access_token: `own-${granted}`, expires_in: 600 } }
  })
  const credentials = { kind: 'backend-services', clientId: 'irae-service', scope: 'system/*.rs', keys } as const
  return { server, ehr: client(server, { credentials }).ehr }
}
const calls = (asked: readonly Asked[]) => asked.filter(({ url }) => url === '/introspect')

test('L27: the EHR is asked about a user token with our own credentials, in the body and not in the address', async () => {
  const { ehr, server } = await ehrWith(() => ({ body: { active: true, patient: 'a' } }))
  expect(await ehr.introspect('user-token')).toEqual({ active: true, patient: 'a' })
  expect(calls(server.asked)).toMatchObject([
    { method: 'POST', body: 'token=user-token', headers: { authorization: 'Bearer own-1' } },
  ])
})

test('L27, B5: when our own token has ended the question is asked once more with a new one', async () => {
  const { ehr, server } = await ehrWith(({ headers }) =>
    headers.authorization === 'Bearer own-1' ? { status: 401 } : { body: { active: false } },
  )
  expect(await ehr.introspect('user-token')).toEqual({ active: false })
  expect(calls(server.asked)).toHaveLength(2)
})

test('L27: an EHR without introspection says nothing about a token', async () => {
  const { ehr } = await ehrWith(() => ({}), null)
  expect(await ehr.introspect('user-token')).toBeUndefined()
})

test('L26: neither token goes to an introspection endpoint on a foreign origin, announced or by redirect', async () => {
  const thief = await loopback(() => ({ body: { active: true } }))
  const announced = await ehrWith(() => ({}), `${thief.origin}/introspect`)
  expect(await announced.ehr.introspect('user-token')).toBeUndefined()
  const redirected = await ehrWith(() => ({ status: 307, headers: { location: `${thief.origin}/introspect` } }))
  await expect(redirected.ehr.introspect('user-token')).rejects.toMatchObject({ code: 'EHR_UNREACHABLE' })
  expect(thief.asked).toEqual([])
})

test.each<[string, Reply]>([
  ['refuses again and again', { status: 401 }],
  ['fails', { status: 500 }],
  ['shows a page', { body: '<html>' }],
])('L27: an endpoint that %s proves nothing', async (_, reply) => {
  const { ehr } = await ehrWith(() => reply)
  const said = await ehr.introspect('user-token').catch((error: { code: string }) => error.code)
  expect(said === undefined || said === 'EHR_UNREACHABLE' || said === 'EHR_NOT_FHIR').toBe(true)
})
