import type { Condition, DocumentReference, Observation, Resource } from '@medplum/fhirtypes'
import { describe, expect, test } from 'vitest'
import { LOINC } from '#fhir-mappings/code-systems.ts'
import type { Infusion } from '#fhir-mappings/infusion.ts'
import { assemble } from '#server/evidence/assemble.ts'
import { fakeEhr } from '#test/server/ehr/fake-ehr.ts'

const LAB = [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] }]
const alt = (id: string, on: string, value: number, patient = 'p1'): Observation => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  category: LAB,
  code: { coding: [{ system: LOINC, code: '1742-6' }] },
  subject: { reference: `Patient/${patient}` },
  effectiveDateTime: on,
  valueQuantity: { value, unit: 'U/L', code: 'U/L' },
})
const note = (id: string, date: string, text: string): DocumentReference => ({
  resourceType: 'DocumentReference',
  id,
  status: 'current',
  subject: { reference: 'Patient/p1' },
  date,
  content: [{ attachment: { contentType: 'text/plain', data: Buffer.from(text).toString('base64') } }],
})
const problem = (id: string, text: string, verification?: string): Condition => ({
  resourceType: 'Condition',
  id,
  subject: { reference: 'Patient/p1' },
  code: { text },
  onsetDateTime: '2020',
  ...(verification ? { verificationStatus: { coding: [{ code: verification }] } } : {}),
})
const infusion: Infusion = {
  reference: 'MedicationAdministration/d1',
  patient: 'Patient/p1',
  agents: ['nivolumab'],
  givenOn: '2026-02-01',
  exposure: 'administered',
  partial: false,
  recognisedBy: 'code',
}
const chart: readonly Resource[] = [
  alt('a1', '2026-01-15', 20),
  alt('a2', '2026-03-01', 260),
  alt('a3', '2026-03-01', 999, 'p2'),
  note('n1', '2026-03-02', 'ALT up. Hold nivolumab.'),
  note('n2', '2026-01-02', 'Baseline visit.'),
  problem('c1', 'Psoriasis'),
  problem('c2', 'Colitis', 'refuted'),
  {
    resourceType: 'MedicationRequest',
    id: 'rx1',
    status: 'active',
    intent: 'order',
    subject: { reference: 'Patient/p1' },
    medicationCodeableConcept: { text: 'prednisone 80 mg' },
  },
]
const ask = { patient: 'Patient/p1', infusions: [infusion] }

describe('the case file', () => {
  test('holds the notes asked for and no other, the results with their baseline, problems and other drugs', async () => {
    const file = await assemble(fakeEhr({ resources: chart }), { ...ask, notes: ['DocumentReference/n1'] })
    expect(file.notes.map(({ reference }) => reference)).toEqual(['DocumentReference/n1'])
    expect(file.laboratory).toMatchObject([
      { analyte: 'alt', baseline: { value: 20 }, results: [{ value: 20 }, { value: 260 }] },
    ])
    expect(file.problems).toEqual([{ reference: 'Condition/c1', text: 'Psoriasis', onset: '2020' }])
    expect(file.otherDrugs).toMatchObject([{ reference: 'MedicationRequest/rx1', kind: 'steroid' }])
    expect(file.infusions).toEqual([infusion])
    expect(file.unreadable).toEqual([])
  })

  test('asks for no note that it was not asked for', async () => {
    const ehr = fakeEhr({ resources: chart })
    await assemble(ehr, { ...ask, notes: [] })
    expect(ehr.calls.filter((call) => /DocumentReference|DiagnosticReport|attachment/.test(call))).toEqual([])
  })

  test('S10: a note that is gone when it is read again was retracted', async () => {
    const file = await assemble(fakeEhr({ resources: chart }), { ...ask, notes: ['DocumentReference/gone'] })
    expect(file.unreadable).toEqual([
      { readable: false, reference: 'DocumentReference/gone', version: '', why: 'retracted' },
    ])
  })

  test('a note of another patient is unreadable here, and says why', async () => {
    const foreign = { ...note('n9', '2026-03-02', 'Colitis'), subject: { reference: 'Patient/p2' } }
    const file = await assemble(fakeEhr({ resources: chart }), { ...ask, notes: [foreign] })
    expect(file.notes).toEqual([])
    expect(file.unreadable).toMatchObject([{ reference: 'DocumentReference/n9', why: 'wrong-patient' }])
  })

  test('without an infusion that was given there is no baseline', async () => {
    const ordered = [{ ...infusion, exposure: 'ordered' as const }]
    const file = await assemble(fakeEhr({ resources: chart }), { ...ask, infusions: ordered, notes: [] })
    expect(file.laboratory[0]?.baseline).toBeUndefined()
  })

  test('an EHR that does not show problems or drugs leaves those out; one without results is a failure', async () => {
    const ehr = fakeEhr({ resources: chart })
    const refusing = (refused: readonly string[]): typeof ehr => ({
      ...ehr,
      search: async (type, parameters) => {
        if (refused.includes(type)) ehr.failNext('EHR_FORBIDDEN')
        return ehr.search(type, parameters)
      },
    })
    const file = await assemble(refusing(['Condition', 'MedicationRequest']), { ...ask, notes: [] })
    expect(file.problems).toEqual([])
    expect(file.laboratory).toHaveLength(1)
    await expect(assemble(refusing(['Observation']), { ...ask, notes: [] })).rejects.toMatchObject({
      code: 'EHR_FORBIDDEN',
    })
  })
})
