import { createLocalJWKSet, generateKeyPair, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { type KeyVault, type SigningKeys, signingKeys } from '#server/ehr/keys.ts'
import { type Asked, client, type Loopback, loopback, note, type Reply } from './loopback.ts'

const vault = (): KeyVault => {
  let text: string | undefined
  return {
    load: async () => text,
    save: async (secret) => {
      text = secret
    },
  }
}

interface Smart {
  readonly token?: (asked: Asked, count: number) => Reply
  readonly fhir?: (asked: Asked) => Reply
  readonly date?: () => string
  readonly tokenEndpoint?: string
}

/** A FHIR server with SMART Backend Services on one origin. */
async function smartServer({ token, fhir, date, tokenEndpoint }: Smart = {}): Promise<Loopback> {
  let granted = 0
  return loopback((asked) => {
    const headers: Record<string, string> = date ? { date: date() } : {}
    if (asked.url === '/fhir/.well-known/smart-configuration')
      return { headers, body: { token_endpoint: tokenEndpoint ?? `http://${asked.headers.host}/token` } }
    if (asked.url === '/token') {
      granted += 1
      return token?.(asked, granted) ?? { body: { access_token: `t${granted}`, expires_in: 600, scope: 'system/*.rs' } }
    }
    return fhir?.(asked) ?? { body: note('n1') }
  })
}

const keysNow = await signingKeys(vault(), () => new Date())

const backend = (server: Loopback, keys: SigningKeys = keysNow, more: { now?: () => Date; tokenUrl?: string } = {}) =>
  client(server, {
    ...(more.now ? { now: more.now } : {}),
    credentials: {
      kind: 'backend-services',
      clientId: 'irae-agent',
      scope: 'system/*.rs',
      keys,
      ...(more.tokenUrl ? { tokenUrl: more.tokenUrl } : {}),
    },
  })

const tokenRequests = (server: Loopback) => server.asked.filter(({ url }) => url === '/token')
const read = (ehr: { read(reference: string): Promise<unknown> }) => ehr.read('DocumentReference/n1')

test('B1, B2: the assertion is signed with a published key and says who, to whom and until when', async () => {
  const server = await smartServer()
  await read(backend(server).ehr)
  const form = new URLSearchParams(tokenRequests(server)[0]?.body)
  expect([...form.keys()].sort()).toEqual(['client_assertion', 'client_assertion_type', 'grant_type', 'scope'])
  expect(form.get('grant_type')).toBe('client_credentials')
  const { payload, protectedHeader } = await jwtVerify(
    form.get('client_assertion') ?? '',
    createLocalJWKSet({ keys: [...keysNow.jwks().keys] }),
    { audience: `${server.origin}/token`, issuer: 'irae-agent', subject: 'irae-agent' },
  )
  expect(protectedHeader).toMatchObject({ alg: 'ES384', typ: 'JWT' })
  expect((payload.exp ?? 0) - Math.floor(Date.now() / 1000)).toBeLessThanOrEqual(240)
  expect(payload.jti?.length).toBeLessThanOrEqual(151)
  expect(payload.nbf).toBeUndefined()
})

test('B1: every attempt has its own jti', async () => {
  const server = await smartServer({ token: () => ({ status: 400, body: { error: 'invalid_client' } }) })
  const { ehr } = backend(server)
  await expect(read(ehr)).rejects.toMatchObject({ about: { reason: 'client-unknown' } })
  await expect(read(ehr)).rejects.toMatchObject({ code: 'EHR_UNAUTHORIZED' })
  const assertions = tokenRequests(server).map(({ body }) => new URLSearchParams(body).get('client_assertion') ?? '')
  const jtis = assertions.map((jwt) => JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()).jti)
  expect(new Set(jtis).size).toBe(2)
})

test('B4: twenty readers at once cause one token request', async () => {
  const server = await smartServer()
  const { ehr } = backend(server)
  await Promise.all(Array.from({ length: 20 }, () => read(ehr)))
  expect(tokenRequests(server)).toHaveLength(1)
})

test.each([
  ['says ten minutes', { expires_in: 600 }, 500, 601],
  ['does not say', {}, 40, 61],
])('B4: a token whose life the EHR %s is renewed before its end', async (_, life, stillGood, over) => {
  let seconds = 0
  const server = await smartServer({ token: (_asked, n) => ({ body: { access_token: `t${n}`, ...life } }) })
  const start = Date.now()
  const { ehr } = backend(server, keysNow, { now: () => new Date(start + seconds * 1000) })
  await read(ehr)
  seconds = stillGood
  await read(ehr)
  expect(tokenRequests(server)).toHaveLength(1)
  seconds = over - 5
  await read(ehr)
  expect(tokenRequests(server)).toHaveLength(2)
  expect(server.asked.at(-1)?.headers.authorization).toBe('Bearer t2')
})

test('B5: after a 401 a read gets one new token and one more try', async () => {
  const server = await smartServer({
    fhir: ({ headers }) => (headers.authorization === 'Bearer t1' ? { status: 401 } : { body: note('n1') }),
  })
  await expect(read(backend(server).ehr)).resolves.toMatchObject({ id: 'n1' })
  expect(tokenRequests(server)).toHaveLength(2)
})

