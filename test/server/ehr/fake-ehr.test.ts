import type { Bundle, Flag, Observation } from '@medplum/fhirtypes'
import { expect, test } from 'vitest'
import { fakeEhr } from './fake-ehr.ts'

const result = (id: string, patient: string, loinc: string): Observation => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  category: [
    { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] },
  ],
  code: { coding: [{ system: 'http://loinc.org', code: loinc }] },
  subject: { reference: patient },
  effectiveDateTime: '2026-03-01T08:00:00Z',
})
const ours = { system: 'https://irae-agent.org/fhir/finding', value: 'x' }
const bundle: Bundle = {
  resourceType: 'Bundle',
  type: 'transaction',
  entry: [
    {
      fullUrl: 'urn:uuid:1',
      request: { method: 'POST', url: 'Flag' },
      resource: {
        resourceType: 'Flag',
        status: 'active',
        code: { text: 'Colitis' },
        subject: { reference: 'Patient/a' },
        encounter: { reference: 'urn:uuid:2' },
      },
    },
    {
      fullUrl: 'urn:uuid:2',
      request: { method: 'POST', url: 'Observation', ifNoneExist: `identifier=${ours.system}|${ours.value}` },
      resource: { ...result('', 'Patient/a', '1'), identifier: [ours] },
    },
  ],
}

test('the stand-in filters by patient, code, category and the time of the last change', async () => {
  const ehr = fakeEhr({
    resources: [
      result('1', 'Patient/a', '1742-6'),
      result('2', 'Patient/b', '1742-6'),
      result('3', 'Patient/a', '1920-8'),
    ],
    now: () => new Date('2026-03-02T00:00:00Z'),
  })
  const ids = async (parameters: Record<string, string>) =>
    (await ehr.search('Observation', parameters)).matches.map((one) => one.id)
  expect(await ids({ patient: 'a', code: 'http://loinc.org|1742-6' })).toEqual(['1'])
  expect(await ids({ patient: 'Patient/a', category: 'laboratory' })).toEqual(['1', '3'])
  expect(await ids({ _lastUpdated: 'gt2026-03-02T00:00:00Z' })).toEqual([])
  expect(await ids({ _lastUpdated: 'ge2026-03-02', date: 'lt2026-03-02' })).toEqual(['1', '2', '3'])
  await expect(ids({ 'value-quantity': '3' })).rejects.toThrow('does not know')
})

test('the stand-in stores a transaction once, links its entries in both directions, and rolls back on a conflict', async () => {
  const ehr = fakeEhr()
  const [flag, observation] = await ehr.transaction(bundle)
  expect((flag?.resource as Flag | undefined)?.encounter?.reference).toBe(observation?.reference)
  const again = await ehr.transaction({ ...bundle, entry: bundle.entry?.slice(1) ?? [] })
  expect(again[0]).toMatchObject({ created: false, reference: observation?.reference })

  const before = ehr.written.length
  const stale: Bundle = {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      ...(bundle.entry ?? []),
      {
        request: { method: 'PUT', url: flag?.reference ?? '', ifMatch: 'W/"7"' },
        resource: { resourceType: 'Flag', status: 'inactive', code: {}, subject: { reference: 'Patient/a' } },
      },
    ],
  }
  await expect(ehr.transaction(stale)).rejects.toMatchObject({ code: 'EHR_CONFLICT' })
  expect(ehr.written).toHaveLength(before)
  expect(ehr.all('Flag')).toHaveLength(1)
})

test('W3: the stand-in can store a write and lose the answer', async () => {
  const ehr = fakeEhr()
  ehr.failNext('WRITE_OUTCOME_UNKNOWN', 'after')
  await expect(ehr.create(result('', 'Patient/a', '1'))).rejects.toMatchObject({ code: 'WRITE_OUTCOME_UNKNOWN' })
  expect(ehr.written).toHaveLength(1)
})
