import type { CodeableConcept, Observation, Quantity } from '@medplum/fhirtypes'
import { type Analyte, analyteByLoinc, analyteByName } from './analytes.ts'
import { DATA_ABSENT_REASON, INTERPRETATION, LOINC, UCUM } from './code-systems.ts'
import { isDated } from './fhir-dates.ts'
import type { LaboratoryResult } from './laboratory-result.ts'
import { isOurs } from './own-writing.ts'
import { patientOf } from './patient-reference.ts'
import { limitsOf } from './reference-range.ts'
import { toUnit } from './units.ts'
import { isWellFormed } from './well-formed.ts'

type UnusableResult =
  | 'malformed'
  | 'own-writing'
  | 'not-laboratory'
  | 'unknown-analyte'
  | 'no-number'
  | 'no-patient'
  | 'wrong-patient'
  | 'undated'
  | 'no-id'

/** What an Observation says as a laboratory result, or why it says nothing that can be graded. */
export type LaboratoryReading =
  | { readonly readable: true; readonly result: LaboratoryResult }
  | { readonly readable: false; readonly reference: string; readonly version: string; readonly why: UnusableResult }

/**
 * Reads one Observation with suspicion. `patient` (`Patient/ID`), when given, is the patient that was asked for:
 * a result of anybody else is refused (B12, D12). Retracted results are read too, with their status.
 */
export function laboratoryResultFromObservation(observation: Observation, patient?: string): LaboratoryReading {
  const reference = `Observation/${observation.id ?? ''}`
  const version = observation.meta?.versionId ?? ''
  const refused = (why: UnusableResult): LaboratoryReading => ({ readable: false, reference, version, why })
  if (!isWellFormed(observation)) return refused('malformed')
  if (!observation.id) return refused('no-id')
  if (isOurs(observation)) return refused('own-writing')
  const subject = patientOf(observation.subject)
  if (!subject) return refused('no-patient')
  if (patient !== undefined && subject !== patient) return refused('wrong-patient')

  const measured = numberOf(observation)
  const found = analyteOf(observation, measured?.unit)
  if (!found) return refused(isLaboratory(observation) ? 'unknown-analyte' : 'not-laboratory')
  if (!isLaboratory(observation) && !isBedside(found.analyte.id)) return refused('not-laboratory')
  if (!measured) return refused('no-number')
  const takenAt = takenAtOf(observation)
  if (!takenAt) return refused('undated')

  const unreliable = unreliableBecause(observation)
  const limits = limitsOf(
    observation.referenceRange ?? [],
    measured.unit,
    found.otherMeasure ? undefined : found.analyte,
  )
  return {
    readable: true,
    result: {
      reference,
      version,
      patient: subject,
      analyte: found.analyte.id,
      ...measured,
      ...limits,
      takenAt,
      status: statusOf(observation.status),
      ...(unreliable === undefined ? {} : { unreliable }),
    },
  }
}

/** Measured at the bedside or by ultrasound, hence charted as vital signs or imaging. */
const BEDSIDE: ReadonlySet<string> = new Set(['spo2', 'lvef'])
export const isBedside = (analyte: string): boolean => BEDSIDE.has(analyte)

const LABORATORY_CODES: ReadonlySet<string> = new Set(['laboratory', 'lab'])

/** Category is optional in R4: without any, the LOINC code of an analyte is enough to read it, but no search will find it. */
function isLaboratory(observation: Observation): boolean {
  const codes = (observation.category ?? []).flatMap((category) => [
    ...(category.coding ?? []).map(({ code }) => code),
    category.text,
  ])
  const stated = codes.filter((code) => code !== undefined)
  return stated.length === 0 || stated.some((code) => LABORATORY_CODES.has(code.toLowerCase()))
}

interface Found {
  readonly analyte: Analyte
  readonly otherMeasure: boolean
}

/** By LOINC if there is any LOINC at all; by its exact name only for local codes, and only in a unit that fits. */
function analyteOf({ code }: Observation, unit: string | undefined): Found | undefined {
  const codings = code?.coding ?? []
  const loinc = codings.filter(({ system }) => system === LOINC).map((coding) => coding.code ?? '')
  for (const each of loinc) {
    const analyte = analyteByLoinc(each)
    const known = analyte?.loinc.find((one) => one.code === each)
    if (analyte) return { analyte, otherMeasure: known?.otherMeasure === true }
  }
  if (loinc.length > 0 || unit === undefined) return undefined
  const names = [code?.text, ...codings.map(({ display }) => display)].filter((name) => name !== undefined)
  const analyte = names.map(analyteByName).find((one) => one !== undefined)
  const fits = analyte?.conventional !== undefined && toUnit(1, unit, analyte.conventional, analyte.id) !== undefined
  return analyte && fits ? { analyte, otherMeasure: false } : undefined
}

type Measured = Pick<LaboratoryResult, 'value' | 'unit' | 'comparator'>

function numberOf(observation: Observation): Measured | undefined {
  if (observation.valueQuantity) return fromQuantity(observation.valueQuantity)
  if (typeof observation.valueInteger === 'number') return { value: observation.valueInteger, unit: '' }
  const { valueString, dataAbsentReason } = observation
  if (valueString !== undefined) return fromWords(valueString)
  return isSaidAsText(dataAbsentReason) ? fromWords(dataAbsentReason?.text ?? '') : undefined
}

