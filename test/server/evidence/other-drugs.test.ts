import type { MedicationRequest } from '@medplum/fhirtypes'
import { describe, expect, test } from 'vitest'
import { kindOfDrug, otherDrugsOf } from '#server/evidence/other-drugs.ts'

const order = (text: string, more: Partial<MedicationRequest> = {}): MedicationRequest => ({
  resourceType: 'MedicationRequest',
  id: 'rx1',
  status: 'active',
  intent: 'order',
  subject: { reference: 'Patient/p1' },
  authoredOn: '2026-03-02',
  medicationCodeableConcept: { text },
  ...more,
})

describe('other drugs', () => {
  test.each([
    ['predniSONE 60 mg PO daily', 'steroid'],
    ['Solu-Medrol 125 mg IV', 'steroid'],
    ['budesonide 9 mg capsule', 'steroid'],
    ['triamcinolone 0.1 % ointment', 'other'],
    ['prednisolone acetate ophthalmic', 'other'],
    ['inFLIXimab-dyyb 5 mg/kg', 'immunosuppressant'],
    ['mycophenolate mofetil 1 g', 'immunosuppressant'],
    ['Levothyroxine 75 mcg', 'hormone-replacement'],
    ['fludrocortisone 0.1 mg', 'hormone-replacement'],
    ['insulin glargine', 'hormone-replacement'],
    ['CARBOplatin AUC 5', 'antineoplastic'],
    ['axitinib 5 mg', 'antineoplastic'],
    ['nab-paclitaxel 100 mg/m2', 'antineoplastic'],
    ['amoxicillin-clavulanate', 'anti-infective'],
    ['trimethoprim-sulfamethoxazole DS', 'anti-infective'],
    ['piperacillin/tazobactam', 'anti-infective'],
    ['omeprazole 20 mg', 'other'],
    ['amlodipine 5 mg', 'other'],
  ] as const)('%s is %s', (name, kind) => expect(kindOfDrug(name)).toBe(kind))

  test('a checkpoint inhibitor is not another drug', () =>
    expect(otherDrugsOf([order('Opdivo 240 mg')], [])).toEqual([]))

  test.each(['entered-in-error', 'cancelled', 'draft'] as const)('an order that is %s was never taken', (status) =>
    expect(otherDrugsOf([order('prednisone', { status })], [])).toEqual([]),
  )

  test('it is dated by its dosage, else by its order', () => {
    const bounds = { boundsPeriod: { start: '2026-03-01', end: '2026-04-01' } }
    expect(
      otherDrugsOf([order('prednisone', { dosageInstruction: [{ timing: { repeat: bounds } }] })], []),
    ).toMatchObject([{ reference: 'MedicationRequest/rx1', from: '2026-03-01', until: '2026-04-01' }])
    expect(otherDrugsOf([order('prednisone')], [])).toMatchObject([{ from: '2026-03-02', until: undefined }])
  })

  test('M1: it may stand behind a reference, contained or not', () => {
    const { medicationCodeableConcept: _, ...rest } = order('')
    const medication = { resourceType: 'Medication' as const, id: 'm1', code: { text: 'prednisone 20 mg' } }
    expect(otherDrugsOf([{ ...rest, medicationReference: { reference: 'Medication/m1' } }], [medication])).toHaveLength(
      1,
    )
    expect(
      otherDrugsOf([{ ...rest, contained: [medication], medicationReference: { reference: '#m1' } }], []),
    ).toMatchObject([{ name: 'prednisone 20 mg', kind: 'steroid' }])
    expect(otherDrugsOf([{ ...rest, medicationReference: { reference: 'Medication/gone' } }], [])).toEqual([])
  })
})
