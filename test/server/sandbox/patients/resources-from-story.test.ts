import type { ExtractResource, Resource } from '@medplum/fhirtypes'
import { describe, expect, test } from 'vitest'
import { CREATININE } from '#server/sandbox/patients/laboratory.ts'
import { resourcesFromStory } from '#server/sandbox/patients/resources-from-story.ts'
import type { Story, StoryNote } from '#server/sandbox/patients/story.ts'

const note: StoryNote = {
  day: -3,
  at: '16:05',
  kind: 'telephone',
  title: 'Triage call',
  format: 'plain',
  carriage: 'inline',
  author: 'nurse',
  text: 'Loose stools x3.',
}

const story: Story = {
  id: 'made-up',
  name: { given: 'Made', family: 'Up' },
  gender: 'other',
  born: '1970-01-01',
  shows: 'What each part of a story becomes.',
  diagnosis: 'Melanoma',
  treatments: [
    {
      agents: ['nivolumab', 'ipilimumab'],
      charted: 'rxnorm',
      text: 'nivolumab 80 mg IV + ipilimumab 3 mg/kg IV',
      days: [-40, -19],
      statusOn: { [-19]: 'stopped' },
    },
  ],
  problems: [{ text: 'Gout', icd10: 'M10.9', day: -900, status: 'resolved' }],
  drugs: [
    { text: 'prednisone 60 mg PO daily', from: -10, until: -2, reason: 'colitis' },
    { text: 'losartan 50 mg PO daily', from: -900 },
    { text: 'calcium', from: -10 },
  ],
  laboratory: [
    {
      ...CREATININE,
      values: [
        [-40, 0.8],
        [-3, 1.9, 'haemolysed'],
        [-2, 0.5, 'corrected'],
        [-1, 9, 'entered-in-error'],
      ],
    },
  ],
  notes: [
    note,
    { ...note, standing: 'superseded' },
    { ...note, replaces: 1 },
    { ...note, standing: 'preliminary', carriage: 'binary' },
    { ...note, kind: 'imaging', author: 'radiologist' },
    { ...note, kind: 'pathology', author: 'pathologist', alsoDocument: true },
    { ...note, kind: 'message', standing: 'entered-in-error' },
  ],
  episodes: [],
}

const chart = resourcesFromStory(story, '2026-03-10')
const held = <K extends Resource['resourceType']>(type: K, id: string) =>
  chart.find((resource) => resource.resourceType === type && resource.id === id) as ExtractResource<K> | undefined

const document = (position: string) => held('DocumentReference', `made-up-note-${position}`)
const report = (position: string) => held('DiagnosticReport', `made-up-report-${position}`)
const result = (draw: string) => held('Observation', `made-up-lab-01-creatinine-${draw}`)
const dose = (id: string) => held('MedicationAdministration', `made-up-drug-${id}`)

describe('a note of a story', () => {
  test('is dated three days before the seeding, names its author and its visit, and is a clinical note (D9)', () => {
    expect(document('01')).toMatchObject({
      status: 'current',
      docStatus: 'final',
      date: '2026-03-07T16:05:00Z',
      author: [{ reference: 'Practitioner/nurse' }],
      subject: { reference: 'Patient/made-up' },
      category: [{ coding: [{ code: 'clinical-note' }] }],
      context: { encounter: [{ reference: 'Encounter/made-up-visit-01' }] },
    })
    expect(document('01')?.type?.coding?.map(({ code }) => code)).toEqual(['TEL', '34748-4'])
  })

  test('D8: superseded, replacing, preliminary and withdrawn notes say so', () => {
    expect(document('02')).toMatchObject({ status: 'superseded', docStatus: 'amended' })
    expect(document('03')?.relatesTo).toEqual([
      { code: 'replaces', target: { reference: 'DocumentReference/made-up-note-02' } },
    ])
    expect(document('04')).toMatchObject({ status: 'current', docStatus: 'preliminary' })
    expect(document('07')).toMatchObject({ status: 'entered-in-error' })
  })

  test('D1: a note carried as Binary is referred to by a relative url, and the Binary belongs to the patient', () => {
    expect(document('04')?.content[0]?.attachment).toMatchObject({ url: 'Binary/made-up-file-04' })
    expect(document('04')?.content[0]?.attachment.data).toBeUndefined()
    expect(held('Binary', 'made-up-file-04')).toMatchObject({ securityContext: { reference: 'Patient/made-up' } })
  })

  test('D6: imaging is a report, and a pathology text may stand in the chart as report and as document', () => {
    expect(report('05')?.presentedForm?.[0]?.data).toBeDefined()
    expect(document('05')).toBeUndefined()
    expect(report('06')?.presentedForm?.[0]?.data).toBe(document('06')?.content[0]?.attachment.data)
  })

  test('a patient message has no LOINC type, only the code of the hospital (D9)', () => {
    expect(document('07')?.type?.coding?.map(({ system }) => system)).toEqual(['https://sandbox.example.org/note-type'])
  })
})

