import type { CodeableConcept, Medication, MedicationAdministration } from '@medplum/fhirtypes'
import { UCUM } from '#fhir-mappings/code-systems.ts'
import { instantOf, ordinal } from './days.ts'
import { codingOf } from './drug-codes.ts'
import type { Story, StoryTreatment } from './story.ts'

type Charted = (MedicationAdministration | Medication) & { id: string }

/** Infusions run from 10:00 to 10:30; every third dose is charted by its start alone (M3). */
const STARTS = '10:00'
const ENDS = '10:30'

/** Every dose of every agent as its own MedicationAdministration, charted in the story's way (M1, M2, M5). */
export function administrationsFromStory(story: Story, today: string): readonly Charted[] {
  return story.treatments.flatMap((treatment, position) => {
    const id = `${story.id}-drug-${ordinal(position)}`
    return treatment.agents.flatMap((agent, part) => chartedAgent({ story, treatment, agent, part, id, today }))
  })
}

interface AgentOfTreatment {
  readonly story: Story
  readonly treatment: StoryTreatment
  readonly agent: string
  /** position of the agent in the treatment */
  readonly part: number
  readonly id: string
  readonly today: string
}

function chartedAgent(given: AgentOfTreatment): readonly Charted[] {
  const medication = given.treatment.charted === 'reference' ? [medicationOf(given, medicationId(given))] : []
  return [...medication, ...given.treatment.days.map((day, dose) => doseOf(given, day, dose))]
}

const medicationId = ({ id, part }: AgentOfTreatment): string => `${id}-medication-${part + 1}`

function doseOf(given: AgentOfTreatment, day: number, dose: number): MedicationAdministration & { id: string } {
  const { story, treatment, today } = given
  const [start, end] = [instantOf(today, day, STARTS), instantOf(today, day, ENDS)]
  return {
    resourceType: 'MedicationAdministration',
    id: `${given.id}-${given.part + 1}-dose-${ordinal(dose)}`,
    status: treatment.statusOn?.[day] ?? treatment.status ?? 'completed',
    ...drugOf(given, dose),
    subject: { reference: `Patient/${story.id}` },
    ...(dose % 3 === 0 ? { effectiveDateTime: start } : { effectivePeriod: { start, end } }),
    ...dosageOf(wordsOf(given)),
  }
}

/** R4 mad-1: a dosage needs an amount, so words without milligrams give none. */
function dosageOf(words: string): Pick<MedicationAdministration, 'dosage'> {
  const amount = /([\d.]+) mg(?![/\w])/.exec(words)?.[1]
  if (amount === undefined) return {}
  return { dosage: { text: words, dose: { value: Number(amount), unit: 'mg', system: UCUM, code: 'mg' } } }
}

function drugOf(given: AgentOfTreatment, dose: number) {
  switch (given.treatment.charted) {
    case 'reference':
      return { medicationReference: { reference: `Medication/${medicationId(given)}` } }
    case 'contained':
      return { contained: [medicationOf(given, 'drug')], medicationReference: { reference: '#drug' } }
    default:
      return { medicationCodeableConcept: conceptOf(given, given.treatment.charted, dose) }
  }
}

const medicationOf = (given: AgentOfTreatment, id: string): Medication & { id: string } => ({
  resourceType: 'Medication',
  id,
  code: conceptOf(given, 'rxnorm', 0),
})

function conceptOf(
  given: AgentOfTreatment,
  way: Exclude<StoryTreatment['charted'], 'reference' | 'contained'>,
  dose: number,
): CodeableConcept {
  const coding = way === 'text' ? undefined : codingOf(given.agent, way, dose)
  return { ...(coding === undefined ? {} : { coding: [coding] }), text: wordsOf(given) }
}

/** The printed words of one agent: a text such as `A 1 mg/kg + B 3 mg/kg` is parted when it has a part for each agent. */
function wordsOf({ treatment, part }: AgentOfTreatment): string {
  const parts = treatment.text.split(' + ')
  return (parts.length === treatment.agents.length ? parts[part] : treatment.text) ?? treatment.text
}
