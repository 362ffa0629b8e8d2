import { expect, test } from 'vitest'
import { client, closedOrigin, loopback, note, page } from './loopback.ts'

test('a read carries the token, the FHIR media type and a request id of its own (B14, A2)', async () => {
  const server = await loopback(() => ({ body: note('n1') }))
  const { ehr } = client(server)
  await ehr.read('DocumentReference/n1')
  await ehr.read('DocumentReference/n1')
  const [first, second] = server.asked
  expect(first?.url).toBe('/fhir/DocumentReference/n1')
  expect(first?.headers).toMatchObject({ authorization: 'Bearer secret-token', accept: 'application/fhir+json' })
  expect(first?.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  expect(second?.headers['x-request-id']).not.toBe(first?.headers['x-request-id'])
})

test.each([
  ['in seconds', () => '7', 7000],
  ['as an HTTP date', () => new Date(Date.now() + 5000).toUTCString(), 5000],
  ['beyond all patience', () => '86400', 60_000],
])('B10: Retry-After %s is obeyed and capped', async (_, retryAfter, expected) => {
  let busy = true
  const server = await loopback(() => {
    if (!busy) return { body: note('n1') }
    busy = false
    return { status: 429, headers: { 'retry-after': retryAfter() } }
  })
  const { ehr, pauses } = client(server)
  await ehr.read('DocumentReference/n1')
  expect(pauses).toHaveLength(1)
  expect(Math.abs((pauses[0] ?? 0) - expected)).toBeLessThanOrEqual(1000)
})

test('B10: an EHR that stays busy is asked four times with growing pauses, then the queue waits', async () => {
  const server = await loopback(() => ({ status: 503 }))
  const { ehr, pauses } = client(server)
  await expect(ehr.read('DocumentReference/n1')).rejects.toMatchObject({ code: 'EHR_BUSY' })
  expect(server.asked).toHaveLength(4)
  expect(pauses[2]).toBeGreaterThan(pauses[0] ?? 0)
})

test.each([429, 500, 502, 503])('B10: a write answered with %i is sent once', async (status) => {
  const server = await loopback(() => ({ status }))
  const { ehr } = client(server)
  const code = status === 429 ? 'EHR_BUSY' : 'WRITE_OUTCOME_UNKNOWN'
  await expect(ehr.create({ resourceType: 'Patient' })).rejects.toMatchObject({ code })
  expect(server.asked).toHaveLength(1)
})

test.each(['drop', 'hang'] as const)(
  'W3: a write whose answer is lost (%s) has an unknown outcome and is not repeated',
  async (how) => {
    const server = await loopback(() => how)
    const { ehr } = client(server, { timeoutMs: 100 })
    await expect(ehr.create({ resourceType: 'Patient' })).rejects.toMatchObject({ code: 'WRITE_OUTCOME_UNKNOWN' })
    expect(server.asked).toHaveLength(1)
  },
)

test('a write to an EHR that is not there never left, and says so', async () => {
  const { ehr } = client({ origin: await closedOrigin(), asked: [] })
  await expect(ehr.create({ resourceType: 'Patient' })).rejects.toMatchObject({ code: 'EHR_UNREACHABLE' })
})

test('a read survives a broken connection', async () => {
  let first = true
  const server = await loopback(() => {
    if (!first) return { body: note('n1') }
    first = false
    return 'drop'
  })
  expect(await client(server).ehr.read('DocumentReference/n1')).toMatchObject({ id: 'n1' })
})

test.each([
  ['nothing', ''],
  ['a login page', '<html><body>Please sign in</body></html>'],
  ['broken JSON', '{"resourceType":'],
  ['a list', '[1,2]'],
])('B13: an answer that is %s is a typed error, not a crash', async (_, body) => {
  const server = await loopback(() => ({ body }))
  await expect(client(server).ehr.read('DocumentReference/n1')).rejects.toMatchObject({ code: 'EHR_NOT_FHIR' })
})

test('S10: an OperationOutcome or an empty 404 says that a note is gone, the 404 page of a proxy does not', async () => {
  const answers = [
    { status: 404, body: { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'not-found' }] } },
    { status: 410 },
    { status: 404, body: '<h1>No such host</h1>' },
  ]
  const server = await loopback(() => answers.shift() ?? {})
  const { ehr } = client(server)
  const read = () => ehr.read('DocumentReference/n1')
  await expect(read()).rejects.toMatchObject({ code: 'EHR_NOT_FOUND' })
  await expect(read()).rejects.toMatchObject({ code: 'EHR_NOT_FOUND', about: { status: 410 } })
  await expect(read()).rejects.toMatchObject({ code: 'EHR_NOT_FHIR' })
})

test('W9: codes of an OperationOutcome are kept in the error, words from the chart are not', async () => {
  const issue = {
    severity: 'error',
    code: 'processing',
    details: { coding: [{ code: '59012' }], text: 'Anna Muster has colitis' },
    diagnostics: 'Anna Muster has colitis',
  }
  const server = await loopback(() => ({ status: 422, body: { resourceType: 'OperationOutcome', issue: [issue] } }))
  const error = await client(server)
    .ehr.create({ resourceType: 'Patient' })
    .catch((thrown: unknown) => thrown as { about: object; message: string })
  expect(error).toMatchObject({ code: 'EHR_REFUSED', about: { status: 422, issues: 'error:processing:59012' } })
  expect(JSON.stringify(error) + String(error)).not.toContain('Muster')
})

test.each([
  ['an API that is not on our record', { status: 403 }, 'api-not-on-record'],
  [
    'a scope that does not suffice',
    { status: 403, headers: { 'www-authenticate': 'Bearer error="insufficient_scope"' } },
    'insufficient-scope',
  ],
  [
    'a protected chart (B16)',
    {
      status: 403,
      body: {
        resourceType: 'OperationOutcome',
        issue: [{ severity: 'fatal', code: 'forbidden', details: { coding: [{ code: '4130' }] } }],
      },
    },
    'break-the-glass',
  ],
])('B7: %s has its own words for the operator and is not asked again', async (_, reply, reason) => {
  const server = await loopback(() => reply)
  const lines: object[] = []
  const { ehr } = client(server, { log: (line) => void lines.push(line) })
  await expect(ehr.read('DocumentReference/n1')).rejects.toMatchObject({ code: 'EHR_FORBIDDEN', about: { reason } })
  expect(lines.at(-1)).toMatchObject({ event: 'ehr-refused', reason, advice: expect.stringMatching(/^The .+\.$/) })
  expect(server.asked).toHaveLength(1)
})

test('the log has the path and the status, never the query of a search', async () => {
  const lines: object[] = []
  const server = await loopback(() => ({ body: page([]) }))
  const { ehr } = client(server, { log: (line) => void lines.push(line) })
  await ehr.search('Patient', { identifier: 'mrn|4711', name: 'Muster' })
  expect(lines).toEqual([expect.objectContaining({ event: 'ehr-request', path: '/fhir/Patient', status: 200 })])
  expect(JSON.stringify(lines)).not.toMatch(/4711|Muster|secret-token/)
})

test('B15: no more than the agreed number of requests are under way at once', async () => {
  let now = 0
  let most = 0
  const slow: typeof fetch = async () => {
    now += 1
    most = Math.max(most, now)
    await new Promise((done) => setTimeout(done, 5))
    now -= 1
    return Response.json(note('n1'))
  }
  const { ehr } = client({ origin: 'http://127.0.0.1:1', asked: [] }, { fetch: slow, concurrency: 3 })
  await Promise.all(Array.from({ length: 12 }, () => ehr.read('DocumentReference/n1')))
  expect(most).toBe(3)
})
