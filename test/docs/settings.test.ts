import { describe, expect, test } from 'vitest'
import { readSettings, Settings } from '#server/settings.ts'
import { fileAt, namedRows } from './page.ts'

const rows = namedRows(fileAt('docs/settings.md'))
const ofSandbox = [...fileAt('server/sandbox/main.ts').matchAll(/^ {2}([A-Z_]+): (.*),$/gm)]
const ofService = Object.keys(Settings.shape)

const inWords = (value: unknown): string =>
  value === undefined || (Array.isArray(value) && value.length === 0) ? '–' : String(value)

test('the page on settings explains every setting of the service and of the sandbox, and no other', () => {
  const alsoOfSandbox = ofSandbox.map(([, name]) => name).filter((name) => name && !ofService.includes(name))
  expect(alsoOfSandbox).toContain('SANDBOX_PORT')
  expect(rows.map(([name]) => name)).toEqual([...ofService, ...alsoOfSandbox])
})

describe('the defaults on the page are those of the code', () => {
  test.each(Object.entries({ ...Object.fromEntries(ofService.map((name) => [name, undefined])), ...readSettings({}) }))(
    '%s',
    (name, value) => {
      const [, given, meaning] = rows.find(([row]) => row === name) ?? []
      expect(given).toBe(inWords(value))
      expect(meaning?.length).toBeGreaterThan(15)
    },
  )

  test.each(ofSandbox.map(([, name, rule]) => ({ name, rule })))('$name of the sandbox', ({ name, rule }) => {
    const fallback = /\.default\('?([^')]*)'?\)/.exec(rule ?? '')?.[1]
    const given = rows.find(([row]) => row === name)?.[1]
    if (name === 'SERVICE_ORIGIN')
      expect(fileAt('docs/settings.md')).toContain(`\`SERVICE_ORIGIN\` (default \`${fallback}\`)`)
    else expect(given).toBe(fallback ?? '–')
  })
})

describe('.env.example', () => {
  const lines = fileAt('.env.example').split('\n')
  const set = lines.filter((line) => /^#?[A-Z_]+=/.test(line))

  test('names every setting of the page once, each with its default and switched off', () => {
    expect(set.map((line) => line.replace(/^#/, '').split('=')[0]).toSorted()).toEqual(
      rows.map(([name]) => name).toSorted(),
    )
    expect(set.filter((line) => !line.startsWith('#'))).toEqual([])
    for (const [name, fallback] of rows) {
      if (fallback !== '–') expect(lines).toContain(`#${name}=${fallback?.includes(' ') ? `'${fallback}'` : fallback}`)
    }
  })

  test('the service starts with all of them', () => {
    const environment = Object.fromEntries(
      set.map((line) => line.slice(1).split(/=(.*)/).slice(0, 2) as [string, string]),
    )
    expect(() => readSettings(environment)).not.toThrow()
  })
})
