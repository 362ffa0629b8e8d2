import { expect, test } from 'vitest'
import type { OtherDrug } from '#server/evidence/case-file.ts'
import { chartContext } from '#server/evidence/chart-context.ts'

const drug = (name: string, kind: OtherDrug['kind'], from?: string, until?: string): OtherDrug => ({
  reference: `MedicationRequest/${name}`,
  name,
  kind,
  from,
  until,
})
const problem = (text: string, onset?: string) => ({ reference: `Condition/${text}`, text, onset })

test('steroids, immunosuppressants and hormone replacement are kept with their dates, other drugs are not', () => {
  const otherDrugs = [
    drug('Prednisone 40 mg', 'steroid', '2026-03-02', '2026-03-20'),
    drug('Mycophenolate', 'immunosuppressant', '2026-04-01'),
    drug('Levothyroxine', 'hormone-replacement'),
    drug('Amoxicillin', 'anti-infective', '2026-03-02'),
    drug('Carboplatin', 'antineoplastic', '2026-01-02'),
  ]
  expect(chartContext({ otherDrugs, problems: [] }).drugs).toEqual([
    { name: 'Mycophenolate', kind: 'immunosuppressant', from: '2026-04-01', until: null },
    { name: 'Prednisone 40 mg', kind: 'steroid', from: '2026-03-02', until: '2026-03-20' },
    { name: 'Levothyroxine', kind: 'hormone-replacement', from: null, until: null },
  ])
})

test('repeated doses of a drug are one line from the first to the last, and open while one entry has no end', () => {
  const doses = [
    drug('Dexamethasone', 'steroid', '2026-02-02', '2026-02-02'),
    drug('dexamethasone', 'steroid', '2026-01-05', '2026-01-05'),
  ]
  const oneLine = (otherDrugs: readonly OtherDrug[]) => chartContext({ otherDrugs, problems: [] }).drugs
  expect(oneLine(doses)).toMatchObject([{ from: '2026-01-05', until: '2026-02-02' }])
  expect(oneLine([...doses, drug('Dexamethasone', 'steroid', '2026-03-01')])).toMatchObject([
    { from: '2026-01-05', until: null },
  ])
})

test('the problem list is told newest first, each text once', () => {
  const problems = [problem('Ulcerative colitis', '2015-04-01'), problem('Gout'), problem('gout', '2020-01-01')]
  expect(chartContext({ otherDrugs: [], problems }).problems).toEqual([
    { text: 'Ulcerative colitis', onset: '2015-04-01' },
    { text: 'Gout', onset: null },
  ])
})

test('a long list and long words are cut, and how many are missing is said', () => {
  const problems = Array.from({ length: 40 }, (_, n) => problem(`${n} ${'word '.repeat(60)}`))
  const kept = chartContext({ otherDrugs: [], problems })
  expect(kept.problems).toHaveLength(30)
  expect(kept.more).toBe(10)
  for (const { text } of kept.problems) expect(text.length).toBeLessThanOrEqual(120)
})
