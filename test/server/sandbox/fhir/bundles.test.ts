import type { Bundle, Observation, OperationOutcome, Provenance } from '@medplum/fhirtypes'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Change } from '#server/sandbox/repository.ts'
import { alt, ann, BASE, ben, idsOf, openSandbox, type Sandbox } from './open-sandbox.ts'

let sandbox: Sandbox
beforeEach(() => {
  sandbox = openSandbox()
  sandbox.repository.seed([ann, ben])
})
afterEach(() => sandbox.close())

const OBSERVATION = 'urn:uuid:0c5cc1ab-2c0e-4a9a-b6b7-3f3ad3a1a001'
const DEVICE = 'urn:uuid:0c5cc1ab-2c0e-4a9a-b6b7-3f3ad3a1a002'

/** What the write-back sends: the result, the flag, where it comes from, and by which machine. */
function finding(): Bundle {
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      {
        fullUrl: 'urn:uuid:0c5cc1ab-2c0e-4a9a-b6b7-3f3ad3a1a003',
        resource: {
          resourceType: 'Provenance',
          target: [{ reference: OBSERVATION }],
          recorded: '2026-01-01T00:00:00Z',
          agent: [{ who: { reference: DEVICE } }],
        },
        request: { method: 'POST', url: 'Provenance' },
      },
      {
        fullUrl: OBSERVATION,
        resource: {
          resourceType: 'Observation',
          status: 'preliminary',
          identifier: [{ system: 'urn:ours', value: 'finding-1' }],
          code: { text: 'Colitis' },
          subject: { reference: 'Patient?identifier=urn:mrn|A-1' },
          device: { reference: DEVICE },
        },
        request: { method: 'POST', url: 'Observation', ifNoneExist: 'identifier=urn:ours|finding-1' },
      },
      {
        fullUrl: DEVICE,
        resource: { resourceType: 'Device', identifier: [{ system: 'urn:devices', value: 'reader-1' }] },
        request: { method: 'POST', url: 'Device', ifNoneExist: 'identifier=urn:devices|reader-1' },
      },
    ],
  }
}

const statuses = (bundle: Bundle) => bundle.entry?.map((entry) => entry.response?.status?.slice(0, 3))

describe('transaction', () => {
  test('answers stand in the order of the request, each with status, location and ETag', async () => {
    const answer = (await sandbox.post('', finding())).json<Bundle>()
    expect(answer.type).toBe('transaction-response')
    expect(statuses(answer)).toEqual(['201', '201', '201'])
    const places = answer.entry?.map((entry) => entry.response?.location?.slice(BASE.length + 1).split('/')[0])
    expect(places).toEqual(['Provenance', 'Observation', 'Device'])
    expect(answer.entry?.every((entry) => entry.response?.etag === 'W/"1"')).toBe(true)
  })

  test('temporary and conditional references become real ones, whatever the order of the entries', async () => {
    await sandbox.post('', finding())
    const observation = (await sandbox.get('/Observation')).json<Bundle<Observation>>().entry?.[0]?.resource
    const provenance = (await sandbox.get('/Provenance')).json<Bundle<Provenance>>().entry?.[0]?.resource
    expect(observation?.subject?.reference).toBe('Patient/ann')
    expect(observation?.device?.reference).toMatch(/^Device\/[0-9a-f-]{36}$/)
    expect(provenance?.target[0]?.reference).toBe(`Observation/${observation?.id}`)
  })

  test('W2, W4: sent twice, what has our identifier stands in the chart once', async () => {
    await sandbox.post('', finding())
    const again = (await sandbox.post('', finding())).json<Bundle>()
    expect(statuses(again)).toEqual(['201', '200', '200'])
    expect(idsOf(await sandbox.get('/Observation'))).toHaveLength(1)
    const provenances = (await sandbox.get('/Provenance')).json<Bundle<Provenance>>().entry ?? []
    expect(new Set(provenances.map((entry) => entry.resource?.target[0]?.reference)).size).toBe(1)
  })

  test('W7: when the last entry fails, none was written, and no subscriber heard of any', async () => {
    const heard: Change[] = []
    sandbox.repository.onChange((change) => heard.push(change))
    const bundle = finding()
    const bad = {
      resource: { ...ann, birthDate: '1950-01-01' },
      request: { method: 'PUT', url: 'Patient/ann', ifMatch: 'W/"7"' },
    }
    const response = await sandbox.post('', { ...bundle, entry: [...(bundle.entry ?? []), bad] })
    expect(response.statusCode).toBe(412)
    expect(response.json<OperationOutcome>().issue[0]?.expression).toContain('Bundle.entry[3]')
    for (const type of ['Observation', 'Device', 'Provenance']) expect(idsOf(await sandbox.get(`/${type}`))).toEqual([])
    expect(heard).toEqual([])
  })

  test('a listener hears of all changes after they are durable', async () => {
    const heard: string[] = []
    sandbox.repository.onChange(({ resource }) =>
      heard.push(sandbox.repository.read(resource.resourceType, resource.id).id),
    )
    await sandbox.post('', finding())
    expect(heard).toHaveLength(3)
  })

  test.each([
    ['a reference that nothing resolves', { subject: { reference: 'Patient/nobody' } }, 400],
    [
      'a temporary reference of no entry',
      { subject: { reference: 'urn:uuid:0c5cc1ab-2c0e-4a9a-b6b7-3f3ad3a1a099' } },
      400,
    ],
    ['a conditional reference that finds nothing', { subject: { reference: 'Patient?identifier=nobody' } }, 412],
    ['an element that R4 does not know', { colour: 'red' }, 422],
  ])('%s is refused and nothing is written', async (_, part, status) => {
    const bundle = finding()
    const broken = {
      resource: { ...alt('x', 'ann', '2026'), ...part },
      request: { method: 'POST', url: 'Observation' },
    }
    expect((await sandbox.post('', { ...bundle, entry: [...(bundle.entry ?? []), broken] })).statusCode).toBe(status)
    expect(idsOf(await sandbox.get('/Device'))).toEqual([])
  })

  test('two entries that change one resource are refused', async () => {
    const entry = { resource: { ...ann, active: true }, request: { method: 'PUT', url: 'Patient/ann' } }
    const response = await sandbox.post('', { resourceType: 'Bundle', type: 'transaction', entry: [entry, entry] })
    expect(response.statusCode).toBe(400)
  })

  test('a read inside a transaction sees what the transaction wrote', async () => {
    const entry = [
      { request: { method: 'GET', url: 'Patient/ann' } },
      { resource: { ...ann, active: true }, request: { method: 'PUT', url: 'Patient/ann', ifMatch: 'W/"1"' } },
    ]
    const answer = (await sandbox.post('', { resourceType: 'Bundle', type: 'transaction', entry })).json<Bundle>()
    expect(answer.entry?.[0]?.resource).toMatchObject({ active: true, meta: { versionId: '2' } })
  })

  test('W6: with return=minimal the answers carry no resources', async () => {
    const answer = (await sandbox.post('', finding(), { prefer: 'return=minimal' })).json<Bundle>()
    expect(answer.entry?.some((entry) => entry.resource !== undefined)).toBe(false)
  })
})

