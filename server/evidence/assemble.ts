import type {
  Condition,
  DiagnosticReport,
  DocumentReference,
  Medication,
  MedicationAdministration,
  MedicationRequest,
  MedicationStatement,
  Observation,
  Resource,
  ResourceType,
} from '@medplum/fhirtypes'
import type { NoteReading } from '#fhir-mappings/clinical-note.ts'
import type { Infusion } from '#fhir-mappings/infusion.ts'
import { laboratoryResultFromObservation } from '#fhir-mappings/laboratory-reading.ts'
import { patientOf } from '#fhir-mappings/patient-reference.ts'
import { isWellFormed } from '#fhir-mappings/well-formed.ts'
import { whereSupported } from '#server/cohort/where-supported.ts'
import type { Ehr, SearchOutcome } from '#server/ehr/door.ts'
import { isHeldBack } from '#server/ehr/held-back.ts'
import { SurveillanceError } from '#server/errors.ts'
import type { CaseFile, LaboratorySeries } from './case-file.ts'
import { seriesOf } from './laboratory-series.ts'
import type { AttachmentLimits } from './limits.ts'
import { readNote } from './notes.ts'
import { type DrugResource, otherDrugsOf } from './other-drugs.ts'

/** A note to read: the resource, or its reference (`DocumentReference/ID`, `DiagnosticReport/ID`). */
type NoteToRead = DocumentReference | DiagnosticReport | string

export interface CaseToAssemble {
  /** `Patient/ID` */
  readonly patient: string
  /** the notes of this arrival; no other note is fetched */
  readonly notes: readonly NoteToRead[]
  /** as `readExposure` gave them */
  readonly infusions: readonly Infusion[]
  readonly limits?: AttachmentLimits
}

/**
 * Everything about one patient that reading and grading may use. All searches and the notes go out together: one round
 * trip, plus one for each attachment that is only linked. Resources of another patient are left out (B12); where the
 * site does not have or show a kind of drug resource, that kind is missing and nothing else. Throws the door's errors.
 */
export async function assemble(ehr: Ehr, { patient, notes, infusions, limits }: CaseToAssemble): Promise<CaseFile> {
  const [observations, conditions, drugs, readings] = await Promise.all([
    searchOf<Observation>(ehr, 'Observation', patient, { category: 'laboratory' }),
    whereSupported(searchOf<Condition>(ehr, 'Condition', patient), NOTHING),
    drugsOf(ehr, patient),
    Promise.all(notes.map((note) => readingOf(ehr, note, patient, limits))),
  ])
  const results = resultsIn(observations.matches, patient)
  const given = infusions.filter(({ exposure }) => exposure !== 'ordered').map(({ givenOn }) => givenOn)
  return {
    patient,
    infusions,
    notes: readings.flatMap((reading) => (reading.readable ? [reading.note] : [])),
    unreadable: readings.flatMap((reading) => (reading.readable ? [] : [reading])),
    laboratory: seriesOf(results, given.sort()[0], ehr.site.timeZone),
    problems: problemsOf(conditions.matches, patient),
    otherDrugs: drugs,
    incomplete: isHeldBack(observations) ? ['Observation'] : [],
  }
}

/** The laboratory courses of one patient as they stand in the EHR now, for the panel's small charts. */
export async function seriesIn(ehr: Ehr, patient: string): Promise<readonly LaboratorySeries[]> {
  const observations = await searchOf<Observation>(ehr, 'Observation', patient, { category: 'laboratory' })
  return seriesOf(resultsIn(observations.matches, patient), undefined, ehr.site.timeZone)
}

const resultsIn = (observations: readonly Observation[], patient: string) =>
  observations
    .map((observation) => laboratoryResultFromObservation(observation, patient))
    .flatMap((reading) => (reading.readable ? [reading.result] : []))

/** As many as a page may hold at most servers; `_count` is a wish anyway (S22). */
const PAGE_SIZE = '500'

function searchOf<T extends Resource>(
  ehr: Ehr,
  type: ResourceType,
  patient: string,
  more: Readonly<Record<string, string>> = {},
): Promise<SearchOutcome<T>> {
  return ehr.search<T>(type, { patient: patient.replace('Patient/', ''), ...more, _count: PAGE_SIZE })
}

const NOTHING = { matches: [], included: [], warnings: [], serverTime: undefined }
async function drugsOf(ehr: Ehr, patient: string): Promise<CaseFile['otherDrugs']> {
  const types = ['MedicationRequest', 'MedicationStatement', 'MedicationAdministration'] as const
  const found = await Promise.all(
    types.map((type) =>
      whereSupported(
        searchOf<MedicationRequest | MedicationStatement | MedicationAdministration>(ehr, type, patient, {
          _include: `${type}:medication`,
        }),
        NOTHING,
      ),
    ),
  )
  const medications: Medication[] = found
    .flatMap(({ included }) => included)
    .filter((resource) => resource.resourceType === 'Medication')
    .filter(isWellFormed)
  const ofPatient = (resource: DrugResource) => isWellFormed(resource) && patientOf(resource.subject) === patient
  return otherDrugsOf(found.flatMap(({ matches }) => matches).filter(ofPatient), medications)
}

/** S10: a note that is gone when it is read again was retracted. */
async function readingOf(
  ehr: Ehr,
  note: NoteToRead,
  patient: string,
  limits: AttachmentLimits | undefined,
): Promise<NoteReading> {
  const context = { patient, ...(limits === undefined ? {} : { limits }) }
  if (typeof note !== 'string') return readNote(ehr, note, context)
  try {
    return await readNote(ehr, await ehr.read<DocumentReference | DiagnosticReport>(note), context)
  } catch (cause) {
    if (cause instanceof SurveillanceError && cause.code === 'EHR_NOT_FOUND')
      return { readable: false, reference: note, version: '', why: 'retracted' }
    throw cause
  }
}

const UNTRUE: ReadonlySet<string> = new Set(['entered-in-error', 'refuted'])

function problemsOf(conditions: readonly Condition[], patient: string): CaseFile['problems'] {
  return conditions
    .filter(isWellFormed)
    .filter(({ subject }) => patientOf(subject) === patient)
    .filter(({ verificationStatus }) => !verificationStatus?.coding?.some(({ code }) => UNTRUE.has(code ?? '')))
    .flatMap(({ id, code, onsetDateTime, onsetPeriod, recordedDate }) => {
      const text = code?.text ?? code?.coding?.find(({ display }) => display)?.display
      const onset = onsetDateTime ?? onsetPeriod?.start ?? recordedDate
      return id && text ? [{ reference: `Condition/${id}`, text, onset }] : []
    })
}