describe('a result of a story', () => {
  test('has its unit in UCUM, its limits and whether it is high or low', () => {
    expect(result('01')).toMatchObject({
      status: 'final',
      effectiveDateTime: '2026-01-29T07:40:00Z',
      valueQuantity: { value: 0.8, system: 'http://unitsofmeasure.org', code: 'mg/dL' },
      referenceRange: [{ low: { value: 0.6 }, high: { value: 1.2 } }],
      interpretation: [{ coding: [{ code: 'N' }] }],
    })
    expect(result('02')?.interpretation?.[0]?.coding?.[0]?.code).toBe('H')
    expect(result('03')?.interpretation?.[0]?.coding?.[0]?.code).toBe('L')
  })

  test('a haemolysed specimen carries the word of the laboratory, corrected and withdrawn results their status', () => {
    expect(result('02')?.note?.[0]?.text).toMatch(/haemolysed/)
    expect(result('03')?.status).toBe('corrected')
    expect(result('04')?.status).toBe('entered-in-error')
  })
})

describe('a drug of a story', () => {
  test('M5: both drugs of a combination are charted as doses of their own, each with its own words', () => {
    expect(dose('01-1-dose-01')?.medicationCodeableConcept?.text).toBe('nivolumab 80 mg IV')
    expect(dose('01-2-dose-01')?.medicationCodeableConcept?.text).toBe('ipilimumab 3 mg/kg IV')
  })

  test('M2, M3: a stopped dose says so, and doses are dated by start or by period', () => {
    expect(dose('01-1-dose-01')).toMatchObject({ status: 'completed', effectiveDateTime: '2026-01-29T10:00:00Z' })
    expect(dose('01-1-dose-02')).toMatchObject({
      status: 'stopped',
      effectivePeriod: { start: '2026-02-19T10:00:00Z', end: '2026-02-19T10:30:00Z' },
    })
  })

  test('an amount in milligrams is charted, and a dose per kilogram stands in words only', () => {
    expect(dose('01-1-dose-01')?.dosage?.dose).toMatchObject({ value: 80, code: 'mg' })
    expect(dose('01-2-dose-01')?.dosage).toBeUndefined()
  })

  test('a steroid course that is over is completed, a drug without end is active, every third is a statement', () => {
    const course = held('MedicationRequest', 'made-up-rx-01')
    expect(course).toMatchObject({
      status: 'completed',
      reasonCode: [{ text: 'colitis' }],
      dispenseRequest: { validityPeriod: { start: '2026-02-28', end: '2026-03-08' } },
    })
    expect(held('MedicationRequest', 'made-up-rx-02')).toMatchObject({ status: 'active' })
    expect(held('MedicationStatement', 'made-up-rx-03')?.effectivePeriod?.start).toBe('2026-02-28')
  })
})

describe('the person of a story', () => {
  test('has the id of the story, a seven-digit hospital number, and the cancer at the head of the problem list', () => {
    expect(held('Patient', 'made-up')).toMatchObject({ birthDate: '1970-01-01', identifier: [{ value: '5292346' }] })
    expect(held('Condition', 'made-up-problem-01')).toMatchObject({ code: { text: 'Melanoma' } })
    expect(held('Condition', 'made-up-problem-02')).toMatchObject({
      clinicalStatus: { coding: [{ code: 'resolved' }] },
      code: { coding: [{ code: 'M10.9' }] },
      onsetDateTime: '2023-09-22',
    })
  })
})
