import type { DocumentReference, MedicationAdministration, Observation, Quantity } from '@medplum/fhirtypes'
import { INTERPRETATION, LOINC, OBSERVATION_CATEGORY, UCUM } from '#fhir-mappings/code-systems.ts'
import { HOSPITAL } from '#server/sandbox/smart/staff.ts'
import type { InfusionEntry, NoteEntry, ResultEntry } from './entries.ts'
import { medicationOf } from './formulary.ts'
import { noteTypeOf } from './note-kinds.ts'

const DOCUMENT_CATEGORY = 'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category'

/** In whose name, in whose chart, and when. */
export interface Signature {
  readonly patient: string
  readonly user: string
  readonly at: string
}

/** A signed note: final, one attachment of plain text. */
export function documentFromEntry(entry: NoteEntry, { patient, user, at }: Signature): DocumentReference {
  const writtenAt = entry.at ?? at
  return {
    resourceType: 'DocumentReference',
    status: 'current',
    docStatus: 'final',
    type: noteTypeOf(entry.kind),
    category: [{ coding: [{ system: DOCUMENT_CATEGORY, code: 'clinical-note', display: 'Clinical Note' }] }],
    subject: { reference: patient },
    date: at,
    author: [{ reference: user }],
    custodian: { reference: HOSPITAL },
    content: [{ attachment: plainText(entry.text, entry.kind.display, at) }],
    context: { period: { start: writtenAt, end: writtenAt } },
  }
}

/** A new version under the same id, with the new words (D8). */
export function amended<T extends DocumentReference>(document: T, text: string, { user, at }: Signature): T {
  const title = document.content[0]?.attachment.title ?? 'Note'
  const authors = document.author ?? []
  const isNew = !authors.some(({ reference }) => reference === user)
  return {
    ...document,
    docStatus: 'amended',
    date: at,
    author: isNew ? [...authors, { reference: user }] : authors,
    content: [{ attachment: plainText(text, title, at) }],
  }
}

export const retracted = <T extends DocumentReference>(document: T): T => ({
  ...document,
  status: 'entered-in-error',
  docStatus: 'entered-in-error',
})

const plainText = (text: string, title: string, creation: string) => ({
  contentType: 'text/plain; charset=utf-8',
  data: Buffer.from(text, 'utf8').toString('base64'),
  size: Buffer.byteLength(text, 'utf8'),
  title,
  creation,
})

/** A final laboratory result with the limits of the sandbox's laboratory. */
export function observationFromEntry(
  { analyte, value, at: taken }: ResultEntry,
  { patient, at }: Signature,
): Observation {
  const limits = analyte.textbook ?? {}
  const unit = analyte.conventional
  const code = analyte.loinc[0]?.code
  const quantity = (amount: number): Quantity => ({
    value: amount,
    ...(unit ? { unit, system: UCUM, code: unit } : {}),
  })
  return {
    resourceType: 'Observation',
    status: 'final',
    category: [{ coding: [{ system: OBSERVATION_CATEGORY, code: 'laboratory' }] }],
    code: { ...(code ? { coding: [{ system: LOINC, code, display: analyte.name }] } : {}), text: analyte.name },
    subject: { reference: patient },
    effectiveDateTime: taken ?? at,
    issued: at,
    performer: [{ reference: HOSPITAL }],
    valueQuantity: quantity(value),
    interpretation: [interpretationOf(value, limits)],
    ...(analyte.textbook ? { referenceRange: [limitsAs(limits, quantity)] } : {}),
  }
}

interface Limits {
  readonly low?: number
  readonly high?: number
}

const limitsAs = ({ low, high }: Limits, quantity: (amount: number) => Quantity) => ({
  ...(low === undefined ? {} : { low: quantity(low) }),
  ...(high === undefined ? {} : { high: quantity(high) }),
})

function interpretationOf(value: number, { low, high }: Limits) {
  const code = high !== undefined && value > high ? 'H' : low !== undefined && value < low ? 'L' : 'N'
  return { coding: [{ system: INTERPRETATION, code }] }
}

/** The laboratory says that the first value was wrong; time of collection stays. */
export function corrected<T extends Observation>(observation: T, value: number, at: string): T {
  const range = observation.referenceRange?.[0]
  const limits = {
    ...(range?.low?.value === undefined ? {} : { low: range.low.value }),
    ...(range?.high?.value === undefined ? {} : { high: range.high.value }),
  }
  return {
    ...observation,
    status: 'corrected',
    issued: at,
    valueQuantity: { ...observation.valueQuantity, value },
    interpretation: [interpretationOf(value, limits)],
  }
}

export const cancelled = <T extends Observation>(observation: T): T => ({ ...observation, status: 'entered-in-error' })

export function administrationFromEntry(
  { drug, dose, status, at: given }: InfusionEntry,
  { patient, user, at }: Signature,
): MedicationAdministration {
  return {
    resourceType: 'MedicationAdministration',
    status,
    medicationCodeableConcept: medicationOf(drug, dose),
    subject: { reference: patient },
    effectiveDateTime: given ?? at,
    performer: [{ actor: { reference: user } }],
    ...dosageFrom(dose),
  }
}

/** R4 mad-1: a dosage has an amount or a rate; words without an amount stand in the medication's text only. */
function dosageFrom(dose: string): Pick<MedicationAdministration, 'dosage'> {
  const [, value, unit] = /^(\d+(?:\.\d+)?)\s*(mg\/kg|mg|g|ug)\b/.exec(dose) ?? []
  if (value === undefined || unit === undefined) return {}
  return { dosage: { text: dose, dose: { value: Number(value), unit, system: UCUM, code: unit } } }
}
