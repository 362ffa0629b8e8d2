import type {
  CodeableConcept,
  MedicationAdministration,
  MedicationRequest,
  Procedure,
  Resource,
} from '@medplum/fhirtypes'
import { describe, expect, test } from 'vitest'
import { HCPCS, RXNORM } from '#fhir-mappings/code-systems.ts'
import type { Infusion } from '#fhir-mappings/infusion.ts'
import { countedOnce, readExposure } from '#server/cohort/exposure.ts'
import { fakeEhr } from '#test/server/ehr/fake-ehr.ts'

const PEMBRO: CodeableConcept = { coding: [{ system: RXNORM, code: '1547545' }] }

const administration = (more: Partial<MedicationAdministration> = {}): MedicationAdministration => ({
  resourceType: 'MedicationAdministration',
  id: 'dose-1',
  status: 'completed',
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: '2026-03-02T10:00:00Z',
  medicationCodeableConcept: PEMBRO,
  ...more,
})
const byReference = (reference: string, more: Partial<MedicationAdministration> = {}): MedicationAdministration => {
  const { medicationCodeableConcept: _, ...dose } = administration(more)
  return { ...dose, medicationReference: { reference } }
}
const exposureIn = (...resources: Resource[]) => readExposure(fakeEhr({ resources }), 'Patient/p1')

describe('M1: the drug of an administration', () => {
  test('stands as a concept', async () =>
    expect(await exposureIn(administration())).toMatchObject([
      { agents: ['pembrolizumab'], givenOn: '2026-03-02', exposure: 'administered', recognisedBy: 'code' },
    ]))

  test.each(['Medication/m1', 'https://ehr.example/fhir/Medication/m1', 'Medication/m1/_history/2'])(
    'stands behind the reference %s, which is read when the EHR does not include it',
    async (reference) =>
      expect(
        await exposureIn(byReference(reference), { resourceType: 'Medication', id: 'm1', code: PEMBRO }),
      ).toMatchObject([{ agents: ['pembrolizumab'] }]),
  )

  test('stands in a contained Medication, or in one of its ingredients', async () => {
    const contained = (code: Partial<Resource>) =>
      byReference('#m', { contained: [{ resourceType: 'Medication', id: 'm', ...code } as Resource] })
    expect(await exposureIn(contained({ code: PEMBRO } as Partial<Resource>))).toHaveLength(1)
    expect(
      await exposureIn(contained({ ingredient: [{ itemCodeableConcept: PEMBRO }] } as Partial<Resource>)),
    ).toHaveLength(1)
  })

  test('a reference that leads nowhere is no infusion, unless its display names the drug', async () => {
    expect(await exposureIn(byReference('Medication/gone'))).toEqual([])
    const { medicationReference: _, ...dose } = byReference('x')
    const named = { ...dose, medicationReference: { reference: 'Medication/gone', display: 'nivolumab 240 mg' } }
    expect(await exposureIn(named)).toMatchObject([{ agents: ['nivolumab'], recognisedBy: 'text' }])
  })
})

describe('M2: what counts as exposure', () => {
  test.each(['completed', 'in-progress'] as const)('%s counts', async (status) =>
    expect(await exposureIn(administration({ status }))).toMatchObject([{ partial: false }]),
  )

  test('stopped counts as a partial dose', async () =>
    expect(await exposureIn(administration({ status: 'stopped' }))).toMatchObject([{ partial: true }]))

  test.each(['not-done', 'entered-in-error', 'unknown', 'on-hold'] as const)('%s does not', async (status) =>
    expect(await exposureIn(administration({ status }))).toEqual([]),
  )
})

describe('M3: the day', () => {
  test('a period with an open end is placed at its start, in the zone of the site', async () => {
    const { effectiveDateTime: _, ...dose } = administration()
    expect(await exposureIn({ ...dose, effectivePeriod: { start: '2026-03-01T23:30:00Z' } })).toMatchObject([
      { givenOn: '2026-03-02' },
    ])
  })

  test('a dose dated with a year only is no dated dose', async () =>
    expect(await exposureIn(administration({ effectiveDateTime: '2026' }))).toEqual([]))
})

