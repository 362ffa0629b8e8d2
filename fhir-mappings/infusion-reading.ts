import type {
  CodeableConcept,
  Coding,
  Medication,
  MedicationAdministration,
  MedicationDispense,
  MedicationRequest,
  Period,
  Procedure,
  Reference,
  Resource,
} from '@medplum/fhirtypes'
import { calendarDay } from './fhir-dates.ts'
import type { Infusion } from './infusion.ts'
import { patientOf } from './patient-reference.ts'
import { isWellFormed } from './well-formed.ts'

type NotAnInfusion =
  | 'malformed'
  | 'not-a-checkpoint-inhibitor'
  | 'medication-unresolved'
  | 'not-given'
  | 'entered-in-error'
  | 'on-hold'
  | 'status-unknown'
  | 'undated'
  | 'no-patient'
  | 'wrong-patient'

/** One dose of a checkpoint inhibitor, or why the resource is none. */
export type InfusionReading =
  | { readonly counts: true; readonly infusion: Infusion }
  | { readonly counts: false; readonly reference: string; readonly why: NotAnInfusion }

/** What the reader has to be told: the drug set, the Medication resources that references lead to, the site's zone. */
export interface InfusionContext {
  readonly recognise: (
    codings: readonly Coding[],
    text: string,
  ) => { readonly agents: readonly string[]; readonly recognisedBy: Infusion['recognisedBy'] } | undefined
  readonly medications: readonly Medication[]
  readonly timeZone: string
  /** `Patient/ID` that was asked for */
  readonly patient?: string
}

/** M1 to M3: concept, reference or contained medication; status; day in the site's time zone. */
export function infusionFromMedicationAdministration(
  resource: MedicationAdministration,
  context: InfusionContext,
): InfusionReading {
  return readingOf(resource, context, () => ({
    subject: resource.subject,
    concepts: medicationOf(resource, context.medications),
    moment: resource.effectiveDateTime ?? startOf(resource.effectivePeriod),
    standing: standingIn(administered, resource.status),
    exposure: 'administered',
  }))
}

/** M4: a dispensed dose stands in where administrations are not exposed. */
export function infusionFromMedicationDispense(
  resource: MedicationDispense,
  context: InfusionContext,
): InfusionReading {
  return readingOf(resource, context, () => ({
    subject: resource.subject,
    concepts: medicationOf(resource, context.medications),
    moment: resource.whenHandedOver ?? resource.whenPrepared,
    standing: standingIn(dispensed, resource.status),
    exposure: 'dispensed',
  }))
}

/** M4: an order says that an infusion was meant; alone it never counts as given. */
export function infusionFromMedicationRequest(resource: MedicationRequest, context: InfusionContext): InfusionReading {
  return readingOf(resource, context, () => ({
    subject: resource.subject,
    concepts: medicationOf(resource, context.medications),
    moment: resource.authoredOn,
    standing: resource.doNotPerform ? 'not-given' : standingIn(ordered, resource.status),
    exposure: 'ordered',
  }))
}

/** M4: a procedure billed with the drug's J-code. */
export function infusionFromProcedure(resource: Procedure, context: InfusionContext): InfusionReading {
  return readingOf(resource, context, () => ({
    subject: resource.subject,
    concepts: [...(resource.code ? [resource.code] : []), ...(resource.usedCode ?? [])],
    moment: resource.performedDateTime ?? startOf(resource.performedPeriod),
    standing: standingIn(billed, resource.status),
    exposure: 'billed',
  }))
}

type Standing = 'counts' | 'partial' | NotAnInfusion
/** M2: a stopped infusion is a partial dose and counts. */
const administered: Readonly<Record<string, Standing>> = {
  completed: 'counts',
  'in-progress': 'counts',
  stopped: 'partial',
  'not-done': 'not-given',
  'on-hold': 'on-hold',
  'entered-in-error': 'entered-in-error',
}
const dispensed: Readonly<Record<string, Standing>> = {
  completed: 'counts',
  cancelled: 'not-given',
  declined: 'not-given',
  preparation: 'not-given',
  'in-progress': 'not-given',
  stopped: 'not-given',
  'on-hold': 'on-hold',
  'entered-in-error': 'entered-in-error',
}
const ordered: Readonly<Record<string, Standing>> = {
  active: 'counts',
  completed: 'counts',
  stopped: 'counts',
  cancelled: 'not-given',
  draft: 'not-given',
  'on-hold': 'on-hold',
  'entered-in-error': 'entered-in-error',
}
const billed: Readonly<Record<string, Standing>> = {
  completed: 'counts',
  'in-progress': 'counts',
  stopped: 'partial',
  preparation: 'not-given',
  'not-done': 'not-given',
  'on-hold': 'on-hold',
  'entered-in-error': 'entered-in-error',
}