test('B5: a second 401 stops; no request ever goes out without a token', async () => {
  const server = await smartServer({ fhir: () => ({ status: 401 }) })
  await expect(read(backend(server).ehr)).rejects.toMatchObject({ code: 'EHR_UNAUTHORIZED' })
  const fhir = server.asked.filter(({ url }) => url.startsWith('/fhir/Document'))
  expect(fhir.map(({ headers }) => headers.authorization)).toEqual(['Bearer t1', 'Bearer t2'])
})

test('B5: a fixed token that was refused is not used again, and nothing goes out without one', async () => {
  const server = await loopback(() => ({ status: 401 }))
  const { ehr } = client(server)
  await expect(read(ehr)).rejects.toMatchObject({ code: 'EHR_UNAUTHORIZED' })
  await expect(read(ehr)).rejects.toMatchObject({ code: 'EHR_UNAUTHORIZED' })
  expect(server.asked).toHaveLength(1)
})

test('B5: a write after a 401 is left to its ledger: it may come again when the token had only ended', async () => {
  let over = false
  const server = await smartServer({
    fhir: ({ headers }) => (over && headers.authorization === 'Bearer t1' ? { status: 401 } : { body: note('n1') }),
  })
  const { ehr } = backend(server)
  await read(ehr)
  over = true
  const write = () => ehr.update({ resourceType: 'DocumentReference', id: 'n1', status: 'current', content: [] })
  await expect(write()).rejects.toMatchObject({ code: 'EHR_BUSY', about: { reason: 'token-renewed' } })
  await expect(write()).resolves.toMatchObject({ reference: 'DocumentReference/n1' })
})

test('B6: the scope that was granted is kept', async () => {
  const { ehr } = backend(await smartServer())
  await read(ehr)
  expect(ehr.grantedScope()).toEqual(['system/*.rs'])
})

test.each([
  ['unauthorized_client', 'no-background-user'],
  ['invalid_scope', 'scope-refused'],
])('B7: %s becomes the operator message %s', async (error, reason) => {
  const server = await smartServer({ token: () => ({ status: 400, body: { error } }) })
  await expect(read(backend(server).ehr)).rejects.toMatchObject({ code: 'EHR_UNAUTHORIZED', about: { reason } })
})

test.each([-5, 5])('B9: a server clock %i minutes away is survived', async (minutes) => {
  const serverNow = () => new Date(Date.now() + minutes * 60_000)
  const server = await smartServer({ date: () => serverNow().toUTCString() })
  await read(backend(server).ehr)
  const jwt = new URLSearchParams(tokenRequests(server)[0]?.body).get('client_assertion') ?? ''
  const claims = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString())
  const at = serverNow().getTime() / 1000
  expect(claims.iat).toBeLessThanOrEqual(at)
  expect(claims.exp).toBeGreaterThan(at)
  expect(claims.exp - at).toBeLessThanOrEqual(300)
})

test('B2: a token endpoint on another host needs a pin, and only the pinned one gets an assertion', async () => {
  const thief = await smartServer()
  const server = await smartServer({ tokenEndpoint: `${thief.origin}/token` })
  await expect(read(backend(server).ehr)).rejects.toMatchObject({ code: 'EHR_FOREIGN_ORIGIN' })
  expect(thief.asked).toEqual([])
  await read(backend(server, keysNow, { tokenUrl: `${thief.origin}/token` }).ehr)
  expect(thief.asked).toHaveLength(1)
})

test('L9: a failed discovery is tried again at the next call', async () => {
  let down = true
  const server = await loopback(({ url, headers }) => {
    if (url.includes('.well-known'))
      return down ? { status: 500 } : { body: { token_endpoint: `http://${headers.host}/token` } }
    return url === '/token' ? { body: { access_token: 't' } } : { body: note('n1') }
  })
  const { ehr } = backend(server)
  await expect(read(ehr)).rejects.toThrow()
  down = false
  await expect(read(ehr)).resolves.toMatchObject({ id: 'n1' })
})

test('B3: the published key set never holds a private member', async () => {
  const keys = await signingKeys(vault(), () => new Date())
  await keys.rotate()
  expect(keys.jwks().keys).toHaveLength(2)
  for (const key of keys.jwks().keys)
    for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'oth']) expect(key).not.toHaveProperty(secret)
})

test('B3: at no moment is a signature made with a key that others may not have seen yet', async () => {
  let at = new Date('2026-06-01T00:00:00Z')
  const held = vault()
  const keys = await signingKeys(held, () => at)
  const old = (await keys.current()).kid
  await keys.rotate()
  at = new Date('2026-06-01T01:59:00Z')
  expect((await keys.current()).kid).toBe(old)
  at = new Date('2026-06-01T02:01:00Z')
  const young = (await keys.current()).kid
  expect(young).not.toBe(old)
  expect(keys.jwks().keys.map(({ kid }) => kid)).toContain(old)
  await keys.rotate()
  expect(keys.jwks().keys.map(({ kid }) => kid)).toContain(young)
  const again = await signingKeys(held, () => at)
  expect((await again.current()).kid).toBe(young)
})

test('B1: an operator may bring an RSA key, which signs with RS384', async () => {
  const { givenKey } = await import('#server/ehr/keys.ts')
  const { exportJWK } = await import('jose')
  const { privateKey } = await generateKeyPair('RS384', { extractable: true })
  const keys = await givenKey(await exportJWK(privateKey))
  expect((await keys.current()).alg).toBe('RS384')
  expect(keys.jwks().keys[0]).not.toHaveProperty('d')
})