describe('M4: where no administration is shown', () => {
  const order: MedicationRequest = {
    resourceType: 'MedicationRequest',
    id: 'order-1',
    status: 'active',
    intent: 'order',
    subject: { reference: 'Patient/p1' },
    authoredOn: '2026-03-02',
    medicationCodeableConcept: PEMBRO,
  }
  const billed: Procedure = {
    resourceType: 'Procedure',
    id: 'proc-1',
    status: 'completed',
    subject: { reference: 'Patient/p1' },
    performedDateTime: '2026-03-03',
    code: { coding: [{ system: HCPCS, code: 'J9271' }] },
  }

  test('an order is returned as ordered', async () =>
    expect(await exposureIn(order)).toMatchObject([{ exposure: 'ordered', reference: 'MedicationRequest/order-1' }]))

  test('a procedure with the drug’s J-code is a billed dose, and the order of the day before is the same one (M5)', async () =>
    expect(await exposureIn(order, billed)).toMatchObject([{ exposure: 'billed', reference: 'Procedure/proc-1' }]))

  test('with administrations in the chart nothing else is asked for', async () => {
    const ehr = fakeEhr({ resources: [administration(), order] })
    expect(await readExposure(ehr, 'Patient/p1')).toHaveLength(1)
    expect(ehr.calls).toEqual(['search MedicationAdministration'])
  })
})

test('B12: a dose of another patient that the EHR sends along is not ours', async () => {
  const ehr = fakeEhr({ resources: [administration()] })
  const search: typeof ehr.search = async () => ({
    matches: [administration({ subject: { reference: 'Patient/p2' } })] as never,
    included: [],
    warnings: [],
    serverTime: undefined,
  })
  expect(await readExposure({ ...ehr, search }, 'Patient/p1')).toEqual([])
})

test('an EHR that does not answer is a failure, not an absence of infusions', async () => {
  const ehr = fakeEhr({ resources: [administration()] })
  ehr.failNext('EHR_UNREACHABLE')
  await expect(readExposure(ehr, 'Patient/p1')).rejects.toMatchObject({ code: 'EHR_UNREACHABLE' })
})

describe('M5: one infusion counts once', () => {
  const dose = (givenOn: string, more: Partial<Infusion> = {}): Infusion => ({
    reference: `X/${givenOn}`,
    patient: 'Patient/p1',
    agents: ['nivolumab'],
    givenOn,
    exposure: 'administered',
    partial: false,
    recognisedBy: 'code',
    ...more,
  })

  test('dispensed on Monday and given on Tuesday is one dose, and the administration stays', () =>
    expect(countedOnce([dose('2026-03-02', { exposure: 'dispensed' }), dose('2026-03-03')])).toMatchObject([
      { givenOn: '2026-03-03', exposure: 'administered' },
    ]))

  test('nivolumab and ipilimumab of one day are two, a fixed combination is a third', () =>
    expect(
      countedOnce([
        dose('2026-03-02'),
        dose('2026-03-02', { agents: ['ipilimumab'] }),
        dose('2026-03-02', { agents: ['nivolumab-relatlimab'] }),
      ]),
    ).toHaveLength(3))

  test('the subcutaneous form of the same day is the same drug', () =>
    expect(countedOnce([dose('2026-03-02'), dose('2026-03-02', { agents: ['nivolumab-sc'] })])).toHaveLength(1))

  test('doses three weeks apart are two, oldest first', () =>
    expect(countedOnce([dose('2026-03-23'), dose('2026-03-02')]).map(({ givenOn }) => givenOn)).toEqual([
      '2026-03-02',
      '2026-03-23',
    ]))
})
