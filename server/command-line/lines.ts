import { z } from 'zod'

/** One line of NDJSON: its JSON value, or why it has none. Blank lines are no lines. */
export type Line =
  | { readonly number: number; readonly readable: true; readonly value: unknown }
  | { readonly number: number; readonly readable: false; readonly why: 'line-too-long' | 'not-utf-8' | 'not-json' }

/** What a line is known by; its answer carries it. */
export const LineId = z.union([z.string(), z.number()], 'id is missing or not text')
export type LineId = z.infer<typeof LineId>

/** The id of a line that is otherwise not understood; null where it has none. */
export function idIn(value: unknown): LineId | null {
  const named = z.object({ id: LineId }).safeParse(value)
  return named.success ? named.data.id : null
}

/** A text of the largest length that is read (5,000,000 characters), each written as \uXXXX, with room for the rest. */
const LONGEST_LINE_BYTES = 32 * 1024 * 1024

const NEW_LINE = 0x0a
const BYTE_ORDER_MARK = '\ufeff'

/** Lines as they come, in order; holds one line at a time, and of a line that is too long only the fact. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>, longest = LONGEST_LINE_BYTES): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let size = 0
  let number = 0
  for await (const chunk of bytes) {
    let from = 0
    for (let to = chunk.indexOf(NEW_LINE); to >= 0; to = chunk.indexOf(NEW_LINE, from)) {
      const line = lineOf([...parts, chunk.subarray(from, to)], size + to - from, ++number, longest)
      if (line) yield line
      parts = []
      size = 0
      from = to + 1
    }
    size += chunk.length - from
    if (size > longest) parts = []
    else parts.push(chunk.subarray(from))
  }
  const last = lineOf(parts, size, ++number, longest)
  if (last) yield last
}

function lineOf(parts: readonly Uint8Array[], size: number, number: number, longest: number): Line | undefined {
  if (size > longest) return { number, readable: false, why: 'line-too-long' }
  const text = utf8Of(Buffer.concat(parts))
  if (text === undefined) return { number, readable: false, why: 'not-utf-8' }
  const bare = number === 1 && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
  if (bare.trim() === '') return undefined
  try {
    return { number, readable: true, value: JSON.parse(bare) }
  } catch {
    return { number, readable: false, why: 'not-json' }
  }
}

const strictly = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function utf8Of(bytes: Uint8Array): string | undefined {
  try {
    return strictly.decode(bytes)
  } catch {
    return undefined
  }
}
