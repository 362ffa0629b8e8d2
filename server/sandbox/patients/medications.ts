import type { MedicationRequest, MedicationStatement } from '@medplum/fhirtypes'
import { RXNORM } from '#fhir-mappings/code-systems.ts'
import { dateOf, ordinal } from './days.ts'
import type { Story, StoryDrug } from './story.ts'

type Charted = (MedicationRequest | MedicationStatement) & { id: string }

/** The person's other drugs: prescriptions and, every third one, a statement such as a pharmacist's reconciliation leaves. */
export function medicationsFromStory(story: Story, today: string): readonly Charted[] {
  return story.drugs.map((drug, position) => {
    const of = { id: `${story.id}-rx-${ordinal(position)}`, patient: `Patient/${story.id}`, today }
    return position % 3 === 2 ? statementFrom(drug, of) : requestFrom(drug, of)
  })
}

interface Owner {
  readonly id: string
  readonly patient: string
  readonly today: string
}

const statusOf = ({ until }: StoryDrug): 'active' | 'completed' =>
  until !== undefined && until < 0 ? 'completed' : 'active'

function sharedOf(drug: StoryDrug, of: Owner) {
  return {
    id: of.id,
    status: statusOf(drug),
    medicationCodeableConcept: {
      ...(drug.rxnorm === undefined ? {} : { coding: [{ system: RXNORM, code: drug.rxnorm }] }),
      text: drug.text,
    },
    subject: { reference: of.patient },
    ...(drug.reason === undefined ? {} : { reasonCode: [{ text: drug.reason }] }),
  }
}

const periodOf = (drug: StoryDrug, today: string) => ({
  start: dateOf(today, drug.from),
  ...(drug.until === undefined ? {} : { end: dateOf(today, drug.until) }),
})

const requestFrom = (drug: StoryDrug, of: Owner): MedicationRequest & { id: string } => ({
  resourceType: 'MedicationRequest',
  ...sharedOf(drug, of),
  intent: 'order',
  authoredOn: dateOf(of.today, drug.from),
  requester: { reference: 'Practitioner/oncologist' },
  dosageInstruction: [{ text: drug.text }],
  dispenseRequest: { validityPeriod: periodOf(drug, of.today) },
})

const statementFrom = (drug: StoryDrug, of: Owner): MedicationStatement & { id: string } => ({
  resourceType: 'MedicationStatement',
  ...sharedOf(drug, of),
  effectivePeriod: periodOf(drug, of.today),
  dateAsserted: dateOf(of.today, drug.from),
})
