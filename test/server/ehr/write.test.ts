import type { Bundle, Flag, Observation } from '@medplum/fhirtypes'
import { describe, expect, test } from 'vitest'
import { client, loopback, type Reply, siteAt } from './loopback.ts'

const observation: Observation = {
  resourceType: 'Observation',
  status: 'preliminary',
  identifier: [{ system: 'https://irae-agent.org/fhir/finding', value: 'f1' }],
  code: { text: 'Colitis' },
  subject: { reference: 'Patient/a' },
}
const condition = 'identifier=https://irae-agent.org/fhir/finding|f1'

describe('W6: a 201 without a body still yields the id', () => {
  test.each([
    ['relative, with version', { location: 'Observation/o1/_history/3' }, '3'],
    ['relative, without version, with ETag', { location: 'Observation/o1', etag: 'W/"4"' }, '4'],
    ['relative, without either', { location: 'Observation/o1' }, undefined],
    ['absolute', { location: 'https://ehr.example/fhir/R4/Observation/o1/_history/3', etag: '"3"' }, '3'],
    ['absolute path', { location: '/fhir/Observation/o1' }, undefined],
  ])('%s', async (_, headers, versionId) => {
    const server = await loopback(() => ({ status: 201, headers: headers as Record<string, string> }))
    const written = await client(server).ehr.create(observation)
    expect(written).toEqual({
      reference: 'Observation/o1',
      versionId,
      created: true,
      resource: undefined,
      request: server.asked.at(-1)?.headers['x-request-id'],
    })
  })
})

test('W6: a 201 with the resource needs no Location', async () => {
  const stored = { ...observation, id: 'o1', meta: { versionId: '1' } }
  const server = await loopback(() => ({ status: 201, body: stored }))
  expect(await client(server).ehr.create(observation)).toMatchObject({ reference: 'Observation/o1', versionId: '1' })
})

test.each([
  ['says nothing', { status: 201 }],
  ['shows a login page', { status: 200, body: '<html>Sign in</html>' }],
  ['names another type', { status: 201, headers: { location: 'Flag/f1' } }],
])('W3: a success that %s leaves the outcome unknown', async (_, reply) => {
  const server = await loopback(() => reply)
  await expect(client(server).ehr.create(observation)).rejects.toMatchObject({ code: 'WRITE_OUTCOME_UNKNOWN' })
})

test('W4: a conditional create sends the condition; 200 adopts what is there, 412 is a conflict', async () => {
  const replies: Reply[] = [
    { status: 201, headers: { location: 'Observation/o1' } },
    { status: 200, headers: { location: 'Observation/o1' } },
    { status: 412 },
  ]
  const server = await loopback(() => replies.shift() ?? {})
  const { ehr } = client(server)
  expect(await ehr.create(observation, condition)).toMatchObject({ created: true })
  expect(await ehr.create(observation, condition)).toMatchObject({ created: false, reference: 'Observation/o1' })
  await expect(ehr.create(observation, condition)).rejects.toMatchObject({ code: 'EHR_CONFLICT' })
  expect(server.asked[0]?.headers).toMatchObject({
    'if-none-exist': condition,
    'content-type': 'application/fhir+json',
    prefer: 'return=representation',
  })
})

test.each([409, 412])('W5: a stale update is a conflict, whether the EHR says %i', async (status) => {
  const server = await loopback(() => ({ status }))
  const update = client(server).ehr.update({ ...observation, id: 'o1' }, '3')
  await expect(update).rejects.toMatchObject({ code: 'EHR_CONFLICT', about: { status } })
  expect(server.asked[0]).toMatchObject({
    method: 'PUT',
    url: '/fhir/Observation/o1',
    headers: { 'if-match': 'W/"3"' },
  })
})

test('an oracle-like EHR that wants the FHIR media type exactly is satisfied (B14)', async () => {
  const server = await loopback(({ headers }) => {
    const exact = headers.accept === 'application/fhir+json' && headers['content-type'] === 'application/fhir+json'
    return exact ? { status: 201, headers: { location: 'https://other.example/Observation/9' } } : { status: 406 }
  })
  expect(await client(server).ehr.create(observation)).toMatchObject({ reference: 'Observation/9' })
})

