import type { DocumentReference, MedicationAdministration, Observation, Resource } from '@medplum/fhirtypes'
import { describe, expect, test } from 'vitest'
import { infusionFromMedicationAdministration } from '#fhir-mappings/infusion-reading.ts'
import { laboratoryResultFromObservation } from '#fhir-mappings/laboratory-reading.ts'
import { noteFromDocumentReference } from '#fhir-mappings/note-source.ts'
import { isOurs } from '#fhir-mappings/own-writing.ts'
import { recognise } from '#server/cohort/recognise.ts'
import { textFromAttachment } from '#server/evidence/attachment.ts'
import { validate } from '#server/sandbox/fhir/validation.ts'
import { examplesWritten, observationSigned } from './fhir-examples.ts'
import { fileAt } from './page.ts'

const onPage: Readonly<Record<string, Resource>> = Object.fromEntries(
  [...fileAt('docs/fhir.md').matchAll(/<!-- example: ([a-z-]+) -->\n```json\n([\s\S]*?)\n```/g)].map(
    ([, name, json]) => [name, JSON.parse(json ?? '')],
  ),
)
const patient = 'Patient/p1'

test('the page shows three resources that are read and all that are written', () => {
  expect(Object.keys(onPage)).toEqual(['infusion', 'note', 'laboratory', ...Object.keys(examplesWritten)])
})

test.each(Object.entries(onPage))('the example %s is valid R4', (_, resource) => {
  expect(() => validate(resource)).not.toThrow()
})

describe('what is written', () => {
  test.each(Object.entries(examplesWritten))('%s is what the code writes', (name, resource) => {
    expect(onPage[name]).toEqual(JSON.parse(JSON.stringify(resource)))
    expect(isOurs(resource)).toBe(true)
  })

  test('the states of the table are those of the code', () => {
    expect(examplesWritten['observation-proposed']).toMatchObject({ status: 'preliminary' })
    expect(observationSigned.status).toBe('amended')
  })
})

describe('what is read', () => {
  test('the infusion counts as a dose of pembrolizumab on its day', () => {
    const context = { recognise, medications: [], timeZone: 'Europe/Berlin', patient }
    const reading = infusionFromMedicationAdministration(onPage.infusion as MedicationAdministration, context)
    expect(reading).toMatchObject({
      counts: true,
      infusion: { agents: ['pembrolizumab'], givenOn: '2026-02-20', exposure: 'administered' },
    })
  })

  test('the note is current and its attachment has the words', async () => {
    const document = onPage.note as DocumentReference
    expect(noteFromDocumentReference(document, patient)).toMatchObject({ readable: true })
    const { contentType = '', data = '' } = document.content[0]?.attachment ?? {}
    const text = await textFromAttachment(Buffer.from(data, 'base64'), contentType)
    expect(text).toMatchObject({ readable: true, text: expect.stringContaining('immune-related colitis, grade 2') })
  })

  test('the laboratory result has its value, unit and upper limit', () => {
    expect(laboratoryResultFromObservation(onPage.laboratory as Observation, patient)).toMatchObject({
      readable: true,
      result: { analyte: 'alt', value: 240, unit: 'U/L', uln: 40, limitsFrom: 'result', version: '1' },
    })
  })
})
