import type { HeadingMeaning, SectionRole } from './headings.ts'
import type { Hit } from './phrases.ts'
import { BLANK_LINE, CLOSE, COLON, COMMA, DASH, LINE, QUESTION, SEMICOLON, STOP, TAB, type Word } from './words.ts'

/** Words `from` (included) to `to` (not included) that are said in one breath, and the section they stand in. */
export interface Sentence {
  readonly from: number
  readonly to: number
  readonly role: SectionRole
  /** the sentence ends in a question mark */
  readonly asks: boolean
}

/** A sentence that runs on is cut here, so that hostile text without any mark stays linear. */
const LONGEST_SENTENCE = 120
/** A line at least this long may have been wrapped; a shorter one ends its sentence. */
const WRAPPED_LINE = 60

/** Abbreviations that open a line of diagnoses also without a colon ("Dx Ramsay Hunt"). */
const shortHeads = new Set(['dx', 'imp', 'impression', 'mdm'])

const TITLE_WORDS = 9
/** No printed line holds more words. */
const LONGEST_LINE = 40

const abbreviations = new Set([
  'dr',
  'mr',
  'mrs',
  'ms',
  'vs',
  'pt',
  'approx',
  'eg',
  'ie',
  'st',
  'al',
  'dept',
  'no',
  'fig',
  'hx',
  'dx',
  'tx',
  'rx',
  'sx',
  'wk',
  'mo',
  'yr',
  'hr',
  'min',
  'temp',
  'lab',
  'gr',
  'inc',
  'dist',
  'bilat',
  'abd',
  'diff',
  'incl',
  'esp',
  'resp',
  'poss',
  'prob',
  'mod',
  'sev',
  'intermit',
  'occ',
  'prev',
])

/** Cuts the words into sentences; headings begin and end one, and give the role to all that follow. */
export function sentencesOf(words: readonly Word[], headings: readonly Hit<HeadingMeaning>[]): readonly Sentence[] {
  const heads = new Map(headings.filter((hit) => isHeading(words, hit)).map((hit) => [hit.from, hit]))
  const sentences: Sentence[] = []
  const base: SectionRole = isTeaching(words) ? 'counselling' : 'story'
  let role: SectionRole = base
  let from = 0
  const close = (to: number) => {
    const asks = ((words[to]?.gap ?? 0) & QUESTION) !== 0
    if (to > from) sentences.push({ from, to, role, asks })
    from = to
  }
  for (let at = 0; at < words.length; at++) {
    const head = heads.get(at)
    if (head) {
      close(at)
      role = head.meaning.role
      from = head.to
      at = head.to - 1
      continue
    }
    if (at > from && (at - from >= LONGEST_SENTENCE || endsBefore(words, at))) close(at)
    if (leavesSection(words, at, role)) {
      close(at)
      role = base
    }
  }
  close(words.length)
  return sentences
}

/** The first line says that the whole text teaches ("Teaching record, first dose"). */
function isTeaching(words: readonly Word[]): boolean {
  for (let at = 0; at < Math.min(words.length, TITLE_WORDS); at++) {
    if (at > 0 && (words[at]?.gap ?? 0) & LINE) return false
    if (/^(teaching|education|handout|leaflet|consent)$/.test(words[at]?.form ?? ''))
      return !/^(done|given|reviewed|re|about|on)$/.test(words[at + 1]?.form ?? '')
  }
  return false
}

/** A heading stands at the start of a line or sentence and is followed by a colon, or fills its line. */
function isHeading(words: readonly Word[], hit: Hit<HeadingMeaning>): boolean {
  const before = words[hit.from]?.gap ?? LINE
  const after = words[hit.to]?.gap ?? 0
  if ((before & (LINE | BLANK_LINE | STOP | COMMA | SEMICOLON)) === 0) return false
  if (after & COLON) return true
  if (hit.meaning.role === 'counselling' && hit.to - hit.from > 1 && (after & DASH) !== 0) return true
  if (
    hit.meaning.role === 'assessment' &&
    (before & (LINE | BLANK_LINE)) !== 0 &&
    shortHeads.has(words[hit.to - 1]?.form ?? '')
  )
    return true
  const letters = (words[hit.to - 1]?.end ?? 0) - (words[hit.from]?.start ?? 0)
  return (
    (before & (LINE | BLANK_LINE)) !== 0 && letters > 2 && (after & (LINE | BLANK_LINE)) !== 0 && (after & STOP) === 0
  )
}

/** A closed kind of section (family, counselling …) ends at a blank line that is followed by a new, unknown heading. */
function leavesSection(words: readonly Word[], at: number, role: SectionRole): boolean {
  if (role !== 'family' && role !== 'counselling' && role !== 'allergies' && role !== 'copied' && role !== 'social')
    return false
  if (((words[at]?.gap ?? 0) & BLANK_LINE) === 0) return false
  if (role === 'counselling' && ((words[at]?.gap ?? 0) & DASH) !== 0) return false
  for (let next = at + 1; next <= at + 5; next++) {
    const gap = words[next]?.gap ?? 0
    if (gap & COLON) return true
    if (gap & (LINE | BLANK_LINE)) return role !== 'counselling' && next - at <= 4
  }
  return false
}

function endsBefore(words: readonly Word[], at: number): boolean {
  const gap = words[at]?.gap ?? 0
  if (gap === 0) return false
  if (gap & (SEMICOLON | BLANK_LINE | QUESTION)) return true
  const before = words[at - 1]
  if (gap & STOP) return gap & LINE ? true : !(before && isAbbreviation(before))
  return (gap & LINE) !== 0 && !isWrapped(words, at)
}

function isAbbreviation(word: Word): boolean {
  return (word.end - word.start === 1 && !/[0-9]/.test(word.form)) || abbreviations.has(word.form)
}

/** A long line that does not end in a mark goes on in the next one, unless either is an entry of a list or table. */
function isWrapped(words: readonly Word[], at: number): boolean {
  const gap = words[at]?.gap ?? 0
  if (gap & (COLON | DASH | COMMA | CLOSE)) return (gap & COMMA) !== 0
  let first = at - 1
  while (first > Math.max(0, at - LONGEST_LINE) && ((words[first]?.gap ?? 0) & LINE) === 0) {
    if ((words[first]?.gap ?? 0) & TAB) return false
    first--
  }
  const length = (words[at - 1]?.end ?? 0) - (words[first]?.start ?? 0)
  return length >= WRAPPED_LINE && !beginsEntry(words, at)
}

/** "2. Rash", "Rash: …", "Rash<tab>…": the next line stands for itself. */
function beginsEntry(words: readonly Word[], at: number): boolean {
  const next = words[at]
  if (next !== undefined && /^\d{1,2}$/.test(next.form) && ((words[at + 1]?.gap ?? 0) & STOP) !== 0) return true
  for (let word = at + 1; word <= at + 4; word++) {
    const gap = words[word]?.gap ?? 0
    if (gap & LINE) return false
    if (gap & (TAB | COLON)) return true
  }
  return false
}
