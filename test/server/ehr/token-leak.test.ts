import { expect, test } from 'vitest'
import { isOnBase } from '#server/ehr/origin.ts'
import { client, loopback, note, page, siteAt } from './loopback.ts'

test.each([
  ['https://ehr.example/fhir', true],
  ['https://ehr.example/fhir/Patient/1', true],
  ['https://ehr.example/fhir?_getpages=4', true],
  ['https://ehr.example/fhir-of-others/Patient/1', false],
  ['https://ehr.example/fhir/../admin', false],
  ['https://ehr.example/fhir/%2e%2e/admin', false],
  ['https://ehr.example:8443/fhir/Patient/1', false],
  ['http://ehr.example/fhir/Patient/1', false],
  ['https://token@ehr.example/fhir/Patient/1', false],
  ['https://ehr.example.evil.test/fhir/Patient/1', false],
])('L26: the token may go to %s: %s', (address, may) => {
  expect(isOnBase('https://ehr.example/fhir', new URL(address))).toBe(may)
})

test('L26, B11: a next link to another host is refused and that host hears nothing', async () => {
  const thief = await loopback(() => ({ body: page([]) }))
  const server = await loopback(() => ({ body: page([note('n1')], `${thief.origin}/fhir?page=2`) }))
  await expect(client(server).ehr.search('DocumentReference', { patient: 'a' })).rejects.toMatchObject({
    code: 'EHR_FOREIGN_ORIGIN',
  })
  expect(thief.asked).toEqual([])
})

test('L26: a read that is redirected to another host is refused and that host hears nothing', async () => {
  const thief = await loopback(() => ({ body: note('n1') }))
  const server = await loopback(() => ({ status: 302, headers: { location: `${thief.origin}/fhir/x` } }))
  await expect(client(server).ehr.read('DocumentReference/n1')).rejects.toMatchObject({ code: 'EHR_FOREIGN_ORIGIN' })
  expect(thief.asked).toEqual([])
})

test('L26: a redirect within the FHIR base is followed with the token, a circle is not', async () => {
  const server = await loopback(({ url }) =>
    url.includes('moved') ? { body: note('n1') } : { status: 307, headers: { location: '/fhir/moved/n1' } },
  )
  expect(await client(server).ehr.read('DocumentReference/n1')).toMatchObject({ id: 'n1' })
  expect(server.asked[1]?.headers.authorization).toBe('Bearer secret-token')
  const circle = await loopback(() => ({ status: 307, headers: { location: '/fhir/again' } }))
  await expect(client(circle).ehr.read('DocumentReference/n1')).rejects.toMatchObject({ code: 'EHR_REFUSED' })
})

test('L26: the Location of a foreign host gives an id and is never called', async () => {
  const thief = await loopback(() => ({}))
  const server = await loopback(() => ({
    status: 201,
    headers: { location: `${thief.origin}/fhir/Patient/p9/_history/3` },
  }))
  const written = await client(server).ehr.create({ resourceType: 'Patient' })
  expect(written).toMatchObject({ reference: 'Patient/p9', versionId: '3', created: true })
  expect(thief.asked).toEqual([])
})

test('D2: an attachment on a listed host is fetched without the token, on the FHIR base with it', async () => {
  const storage = await loopback(() => ({ headers: { 'content-type': 'text/plain' }, body: 'stored elsewhere' }))
  const server = await loopback(() => ({ headers: { 'content-type': 'text/plain' }, body: 'stored here' }))
  const { ehr } = client(server, { attachmentHosts: [storage.origin], resolve: async () => ['203.0.113.9'] })
  expect((await ehr.attachment('Binary/b1', 'text/plain')).mediaType).toBe('text/plain')
  const far = await ehr.attachment(`${storage.origin}/bucket/b2?signature=x`, 'text/plain')
  expect(Buffer.from(far.bytes).toString()).toBe('stored elsewhere')
  expect(server.asked[0]).toMatchObject({ url: '/fhir/Binary/b1', headers: { authorization: 'Bearer secret-token' } })
  expect(storage.asked[0]?.headers.authorization).toBeUndefined()
})

test('D2: a redirect of a Binary to a listed store drops the token', async () => {
  const storage = await loopback(() => ({ headers: { 'content-type': 'text/plain' }, body: 'words' }))
  const server = await loopback(() => ({ status: 302, headers: { location: `${storage.origin}/b` } }))
  const { ehr } = client(server, { attachmentHosts: [storage.origin], resolve: async () => ['203.0.113.9'] })
  await ehr.attachment('Binary/b1', 'text/plain')
  expect(storage.asked[0]?.headers.authorization).toBeUndefined()
})

test.each([
  ['not listed', [], ['203.0.113.9']],
  ['listed but in a private network', ['https://notes.example'], ['10.1.2.3']],
  ['listed but with one private address', ['https://notes.example'], ['203.0.113.9', '::ffff:169.254.169.254']],
  ['listed but without address', ['https://notes.example'], []],
])('D2: an attachment host that is %s is refused', async (_, attachmentHosts, addresses) => {
  const never: typeof fetch = () => Promise.reject(new Error('nothing may be sent'))
  const { ehr } = client(
    { origin: 'http://127.0.0.1:1', asked: [] },
    { attachmentHosts, resolve: async () => addresses, fetch: never },
  )
  await expect(ehr.attachment('https://notes.example/n.txt', 'text/plain')).rejects.toMatchObject({
    code: 'EHR_FOREIGN_ORIGIN',
  })
})

test('a server without authorization gets no Authorization header', async () => {
  const server = await loopback(() => ({ body: note('n1') }))
  const { ehr } = client(server, { site: siteAt(`${server.origin}/fhir`), credentials: { kind: 'none' } })
  await ehr.read('DocumentReference/n1')
  expect(server.asked[0]?.headers.authorization).toBeUndefined()
})
