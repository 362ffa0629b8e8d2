import type { Bundle, CapabilityStatement, Patient } from '@medplum/fhirtypes'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { alt, ann, BASE, ben, idsOf, issueOf, nurse, openSandbox, type Sandbox } from './open-sandbox.ts'

let sandbox: Sandbox
beforeEach(() => {
  sandbox = openSandbox()
  sandbox.repository.seed([ann, ben, nurse])
})
afterEach(() => sandbox.close())

describe('create and read', () => {
  test('a created resource gets an id of the server, version 1, a time and an absolute Location', async () => {
    const response = await sandbox.post('/Patient', { resourceType: 'Patient', birthDate: '1960-01-01' })
    const patient = response.json<Patient>()
    expect(response.statusCode).toBe(201)
    expect(patient.id).toMatch(/^[0-9a-f-]{36}$/)
    expect(patient.meta?.versionId).toBe('1')
    expect(patient.meta?.lastUpdated).toMatch(/T\d\d:\d\d:\d\d\.\d{3}Z$/)
    expect(response.headers.location).toBe(`${BASE}/Patient/${patient.id}/_history/1`)
    expect(response.headers.etag).toBe('W/"1"')
    expect(response.headers['content-type']).toContain('application/fhir+json')
  })

  test('an id that the client sends with a create is not taken over', async () => {
    const response = await sandbox.post('/Patient', { resourceType: 'Patient', id: 'mine', birthDate: '1960-01-01' })
    expect(response.json<Patient>().id).not.toBe('mine')
  })

  test('W6: with return=minimal a 201 has no body, and the Location still names the id', async () => {
    const response = await sandbox.post(
      '/Patient',
      { resourceType: 'Patient', active: true },
      { prefer: 'return=minimal' },
    )
    expect(response.statusCode).toBe(201)
    expect(response.body).toBe('')
    expect(response.headers.location).toMatch(/\/Patient\/[0-9a-f-]{36}\/_history\/1$/)
  })

  test('what does not exist is 404, what was deleted is 410, both with an OperationOutcome', async () => {
    expect((await sandbox.get('/Patient/nobody')).statusCode).toBe(404)
    expect((await sandbox.delete('/Patient/ben')).statusCode).toBe(204)
    const gone = await sandbox.get('/Patient/ben')
    expect(gone.statusCode).toBe(410)
    expect(issueOf(gone)).toMatchObject({ type: 'OperationOutcome', code: 'deleted' })
  })

  test('a reader that has this version already gets 304', async () => {
    expect((await sandbox.get('/Patient/ann', { 'if-none-match': 'W/"1"' })).statusCode).toBe(304)
  })
})

describe('W4: conditional create', () => {
  const flag = {
    resourceType: 'Flag',
    status: 'active',
    identifier: [{ system: 'urn:ours', value: 'f|1,a' }],
    code: { text: 'Unconfirmed: colitis' },
    subject: { reference: 'Patient/ann' },
  }
  const condition = { 'if-none-exist': 'identifier=urn:ours|f%5C|1%5C,a' }

  test('no match makes 201, one match makes 200 with the id of that one', async () => {
    const first = await sandbox.post('/Flag', flag, condition)
    const second = await sandbox.post('/Flag', flag, condition)
    expect([first.statusCode, second.statusCode]).toEqual([201, 200])
    expect(second.json().id).toBe(first.json().id)
    expect(idsOf(await sandbox.get('/Flag'))).toHaveLength(1)
  })

  test('several matches are refused with 412, and so is a condition that selects nothing', async () => {
    await sandbox.post('/Flag', flag)
    await sandbox.post('/Flag', flag)
    expect((await sandbox.post('/Flag', flag, condition)).statusCode).toBe(412)
    expect((await sandbox.post('/Flag', flag, { 'if-none-exist': '_sort=date' })).statusCode).toBe(412)
  })
})

