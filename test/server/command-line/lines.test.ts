import { expect, test } from 'vitest'
import { type Line, linesOf } from '#server/command-line/lines.ts'

async function all(chunks: readonly Uint8Array[], longest?: number): Promise<readonly Line[]> {
  async function* bytes() {
    yield* chunks
  }
  const lines: Line[] = []
  for await (const line of linesOf(bytes(), longest)) lines.push(line)
  return lines
}

test('a letter that is cut in two between chunks is put together again', async () => {
  const bytes = Buffer.from('{"a":"ö😀"}\n{"b":1}\n')
  for (let cut = 0; cut <= bytes.length; cut++) {
    const lines = await all([bytes.subarray(0, cut), bytes.subarray(cut)])
    expect(lines).toEqual([
      { number: 1, readable: true, value: { a: 'ö😀' } },
      { number: 2, readable: true, value: { b: 1 } },
    ])
  }
})

test('a line that is too long is counted and let go of, and the next one is read', async () => {
  const chunk = Buffer.alloc(40, 'x')
  const lines = await all([Buffer.from('{"a":1}\n'), chunk, chunk, chunk, Buffer.from('\n{"b":2}\n')], 50)
  expect(lines).toEqual([
    { number: 1, readable: true, value: { a: 1 } },
    { number: 2, readable: false, why: 'line-too-long' },
    { number: 3, readable: true, value: { b: 2 } },
  ])
})

test('an endless line does not fill the memory', async () => {
  const before = process.memoryUsage().arrayBuffers
  let most = 0
  async function* endless() {
    for (let n = 0; n < 512; n++) {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before)
      yield Buffer.alloc(1024 * 1024, 'x')
    }
  }
  const lines: Line[] = []
  for await (const line of linesOf(endless(), 1024 * 1024)) lines.push(line)
  expect(lines).toEqual([{ number: 1, readable: false, why: 'line-too-long' }])
  expect(most).toBeLessThan(256 * 1024 * 1024)
})

test('blank lines keep their number, so that a complaint names the line that an editor shows', async () => {
  const lines = await all([Buffer.from('\n\nnot json\n')])
  expect(lines).toEqual([{ number: 3, readable: false, why: 'not-json' }])
})
