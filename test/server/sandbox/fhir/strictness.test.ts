import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { alt, ann, idsOf, issueOf, openSandbox, type Sandbox } from './open-sandbox.ts'

let sandbox: Sandbox
beforeEach(() => {
  sandbox = openSandbox()
  sandbox.repository.seed([ann])
})
afterEach(() => sandbox.close())

const result = alt('x', 'ann', '2026-01-01')

describe('resources that break R4 are refused with the element that is wrong', () => {
  test.each([
    ['an unknown element', { colour: 'red' }, 'Observation.colour'],
    ['an unknown element deeper inside', { code: { text: 'ALT', colour: 'red' } }, 'Observation.code.colour'],
    ['a text where a number stands', { valueQuantity: { value: '12' } }, 'Observation.value[x].value'],
    ['a list where one is meant', { subject: [{ reference: 'Patient/ann' }] }, 'Observation.subject'],
    ['a day that does not exist', { effectiveDateTime: '2026-02-30' }, 'Observation.effective[x]'],
    ['a status that does not exist', { status: 'finished' }, 'Observation.status'],
    ['two values at once', { valueString: 'high' }, 'valueString'],
    ['an empty text', { code: { text: '' } }, 'Observation.code.text'],
    ['an empty list', { note: [] }, 'Observation.note'],
    ['an empty element', { code: {} }, 'Observation.code'],
    ['a null', { code: null }, undefined],
    [
      'a broken contained resource',
      { contained: [{ resourceType: 'Patient', gender: 'x' }] },
      'Observation.contained[0].gender',
    ],
    ['a contained resource of no known type', { contained: [{ resourceType: 'Ghost' }] }, undefined],
  ])('%s', async (_, part, expression) => {
    const response = await sandbox.post('/Observation', { ...result, ...part })
    expect(response.statusCode).toBe(422)
    const paths = response.json().issue.flatMap((issue: { expression?: string[] }) => issue.expression ?? [])
    if (expression !== undefined) expect(paths).toContain(expression)
    expect(idsOf(await sandbox.get('/Observation'))).toEqual([])
  })

  test('a required element that is missing', async () => {
    const response = await sandbox.post('/Flag', {
      resourceType: 'Flag',
      code: { text: 'x' },
      subject: { reference: 'Patient/ann' },
    })
    expect(response.statusCode).toBe(422)
    expect(issueOf(response).expression).toEqual(['Flag.status'])
  })

  test('a coded status outside its required value set', async () => {
    const coding = [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'maybe' }]
    const condition = { resourceType: 'Condition', clinicalStatus: { coding }, subject: { reference: 'Patient/ann' } }
    expect((await sandbox.post('/Condition', condition)).statusCode).toBe(422)
    coding[0] = { ...coding[0], system: coding[0]?.system ?? '', code: 'active' }
    expect((await sandbox.post('/Condition', condition)).statusCode).toBe(201)
  })

  test.each([
    ['a patient who is not here', 'Patient/nobody'],
    ['a version that is not here', 'Patient/ann/_history/9'],
    ['a contained resource that is not there', '#drug'],
    ['a temporary name', 'urn:uuid:0c5cc1ab-2c0e-4a9a-b6b7-3f3ad3a1a001'],
    ['a type that this server does not hold', 'Ghost/1'],
    ['no resource at all', 'somewhere'],
  ])('a reference to %s is refused with 400', async (_, reference) => {
    const response = await sandbox.post('/Observation', { ...result, subject: { reference } })
    expect(response.statusCode).toBe(400)
    expect(issueOf(response).expression).toEqual(['Observation.subject.reference'])
  })

  test('a versioned, a contained and a foreign absolute reference are accepted', async () => {
    const medication = { resourceType: 'Medication', id: 'drug', code: { text: 'pembrolizumab' } }
    const response = await sandbox.post('/MedicationAdministration', {
      resourceType: 'MedicationAdministration',
      status: 'completed',
      contained: [medication],
      medicationReference: { reference: '#drug' },
      subject: { reference: 'Patient/ann/_history/1' },
      context: { reference: 'https://elsewhere.test/fhir/Encounter/1' },
      effectiveDateTime: '2026-01-01',
    })
    expect(response.statusCode).toBe(201)
    expect(idsOf(await sandbox.get('/MedicationAdministration?patient=ann'))).toHaveLength(1)
  })

  test('a deleted patient takes no new results', async () => {
    await sandbox.delete('/Patient/ann')
    expect((await sandbox.post('/Observation', result)).statusCode).toBe(400)
  })
})

