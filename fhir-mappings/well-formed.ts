import type { Resource } from '@medplum/fhirtypes'

/** `'s'` a string, `'n'` a number, `'b'` a truth value, a list of one shape, or an object with what we read of it. */
type Shape = 's' | 'n' | 'b' | readonly [Shape] | { readonly [name: string]: Shape }

const coding = { system: 's', code: 's', display: 's' } as const
const concept = { coding: [coding], text: 's' } as const
const reference = { reference: 's', display: 's' } as const
const period = { start: 's', end: 's' } as const
const quantity = { value: 'n', comparator: 's', unit: 's', system: 's', code: 's' } as const
const attachment = { contentType: 's', data: 's', url: 's', size: 'n', title: 's', creation: 's' } as const
const identifier = { system: 's', value: 's' } as const
const ingredient = { itemCodeableConcept: concept, itemReference: reference } as const
const medication = { resourceType: 's', id: 's', code: concept, ingredient: [ingredient] } as const
const contained = [{ ...medication, practitioner: reference, contained: [medication] }] as const
const common = {
  id: 's',
  meta: { versionId: 's', lastUpdated: 's', tag: [coding], security: [coding] },
  status: 's',
  subject: reference,
  contained,
} as const
const drug = { ...common, medicationCodeableConcept: concept, medicationReference: reference } as const
const range = { low: quantity, high: quantity, type: concept, appliesTo: [concept], text: 's' } as const

const shapes: Readonly<Record<string, Shape>> = {
  Observation: {
    ...common,
    identifier: [identifier],
    category: [concept],
    code: concept,
    effectiveDateTime: 's',
    effectiveInstant: 's',
    effectivePeriod: period,
    effectiveTiming: { event: ['s'] },
    issued: 's',
    valueQuantity: quantity,
    valueInteger: 'n',
    valueString: 's',
    dataAbsentReason: concept,
    interpretation: [concept],
    method: concept,
    note: [{ text: 's' }],
    referenceRange: [range],
  },
  DocumentReference: {
    ...common,
    identifier: [identifier],
    docStatus: 's',
    type: concept,
    category: [concept],
    date: 's',
    description: 's',
    author: [reference],
    relatesTo: [{ code: 's', target: reference }],
    content: [{ attachment }],
    context: { period },
  },
  DiagnosticReport: {
    ...common,
    identifier: [identifier],
    code: concept,
    category: [concept],
    effectiveDateTime: 's',
    effectivePeriod: period,
    issued: 's',
    conclusion: 's',
    presentedForm: [attachment],
    performer: [reference],
    resultsInterpreter: [reference],
  },
  Medication: { ...medication, contained },
  MedicationAdministration: { ...drug, effectiveDateTime: 's', effectivePeriod: period },
  MedicationStatement: { ...drug, effectiveDateTime: 's', effectivePeriod: period },
  MedicationDispense: { ...drug, whenHandedOver: 's', whenPrepared: 's' },
  MedicationRequest: {
    ...drug,
    authoredOn: 's',
    doNotPerform: 'b',
    dosageInstruction: [{ timing: { repeat: { boundsPeriod: period } } }],
    dispenseRequest: { validityPeriod: period },
  },
  Procedure: { ...common, code: concept, usedCode: [concept], performedDateTime: 's', performedPeriod: period },
  Condition: {
    ...common,
    code: concept,
    verificationStatus: concept,
    onsetDateTime: 's',
    onsetPeriod: period,
    recordedDate: 's',
  },
}

/**
 * Whether what we read of this resource has the form that R4 gives it: a list where it has a list, a string where it has
 * a string. What is absent is well-formed; elements that we do not read are not looked at. An EHR may send anything.
 */
export function isWellFormed(resource: Resource): boolean {
  const shape = shapes[resource.resourceType]
  return shape === undefined || fits(resource, shape)
}

function fits(value: unknown, shape: Shape): boolean {
  if (value === undefined) return true
  if (shape === 's') return typeof value === 'string'
  if (shape === 'n') return typeof value === 'number'
  if (shape === 'b') return typeof value === 'boolean'
  if (isList(shape)) return Array.isArray(value) && value.every((one) => one !== undefined && fits(one, shape[0]))
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.entries(shape).every(([name, inner]) => fits((value as Record<string, unknown>)[name], inner))
}

const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape)
