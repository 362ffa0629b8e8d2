import type {
  DiagnosticReport,
  DocumentReference,
  Medication,
  MedicationAdministration,
  MedicationRequest,
  Observation,
  Procedure,
  Resource,
} from '@medplum/fhirtypes'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOINC } from '#fhir-mappings/code-systems.ts'
import {
  infusionFromMedicationAdministration,
  infusionFromMedicationDispense,
  infusionFromMedicationRequest,
  infusionFromProcedure,
} from '#fhir-mappings/infusion-reading.ts'
import { laboratoryResultFromObservation } from '#fhir-mappings/laboratory-reading.ts'
import { noteFromDiagnosticReport, noteFromDocumentReference } from '#fhir-mappings/note-source.ts'
import { isOurs } from '#fhir-mappings/own-writing.ts'
import { isWellFormed } from '#fhir-mappings/well-formed.ts'
import { recognise } from '#server/cohort/recognise.ts'

const observation: Observation = {
  resourceType: 'Observation',
  id: 'o1',
  status: 'final',
  category: [{ coding: [{ code: 'laboratory' }] }],
  code: { coding: [{ system: LOINC, code: '1742-6' }], text: 'ALT' },
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: '2026-03-02',
  valueQuantity: { value: 240, unit: 'U/L' },
  referenceRange: [{ high: { value: 40 }, text: '< 40' }],
  note: [{ text: 'repeat' }],
}
const document: DocumentReference = {
  resourceType: 'DocumentReference',
  id: 'n1',
  status: 'current',
  type: { text: 'Progress note' },
  subject: { reference: 'Patient/p1' },
  date: '2026-03-02',
  author: [{ reference: '#a' }],
  contained: [{ resourceType: 'PractitionerRole', id: 'a', practitioner: { reference: 'Practitioner/a' } }],
  content: [{ attachment: { contentType: 'text/plain', data: 'UmFzaA==' } }],
  context: { period: { start: '2026-03-02' } },
}
const dose: MedicationAdministration = {
  resourceType: 'MedicationAdministration',
  id: 'd1',
  status: 'completed',
  subject: { reference: 'Patient/p1' },
  effectivePeriod: { start: '2026-03-02' },
  medicationReference: { reference: '#m', display: 'nivolumab' },
  contained: [{ resourceType: 'Medication', id: 'm', code: { text: 'nivolumab' } } satisfies Medication],
}

/** The resource with whatever JSON in one place, at any depth. */
const spoiled = (resource: Resource) =>
  fc.tuple(fc.constantFrom(...placesIn(resource)), fc.jsonValue({ maxDepth: 2 })).map(([place, value]) => {
    const copy = structuredClone(resource) as unknown as Record<string, unknown>
    const last = place.at(-1) ?? ''
    let at: Record<string, unknown> = copy
    for (const step of place.slice(0, -1)) at = at[step] as Record<string, unknown>
    at[last] = value
    return copy as unknown as Resource
  })

function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inner = Object.entries(value).flatMap(([name, one]) => placesIn(one, [...path, name]))
  return path.length === 0 ? inner.filter(([name]) => name !== 'resourceType') : [path, ...inner]
}

const context = { recognise, medications: [], timeZone: 'UTC' }

describe('what a broken EHR sends is refused, never a crash', () => {
  test('an Observation', () =>
    fc.assert(
      fc.property(spoiled(observation), (resource) => {
        expect(typeof laboratoryResultFromObservation(resource as Observation).readable).toBe('boolean')
        expect(isOurs(resource)).toBe(false)
      }),
      { numRuns: 500 },
    ))

  test('a note or report', () =>
    fc.assert(
      fc.property(spoiled(document), (resource) => {
        expect(typeof noteFromDocumentReference(resource as DocumentReference).readable).toBe('boolean')
        const report = { ...resource, resourceType: 'DiagnosticReport', presentedForm: resource } as unknown
        expect(noteFromDiagnosticReport(report as DiagnosticReport)).toMatchObject({ readable: false, why: 'damaged' })
      }),
      { numRuns: 500 },
    ))

  test('a dose, an order, a procedure', () =>
    fc.assert(
      fc.property(spoiled(dose), (resource) => {
        const as = (resourceType: string) => ({ ...resource, resourceType, code: { text: 'nivolumab' } }) as unknown
        const readings = [
          infusionFromMedicationAdministration(resource as MedicationAdministration, context),
          infusionFromMedicationRequest(as('MedicationRequest') as MedicationRequest, context),
          infusionFromMedicationDispense(as('MedicationDispense') as never, context),
          infusionFromProcedure(as('Procedure') as Procedure, context),
        ]
        for (const { counts } of readings) expect(typeof counts).toBe('boolean')
      }),
      { numRuns: 500 },
    ))
})

test('what is whole is well-formed, and so is what is missing', () => {
  for (const resource of [observation, document, dose]) expect(isWellFormed(resource)).toBe(true)
  expect(isWellFormed({ resourceType: 'Observation' } as Observation)).toBe(true)
  expect(isWellFormed({ resourceType: 'Observation', category: 'laboratory' } as never)).toBe(false)
  expect(isWellFormed({ resourceType: 'Observation', category: [null] } as never)).toBe(false)
})

test('M4: a dispensed dose counts, one in preparation or declined does not', () => {
  const { effectivePeriod: _, ...rest } = dose
  const dispense = (status: string) =>
    infusionFromMedicationDispense(
      { ...rest, resourceType: 'MedicationDispense', status, whenHandedOver: '2026-03-02' } as never,
      context,
    )
  expect(dispense('completed')).toMatchObject({
    counts: true,
    infusion: { exposure: 'dispensed', givenOn: '2026-03-02' },
  })
  expect(dispense('preparation')).toMatchObject({ counts: false, why: 'not-given' })
  expect(dispense('declined')).toMatchObject({ counts: false, why: 'not-given' })
  expect(dispense('constructor')).toMatchObject({ counts: false, why: 'status-unknown' })
})
