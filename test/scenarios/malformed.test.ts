import type { CodeableConcept, Observation } from '@medplum/fhirtypes'
import { expect, test } from 'vitest'
import { testStore } from '#test/server/store/test-database.ts'
import { alt, infusion, patient } from './charts.ts'
import { ward } from './ward.ts'

const store = testStore()

/** A result as a broken interface sends it: words where a number belongs. */
const malformed = (id: string): Observation =>
  alt(id, 240, { valueQuantity: { value: 'six times the limit' as unknown as number, unit: 'U/L' } })

test('B13: a result that is malformed ends as unreadable, and the panel does not say that nothing was found', async () => {
  const here = ward(store.current)
  await here.charted(malformed('o1'))
  expect(new Set(here.endings)).toEqual(new Set(['Observation unreadable damaged']))
  expect(await here.reading()).toMatchObject({
    state: 'not-fully-read',
    unread: [{ source: 'Observation/o1', why: 'damaged' }],
  })
})

test('a malformed result is named also where the chart was weighed after it came', async () => {
  const here = ward(store.current)
  await here.tell(here.ehr.chart(malformed('o1')))
  await here.charted(alt('o2', 20))
  expect(here.endings).toContain('Observation unreadable damaged')
  expect((await here.reading()).unread).toMatchObject([{ source: 'Observation/o1' }])
})

test('a result without any date is unreadable, one that is no number is read', async () => {
  const here = ward(store.current)
  const { effectiveDateTime: _, ...undated } = alt('o1', 240)
  const { valueQuantity: __, ...unvalued } = alt('o2', 20, { valueString: 'see comment' })
  await here.charted(undated, unvalued)
  expect(new Set(here.endings)).toEqual(new Set(['Observation included', 'Observation unreadable undated']))
  expect((await here.reading()).unread).toMatchObject([{ source: 'Observation/o1', why: 'undated' }])
})

test('a quantity that carries no number is unreadable; one whose absence is explained is read', async () => {
  const here = ward(store.current)
  const empty = { unit: 'U/L', system: 'http://unitsofmeasure.org', code: 'U/L' }
  await here.charted(
    alt('o1', 240, { valueQuantity: empty }),
    alt('o2', 20, { valueQuantity: empty, dataAbsentReason: { text: 'not performed' } }),
  )
  expect(new Set(here.endings)).toEqual(new Set(['Observation included', 'Observation unreadable no-value']))
  expect((await here.reading()).unread).toMatchObject([{ source: 'Observation/o1', why: 'no-value' }])
})

test.each<[string, Observation['category']]>([
  ['no category', undefined],
  ['a category of its own', [{ coding: [{ code: 'LAB' }] }]],
])('a laboratory result with %s, which no search finds, is unreadable and not "no change"', async (_, category) => {
  const here = ward(store.current)
  const { category: __, ...filed } = alt('o1', 240)
  await here.charted(category ? { ...filed, category } : filed)
  expect(here.endings).toEqual(['Observation unreadable no-category'])
  expect(await here.reading()).toMatchObject({ state: 'not-fully-read', unread: [{ why: 'no-category' }] })
})

test('a corrected version of a malformed result takes it off the list, and is graded', async () => {
  const here = ward(store.current)
  await here.charted(malformed('o1'))
  await here.charted(alt('o1', 240))
  expect((await here.reading()).state).toBe('all-read')
  expect((await here.finding()).proposal.grade).toBe(3)
})

test('a malformed result takes back what rested on its earlier version', async () => {
  const here = ward(store.current)
  await here.charted(alt('o1', 240))
  await here.charted(malformed('o1'))
  expect((await here.finding()).withdrawn).toBeDefined()
  expect((await here.reading()).state).toBe('not-fully-read')
})

test('a dose that is malformed is not the news that there was none', async () => {
  const here = ward(store.current, { resources: [patient] })
  const words = ['pembrolizumab'] as unknown as CodeableConcept
  await here.charted(infusion('2026-05-20', { medicationCodeableConcept: words }))
  expect(here.endings).toEqual(['MedicationAdministration unreadable damaged'])
  expect((await here.reading()).unread).toMatchObject([{ why: 'damaged' }])
})
