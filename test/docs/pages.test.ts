import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileAt } from './page.ts'

const pages = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => `docs/${path}`)

const linesOf = (path: string): readonly string[] => fileAt(path).trim().split('\n')

describe.each(pages)('%s', (path) => {
  test('says its reader near its head', () => {
    expect(linesOf(path).slice(0, 4).join('\n')).toMatch(/^For /m)
  })

  test('its links lead to files that exist', () => {
    for (const [, target] of fileAt(path).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g))
      expect(existsSync(join(dirname(path), target ?? '')), target).toBe(true)
  })

  test('has lines that fit a screen', () => {
    const text = fileAt(path).replaceAll(/^```[\s\S]*?^```/gm, '')
    const prose = text.split('\n').filter((line) => !line.startsWith('|') && !line.startsWith('- `test/'))
    expect(prose.filter((line) => line.length > 140)).toEqual([])
  })
})

const closed = pages.filter((path) => path !== 'docs/ARCHITECTURE.md')
test.each(closed)('%s says at its end what it does not cover', (path) => {
  expect(linesOf(path).slice(-4).join('\n')).toMatch(/^Not covered/m)
})

test.each(pages.filter((path) => path.startsWith('docs/decisions/')))(
  '%s fits a page: context, decision, consequences',
  (path) => {
    const text = fileAt(path)
    for (const part of ['Context', 'Decision', 'Consequences']) expect(text).toMatch(new RegExp(`^## ${part}$`, 'm'))
    expect(linesOf(path).length).toBeLessThan(70)
  },
)
