import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fileAt } from './page.ts'

const hazards = fileAt('docs/safety.md')
  .split(/^### /m)
  .slice(1)
  .map((section) => ({
    id: section.split(' ')[0] ?? '',
    tests: [...section.matchAll(/^- `(test\/[^`]+)`: (.+)$/gm)].map(([, path, title]) => ({
      path: path ?? '',
      title: title ?? '',
    })),
  }))

test('hazards are numbered from H-1 on without a gap', () => {
  expect(hazards.map(({ id }) => id)).toEqual(hazards.map((_, n) => `H-${n + 1}`))
  expect(hazards.length).toBeGreaterThanOrEqual(12)
})

test.each(hazards)('$id has tests that exist under the title on the page', ({ tests }) => {
  expect(tests.length).toBeGreaterThanOrEqual(2)
  for (const { path, title } of tests) {
    expect(existsSync(path), path).toBe(true)
    expect(fileAt(path).replaceAll("\\'", "'"), path).toContain(title)
  }
})