describe('W5: update', () => {
  test('the right If-Match writes version 2, a stale one is refused with 412 and changes nothing', async () => {
    const changed = { ...ann, birthDate: '1958-03-03' }
    const written = await sandbox.put('/Patient/ann', changed, { 'if-match': 'W/"1"' })
    const stale = await sandbox.put('/Patient/ann', { ...ann, birthDate: '1900-01-01' }, { 'if-match': 'W/"1"' })
    expect([written.statusCode, stale.statusCode]).toEqual([200, 412])
    expect(written.headers.etag).toBe('W/"2"')
    expect((await sandbox.get('/Patient/ann')).json<Patient>().birthDate).toBe('1958-03-03')
  })

  test('an id in the body that differs from the URL is refused with 400', async () => {
    expect((await sandbox.put('/Patient/ben', ann)).statusCode).toBe(400)
  })

  test('an update under a new id creates with the id of the client', async () => {
    const response = await sandbox.put('/Patient/new-one', { ...ben, id: 'new-one' })
    expect(response.statusCode).toBe(201)
    expect((await sandbox.get('/Patient/new-one')).json().id).toBe('new-one')
  })

  test('W18: an update without a change makes no version', async () => {
    expect((await sandbox.put('/Patient/ann', ann)).headers.etag).toBe('W/"1"')
  })

  test('every version stays readable, and the history lists them newest first, the deletion too', async () => {
    await sandbox.put('/Patient/ann', { ...ann, birthDate: '1958-03-03' })
    await sandbox.delete('/Patient/ann')
    const first = await sandbox.get('/Patient/ann/_history/1')
    expect(first.json<Patient>().birthDate).toBe('1958-03-02')
    expect((await sandbox.get('/Patient/ann/_history/3')).statusCode).toBe(410)
    const history = (await sandbox.get('/Patient/ann/_history')).json<Bundle>()
    expect(history.entry?.map((entry) => entry.request?.method)).toEqual(['DELETE', 'PUT', 'PUT'])
  })

  test('times of writing grow strictly, also when the clock stands still', async () => {
    const still = openSandbox(() => new Date('2026-01-01T00:00:00Z'))
    const times = []
    for (let turn = 0; turn < 5; turn++) {
      const response = await still.post('/Patient', { resourceType: 'Patient', active: true })
      times.push(response.json<Patient>().meta?.lastUpdated)
    }
    expect(new Set(times).size).toBe(5)
    expect([...times].sort()).toEqual(times)
    await still.close()
  })
})

describe('Binary', () => {
  test('D3: a Binary comes as the document itself, or as a resource to who asks for FHIR', async () => {
    const data = Buffer.from('Six loose stools a day.').toString('base64')
    const { id } = (await sandbox.post('/Binary', { resourceType: 'Binary', contentType: 'text/plain', data })).json()
    const plain = await sandbox.get(`/Binary/${id}`, { accept: 'text/plain' })
    const resource = await sandbox.get(`/Binary/${id}`, { accept: 'application/fhir+json' })
    expect(plain.body).toBe('Six loose stools a day.')
    expect(plain.headers['content-type']).toBe('text/plain')
    expect(resource.json().data).toBe(data)
  })
})

describe('the capability statement', () => {
  test('names each held type once, and every search parameter in it is answered', async () => {
    const statement = (await sandbox.get('/metadata', { authorization: '' })).json<CapabilityStatement>()
    expect(statement.fhirVersion).toBe('4.0.1')
    const values = { token: 'a', reference: 'Patient/ann', date: '2026', string: 'a', uri: 'a' } as Record<
      string,
      string
    >
    for (const { type, searchParam = [] } of statement.rest?.[0]?.resource ?? []) {
      for (const { name, type: kind } of searchParam) {
        const response = await sandbox.get(`/${type}?${name}=${values[kind]}`)
        expect(`${type}.${name} ${response.statusCode}`).toBe(`${type}.${name} 200`)
      }
    }
  })

  test('every _include and _revinclude in it is answered', async () => {
    const statement = (await sandbox.get('/metadata')).json<CapabilityStatement>()
    for (const { type, searchInclude = [], searchRevInclude = [] } of statement.rest?.[0]?.resource ?? []) {
      const wishes = [
        ...searchInclude.map((one) => `_include=${one}`),
        ...searchRevInclude.map((one) => `_revinclude=${one}`),
      ]
      const response = await sandbox.get(`/${type}?${wishes.join('&')}`)
      expect(`${type} ${response.statusCode}`).toBe(`${type} 200`)
    }
  })
})

test('a seed is stored with its own ids and found at once', async () => {
  sandbox.repository.seed([alt('alt-1', 'ann', '2026-01-05')])
  expect(idsOf(await sandbox.get('/Observation?patient=ann'))).toEqual(['alt-1'])
})
