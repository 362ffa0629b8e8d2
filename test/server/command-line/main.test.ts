import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const main = join(import.meta.dirname, '../../../server/command-line/main.ts')

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** The command as a shell would start it; `enough` stops listening after the first output, as `head` does. */
function irae(words: readonly string[], input: string, enough = false): Promise<Ended> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...words])
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => {
    out += chunk
    if (enough) child.stdout.destroy()
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })))
}

const note = (id: string): string =>
  `${JSON.stringify({ id, text: 'On ipilimumab. Immune-related hypophysitis, on hydrocortisone.' })}\n`

test('a shell sees the exit codes, one line for each complaint, and never a stack trace', async () => {
  const [good, unknown, absent, broken] = await Promise.all([
    irae(['read', '-'], note('a') + note('b')),
    irae(['read', '--fast'], ''),
    irae(['read', '/nowhere/notes.ndjson'], ''),
    irae(['read'], `${note('a')}not json\n`),
  ])
  expect({ code: good.code, err: good.err }).toEqual({ code: 0, err: '' })
  expect(
    good.out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line).id),
  ).toEqual(['a', 'b'])
  expect(unknown).toEqual({
    code: 2,
    out: '',
    err: "irae: Unknown option '--fast'. --help shows what the command takes.\n",
  })
  expect(absent.code).toBe(2)
  expect(absent.err).toMatch(/^irae: \/nowhere\/notes\.ndjson does not exist\. [^\n]*\n$/)
  expect(broken.code).toBe(1)
  expect(broken.err).toBe('1 of 2 lines were not read; "unread" in their output says why.\n')
}, 30_000)

test('a reader that has had enough ends the command quietly', async () => {
  const many = Array.from({ length: 3_000 }, (_, n) => note(`n${n}`)).join('')
  const { code, out, err } = await irae(['read'], many, true)
  expect(code).toBe(1)
  expect(out.length).toBeLessThan(many.length)
  expect(err).toBe('')
}, 30_000)