const standingIn = (known: Readonly<Record<string, Standing>>, status = ''): Standing =>
  (Object.hasOwn(known, status) ? known[status] : undefined) ?? 'status-unknown'

interface Seen {
  readonly subject: Reference | undefined
  readonly concepts: readonly CodeableConcept[] | undefined
  readonly moment: string | undefined
  readonly standing: Standing
  readonly exposure: Infusion['exposure']
}

/** Only a well-formed resource is looked into; a malformed one is refused before. */
function readingOf(resource: Resource, context: InfusionContext, see: () => Seen): InfusionReading {
  const reference = `${resource.resourceType}/${resource.id ?? ''}`
  const refused = (why: NotAnInfusion): InfusionReading => ({ counts: false, reference, why })
  if (!isWellFormed(resource)) return refused('malformed')
  const seen = see()
  if (!seen.concepts) return refused('medication-unresolved')
  const drug = context.recognise(
    seen.concepts.flatMap(({ coding }) => coding ?? []),
    seen.concepts.map(({ text }) => text ?? '').join(' ; '),
  )
  if (!drug) return refused('not-a-checkpoint-inhibitor')
  const patient = patientOf(seen.subject)
  if (!patient) return refused('no-patient')
  if (context.patient !== undefined && context.patient !== patient) return refused('wrong-patient')
  if (seen.standing !== 'counts' && seen.standing !== 'partial') return refused(seen.standing)
  const givenOn = calendarDay(seen.moment, context.timeZone)
  if (!givenOn) return refused('undated')
  const infusion: Infusion = {
    reference,
    patient,
    agents: [...drug.agents],
    givenOn,
    exposure: seen.exposure,
    partial: seen.standing === 'partial',
    recognisedBy: drug.recognisedBy,
  }
  return { counts: true, infusion }
}

/** A period's start; an infusion whose start was not charted is placed at its end. */
const startOf = (period: Period | undefined) => period?.start ?? period?.end

interface WithMedication {
  readonly medicationCodeableConcept?: CodeableConcept
  readonly medicationReference?: Reference
  readonly contained?: readonly Resource[]
}

/** M1: every concept that names the drug; undefined when a reference leads nowhere and has no words either. */
function medicationOf(
  resource: WithMedication,
  medications: readonly Medication[],
): readonly CodeableConcept[] | undefined {
  const { medicationCodeableConcept: concept, medicationReference: reference } = resource
  if (concept) return [concept]
  if (!reference) return undefined
  const contained = resource.contained ?? []
  const target = reference.reference ?? ''
  const medication = target.startsWith('#')
    ? contained.find((one) => one.resourceType === 'Medication' && one.id === target.slice(1))
    : medications.find((one) => one.id !== undefined && one.id === medicationIdOf(target))
  const words = reference.display ? [{ text: reference.display }] : []
  if (medication?.resourceType === 'Medication') return [...conceptsOf(medication, contained), ...words]
  return words.length > 0 ? words : undefined
}

/** The id in `Medication/x`, `https://…/Medication/x` or `…/Medication/x/_history/2`. */
export const medicationIdOf = (reference: string): string | undefined =>
  /(?:^|\/)Medication\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]+)?$/.exec(reference)?.[1]

function conceptsOf(medication: Medication, contained: readonly Resource[]): readonly CodeableConcept[] {
  const inner = [...contained, ...(medication.contained ?? [])]
  const ingredients = (medication.ingredient ?? []).flatMap(({ itemCodeableConcept, itemReference }) => {
    if (itemCodeableConcept) return [itemCodeableConcept]
    const part = inner.find(({ id }) => id !== undefined && itemReference?.reference === `#${id}`)
    return part?.resourceType === 'Medication' && part.code ? [part.code] : []
  })
  return [...(medication.code ? [medication.code] : []), ...ingredients]
}
