import type { Bundle } from '@medplum/fhirtypes'
import { expect, test } from 'vitest'
import type { Finding } from '#fhir-mappings/finding.ts'
import type { Site } from '#server/ehr/door.ts'
import { type Prior, transactionFor } from '#server/write-back/transaction.ts'
import { goesToEhr } from '#server/write-back/write-back.ts'
import { decidedFinding, finding } from '#test/fhir-mappings/findings.ts'
import { fakeEhr } from '../ehr/fake-ehr.ts'

const system = {
  product: '0.1.0',
  reader: { name: 'embedded', version: '1.0.0' },
  ctcae: '5.0',
  modelCard: 'https://irae.example/panel/model-card.html',
}
const prior: Prior = { observation: 'Observation/f2', observationVersion: '4', flag: 'Flag/f3', flagVersion: undefined }
const requests = (bundle: Bundle) =>
  bundle.entry?.map(({ request }) => `${request?.method} ${request?.url?.split('?')[0]}`) ?? []

test('W2, W4: a first write is four conditional creates, so that writing twice is writing once', async () => {
  const bundle = transactionFor(finding(), system, undefined)
  expect(requests(bundle)).toEqual(['POST Device', 'POST Observation', 'POST Flag', 'POST Provenance'])
  expect(bundle.entry?.every(({ request }) => request?.ifNoneExist)).toBe(true)
  const ehr = fakeEhr()
  await ehr.transaction(bundle)
  expect((await ehr.transaction(bundle)).map(({ created }) => created)).toEqual([false, false, false, false])
  expect(ehr.written).toHaveLength(4)
})

test('W5: a later version updates what we wrote, under the version that we wrote last', () => {
  const bundle = transactionFor(decidedFinding('confirmed'), system, prior)
  expect(requests(bundle)).toEqual(['POST Device', 'PUT Observation/f2', 'PUT Flag/f3', 'POST Provenance'])
  expect(bundle.entry?.map(({ request }) => request?.ifMatch)).toEqual([undefined, 'W/"4"', undefined, undefined])
  expect(bundle.entry?.[1]?.resource?.id).toBe('f2')
})

test('in what was stored the resources refer to each other and to nothing that exists in the bundle only', async () => {
  const ehr = fakeEhr()
  const [device, observation, flag] = await ehr.transaction(transactionFor(finding(), system, undefined))
  const [provenance] = ehr.all('Provenance')
  expect(JSON.stringify(ehr.written)).not.toContain('urn:uuid')
  expect(provenance).toMatchObject({ target: [{ reference: observation?.reference }, { reference: flag?.reference }] })
  expect(flag?.resource).toMatchObject({ author: { reference: device?.reference } })
})

test('W7: no bundle holds more than eight entries', () => {
  expect(transactionFor(finding(), system, undefined).entry?.length).toBeLessThanOrEqual(8)
})

const closed = finding({ closed: { by: 'Practitioner/d1', at: '2026-06-01T09:00:00Z' } })

test.each<[Site['write'], string, Finding, boolean, boolean]>([
  ['none', 'signed', decidedFinding('confirmed'), false, false],
  ['none', 'signed and written before', decidedFinding('confirmed'), true, false],
  ['before-signature', 'unsigned', finding(), false, true],
  ['before-signature', 'withdrawn before it was written', finding({ withdrawn: 'x' }), false, false],
  ['before-signature', 'withdrawn after it was written', finding({ withdrawn: 'x' }), true, true],
  ['before-signature', 'rejected before it was written', decidedFinding('rejected'), false, false],
  ['before-signature', 'closed', closed, true, true],
  ['after-signature', 'unsigned', finding(), false, false],
  ['after-signature', 'confirmed', decidedFinding('confirmed'), false, true],
  ['after-signature', 'changed', decidedFinding('changed'), false, true],
  ['after-signature', 'rejected before it was written', decidedFinding('rejected'), false, false],
  ['after-signature', 're-opened after it was written', finding({ version: 3 }), true, true],
])('W1: at a site that writes %s, a finding that is %s', (write, _, one, writtenBefore, expected) => {
  expect(goesToEhr({ ...fakeEhr().site, write }, one, writtenBefore)).toBe(expected)
})
