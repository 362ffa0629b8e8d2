import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { irae } from './terminal.ts'

const folder = mkdtempSync(join(tmpdir(), 'irae-command-'))

test.each(['read', 'text', 'grade-labs', 'audit', 'status', 'sweep'])(
  '%s says what it takes and what its exit codes mean',
  async (name) => {
    const overview = await irae(['--help'])
    expect(overview).toMatchObject({ code: 0, complaints: [] })
    expect(overview.out).toContain(`  ${name} `)
    const help = await irae([name, '--help'])
    expect(help).toMatchObject({ code: 0, complaints: [] })
    expect(help.out).toContain('Exit code: 0 ')
    expect(help.out.startsWith(`irae ${name} `)).toBe(true)
  },
)

test.each([
  { words: ['raed'], complaint: 'irae: There is no command "raed". irae --help lists them.' },
  { words: ['read', '--fast'], complaint: "irae: Unknown option '--fast'. --help shows what the command takes." },
  { words: ['read', 'a', 'b'], complaint: 'irae: One file at a time; "b" is one too many.' },
  {
    words: ['read', 'absent.ndjson'],
    complaint: 'irae: absent.ndjson does not exist. Give the path of a file, or - for standard input.',
  },
  { words: ['read', '.'], complaint: 'irae: . is a folder. Give the path of a file.' },
  { words: ['text'], complaint: 'irae: Which file? Try: irae text report.pdf --type application/pdf' },
  { words: ['text', 'a.pdf'], complaint: 'irae: Of which type? Add --type, such as --type application/pdf' },
  { words: ['audit'], complaint: 'irae: What about the audit ledger? Try: irae audit verify' },
  { words: ['audit', 'verify', 'x'], complaint: 'irae: "x" is not understood. --help shows what the command takes.' },
  { words: ['status', 'now'], complaint: 'irae: "now" is not understood. --help shows what the command takes.' },
  { words: ['sweep'], complaint: 'irae: Add --once: the daily sweep is part of the service (SWEEP_AT).' },
])('irae $words ends with one line that says what to do', async ({ words, complaint }) => {
  expect(await irae(words, { folder })).toMatchObject({ code: 2, out: '', complaints: [complaint] })
})

test('without a command the commands are listed, and the exit code says that nothing was done', async () => {
  const { code, out } = await irae([])
  expect(code).toBe(2)
  expect(out).toContain('read [FILE|-]')
})

test('settings that cannot work are named on one line', async () => {
  const { code, complaints } = await irae(['status'], { environment: { PORT: 'x', SWEEP_AT: '25:00' } })
  expect(code).toBe(2)
  expect(complaints).toHaveLength(1)
  expect(complaints[0]).toMatch(/^irae: .*PORT.*SWEEP_AT/)
  expect(complaints[0]).not.toContain('\n')
})

test('an attachment is printed as the text that would be quoted', async () => {
  writeFileSync(join(folder, 'note.html'), '<html><body><h1>Progress</h1><p>Grade&nbsp;2 colitis</p></body></html>')
  const { code, out } = await irae(['text', 'note.html', '--type', 'text/html'], { folder })
  expect(code).toBe(0)
  expect(out).toMatch(/Progress\s+Grade\s2 colitis\n$/)
})

test('an attachment from standard input, in the charset of its type', async () => {
  const input = Buffer.from('Größe 180 cm', 'latin1')
  const { out } = await irae(['text', '-', '--type', 'text/plain; charset=iso-8859-1'], { input })
  expect(out).toBe('Größe 180 cm\n')
})

test.each([
  { file: 'empty.txt', bytes: Buffer.alloc(0), why: 'no-text' },
  { file: 'scan.png', bytes: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), why: 'unknown-format' },
  { file: 'broken.pdf', bytes: Buffer.from('%PDF-1.7 and nothing more'), why: 'damaged' },
  { file: 'huge.txt', bytes: Buffer.alloc(26 * 1024 * 1024, 'a'), why: 'too-large' },
])('$file has no words for us, which is said and not printed as an empty text', async ({ file, bytes, why }) => {
  writeFileSync(join(folder, file), bytes)
  const { code, out, complaints } = await irae(['text', file, '--type', 'text/plain'], { folder })
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(complaints).toEqual([expect.stringContaining(`${file} was not read (${why})`)])
})