describe('W8: batch', () => {
  test('each entry stands for itself and is answered in its place', async () => {
    const entry = [
      { resource: alt('x', 'ann', '2026-01-01'), request: { method: 'POST', url: 'Observation' } },
      { resource: alt('x', 'nobody', '2026-01-01'), request: { method: 'POST', url: 'Observation' } },
      { request: { method: 'GET', url: 'Patient/nobody' } },
      { request: { method: 'GET', url: 'Patient?name=osei' } },
      { request: { method: 'DELETE', url: 'Patient/ben' } },
      { request: { method: 'PATCH', url: 'Patient/ann' } },
      { resource: { resourceType: 'Ghost' }, request: { method: 'POST', url: 'Ghost' } },
    ]
    const response = await sandbox.post('', { resourceType: 'Bundle', type: 'batch', entry })
    const answer = response.json<Bundle>()
    expect(response.statusCode).toBe(200)
    expect(statuses(answer)).toEqual(['201', '400', '404', '200', '204', '400', '404'])
    expect(answer.entry?.[1]?.response?.outcome?.resourceType).toBe('OperationOutcome')
    expect(answer.entry?.[3]?.resource).toMatchObject({ resourceType: 'Bundle', total: 1 })
    expect(idsOf(await sandbox.get('/Observation'))).toHaveLength(1)
  })

  test('entries beyond the scope of the token are refused one by one', async () => {
    const entry = [
      { resource: alt('x', 'ann', '2026-01-01'), request: { method: 'POST', url: 'Observation' } },
      { request: { method: 'GET', url: 'Patient/ann' } },
    ]
    const headers = { authorization: 'Bearer labs' }
    const answer = (await sandbox.post('', { resourceType: 'Bundle', type: 'batch', entry }, headers)).json<Bundle>()
    expect(statuses(answer)).toEqual(['201', '403'])
  })
})

test.each([
  ['a searchset', { resourceType: 'Bundle', type: 'searchset' }],
  ['entries that are no list', { resourceType: 'Bundle', type: 'batch', entry: { request: {} } }],
  [
    'a transaction entry without a request',
    { resourceType: 'Bundle', type: 'transaction', entry: [{ resource: ann }] },
  ],
  ['an entry that is null', { resourceType: 'Bundle', type: 'transaction', entry: [null] }],
  ['a resource that is no Bundle', ann],
])('%s posted to the base is refused with 400', async (_, body) => {
  expect((await sandbox.post('', body)).statusCode).toBe(400)
})
