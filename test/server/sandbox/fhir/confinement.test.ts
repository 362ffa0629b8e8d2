import type { Bundle, DocumentReference, Provenance } from '@medplum/fhirtypes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { alt, ann, BASE, ben, idsOf, issueOf, nurse, openSandbox, type Sandbox } from './open-sandbox.ts'

let sandbox: Sandbox
const asAnn = { authorization: 'Bearer ann' }

beforeAll(() => {
  sandbox = openSandbox()
  const note = (id: string, patient: string, binary: string): DocumentReference & { id: string } => ({
    resourceType: 'DocumentReference',
    id,
    status: 'current',
    subject: { reference: `Patient/${patient}` },
    content: [{ attachment: { contentType: 'text/plain', url: `Binary/${binary}` } }],
  })
  const origin = (id: string, reference: string): Provenance & { id: string } => ({
    resourceType: 'Provenance',
    id,
    target: [{ reference }],
    recorded: '2026-01-01T00:00:00Z',
    agent: [{ who: { reference: 'Practitioner/nurse' } }],
  })
  sandbox.repository.seed([
    ann,
    ben,
    nurse,
    alt('of-ann', 'ann', '2026-01-01'),
    alt('of-ben', 'ben', '2026-01-01'),
    { resourceType: 'Binary', id: 'text-of-ann', contentType: 'text/plain', data: 'QQ==' },
    { resourceType: 'Binary', id: 'text-of-ben', contentType: 'text/plain', data: 'Qg==' },
    note('note-of-ann', 'ann', 'text-of-ann'),
    note('note-of-ben', 'ben', 'text-of-ben'),
    origin('origin-of-ann', 'Observation/of-ann'),
    origin('origin-of-ben', 'Observation/of-ben'),
    {
      resourceType: 'Group',
      id: 'ward',
      type: 'person',
      actual: true,
      member: [{ entity: { reference: 'Patient/ben' } }],
    },
  ])
})
afterAll(() => sandbox.close())

describe('tokens', () => {
  test.each([
    ['no token', {}, 'Bearer realm="fhir"'],
    ['a token nobody issued', { authorization: 'Bearer forged' }, 'Bearer realm="fhir", error="invalid_token"'],
    ['an expired token', { authorization: 'Bearer old' }, 'Bearer realm="fhir", error="invalid_token"'],
  ])('%s is refused with 401 and WWW-Authenticate, readable from any origin (L30)', async (_, headers, challenge) => {
    const response = await sandbox.app.inject({ method: 'GET', url: '/fhir/Patient/ann', headers })
    expect(response.statusCode).toBe(401)
    expect(response.headers['www-authenticate']).toBe(challenge)
    expect(response.headers['access-control-allow-origin']).toBe('*')
    expect(issueOf(response).type).toBe('OperationOutcome')
  })

  test('a token that may read only is refused every write with 403', async () => {
    const headers = { authorization: 'Bearer reader' }
    expect((await sandbox.post('/Observation', alt('x', 'ann', '2026'), headers)).statusCode).toBe(403)
    expect((await sandbox.put('/Patient/ann', { ...ann, active: true }, headers)).statusCode).toBe(403)
    expect((await sandbox.delete('/Patient/ann', headers)).statusCode).toBe(403)
    expect((await sandbox.get('/Patient/ann', headers)).statusCode).toBe(200)
  })

  test('a token for one type sees nothing of another, not through _include and not through _revinclude either', async () => {
    const headers = { authorization: 'Bearer labs' }
    expect((await sandbox.get('/Patient/ann', headers)).statusCode).toBe(403)
    const included = (await sandbox.get('/Observation?_id=of-ann&_include=Observation:patient', headers)).json<Bundle>()
    expect(included.entry?.map(({ resource }) => resource?.resourceType)).toEqual(['Observation'])
  })
})

