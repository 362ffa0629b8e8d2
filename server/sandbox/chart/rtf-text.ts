/** Groups whose words are not part of the note. */
const UNSEEN = /^(?:fonttbl|colortbl|stylesheet|info|pict|header|footer|object|\*)$/

const SIGNS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  row: '\n',
  cell: '   ',
  tab: ' ',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
}

/** One step of RTF: a group's border, a control word with its number, a byte in hex, an escaped sign, or plain words. */
const STEP = /([{}])|\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z])|([^{}\\\r\n]+)|[\r\n]+/gi

const windows1252 = new TextDecoder('windows-1252')

interface Group {
  readonly isSeen: boolean
  /** how many signs after `\u` are for readers that do not know it */
  readonly standIns: number
}

/** The words of an RTF note, read in one pass; pictures, fonts and document properties are left out. */
export function textFromRtf(source: string): string {
  const groups: Group[] = [{ isSeen: true, standIns: 1 }]
  const written: string[] = []
  let toSkip = 0
  let isFirst = false
  for (const [, border, word = '', number, hex, sign = '', plain] of source.matchAll(STEP)) {
    const group = groups.at(-1) ?? { isSeen: true, standIns: 1 }
    if (border === '{') groups.push(group)
    if (border === '}') groups.pop()
    if (isFirst && UNSEEN.test(word || sign)) groups[groups.length - 1] = { ...group, isSeen: false }
    if (word === 'uc') groups[groups.length - 1] = { ...group, standIns: Number(number) }

    const words = plain ?? wordsOf(word, number, hex, sign)
    if (group.isSeen) written.push(words.slice(toSkip))
    toSkip = word === 'u' ? group.standIns : Math.max(0, toSkip - words.length)
    isFirst = border === '{'
  }
  return tidied(written.join(''))
}

function wordsOf(word: string, number: string | undefined, hex: string | undefined, sign: string): string {
  if (word === 'u') return String.fromCharCode(Number(number) & 0xffff)
  if (hex) return windows1252.decode(Uint8Array.of(Number.parseInt(hex, 16)))
  if (sign === '~') return ' '
  return SIGNS[word] ?? (/[\\{}]/.test(sign) ? sign : '')
}

const tidied = (text: string): string =>
  text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
