import type { CodeableConcept, MedicationAdministration } from '@medplum/fhirtypes'
import { describe, expect, test } from 'vitest'
import { checkpointInhibitorById } from '#server/cohort/checkpoint-inhibitors.ts'
import { recognise } from '#server/cohort/recognise.ts'
import { cohort, cohortResources } from '#server/sandbox/patients/cohort.ts'
import { codingOf } from '#server/sandbox/patients/drug-codes.ts'
import { storiesA } from '#server/sandbox/patients/stories-a/index.ts'
import type { StoryTreatment } from '#server/sandbox/patients/story.ts'

const chart = cohortResources('2026-06-15')

describe('exposure', () => {
  test('M1: doses are charted as RxNorm, NDC in four spellings, HCPCS, local code, text, reference and contained', () => {
    const systems = new Set(
      doses.flatMap((dose) => dose.medicationCodeableConcept?.coding?.map(({ system }) => system)),
    )
    const ndcs = doses.flatMap((dose) =>
      (dose.medicationCodeableConcept?.coding ?? []).filter(({ system }) => system?.endsWith('/ndc')),
    )
    expect([...systems].filter((system) => system !== undefined).length).toBeGreaterThanOrEqual(4)
    expect([...new Set(ndcs.map(({ code }) => code?.replace(/\d/g, '9')))]).toEqual(
      expect.arrayContaining(['9999-9999-99', '99999-999-99', '99999-9999-99', '99999999999']),
    )
    expect(doses.some((dose) => dose.medicationReference?.reference?.startsWith('Medication/'))).toBe(true)
    expect(doses.some((dose) => dose.medicationReference?.reference === '#drug')).toBe(true)
    expect(doses.some((dose) => dose.medicationCodeableConcept && !dose.medicationCodeableConcept.coding)).toBe(true)
  })

  test('every dose of a checkpoint inhibitor is recognised from what is charted, and no other drug is', () => {
    const unrecognised = doses.filter((dose) => recognised(dose) !== isCheckpointInhibitor(dose))
    expect(unrecognised.map(({ id }) => id)).toEqual([])
  })

  test('everybody of the first folder has had a checkpoint inhibitor within the last year', () => {
    const exposed = storiesA.filter(({ treatments }) =>
      treatments.some(({ agents, days }) => agents.some(checkpointInhibitorById) && Math.max(...days) > -365),
    )
    expect(exposed.length).toBe(15)
  })

  test('at least thirty people were given a checkpoint inhibitor within the last year, and some were not', () => {
    const exposed = cohort.filter(({ treatments }) => treatments.some(givenWithinTheYear)).map(({ id }) => id)
    expect(exposed.length).toBeGreaterThanOrEqual(30)
    expect(exposed).not.toContain('wilhelmina-tabor')
    expect(exposed).not.toContain('philippa-yarrow')
  })
})

const doses = chart.filter(
  (resource): resource is MedicationAdministration & { id: string } =>
    resource.resourceType === 'MedicationAdministration',
)

/** A dose that was not given, is on hold or was charted in error is no exposure (M2). */
function givenWithinTheYear({ agents, days, status, statusOn }: StoryTreatment): boolean {
  const given = days.filter(
    (day) => !['not-done', 'entered-in-error', 'on-hold'].includes(statusOn?.[day] ?? status ?? 'completed'),
  )
  return agents.some(checkpointInhibitorById) && Math.max(...given) > -365
}

/** The concept of a dose, wherever it stands: in the dose, in a contained Medication or in one it refers to (M1). */
function conceptOf(dose: MedicationAdministration): CodeableConcept | undefined {
  const reference = dose.medicationReference?.reference
  if (reference === undefined) return dose.medicationCodeableConcept
  const id = reference.replace(/^#|^Medication\//, '')
  const held = [...(dose.contained ?? []), ...chart].find((resource) => resource.id === id)
  return held?.resourceType === 'Medication' ? held.code : undefined
}

function recognised(dose: MedicationAdministration): boolean {
  const concept = conceptOf(dose)
  return recognise(concept?.coding ?? [], concept?.text) !== undefined
}

/** What the story says of the drug behind a dose: ids are `STORY-drug-TREATMENT-PART-dose-N`. */
function isCheckpointInhibitor({ id }: { readonly id: string }): boolean {
  const [, person, treatment, part] = /^(.+)-drug-(\d+)-(\d+)-dose-/.exec(id) ?? []
  const story = cohort.find((each) => each.id === person)
  const agent = story?.treatments[Number(treatment) - 1]?.agents[Number(part) - 1]
  return agent !== undefined && checkpointInhibitorById(agent) !== undefined
}

describe('the code of a dose', () => {
  test('a product code is charted before the ingredient, and an ingredient where no product code is known', () => {
    expect(codingOf('ipilimumab', 'rxnorm', 0)?.code).toBe('1657005')
    expect(codingOf('nivolumab', 'rxnorm', 0)?.code).toBe('1597876')
  })

  test('a drug that is not a checkpoint inhibitor is charted in words', () => {
    expect(codingOf('paclitaxel', 'hcpcs', 0)).toBeUndefined()
  })

  test('a code that nobody has verified is refused instead of invented', () => {
    expect(() => codingOf('tremelimumab', 'hcpcs', 0)).toThrow('No verified hcpcs code for tremelimumab')
  })
})
