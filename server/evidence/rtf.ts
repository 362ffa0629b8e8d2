/** Groups that hold no words of the note: tables of fonts and styles, pictures, properties, page furniture. */
const SILENT: ReadonlySet<string> = new Set(
  'fonttbl colortbl stylesheet info pict object objdata header headerl headerr headerf footer footerl footerr footerf listtable listoverridetable revtbl rsidtbl filetbl fldinst xmlnstbl themedata colorschememapping datastore latentstyles generator bkmkstart bkmkend annotation atnid atnauthor nonshppict'.split(
    ' ',
  ),
)
const NEWLINES: ReadonlySet<string> = new Set(['par', 'line', 'sect', 'page', 'row', 'nestrow', 'column'])
const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  cell: ' | ',
  nestcell: ' | ',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emdash: '—',
  endash: '–',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
}
const STRUCK_MARK = '[struck out]'
/** Word nests a few dozen groups; a file that nests ten thousand is an attack. */
const MAX_DEPTH = 10_000

interface Group {
  readonly silent: boolean
  readonly hidden: boolean
  readonly struck: boolean
  /** characters that stand in for a `\u` and are skipped after it */
  readonly fallback: number
}

const TOKEN = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\/g

/** RTF (given as one character per byte) as text; undefined when it is no RTF or its groups are beyond reason. */
export function textFromRtf(bytes: Uint8Array): string | undefined {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!/^\s*\{\\rtf/.test(source.slice(0, 100))) return undefined
  const writer = createWriter()
  const groups: Group[] = [{ silent: false, hidden: false, struck: false, fallback: 1 }]
  let group = groups[0] as Group
  let skip = 0
  let starred = false

  const say = (text: string) => {
    if (group.silent || group.hidden) return
    if (group.struck) writer.struck()
    else writer.text(text)
  }
  const byte = (code: number) => {
    if (skip > 0) skip -= 1
    else if (!group.silent && !group.hidden && !group.struck) writer.byte(code)
  }
  const control = (word: string, value: number | undefined): number => {
    if (word === 'bin') return Math.max(0, value ?? 0)
    if (SILENT.has(word) || starred) group = { ...group, silent: true }
    starred = false
    if (word === 'uc') group = { ...group, fallback: Math.max(0, value ?? 1) }
    else if (word === 'v') group = { ...group, hidden: value !== 0 }
    else if (word === 'strike' || word === 'striked' || word === 'deleted') group = { ...group, struck: value !== 0 }
    else if (word === 'plain') group = { ...group, hidden: false, struck: false }
    else if (word === 'ansicpg') writer.codePage(value ?? 1252)
    else if (word === 'u') {
      say(String.fromCharCode(((value ?? 63) + 65_536) % 65_536))
      skip = group.fallback
    } else if (NEWLINES.has(word)) say('\n')
    else if (Object.hasOwn(SIGNS, word)) say(SIGNS[word] ?? '')
    return 0
  }

  TOKEN.lastIndex = 0
  for (let found = TOKEN.exec(source); found !== null; found = TOKEN.exec(source)) {
    const [, word, digits, hex, symbol, brace, plain] = found
    if (word !== undefined) {
      if (skip > 0 && word !== 'u') skip -= 1
      TOKEN.lastIndex += control(word, digits === undefined ? undefined : Number(digits))
    } else if (hex !== undefined) byte(Number.parseInt(hex, 16))
    else if (plain !== undefined) {
      const kept = group.silent ? '' : plain.slice(skip)
      skip = Math.max(0, skip - plain.length)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: everything that is not ASCII goes through the code page
      if (/^[\x00-\x7f]*$/.test(kept)) say(kept)
      else for (const char of kept) byte(char.charCodeAt(0))
    } else if (brace === '{') {
      if (groups.length > MAX_DEPTH) return undefined
      groups.push(group)
      skip = 0
    } else if (brace === '}') {
      group = groups.length > 1 ? (groups.pop() as Group) : group
      skip = 0
      starred = false
    } else if (symbol === '*') starred = true
    else if (symbol === '~') say(' ')
    else if (symbol === '_') say('-')
    else if (symbol === '\n' || symbol === '\r') say('\n')
    else if (symbol === '\\' || symbol === '{' || symbol === '}') say(symbol)
  }
  return writer.finish()
}

/** Collects text and, apart, bytes of the code page, which are decoded together because a character may need two. */
function createWriter() {
  const parts: string[] = []
  let bytes: number[] = []
  let decoder = new TextDecoder('windows-1252')
  let lastStruck = false

  const flush = () => {
    if (bytes.length > 0) parts.push(decoder.decode(Uint8Array.from(bytes)))
    bytes = []
  }
  return {
    text(text: string) {
      if (text === '') return
      flush()
      parts.push(text)
      lastStruck = false
    },
    byte(code: number) {
      bytes.push(code)
      lastStruck = false
    },
    struck() {
      flush()
      if (!lastStruck) parts.push(STRUCK_MARK)
      lastStruck = true
    },
    codePage(page: number) {
      flush()
      decoder = decoderOf(page)
    },
    finish() {
      flush()
      return parts.join('').replace(/ \| *(?=\n|$)/g, '')
    },
  }
}

const PAGES: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
}

function decoderOf(page: number): TextDecoder {
  const label = PAGES[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252')
  return new TextDecoder(label)
}