describe('requests that no chart can serve', () => {
  test.each([
    ['broken JSON', '{"resourceType":"Patient"', 400],
    ['no JSON at all', 'hello', 400],
    ['an empty body', '', 400],
    ['a list', '[]', 400],
    ['a number', '7', 400],
    ['no resource', '{"a":1}', 400],
    ['another type than the URL names', '{"resourceType":"Flag"}', 400],
    ['a prototype', '{"resourceType":"Patient","__proto__":{"active":true}}', 400],
  ])('%s is answered with an OperationOutcome', async (_, body, status) => {
    const response = await sandbox.post('/Patient', body)
    expect(response.statusCode).toBe(status)
    expect(issueOf(response).type).toBe('OperationOutcome')
    expect(response.headers['content-type']).toContain('application/fhir+json')
  })

  test('bytes that are no UTF-8 are refused', async () => {
    const response = await sandbox.app.inject({
      method: 'POST',
      url: '/fhir/Patient',
      headers: { authorization: 'Bearer all', 'content-type': 'application/fhir+json' },
      payload: Buffer.from([0x22, 0xff, 0xfe, 0x22]),
    })
    expect(response.statusCode).toBe(400)
  })

  test('extensions nested a hundred thousand deep end as a refusal', async () => {
    const depth = 100_000
    const body = `{"resourceType":"Patient","extension":${'[{"url":"a","extension":'.repeat(depth)}[]${'}]'.repeat(depth)}}`
    const response = await sandbox.post('/Patient', body)
    expect(response.statusCode).toBe(400)
    expect((await sandbox.get('/Patient/ann')).statusCode).toBe(200)
  })

  test('a body over 40 MB is refused with 413, a note of 29 MB is kept', async () => {
    const data = randomBytes(29 * 1024 * 1024).toString('base64')
    const large = await sandbox.post('/Binary', { resourceType: 'Binary', contentType: 'application/pdf', data })
    expect(large.statusCode).toBe(201)
    const tooLarge = await sandbox.post('/Binary', `{"resourceType":"Binary","data":"${'A'.repeat(41 * 1024 * 1024)}"}`)
    expect(tooLarge.statusCode).toBe(413)
    expect(issueOf(tooLarge).type).toBe('OperationOutcome')
  })

  test.each([
    ['GET', '/Ghost', 404],
    ['GET', '/Ghost/1', 404],
    ['GET', '/Patient/ann/$everything', 404],
    ['GET', '/a/b/c/d/e', 404],
    ['PATCH', '/Patient/ann', 405],
    ['GET', '/Patient/%E0%A4%A', 400],
    ['GET', `/Patient/${'x'.repeat(500)}`, 414],
  ] as const)('%s %s is answered with %i and an OperationOutcome', async (method, url, status) => {
    const response = await sandbox.app.inject({ method, url: `/fhir${url}`, headers: { authorization: 'Bearer all' } })
    expect(response.statusCode).toBe(status)
    expect(issueOf(response).type).toBe('OperationOutcome')
  })

  test('B14: who accepts only XML gets 406, who sends XML gets 415', async () => {
    expect((await sandbox.get('/Patient/ann', { accept: 'application/fhir+xml' })).statusCode).toBe(406)
    expect((await sandbox.get('/Patient/ann?_format=xml')).statusCode).toBe(406)
    expect((await sandbox.get('/Patient/ann?_format=json', { accept: 'text/html' })).statusCode).toBe(200)
    const xml = await sandbox.post('/Patient', '<Patient/>', { 'content-type': 'application/fhir+xml' })
    expect(xml.statusCode).toBe(415)
    expect(issueOf(xml).type).toBe('OperationOutcome')
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await sandbox.post('/Patient', 'a=b', form)).statusCode).toBe(415)
  })

  test('an id that FHIR does not allow is refused', async () => {
    expect((await sandbox.put('/Patient/a_b', { ...ann, id: 'a_b' })).statusCode).toBe(400)
  })

  test('a refusal never repeats words of the chart', async () => {
    const note = 'Six loose stools a day since Monday'
    const refused = await sandbox.post('/Observation', { ...result, status: note, code: { text: note, colour: note } })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).not.toContain('stools')
  })
})

test('A2: the X-Request-Id of the client comes back, unless it could break a header', async () => {
  expect((await sandbox.get('/Patient/ann', { 'x-request-id': 'req-1' })).headers['x-request-id']).toBe('req-1')
  expect((await sandbox.get('/Patient/ann', { 'x-request-id': '<script>' })).headers).not.toHaveProperty('x-request-id')
})