/** One vendor files a number as "absent, as text" and prints it in the text of the reason. */
const isSaidAsText = (reason: CodeableConcept | undefined): boolean =>
  reason?.coding?.some(({ system, code }) => system === DATA_ABSENT_REASON && code === 'as-text') ?? false

function fromQuantity(quantity: Quantity): Measured | undefined {
  const { value, comparator } = quantity
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined
  return {
    value,
    unit: unitOf(quantity),
    ...(comparator && Object.hasOwn(COMPARATORS, comparator) ? { comparator } : {}),
  }
}

/** The code if it is UCUM or says of no other system; a local code of a unit gives way to the printed unit. */
function unitOf({ code, system, unit }: Quantity): string {
  const ucum = system === undefined || system === UCUM ? code : undefined
  return ucum ?? unit ?? code ?? ''
}

const PRINTED = /^\s*(<=|>=|<|>|≤|≥)?\s*(\d{1,9}(?:[.,]\d{1,6})?)\s*([^\d\s][^\s]{0,20})?\s*(?:\(?[HLhl*]{1,2}\)?)?\s*$/
const COMPARATORS = { '<': '<', '<=': '<=', '≤': '<=', '>': '>', '>=': '>=', '≥': '>=' } as const

/** "<0.01 ng/mL" as a laboratory prints it. "1,234" is left alone: one laboratory's thousand is another's decimal. */
function fromWords(words: string): Measured | undefined {
  const [, sign, digits = '', unit = ''] = PRINTED.exec(words) ?? []
  if (digits === '' || /,\d{3}$/.test(digits)) return undefined
  const comparator = sign === undefined ? undefined : COMPARATORS[sign as keyof typeof COMPARATORS]
  return { value: Number(digits.replace(',', '.')), unit, ...(comparator ? { comparator } : {}) }
}

/** Collection before reporting: `effective[x]` in its four forms, else `issued`. */
function takenAtOf(observation: Observation): string | undefined {
  const places = [
    observation.effectiveDateTime,
    observation.effectiveInstant,
    observation.effectivePeriod?.start,
    observation.effectivePeriod?.end,
    observation.effectiveTiming?.event?.[0],
    observation.issued,
  ]
  return places.find(isDated)
}

const STATUSES: ReadonlySet<string> = new Set([
  'registered',
  'preliminary',
  'final',
  'amended',
  'corrected',
  'cancelled',
  'entered-in-error',
])
const statusOf = (status: string | undefined): LaboratoryResult['status'] =>
  status !== undefined && STATUSES.has(status) ? (status as LaboratoryResult['status']) : 'unknown'

const SPOILED =
  /\b(?:ha?emoly[sz](?:ed|is|ing|ate)|clott(?:ed|ing)|clots? (?:seen|present|noted|in)|contaminat(?:ed|ion)|dilut(?:ed|ion) (?:by|with|of) (?:iv|i\.v\.|infusion|line|saline)|iv fluid contamination|mis-?label+ed|wrong (?:tube|patient|specimen)|quantity (?:not|in)sufficient|qns|unsuitable (?:sample|specimen))\b/gi
/** "Not haemolysed", "no clot", "non-hemolyzed", "hemolysis index 0": the laboratory says that the sample is good. */
const SPARED_BEFORE = /\b(?:no|not|non|without|negative for|un)[\s-]*(?:\w+[\s-]+){0,2}$/i
const SPARED_AFTER =
  /^\W*(?:index\W*)?(?::|=|is|was)?\s*(?:0(?!\.?\d)|none|negative|absent|not (?:seen|detected|present))/i

/** The laboratory's own words that the sample cannot be relied on, at most one; undefined when it says nothing. */
function unreliableBecause(observation: Observation): string | undefined {
  const interpretations = (observation.interpretation ?? []).flatMap((concept) => concept.coding ?? [])
  if (interpretations.some(({ system, code }) => system === INTERPRETATION && code === 'QCF')) return 'quality control'
  const absent = observation.dataAbsentReason?.coding ?? []
  if (absent.some(({ system, code }) => system === DATA_ABSENT_REASON && code === 'error')) return 'error'
  const concepts = [...(observation.interpretation ?? []), observation.dataAbsentReason, observation.method]
  const texts = [...(observation.note ?? []).map(({ text }) => text), ...concepts.flatMap(wordsOf)]
  return texts.map(spoiledIn).find((word) => word !== undefined)
}

function wordsOf(concept: CodeableConcept | undefined): readonly string[] {
  const codings = concept?.coding ?? []
  return [concept?.text, ...codings.flatMap(({ display, code }) => [display, code])].filter(
    (word) => word !== undefined,
  )
}

function spoiledIn(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  for (const found of text.matchAll(SPOILED)) {
    const before = text.slice(Math.max(0, found.index - 40), found.index)
    const after = text.slice(found.index + found[0].length, found.index + found[0].length + 30)
    if (!SPARED_BEFORE.test(before) && !SPARED_AFTER.test(after)) return found[0].toLowerCase()
  }
  return undefined
}
