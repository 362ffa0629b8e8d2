import type { Observation } from '@medplum/fhirtypes'
import { describe, expect, test } from 'vitest'
import { LOINC, OUR_FINDINGS, OUR_WRITES, UCUM } from '#fhir-mappings/code-systems.ts'
import { laboratoryResultFromObservation } from '#fhir-mappings/laboratory-reading.ts'

const LAB = [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] }]

const alt = (more: Partial<Observation> = {}): Observation => ({
  resourceType: 'Observation',
  id: 'alt-1',
  meta: { versionId: '3' },
  status: 'final',
  category: LAB,
  code: { coding: [{ system: LOINC, code: '1742-6' }] },
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: '2026-03-02T07:40:00Z',
  valueQuantity: { value: 240, unit: 'U/L', system: UCUM, code: 'U/L' },
  referenceRange: [{ low: { value: 7, unit: 'U/L' }, high: { value: 40, unit: 'U/L' } }],
  ...more,
})
const { valueQuantity: _number, ...altWithoutNumber } = alt()
const { effectiveDateTime: _date, ...altWithoutDate } = alt()
const { category: _category, ...altWithoutCategory } = alt()
const { subject: _subject, ...altWithoutSubject } = alt()

const resultOf = (observation: Observation) => {
  const reading = laboratoryResultFromObservation(observation, 'Patient/p1')
  if (!reading.readable) throw new Error(`not readable: ${reading.why}`)
  return reading.result
}
const whyNot = (observation: Observation) => {
  const reading = laboratoryResultFromObservation(observation, 'Patient/p1')
  return reading.readable ? 'readable' : reading.why
}

