import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCharts } from '#server/sandbox/fhir/charts.ts'
import { openDatabase } from '#server/sandbox/fhir/database.ts'
import { checkReferences } from '#server/sandbox/fhir/references.ts'
import { validate } from '#server/sandbox/fhir/validation.ts'
import { cohortResources } from '#server/sandbox/patients/cohort.ts'
import { BASE } from './open-sandbox.ts'

const database = openDatabase(':memory:')
const charts = openCharts(database, BASE, () => new Date('2026-06-01T00:00:00Z'))
const seeds = cohortResources('2026-06-01')

beforeAll(() => {
  database.transaction(() => {
    const at = charts.tick()
    for (const seed of seeds) charts.write(seed, 'PUT', at)
  })
})
afterAll(() => database.close())

test('seeds are stored without questions, but each would also pass as a write of a stranger', () => {
  expect(seeds.length).toBeGreaterThan(500)
  for (const seed of seeds) {
    const name = `${seed.resourceType}/${seed.id}`
    expect(() => validate(seed), name).not.toThrow()
    expect(() => checkReferences(charts, seed), name).not.toThrow()
  }
})