describe('a token confined to Ann', () => {
  test.each([
    '/Patient/ben',
    '/Observation/of-ben',
    '/DocumentReference/note-of-ben',
    '/Binary/text-of-ben',
    '/Provenance/origin-of-ben',
    '/Group/ward',
  ])('is refused %s with 403, also its history and versions', async (path) => {
    for (const part of ['', '/_history', '/_history/1']) {
      const response = await sandbox.get(`${path}${part}`, asAnn)
      expect(response.statusCode).toBe(403)
      expect(issueOf(response).type).toBe('OperationOutcome')
    }
  })

  test.each([
    '/Patient/ann',
    '/Observation/of-ann',
    '/DocumentReference/note-of-ann',
    '/Binary/text-of-ann',
    '/Provenance/origin-of-ann',
    '/Practitioner/nurse',
  ])('reads %s', async (path) => {
    expect((await sandbox.get(path, asAnn)).statusCode).toBe(200)
  })

  test('finds only her own, whatever the question', async () => {
    expect(idsOf(await sandbox.get('/Observation', asAnn))).toEqual(['of-ann'])
    expect(idsOf(await sandbox.get('/Observation?patient=ben', asAnn))).toEqual([])
    expect(idsOf(await sandbox.get('/Observation?_id=of-ben,of-ann', asAnn))).toEqual(['of-ann'])
    expect(idsOf(await sandbox.get('/Patient', asAnn))).toEqual(['ann'])
    expect(idsOf(await sandbox.get('/Group', asAnn))).toEqual([])
    expect(idsOf(await sandbox.get('/Binary', asAnn))).toEqual([])
    expect(idsOf(await sandbox.get('/Provenance', asAnn))).toEqual(['origin-of-ann'])
    expect(idsOf(await sandbox.get('/Provenance?target=Observation/of-ben', asAnn))).toEqual([])
    const told = (await sandbox.get('/Observation?_revinclude=Provenance:target', asAnn)).json<Bundle>()
    expect(told.entry?.map(({ resource }) => resource?.id)).toEqual(['of-ann', 'origin-of-ann'])
    const wide = (await sandbox.get('/Practitioner?_revinclude=Observation:performer', asAnn)).json<Bundle>()
    expect(wide.entry).toHaveLength(1)
  })

  test('cannot turn the page of a search that saw more', async () => {
    const next = (await sandbox.get('/Observation?_count=1')).json<Bundle>().link?.[1]?.url ?? ''
    expect((await sandbox.get(next.slice(BASE.length), asAnn)).statusCode).toBe(410)
  })

  test('writes for her, not for Ben, and neither takes his resource nor gives hers away', async () => {
    expect((await sandbox.post('/Observation', alt('x', 'ann', '2026-02-01'), asAnn)).statusCode).toBe(201)
    expect((await sandbox.post('/Observation', alt('x', 'ben', '2026-02-01'), asAnn)).statusCode).toBe(403)
    expect((await sandbox.put('/Observation/of-ben', alt('of-ben', 'ann', '2026'), asAnn)).statusCode).toBe(403)
    expect((await sandbox.put('/Observation/of-ann', alt('of-ann', 'ben', '2026'), asAnn)).statusCode).toBe(403)
    expect((await sandbox.delete('/Observation/of-ben', asAnn)).statusCode).toBe(403)
    expect((await sandbox.put('/Practitioner/nurse', { ...nurse, active: true }, asAnn)).statusCode).toBe(403)
  })

  test('gets no further by bundle', async () => {
    const entry = [
      { request: { method: 'GET', url: 'Patient/ben' } },
      { request: { method: 'GET', url: 'Observation?patient=ben' } },
      { resource: alt('x', 'ben', '2026'), request: { method: 'POST', url: 'Observation' } },
      { request: { method: 'DELETE', url: 'Observation/of-ben' } },
      { request: { method: 'GET', url: 'Patient/ben/_history/1' } },
    ]
    const answer = (await sandbox.post('', { resourceType: 'Bundle', type: 'batch', entry }, asAnn)).json<Bundle>()
    expect(answer.entry?.map(({ response }) => response?.status?.slice(0, 3))).toEqual([
      '403',
      '200',
      '403',
      '403',
      '403',
    ])
    expect(answer.entry?.[1]?.resource).toMatchObject({ total: 0 })
  })
})

test('a SMART app on another origin may ask: the preflight names what is allowed', async () => {
  const headers = { origin: 'https://app.test', 'access-control-request-headers': 'authorization,content-type' }
  const response = await sandbox.app.inject({ method: 'OPTIONS', url: '/fhir/Patient/ann', headers })
  expect(response.statusCode).toBe(204)
  expect(response.headers['access-control-allow-headers']).toBe('authorization,content-type')
  expect(response.headers['access-control-allow-methods']).toContain('PUT')
})
