import type { DocumentReference, MedicationAdministration, Patient } from '@medplum/fhirtypes'
import { LOINC, RXNORM } from '#fhir-mappings/code-systems.ts'
import type { Ehr } from '#server/ehr/door.ts'

/** Ids of `fhir-mappings/irae-terms.ts` and the words of a note for each. */
const events = [
  ['colitis', 'colitis'],
  ['pneumonitis', 'pneumonitis'],
  ['hepatitis', 'hepatitis'],
  ['arthritis', 'arthritis'],
  ['myositis', 'myositis'],
  ['nephritis', 'nephritis'],
  ['uveitis', 'uveitis'],
  ['hypophysitis', 'hypophysitis'],
  ['myocarditis', 'myocarditis'],
  ['pruritus', 'pruritus'],
] as const

/** One note that must change what stands in the EHR: what it says and about whom. */
export interface PlannedNote {
  readonly patient: string
  readonly term: string
  readonly text: string
}

/** How many notes of `plannedNotes` give a new finding; the later ones come back to an event with another grade. */
export const newFindings = (patients: number): number => patients * events.length

/** `count` notes, each about another event of one of the patients; when all are told, the round begins again. */
export function plannedNotes(patients: readonly string[], count: number): readonly PlannedNote[] {
  return Array.from({ length: count }, (_, n) => {
    const turn = Math.floor(n / patients.length)
    const [term, words] = events[turn % events.length] ?? events[0]
    const grade = 1 + ((turn + Math.floor(turn / events.length)) % 3)
    const text = `Visit ${n}. Immune-related ${words}, grade ${grade}, due to pembrolizumab. Next visit in one week.`
    return { patient: patients[n % patients.length] ?? '', term, text }
  })
}

/** Admits patients who had pembrolizumab last week, through the FHIR server; answers with `Patient/ID` of each. */
export async function admit(ehr: Ehr, count: number, today: Date): Promise<readonly string[]> {
  const numbers = Array.from({ length: count }, (_, n) => n)
  return Promise.all(
    numbers.map(async (n) => {
      const { reference } = await ehr.create<Patient>({
        resourceType: 'Patient',
        name: [{ family: `Bench ${n}`, given: ['Person'] }],
        birthDate: '1961-04-02',
        gender: n % 2 ? 'female' : 'male',
      })
      await ehr.create<MedicationAdministration>({
        resourceType: 'MedicationAdministration',
        status: 'completed',
        medicationCodeableConcept: {
          coding: [{ system: RXNORM, code: '1547545', display: 'pembrolizumab' }],
          text: 'pembrolizumab 200 mg IV',
        },
        subject: { reference },
        effectiveDateTime: new Date(today.getTime() - 7 * 24 * 60 * 60 * 1000).toISOString(),
      })
      return reference
    }),
  )
}

/** Files a note as an EHR interface does; answers with its reference. */
export async function file(ehr: Ehr, { patient, text }: PlannedNote, at: Date): Promise<string> {
  const { reference } = await ehr.create<DocumentReference>({
    resourceType: 'DocumentReference',
    status: 'current',
    docStatus: 'final',
    type: { coding: [{ system: LOINC, code: '11506-3', display: 'Progress note' }], text: 'Progress note' },
    subject: { reference: patient },
    date: at.toISOString(),
    content: [{ attachment: { contentType: 'text/plain; charset=utf-8', data: Buffer.from(text).toString('base64') } }],
  })
  return reference
}
