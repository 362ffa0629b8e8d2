import type { Condition, Patient } from '@medplum/fhirtypes'
import { dateOf, ordinal } from './days.ts'
import type { Story } from './story.ts'

const MRN_SYSTEM = 'https://sandbox.example.org/mrn'
const ICD10 = 'http://hl7.org/fhir/sid/icd-10-cm'
const IDENTIFIER_TYPE = 'http://terminology.hl7.org/CodeSystem/v2-0203'
const CLINICAL_STATUS = 'http://terminology.hl7.org/CodeSystem/condition-clinical'
const VERIFICATION_STATUS = 'http://terminology.hl7.org/CodeSystem/condition-ver-status'
const CONDITION_CATEGORY = 'http://terminology.hl7.org/CodeSystem/condition-category'

/** The person's hospital number: seven digits that follow from the story's id (FNV-1a), the same on every machine. */
export function mrnOf(story: Story): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(story.id)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return String(1_000_000 + (hash % 9_000_000))
}

export function patientFromStory(story: Story): Patient & { id: string } {
  return {
    resourceType: 'Patient',
    id: story.id,
    active: true,
    identifier: [
      { type: { coding: [{ system: IDENTIFIER_TYPE, code: 'MR' }] }, system: MRN_SYSTEM, value: mrnOf(story) },
    ],
    name: [{ use: 'official', given: [story.name.given], family: story.name.family }],
    gender: story.gender,
    birthDate: story.born,
  }
}

type Problem = Story['problems'][number]

/** The cancer first, then the problem list in the story's order. */
export function conditionsFromStory(story: Story, today: string): readonly (Condition & { id: string })[] {
  const problems: readonly Problem[] = [{ text: story.diagnosis }, ...story.problems]
  return problems.map((problem, position) =>
    conditionFrom(problem, story, `${story.id}-problem-${ordinal(position)}`, today),
  )
}

function conditionFrom(problem: Problem, story: Story, id: string, today: string): Condition & { id: string } {
  return {
    resourceType: 'Condition',
    id,
    clinicalStatus: { coding: [{ system: CLINICAL_STATUS, code: problem.status ?? 'active' }] },
    verificationStatus: { coding: [{ system: VERIFICATION_STATUS, code: 'confirmed' }] },
    category: [{ coding: [{ system: CONDITION_CATEGORY, code: 'problem-list-item' }] }],
    code: {
      ...(problem.icd10 === undefined ? {} : { coding: [{ system: ICD10, code: problem.icd10 }] }),
      text: problem.text,
    },
    subject: { reference: `Patient/${story.id}` },
    ...(problem.day === undefined ? {} : { onsetDateTime: dateOf(today, problem.day) }),
  }
}