test('W3: an EHR that stores and then drops the connection has, after a read-back, the resource exactly once', async () => {
  const stored: Observation[] = []
  const server = await loopback(({ method, body }) => {
    if (method === 'POST') {
      stored.push({ ...(JSON.parse(body) as Observation), id: `o${stored.length + 1}` })
      return 'drop'
    }
    return { body: { resourceType: 'Bundle', type: 'searchset', entry: stored.map((resource) => ({ resource })) } }
  })
  const { ehr } = client(server)
  await expect(ehr.create(observation, condition)).rejects.toMatchObject({ code: 'WRITE_OUTCOME_UNKNOWN' })
  const there = await ehr.search('Observation', { identifier: 'https://irae-agent.org/fhir/finding|f1' })
  expect(there.matches).toHaveLength(1)
  expect(stored).toHaveLength(1)
})

const flag: Flag = {
  resourceType: 'Flag',
  status: 'active',
  code: { text: 'Unconfirmed: colitis' },
  subject: { reference: 'Patient/a' },
  extension: [{ url: 'https://irae-agent.org/fhir/evidence', valueReference: { reference: 'urn:uuid:o' } }],
}
const bundle: Bundle = {
  resourceType: 'Bundle',
  type: 'transaction',
  entry: [
    { fullUrl: 'urn:uuid:f', request: { method: 'POST', url: 'Flag' }, resource: flag },
    {
      fullUrl: 'urn:uuid:o',
      request: { method: 'POST', url: 'Observation', ifNoneExist: condition },
      resource: observation,
    },
    { request: { method: 'PUT', url: 'Observation/o7', ifMatch: 'W/"2"' }, resource: { ...observation, id: 'o7' } },
  ],
}
const response = (...entry: object[]): Reply => ({
  body: { resourceType: 'Bundle', type: 'transaction-response', entry: entry.map((one) => ({ response: one })) },
})

describe('W7: an atomic transaction', () => {
  test('is one POST to the base and answers in the order of its entries', async () => {
    const server = await loopback(() =>
      response(
        { status: '201 Created', location: 'Flag/f1/_history/1', etag: 'W/"1"' },
        { status: '200 OK', location: 'https://ehr.example/fhir/Observation/o1' },
        { status: '200 OK', etag: 'W/"3"' },
      ),
    )
    const written = await client(server).ehr.transaction(bundle)
    expect(written.map(({ reference, versionId, created }) => [reference, versionId, created])).toEqual([
      ['Flag/f1', '1', true],
      ['Observation/o1', undefined, false],
      ['Observation/o7', '3', false],
    ])
    expect(server.asked).toMatchObject([{ method: 'POST', url: '/fhir' }])
  })

  test.each<[string, Reply]>([
    ['fewer entries than asked', response({ status: '201', location: 'Flag/f1' })],
    [
      'a failed entry, so it was not atomic',
      response({ status: '201', location: 'Flag/f1' }, { status: '422' }, { status: '200' }),
    ],
    ['nothing', {}],
    ['an error page', { status: 502, body: '<html>' }],
  ])('W8: an answer with %s leaves the outcome unknown', async (_, reply) => {
    const server = await loopback(() => reply)
    await expect(client(server).ehr.transaction(bundle)).rejects.toMatchObject({ code: 'WRITE_OUTCOME_UNKNOWN' })
    expect(server.asked).toHaveLength(1)
  })

  test('that meets a newer version is a conflict as a whole', async () => {
    const server = await loopback(() => ({ status: 412 }))
    await expect(client(server).ehr.transaction(bundle)).rejects.toMatchObject({ code: 'EHR_CONFLICT' })
  })
})

test('W7: where transactions are not atomic none is sent', async () => {
  const server = await loopback(() => ({ status: 200 }))
  const { ehr } = client(server, { site: siteAt(`${server.origin}/fhir`, { atomicTransactions: false }) })
  await expect(ehr.transaction(bundle)).rejects.toMatchObject({ code: 'EHR_REFUSED', about: { reason: 'not-atomic' } })
  expect(server.asked).toEqual([])
})
