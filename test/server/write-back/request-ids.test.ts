import { expect, test } from 'vitest'
import { SurveillanceError } from '#server/errors.ts'
import { noting } from '#server/write-back/request-ids.ts'
import { fakeEhr } from '#test/server/ehr/fake-ehr.ts'

test('A2: a write that failed leaves its request id too, so that the EHR’s people can look it up', async () => {
  const refusing = () => Promise.reject(new SurveillanceError('EHR_FORBIDDEN', { status: 403, request: 'r-7' }))
  const { ehr, requests } = noting({ ...fakeEhr(), create: refusing })
  await expect(ehr.create({ resourceType: 'Patient' })).rejects.toMatchObject({ code: 'EHR_FORBIDDEN' })
  expect(requests()).toEqual(['r-7'])
})

test('A2: an id is noted once, and reading leaves none', async () => {
  const { ehr, requests } = noting(fakeEhr())
  await ehr.search('Patient', {})
  expect(requests()).toEqual([])
  await ehr.create({ resourceType: 'Patient' })
  const noted = requests()
  await ehr.capabilities()
  expect(noted).toHaveLength(1)
  expect(requests()).toEqual(noted)
})
