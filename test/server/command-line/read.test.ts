import { expect, test } from 'vitest'
import { irae } from './terminal.ts'

const colitis = 'On pembrolizumab since May. Immune-related colitis, grade 2, prednisone started. Denies rash.'
const line = (members: Record<string, unknown>): string => `${JSON.stringify(members)}\n`

interface Finding {
  readonly term: string
  readonly grade: number | null
  readonly gradeBasis: string | null
  readonly status: string
  readonly attribution: string
  readonly certainty: string
  readonly reportedBy: string
  readonly quotes: readonly { readonly start: number; readonly end: number; readonly text: string }[]
}
const findingsOf = (answer: Record<string, unknown> | undefined) => (answer?.findings ?? []) as readonly Finding[]

test('an immune-related colitis of grade 2 raises a flag, with the words that carry it at their offsets', async () => {
  const { code, answers, complaints } = await irae(['read', '-'], { input: line({ id: 'n1', text: colitis }) })
  expect(code).toBe(0)
  expect(complaints).toEqual([])
  expect(answers).toHaveLength(1)
  expect(answers[0]).toMatchObject({ id: 'n1', flag: true, exposure: 'text', suspicious: [], unread: null })
  expect(answers[0]?.reader).toEqual({ name: 'embedded', version: expect.any(String) })
  const found = findingsOf(answers[0]).find(({ term }) => term === 'colitis')
  expect(found).toMatchObject({ grade: 2, gradeBasis: 'stated', status: 'present', attribution: 'immunotherapy' })
  expect(found?.quotes.length).toBeGreaterThan(0)
  for (const { start, end, text } of found?.quotes ?? []) expect(colitis.slice(start, end)).toBe(text)
})

test('offsets count UTF-16 units, so a note with an emoji before the words is quoted rightly', async () => {
  const text = `😀 Größe 1,80 m. ${colitis}`
  const { answers } = await irae(['read'], { input: line({ id: 'n', text }) })
  const quotes = findingsOf(answers[0]).flatMap((finding) => finding.quotes)
  expect(quotes.length).toBeGreaterThan(0)
  for (const { start, end, text: words } of quotes) expect(text.slice(start, end)).toBe(words)
})

test('a flag is raised exactly when an event of now has no other cause', async () => {
  const texts = {
    now: 'On nivolumab. Immune-related pneumonitis, on prednisone 60 mg.',
    denied: 'On nivolumab. No evidence of pneumonitis.',
    family: 'On nivolumab. Mother has ulcerative colitis.',
    'no-drug': 'Chronic colitis after radiation; never had immunotherapy.',
  }
  const input = Object.entries(texts)
    .map(([id, text]) => line({ id, text }))
    .join('')
  const { answers } = await irae(['read'], { input })
  for (const answer of answers) {
    const stands = findingsOf(answer).some(
      ({ status, attribution }) => (status === 'present' || status === 'suspected') && attribution !== 'other',
    )
    expect(answer.flag).toBe(stands)
  }
  expect(answers.map(({ id, flag }) => [id, flag])).toEqual([
    ['now', true],
    ['denied', false],
    ['family', false],
    ['no-drug', false],
  ])
})

test('what the chart knows of the drug is believed: exposure is given', async () => {
  const input = line({ id: 'n', text: 'Grade 3 colitis.', ici: { agents: ['nivolumab'], lastGiven: '2026-02-01' } })
  const { answers } = await irae(['read'], { input })
  expect(answers[0]).toMatchObject({ exposure: 'given', flag: true })
})

test('CTCAE 6.0 can be chosen, a version that does not exist is refused', async () => {
  const input = line({ id: 'n', text: colitis })
  expect((await irae(['read', '--ctcae', '6.0'], { input })).code).toBe(0)
  const refused = await irae(['read', '--ctcae', '4.0'], { input })
  expect(refused).toMatchObject({ code: 2, out: '', complaints: ['irae: --ctcae is 5.0 or 6.0, not "4.0".'] })
})

test('bad lines are answered in their place with the reason, and the rest is read', async () => {
  const lines = [
    line({ id: 'good', text: colitis }),
    '{"id": "broken", "text": \n',
    '"only words"\n',
    line({ text: colitis }),
    line({ id: 'no-text' }),
    line({ id: 'number', text: 7 }),
    line({ id: 'blank', text: '   ' }),
    line({ id: 'bad-ici', text: colitis, ici: { agents: 'nivolumab' } }),
    line({ id: 'last', text: colitis }),
  ]
  const { code, answers, complaints } = await irae(['read'], { input: lines.join('') })
  expect(code).toBe(1)
  expect(complaints).toEqual(['7 of 9 lines were not read; "unread" in their output says why.'])
  expect(answers.map(({ id, unread }) => [id, unread])).toEqual([
    ['good', null],
    [null, 'not-json'],
    [null, 'not-an-object'],
    [null, 'id is missing or not text'],
    ['no-text', 'text is missing or not text'],
    ['number', 'text is missing or not text'],
    ['blank', 'no-text'],
    ['bad-ici', expect.stringContaining('ici.agents')],
    ['last', null],
  ])
  expect(answers[1]).toMatchObject({ flag: false, findings: [], line: 2 })
  expect(answers.at(-1)?.flag).toBe(true)
})

test('byte order mark, CRLF, blank lines and a missing last line end are forgiven', async () => {
  const one = JSON.stringify({ id: 'a', text: colitis })
  const other = JSON.stringify({ id: 'b', text: 'Well.\u2028Second line.', authored: null, noteType: null, ici: null })
  const { code, answers } = await irae(['read'], { input: `\ufeff${one}\r\n\r\n  \n${other}` })
  expect(code).toBe(0)
  expect(answers.map(({ id }) => id)).toEqual(['a', 'b'])
})

test('words in another encoding are not guessed at', async () => {
  const input = Buffer.concat([
    Buffer.from('{"id":"a","text":"caf', 'latin1'),
    Buffer.from([0xe9]),
    Buffer.from(`"}\n${line({ id: 'b', text: 'Well.' })}`),
  ])
  const { code, answers } = await irae(['read'], { input })
  expect(code).toBe(1)
  expect(answers.map(({ id, unread }) => [id, unread])).toEqual([
    [null, 'not-utf-8'],
    ['b', null],
  ])
})

test('each line is answered before the next one is asked for, so a million notes need no more memory than one', async () => {
  let answered = 0
  const behind: number[] = []
  async function* notes() {
    for (let asked = 0; asked < 50; asked++) {
      behind.push(asked - answered)
      yield Buffer.from(line({ id: `n${asked}`, text: 'Well on nivolumab.' }))
    }
  }
  const { answers } = await irae(['read'], { input: notes(), printed: () => answered++ })
  expect(behind).toEqual(Array(50).fill(0))
  expect(answers.map(({ id }) => id)).toEqual(behind.map((_, n) => `n${n}`))
})

test('a person who watches is told how far it is', async () => {
  let clock = Date.parse('2026-03-02T10:00:00Z')
  const now = () => {
    clock += 300
    return new Date(clock)
  }
  const input = line({ id: 'a', text: 'Well.' }) + line({ id: 'b', text: 'Well.' })
  const { progress } = await irae(['read'], { input, watched: true, now })
  expect(progress.at(-1)).toMatch(/^2 lines, \d+ a second$/)
  expect((await irae(['read'], { input, now })).progress).toEqual([])
})
