import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { irae } from '#test/server/command-line/terminal.ts'
import { fileAt } from './page.ts'

const readme = fileAt('README.md')
const scripts: Readonly<Record<string, string>> = JSON.parse(fileAt('package.json')).scripts

test('the two commands of the README are scripts of the project', () => {
  expect(readme).toContain('\n    npm install && npm start\n')
  expect(readme).toContain('\n    npm install && npm test\n')
  const named = [...readme.matchAll(/npm run (?:-s )?([a-z]+)/g)].map(([, name]) => name ?? '')
  expect(named).toContain('irae')
  for (const name of ['start', 'test', ...named]) expect(Object.keys(scripts)).toContain(name)
})

test('what the README links to is there', () => {
  for (const [, target] of readme.matchAll(/[^!]\[[^\]]*\]\((?!https?:)([^)]+)\)/g))
    expect(existsSync(target ?? ''), target).toBe(true)
})

test('its example of a note raises a flag, and every command in it exists', async () => {
  const input = /echo '(\{.*\})' \|/.exec(readme)?.[1] ?? ''
  const { code, answers } = await irae(['read', '-'], { input: `${input}\n` })
  expect(code).toBe(0)
  expect(answers[0]).toMatchObject({ id: 'n1', flag: true })
  const commands = [...readme.matchAll(/irae -- ([a-z-]+)/g)].map(([, name]) => name ?? '')
  expect(new Set(commands).size).toBe(6)
  for (const name of commands) expect((await irae([name, '--help'])).code).toBe(0)
})

test('the continuous test calls the test command of the README', () => {
  expect(fileAt('.ci/run')).toContain('npm install && npm test')
})
