/**
 * A synthetic person as its author writes it. Days count from the day of seeding (0), so that the 12-month window
 * always holds; ids never depend on the day. Names are invented. `resourcesFromStory` turns it into FHIR.
 */
export interface Story {
  /** stable id in kebab-case; the Patient gets it as its id */
  readonly id: string
  readonly name: { readonly given: string; readonly family: string }
  readonly gender: 'female' | 'male' | 'other'
  /** ISO date */
  readonly born: string
  /** one sentence: what this person is here to show */
  readonly shows: string
  readonly diagnosis: string
  readonly treatments: readonly StoryTreatment[]
  readonly notes: readonly StoryNote[]
  readonly laboratory: readonly StorySeries[]
  readonly problems: readonly {
    readonly text: string
    readonly icd10?: string
    readonly day?: number
    readonly status?: 'active' | 'resolved'
  }[]
  readonly drugs: readonly StoryDrug[]
  /** ground truth for scenario tests; a hard negative has none */
  readonly episodes: readonly IntendedEpisode[]
}

export interface StoryTreatment {
  /** agent ids, e.g. ['nivolumab', 'ipilimumab']; other antineoplastics by name, e.g. ['paclitaxel'] */
  readonly agents: readonly string[]
  /** how the drug is charted in MedicationAdministration */
  readonly charted: 'rxnorm' | 'ndc' | 'hcpcs' | 'reference' | 'contained' | 'text' | 'local-code'
  /** words as printed, e.g. 'pembrolizumab-xxxx 200 mg IV', 'KEYTRUDA 100 mg/4 mL' */
  readonly text: string
  readonly days: readonly number[]
  /** FHIR status of all doses unless one is listed in `statusOn` */
  readonly status?: 'completed' | 'in-progress' | 'stopped' | 'not-done' | 'entered-in-error' | 'on-hold'
  readonly statusOn?: Readonly<Record<number, 'completed' | 'stopped' | 'not-done' | 'entered-in-error'>>
}

export interface StoryNote {
  readonly day: number
  /** local time HH:MM */
  readonly at: string
  readonly kind:
    | 'progress'
    | 'discharge'
    | 'emergency'
    | 'telephone'
    | 'consult'
    | 'nursing'
    | 'imaging'
    | 'pathology'
    | 'history-and-physical'
    | 'message'
    | 'laboratory'
  readonly title: string
  readonly format: 'plain' | 'html' | 'rtf' | 'ccda' | 'pdf'
  readonly carriage: 'inline' | 'binary'
  readonly author:
    | 'oncologist'
    | 'nurse'
    | 'coordinator'
    | 'hospitalist'
    | 'emergency-physician'
    | 'radiologist'
    | 'specialist'
    | 'pathologist'
  /**
   * The note as plain text: blank lines part paragraphs, `# ` begins a heading, `- ` a list entry, `| a | b |` a table
   * row. The encoders turn these into the format's own structure; `plain` keeps them as a tired clinician would type.
   */
  readonly text: string
  /** `DocumentReference.status`/`docStatus` other than current/final */
  readonly standing?: 'preliminary' | 'entered-in-error' | 'superseded'
  /** charset of a plain attachment; utf-8 when absent */
  readonly charset?: 'windows-1252' | 'utf-16'
  /** imaging and pathology are charted as DiagnosticReport; `true` charts the same text as DocumentReference too (D6) */
  readonly alsoDocument?: boolean
  /** position (from 0) in `notes` of the note that this one replaces (D8) */
  readonly replaces?: number
}

export interface StorySeries {
  /** analyte id, e.g. 'alt', 'tsh', 'creatinine' */
  readonly analyte: string
  readonly loinc: string
  readonly display: string
  readonly unit: string
  readonly low?: number
  readonly high?: number
  /** [day, value] oldest first; a third member says what is special */
  readonly values: readonly (readonly [
    day: number,
    value: number,
    special?: 'corrected' | 'haemolysed' | 'entered-in-error',
  ])[]
}

export interface StoryDrug {
  readonly text: string
  readonly rxnorm?: string
  readonly from: number
  readonly until?: number
  readonly reason?: string
}

export interface IntendedEpisode {
  /** id of `fhir-mappings/irae-terms.ts` */
  readonly term: string
  readonly grade: 1 | 2 | 3 | 4 | 5 | null
  readonly range?: readonly [number, number]
  readonly attribution: 'immunotherapy' | 'uncertain'
  readonly status: 'present' | 'historical'
  readonly onsetDay: number
  readonly resolvedDay?: number
  /** words of the notes or results that carry it, for whoever reads a failing test */
  readonly because: string
}
