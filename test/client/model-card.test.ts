import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const card = readFileSync('client/public/model-card.html', 'utf8')
const groups = card
  .split('<h2>')
  .slice(1)
  .map((group) => ({ title: group.split('</h2>')[0] ?? '', words: (group.split('</h2>')[1] ?? '').trim() }))

test('R1: the model card has the nine groups of source attributes, in order', () => {
  expect(groups.map(({ title }) => title)).toEqual([
    '1. Details and output',
    '2. Purpose',
    '3. Out of scope, risks and limits',
    '4. Development',
    '5. Fairness',
    '6. External validation',
    '7. Measures',
    '8. Monitoring',
    '9. Updates',
  ])
})

test.each(groups)('R1: $title says something, or says that it is not known', ({ words }) => {
  const entries = [...words.matchAll(/<dt>(.+?)<\/dt>\s*<dd>([\s\S]+?)<\/dd>/g)]
  expect(entries.length).toBeGreaterThan(0)
  for (const [, , said] of entries) expect(said?.trim().length).toBeGreaterThan(9)
})

test('R1: the card names the measures that operators find, and promises no release notes that nobody writes', () => {
  expect(card).toContain('<code>irae status</code>')
  expect(card).not.toContain('release notes')
})

test('R3: the card says that patients are not users, that nothing is ordered, and that it is no alarm', () => {
  expect(card).toContain('Patients are not users.')
  expect(card).toContain('no order is placed')
  expect(card).toContain('As an alarm for emergencies')
})
