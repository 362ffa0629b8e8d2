import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const sources = globSync('client/**/*.{ts,tsx,html}', { exclude: ['client/node_modules/**'] }).map((path) => ({
  path: path.replaceAll('\\', '/'),
  text: readFileSync(path, 'utf8'),
}))
const saying = (words: RegExp) => sources.filter(({ text }) => words.test(text)).map(({ path }) => path)

test('the files of the panel are found, so that the tests below say something', () => {
  expect(sources.length).toBeGreaterThan(40)
  expect(saying(/sessionStorage/)).not.toEqual([])
})

test.each([
  ['a pop-up', /\bwindow\.open\b|target="_blank"|showModalDialog/],
  ['a dialog of the browser', /(?<![.\w])(?:alert|confirm|prompt)\(/],
  ['a download', /\bdownload[=:]|createObjectURL/],
  ['the top window', /\b(?:window\.)?(?:top|parent)\.location|target="_(?:top|parent)"/],
])('L33: in a sandboxed frame without further permissions nothing of the panel needs %s', (_, words) => {
  expect(saying(words)).toEqual([])
})

test('L33: the sandbox chart grants its frame scripts, its origin and forms, and nothing else', () => {
  const frame = readFileSync('server/sandbox/chart/chart-frame.ts', 'utf8')
  expect(/<iframe name="irae-panel"[^>]*sandbox="([^"]*)"/.exec(frame)?.[1]).toBe(
    'allow-scripts allow-same-origin allow-forms',
  )
})

test('L32: neither the panel nor the service sets or reads a cookie, or keeps anything in partitioned storage', () => {
  expect(saying(/\bcookie|localStorage|indexedDB|requestStorageAccess/i)).toEqual([])
  const service = globSync('server/{panel/,}*.ts').map((path) => readFileSync(path, 'utf8'))
  expect(service.length).toBeGreaterThan(10)
  expect(service.filter((text) => /set-?cookie|setCookie/i.test(text))).toEqual([])
})

test('L28: fhirclient launches and exchanges; no file of the panel writes to the EHR with it', () => {
  expect(saying(/from 'fhirclient'|import\('fhirclient'\)/).toSorted()).toEqual(['client/chart.ts', 'client/launch.ts'])
  const used = sources.flatMap(({ text }) => [...text.matchAll(/\bFHIR\.([\w.]+)/g)].map(([, name]) => name))
  expect([...new Set(used)].toSorted()).toEqual(['oauth2.authorize', 'oauth2.ready'])
  expect(saying(/\bclient\.(?:create|update|patch|delete|request)\b/)).toEqual([])
})
