import { pino } from 'pino'
import { expect, test } from 'vitest'
import { standingFindings } from '#server/episodes/standing.ts'
import { cohort } from '#server/sandbox/patients/cohort.ts'
import { practitioners } from '#server/sandbox/patients/practitioners.ts'
import { resourcesFromStory } from '#server/sandbox/patients/resources-from-story.ts'
import { sweeper } from '#server/scheduler.ts'
import { testStore } from '#test/server/store/test-database.ts'
import { ward } from './ward.ts'

const store = testStore()

/** People whose whole chart, many notes in several formats, has to end exactly as its author meant it. */
const ids = [
  'leila-vandermeer',
  'ximena-corrigan',
  'bernice-holloway',
  'rosalind-mwangi',
  'ulla-ravensworth',
  'vikram-steensland',
  'yusuf-trevelyan',
]
const people = cohort.filter(({ id }) => ids.includes(id))
const charts = people.flatMap((story) => resourcesFromStory(story, '2026-06-01'))
const patientOf = (id: string) => `Patient/${id}`

test('one sweep over a ward finds in each chart what is there with its grade, and in no other', async () => {
  const here = ward(store.current, { resources: [...practitioners, ...charts] })
  await sweeper({ ...here, log: pino({ level: 'silent' }) })()
  await here.readAll()
  expect(people).toHaveLength(ids.length)
  for (const { id, episodes } of people) {
    const meant = episodes.filter(({ status }) => status === 'present').map(({ term, grade }) => `${term} ${grade}`)
    const standing = await standingFindings(here.db, 'fake', patientOf(id))
    const found = standing.map(({ finding: { proposal } }) => `${proposal.term} ${proposal.grade}`)
    expect([id, ...found.toSorted()]).toEqual([id, ...meant.toSorted()])
    for (const { finding } of standing) expect(finding.proposal.patient).toBe(patientOf(id))
  }
  expect(here.endings.filter((ending) => ending.includes('failed'))).toEqual([])
  expect(here.failures).toEqual([])
}, 20_000)
