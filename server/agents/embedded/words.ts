/** What stands between a word and the word before it, as bits, so that scope rules need not look at characters again. */
export const COMMA = 1
export const STOP = 2
export const SEMICOLON = 4
export const COLON = 8
export const LINE = 16
export const BLANK_LINE = 32
export const OPEN = 64
export const CLOSE = 128
export const SLASH = 256
export const DASH = 512
export const QUESTION = 1024
export const PLUS = 2048
export const MORE = 4096
export const LESS = 8192
export const TAB = 16384
/** a box that nobody ticked: "[ ]", "( )", "☐" */
export const EMPTY_BOX = 32768
export const EQUALS = 65536
/** a question mark glued to the word that follows: "?colitis" */
export const QUERY = 131072

/** One word of the text: UTF-16 offsets, its folded form (small letters, singular, American spelling), the gap before it. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly form: string
  readonly gap: number
}

/** Cuts a text into words in one pass. Numbers keep their decimals ("38.5", "1,200"); everything else is gap. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = []
  let gap = LINE
  let lineBreaks = 1
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (!isWordCode(code)) {
      if (code === 10) lineBreaks++
      gap |= lineBreaks > 1 && code === 10 && gap & LINE ? BLANK_LINE : gapBit(text, at, code)
      at++
      continue
    }
    const end = endOfWord(text, at)
    words.push({ start: at, end, form: formOf(text.slice(at, end)), gap })
    at = end
    gap = 0
    lineBreaks = 0
  }
  return words
}

function isWordCode(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
  return code >= 0xaa && code !== 0xd7 && code !== 0xf7 && !isForeignPunctuation(code)
}

/** General punctuation, arrows, mathematical signs, CJK punctuation, and the signs between 0xAB and 0xBF. */
function isForeignPunctuation(code: number): boolean {
  return (
    (code >= 0xab && code <= 0xbf && code !== 0xb5) ||
    (code >= 0x2000 && code <= 0x2bff) ||
    (code >= 0x3000 && code <= 0x303f) ||
    code === 0xfeff
  )
}

const isDigit = (code: number) => code >= 48 && code <= 57
/** A word longer than this is no word of medicine; cutting keeps hostile lines without spaces harmless. */
const LONGEST_WORD = 60

function endOfWord(text: string, from: number): number {
  let at = from + 1
  while (at < text.length && at - from < LONGEST_WORD) {
    const code = text.charCodeAt(at)
    if (isWordCode(code) || joinsWord(text, at, code)) at++
    else break
  }
  return at
}

/** A point or comma between digits and an apostrophe between letters belong to the word. */
function joinsWord(text: string, at: number, code: number): boolean {
  const next = text.charCodeAt(at + 1)
  const before = text.charCodeAt(at - 1)
  if (code === 46) return isDigit(before) && isDigit(next)
  if (code === 44) return isDigit(before) && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5))
  if (code === 39 || code === 0x2019) return isWordCode(before) && isWordCode(next) && !isDigit(before)
  return false
}

/** A row of dots leads the eye from an item to its answer and ends no sentence. */
const isLeader = (text: string, at: number): boolean =>
  text.charCodeAt(at + 1) === 46 ? true : text.charCodeAt(at - 1) === 46 && text.charCodeAt(at - 2) === 46

const isQuery = (text: string, at: number): boolean =>
  isWordCode(text.charCodeAt(at + 1)) && !isWordCode(text.charCodeAt(at - 1) || 32)

function gapBit(text: string, at: number, code: number): number {
  switch (code) {
    case 44:
      return COMMA
    case 46:
      return isLeader(text, at) ? TAB : STOP
    case 33:
      return STOP
    case 59:
      return SEMICOLON
    case 58:
      return COLON
    case 10:
    case 13:
      return LINE
    case 9:
    case 124:
      return TAB
    case 40:
    case 91:
    case 123:
      return /^.[ _]?[\])]/.test(text.slice(at, at + 3)) ? OPEN | EMPTY_BOX : OPEN
    case 41:
    case 93:
    case 125:
      return CLOSE
    case 47:
      return SLASH
    case 63:
      return isQuery(text, at) ? QUERY : QUESTION
    case 43:
      return PLUS
    case 61:
      return EQUALS
    case 62:
    case 0x2265:
    case 0x2191:
      return MORE
    case 60:
    case 0x2264:
    case 0x2193:
      return LESS
    case 0x2192:
      return MORE | DASH
    case 0x2610:
    case 0x25a1:
      return EMPTY_BOX
    case 0x2022:
    case 0x2013:
    case 0x2014:
      return DASH
    case 45:
      return text.charCodeAt(at - 1) <= 32 || text.charCodeAt(at + 1) <= 32 ? DASH : 0
    default:
      return 0
  }
}

/** Folds a word so that plural, British spelling, possessive and capitals make no difference. Used for text and lexicon alike. */
export function formOf(raw: string): string {
  let form = raw.toLowerCase()
  if (form.length > 2 && /['’]/.test(form)) form = form.replace(/['’]s$/, '').replace(/['’]/g, '')
  if (form.length >= 6) form = american(form)
  return form.length >= 4 && form.endsWith('s') ? singular(form) : form
}

function american(form: string): string {
  const folded = form.includes('ae') || form.includes('oe') ? form.replace(/[ao]e/g, 'e') : form
  return folded.startsWith('tumour') ? `tumor${folded.slice(6)}` : folded
}

function singular(form: string): string {
  if (/(ss|us|is)$/.test(form)) return form
  if (form.endsWith('ies') && form.length > 4) return `${form.slice(0, -3)}y`
  if (/(sh|ch|x|ss)es$/.test(form)) return form.slice(0, -2)
  return form.slice(0, -1)
}