describe('a laboratory Observation', () => {
  test('is read with its value, unit, limits, time, version and status', () =>
    expect(resultOf(alt())).toEqual({
      reference: 'Observation/alt-1',
      version: '3',
      patient: 'Patient/p1',
      analyte: 'alt',
      value: 240,
      unit: 'U/L',
      lln: 7,
      uln: 40,
      limitsFrom: 'result',
      takenAt: '2026-03-02T07:40:00Z',
      status: 'final',
    }))

  test('among several codings the LOINC code decides, wherever it stands', () =>
    expect(
      resultOf(
        alt({
          code: {
            coding: [
              { system: 'urn:local', code: '1920-8' },
              { system: LOINC, code: '1742-6' },
            ],
          },
        }),
      ).analyte,
    ).toBe('alt'))

  test('with a local code only, the exact name decides if the unit fits', () => {
    expect(resultOf(alt({ code: { text: 'ALT', coding: [{ system: 'urn:local', code: 'X' }] } })).analyte).toBe('alt')
    expect(whyNot(alt({ code: { text: 'ALT' }, valueQuantity: { value: 3, unit: 'mmol/L' } }))).toBe('unknown-analyte')
    expect(whyNot(alt({ code: { text: 'ALT and more' } }))).toBe('unknown-analyte')
  })

  test('an unknown LOINC code is not guessed from its words: urine creatinine is not creatinine', () =>
    expect(whyNot(alt({ code: { text: 'Creatinine', coding: [{ system: LOINC, code: '2161-8' }] } }))).toBe(
      'unknown-analyte',
    ))

  test.each([
    ['without a number', altWithoutNumber, 'no-number'],
    ['without a date', altWithoutDate, 'undated'],
    ['without a patient', altWithoutSubject, 'no-patient'],
    ['of another patient', alt({ subject: { reference: 'Patient/p2' } }), 'wrong-patient'],
    ['of social history', alt({ category: [{ coding: [{ code: 'social-history' }] }] }), 'not-laboratory'],
    ['with only a month as date', { ...altWithoutDate, effectiveDateTime: '2026-03' }, 'undated'],
  ] as const)('%s is not a result, and says so', (_, observation, why) =>
    expect(whyNot(observation as Observation)).toBe(why),
  )

  test('B12: a result of another patient is refused even when its reference is absolute', () => {
    expect(whyNot(alt({ subject: { reference: 'https://ehr.example/fhir/Patient/p2' } }))).toBe('wrong-patient')
    expect(whyNot(alt({ subject: { reference: 'https://ehr.example/fhir/Patient/p1' } }))).toBe('readable')
  })

  test('S14: what this product wrote is never read as a result', () => {
    expect(whyNot(alt({ identifier: [{ system: OUR_FINDINGS, value: 'x' }] }))).toBe('own-writing')
    expect(whyNot(alt({ meta: { tag: [{ system: OUR_WRITES, code: 'w1' }] } }))).toBe('own-writing')
  })

  test('a local code of the unit gives way to the printed unit', () =>
    expect(resultOf(alt({ valueQuantity: { value: 3, unit: 'U/L', system: 'urn:local', code: 'UNIT7' } })).unit).toBe(
      'U/L',
    ))

  test('a number filed as absent, "as text", is still a number', () =>
    expect(
      resultOf({
        ...altWithoutNumber,
        dataAbsentReason: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'as-text' }],
          text: '240.0000 U/L',
        },
      }),
    ).toMatchObject({ value: 240, unit: 'U/L' }))

  test('without any category a LOINC code is enough', () => expect(whyNot(altWithoutCategory)).toBe('readable'))

  test.each([
    ['< 0.01 ng/mL', { value: 0.01, comparator: '<', unit: 'ng/mL' }],
    ['240 U/L', { value: 240, unit: 'U/L' }],
    ['>=1500', { value: 1500, comparator: '>=', unit: '' }],
    ['6,2 mmol/L', { value: 6.2, unit: 'mmol/L' }],
    ['312 U/L (H)', { value: 312, unit: 'U/L' }],
  ])('a value printed as "%s" is a number', (valueString, expected) =>
    expect(resultOf({ ...altWithoutNumber, valueString })).toMatchObject(expected),
  )

  test.each(['1,234', 'positive', 'see comment', '', '3 to 5'])('a value printed as "%s" is none', (valueString) =>
    expect(whyNot({ ...altWithoutNumber, valueString })).toBe('no-number'),
  )

  test('its time is when blood was taken; when it was reported only in need', () => {
    expect(resultOf({ ...altWithoutDate, effectivePeriod: { start: '2026-03-01' } }).takenAt).toBe('2026-03-01')
    expect(resultOf({ ...altWithoutDate, issued: '2026-03-05T10:00:00Z' }).takenAt).toBe('2026-03-05T10:00:00Z')
  })

  test('a retracted result is read with its status, so that what rested on it can be found', () =>
    expect(resultOf(alt({ status: 'entered-in-error' })).status).toBe('entered-in-error'))
})

describe('a sample that cannot be relied on', () => {
  test.each([
    'Specimen haemolysed: result may be falsely raised. Please repeat.',
    'Sample grossly hemolyzed',
    'Clotted specimen',
    'Possible IV fluid contamination',
    'QNS',
  ])('"%s" marks the result', (text) => expect(resultOf(alt({ note: [{ text }] })).unreliable).toBeDefined())

  test.each([
    'Sample not hemolyzed.',
    'No hemolysis, no lipemia',
    'Hemolysis index: 0',
    'Non-hemolyzed specimen',
    'Repeated and confirmed',
    'Lipemic sample',
  ])('"%s" does not', (text) => expect(resultOf(alt({ note: [{ text }] })).unreliable).toBeUndefined())

  test('it may be said in the interpretation or as the reason of absence instead', () => {
    expect(resultOf(alt({ interpretation: [{ text: 'HEMOLYZED' }] })).unreliable).toBe('hemolyzed')
    expect(resultOf(alt({ dataAbsentReason: { text: 'Specimen clotted' } })).unreliable).toBe('clotted')
  })
})
