import { CLOSE, COMMA, DASH, LESS, LINE, MORE, OPEN, SLASH, STOP, type Word } from './words.ts'

/** A number in the text, or the upper end of a range ("8-10"), over words `from` to `to`. */
export interface NumberInText {
  readonly from: number
  readonly to: number
  readonly low: number
  readonly value: number
  readonly sign: 'more' | 'less' | undefined
}

const spelled: ReadonlyMap<string, number> = new Map([
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['dozen', 12],
  ['fifteen', 15],
  ['twenty', 20],
  ['thirty', 30],
])

export function numberOf(form: string): number | undefined {
  const first = form.charCodeAt(0)
  if (!(first >= 48 && first <= 57)) return spelled.get(form)
  const [, digits, suffix] = /^(\d+(?:,\d{3})*(?:\.\d+)?)([xk]?)$/.exec(form) ?? []
  if (digits === undefined) return undefined
  const value = Number(digits.replaceAll(',', ''))
  return suffix === 'k' ? value * 1000 : value
}

/** "0.9 -> 3.8": the value goes from one to the other. */
export const isArrow = (word: Word | undefined): boolean =>
  word !== undefined && (word.gap & (MORE | DASH)) === (MORE | DASH)

/** The number that begins at this word, with the range it may open; undefined when there is none. */
export function numberAt(words: readonly Word[], at: number, end: number): NumberInText | undefined {
  const word = words[at]
  const form = word?.form ?? ''
  const times = form.startsWith('x') ? /^x(\d{1,2})$/.exec(form) : null
  const low = times ? Number(times[1]) : numberOf(form)
  if (word === undefined || low === undefined) return undefined
  const sign = word.gap & MORE && !(word.gap & DASH) ? 'more' : word.gap & LESS ? 'less' : undefined
  const joint = words[at + 1]
  const second = joint && /^(to|or)$/.test(joint.form) ? at + 2 : at + 1
  const high = second < end ? numberOf(words[second]?.form ?? '') : undefined
  const gap = words[second]?.gap ?? 0
  const near = (words[second]?.start ?? 0) - (words[second - 1]?.end ?? 0) <= 3
  if (
    high !== undefined &&
    high > low &&
    high <= low * 6 + 4 &&
    near &&
    (gap & (COMMA | STOP | LINE | SLASH | MORE | OPEN | CLOSE)) === 0
  ) {
    return { from: at, to: second + 1, low, value: high, sign }
  }
  return { from: at, to: at + 1, low, value: low, sign }
}
