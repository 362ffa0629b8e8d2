import type { ClinicalNote, NoteReading } from '#fhir-mappings/clinical-note.ts'
import type { Infusion } from '#fhir-mappings/infusion.ts'
import type { LaboratoryResult } from '#fhir-mappings/laboratory-result.ts'

/** All results of one analyte in one patient, oldest first, with the last value before the first infusion (v5 baseline rule). */
export interface LaboratorySeries {
  readonly analyte: string
  readonly results: readonly LaboratoryResult[]
  readonly baseline: LaboratoryResult | undefined
}

/** Another drug that explains or masks: steroid, immunosuppressant, chemotherapy, antibiotic. */
export interface OtherDrug {
  readonly reference: string
  readonly name: string
  readonly kind: 'steroid' | 'immunosuppressant' | 'hormone-replacement' | 'antineoplastic' | 'anti-infective' | 'other'
  readonly from: string | undefined
  readonly until: string | undefined
}

/** Everything about one patient that reading and grading may use, and what could not be read. */
export interface CaseFile {
  /** when its searches began, by our clock: what is charted later is not in it */
  readonly assembledFrom?: Date
  /** S20: types of which the EHR held back some */
  readonly incomplete?: readonly string[]
  readonly patient: string
  readonly infusions: readonly Infusion[]
  readonly notes: readonly ClinicalNote[]
  readonly unreadable: readonly Extract<NoteReading, { readable: false }>[]
  readonly laboratory: readonly LaboratorySeries[]
  readonly problems: readonly {
    readonly reference: string
    readonly text: string
    readonly onset: string | undefined
  }[]
  readonly otherDrugs: readonly OtherDrug[]
}
