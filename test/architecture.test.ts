import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'

/** One file of the source with the modules that it imports, statically or dynamically. */
interface Source {
  readonly path: string
  readonly text: string
  readonly imports: readonly string[]
}

const IMPORT = /(?:\bfrom\s+|\bimport\s+|\bimport\()'([^']+)'/g

const sources: readonly Source[] = ['server', 'client', 'fhir-mappings']
  .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`))
  .map((path) => path.replaceAll('\\', '/'))
  .map((path) => {
    const text = readFileSync(path, 'utf8')
    return { path, text, imports: [...text.matchAll(IMPORT)].flatMap(([, name]) => name ?? []) }
  })

/** `server/ehr` for a file in that folder, `server` for a file beside the rooms. */
function roomOf(path: string): string {
  const [first = '', second = '', ...rest] = path.split('/')
  return first === 'server' && rest.length > 0 ? `${first}/${second}` : first
}

const architecture = readFileSync('docs/ARCHITECTURE.md', 'utf8')
const rows = [...architecture.matchAll(/^\| `([a-z/-]+)` *\|[^|]*\|([^|]+)\|$/gm)]

/** What each room may lean on, as the table in docs/ARCHITECTURE.md says. */
const table: ReadonlyMap<string, readonly string[]> = new Map(
  rows.map(([, room = '', words = '']) => [room, leaningOf(room, words.trim())]),
)

function leaningOf(room: string, words: string): readonly string[] {
  if (words === '–') return []
  const but = /^every room but (.*)$/.exec(words)?.[1]?.split(' and ')
  if (but === undefined) return words.split(',').map((word) => fullName(word.trim()))
  const others = rows.map(([, other = '']) => other).filter((other) => other.startsWith('server') && other !== room)
  return others.filter((other) => !but.map(fullName).includes(other))
}

function fullName(word: string): string {
  return word === 'server' ? word : `server/${word}`
}

/** Every step through a doorway: from which room into which, and where it stands. */
const crossings = sources.flatMap(({ path, imports }) =>
  imports
    .filter((name) => name.startsWith('#') && name !== '#server/errors.ts')
    .map((name) => ({ from: roomOf(path), to: roomOf(name.slice(1)), path, name }))
    .filter(({ from, to }) => from !== to),
)

const importing = (test: RegExp, at: (path: string) => boolean = () => true) =>
  sources.filter(({ path, imports }) => at(path) && imports.some((name) => test.test(name))).map(({ path }) => path)

const saying = (words: RegExp, at: (path: string) => boolean) =>
  sources.filter(({ path, text }) => at(path) && words.test(text)).map(({ path }) => path)

const inRoom = (room: string) => (path: string) => path.startsWith(`${room}/`)

test('the table names every room there is, and no other', () => {
  expect(sources.length).toBeGreaterThan(200)
  expect(crossings.length).toBeGreaterThan(100)
  expect([...table.keys()].sort()).toEqual([...new Set(sources.map(({ path }) => roomOf(path)))].sort())
})

test('every step through a doorway is one that the table allows', () => {
  const shut = crossings.filter(({ from, to }) => to !== 'fhir-mappings' && !table.get(from)?.includes(to))
  expect(shut.map(({ path, name }) => `${path} imports ${name}`)).toEqual([])
})

test('the table says nothing that is not so: each doorway in it is used', () => {
  const unused = [...table]
    .filter(([from]) => !/every room/.test(rows.find(([, room]) => room === from)?.[2] ?? ''))
    .flatMap(([from, leaning]) =>
      leaning
        .filter((to) => !crossings.some((one) => one.from === from && one.to === to))
        .map((to) => `${from} → ${to}`),
    )
  expect(unused).toEqual([])
})

test('rooms lean one way: no room leans on itself by way of others', () => {
  const reached = (room: string): ReadonlySet<string> => {
    const seen = new Set(table.get(room))
    for (const next of seen) for (const further of table.get(next) ?? []) seen.add(further)
    return seen
  }
  expect([...table.keys()].filter((room) => reached(room).has(room))).toEqual([])
})

test('a step goes through a doorway by `#` or stays in its room by `./`, with its file extension', () => {
  const strange = sources.flatMap(({ path, imports }) =>
    imports
      .filter((name) => /^\.\.|^\.(?!\/)|^(\.|#).*(?<!\.(ts|tsx|css|json))$/.test(name))
      .map((name) => `${path} ${name}`),
  )
  expect(strange).toEqual([])
  const detours = sources.flatMap(({ path, imports }) =>
    imports
      .filter((name) => name.startsWith('./') && name.slice(2).includes('/') && roomOf(path) === 'server')
      .map((name) => `${path} ${name}`),
  )
  expect(detours).toEqual([])
})

test('agents see no EHR, no store and no write-back', () => {
  expect(importing(/^#server\/(?!agents\/|errors\.ts)/, inRoom('server/agents'))).toEqual([])
})

test('fhir-mappings does no I/O and asks no clock', () => {
  const here = inRoom('fhir-mappings')
  expect(importing(/^node:|^#(server|client)\//, here)).toEqual([])
  expect(saying(/\bfetch\(|\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bprocess\./, here)).toEqual([])
})

test('client and server never import each other', () => {
  expect(importing(/^#server\//, inRoom('client'))).toEqual([])
  expect(importing(/^#client\//, inRoom('server'))).toEqual([])
})

test('only files named main.ts touch process.env, and in the server only they ask what time it is', () => {
  const elsewhere = (path: string) => basename(path) !== 'main.ts'
  expect(saying(/\bprocess\.env\b|import\.meta\.env\b/, elsewhere)).toEqual([])
  expect(saying(/\bDate\.now\(|\bnew Date\(\)/, (path) => elsewhere(path) && inRoom('server')(path))).toEqual([])
})

test('nothing outside the sandbox imports it', () => {
  expect(importing(/^#server\/sandbox\//, (path) => !inRoom('server/sandbox')(path))).toEqual([])
})

test('openai enters in agents, fhirclient in the launch page and the chart, and nowhere else', () => {
  expect(importing(/^openai(\/|$)/, (path) => !inRoom('server/agents')(path))).toEqual([])
  expect(importing(/^fhirclient(\/|$)/)).toEqual(['client/chart.ts', 'client/launch.ts'])
})

test('nothing of the tests is used by the product', () => {
  expect(importing(/^#test\/|^vitest/)).toEqual([])
})

test('no room and no file is called utils, helpers, common, shared, lib, core or manager', () => {
  const idle = /(^|\/)(utils?|helpers?|common|shared|lib|core|manager)(\/|\.tsx?$)/
  expect(sources.map(({ path }) => path).filter((path) => idle.test(path))).toEqual([])
})
