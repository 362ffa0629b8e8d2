import { expect, test } from 'vitest'
import { failures } from '#server/errors.ts'
import { fileAt, namedRows } from './page.ts'

const rows = namedRows(fileAt('docs/errors.md'))

test('the page on errors explains every code and no other, in the order of the code', () => {
  expect(rows.map(([code]) => code)).toEqual(Object.keys(failures))
})

test.each(Object.entries(failures))(
  '%s: status and retry on the page are those of the code, with advice',
  (code, known) => {
    const [, status, again, meaning, toDo] = rows.find(([name]) => name === code) ?? []
    expect({ status, again }).toEqual({ status: String(known.status), again: known.retry ? 'yes' : 'no' })
    expect(meaning?.length).toBeGreaterThan(15)
    expect(toDo?.length).toBeGreaterThan(15)
  },
)
