import type { Sentence } from './sentences.ts'
import {
  CLOSE,
  COLON,
  COMMA,
  DASH,
  LINE,
  OPEN,
  PLUS,
  QUESTION,
  SEMICOLON,
  SLASH,
  STOP,
  TAB,
  type Word,
} from './words.ts'

/** Words `from` (included) to `to` (not included) to which a checklist or a template answers yes or no. */
export interface Answered {
  readonly from: number
  readonly to: number
  readonly answer: 'yes' | 'no'
  readonly words: string
}

/** What parts the items of a list. */
const BREAK = COMMA | STOP | SEMICOLON | COLON | LINE | OPEN | CLOSE | DASH | TAB | QUESTION

/** The answers of one sentence: signs, zeros, "no" behind its item, and a list under "neg:". */
export function answersIn(text: string, words: readonly Word[], sentence: Sentence): readonly Answered[] {
  const seen = lookOver(words, sentence)
  if (!seen.signs && !seen.bare && !seen.denial) return []
  return [
    ...(seen.signs ? signedItems(text, words, sentence) : []),
    ...(seen.bare ? bareAnswers(words, sentence) : []),
    ...(seen.denial ? deniedLists(words, sentence) : []),
  ]
}

const bareAnswer = /^(0|no|none|nil|neg|negative|yes|pos|positive)$/
const denial = /^(neg|negative|0|no|zero|nil|deny|clear)$/

/** One pass that lets most sentences go: no sign, no answer, nothing to do. */
function lookOver(words: readonly Word[], { from, to }: Sentence) {
  const seen = { signs: false, bare: false, denial: false }
  for (let at = from; at <= to; at++) {
    if ((words[at]?.gap ?? 0) & (DASH | PLUS)) seen.signs = true
    if (at === to) break
    const form = words[at]?.form ?? ''
    if (!seen.bare && at > from && bareAnswer.test(form)) seen.bare = true
    if (!seen.denial && denial.test(form)) seen.denial = true
  }
  return seen
}

interface Sign {
  /** the word that follows the sign, or the end of the sentence */
  readonly at: number
  readonly answer: Answered['answer']
  /** stands behind its item, before a mark or the end of the line */
  readonly behind: boolean
  /** touches the word that follows: "-fever" */
  readonly glued: boolean
  readonly bracketed: boolean
}

const behindItem = /^\s*(\(?)\s*([-−–+]{1,3})\s*\)?\s*(?:[,;.)\n(]|$)/
const beforeItem = /(?:^|[\s(,;.:])(\(?)([-−–+])\)?(\s*)$/

function signAt(text: string, words: readonly Word[], at: number, { from, to }: Sentence): Sign | undefined {
  const gap = words[at]?.gap ?? 0
  if (at < to && (gap & (DASH | PLUS)) === 0) return undefined
  const between = text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? text.length)
  if (between.length > 40) return undefined
  const behind = at > from ? behindItem.exec(between) : null
  if (behind) return sign(at, behind[2] ?? '', { behind: true, glued: false, bracketed: behind[1] !== '' })
  const isBullet = (gap & LINE) !== 0
  const before = isBullet || at >= to ? null : beforeItem.exec(between)
  return before
    ? sign(at, before[2] ?? '', { behind: false, glued: before[3] === '', bracketed: before[1] !== '' })
    : undefined
}

const sign = (at: number, mark: string, how: Omit<Sign, 'at' | 'answer'>): Sign => ({
  at,
  answer: mark.startsWith('+') ? 'yes' : 'no',
  ...how,
})

/** "cough -, itch +", "- rash - fever + chills", "-nausea -vomiting", "(-) rash": a sign is an answer where it is one of several. */
function signedItems(text: string, words: readonly Word[], sentence: Sentence): readonly Answered[] {
  const signs: Sign[] = []
  for (let at = sentence.from; at <= sentence.to; at++) {
    const found = signAt(text, words, at, sentence)
    if (found) signs.push(found)
  }
  const behind = signs.filter((one) => one.behind)
  const before = signs.filter((one) => !one.behind)
  const isAnswer = behind.length > 1 || behind.some((one) => one.bracketed)
  const isLead = isLeading(before) || (before[0]?.at === sentence.from && before[0].answer === 'yes')
  return [
    ...(isAnswer
      ? behind.map((one) => ({ ...spoken(one), from: itemStart(words, one.at, sentence), to: one.at }))
      : []),
    ...(isLead || isDeniedList(before, words, sentence)
      ? before.map((one, index) => ({ ...spoken(one), from: one.at, to: before[index + 1]?.at ?? sentence.to }))
      : []),
  ]
}

/** A lone dash is a dash. Plus and minus side by side, several minuses glued to words, or a sign in brackets are answers. */
function isLeading(signs: readonly Sign[]): boolean {
  const no = signs.filter(({ answer }) => answer === 'no')
  if (signs.some(({ bracketed }) => bracketed)) return true
  return (no.length > 0 && no.length < signs.length) || no.filter(({ glued }) => glued).length > 1
}

/** "+ fatigue, dark urine. - fever, rash, cough": a minus that opens a list on the same line. */
function isDeniedList(signs: readonly Sign[], words: readonly Word[], { from, to }: Sentence): boolean {
  if (signs.length !== 1 || signs[0]?.at !== from || signs[0].answer !== 'no') return false
  let commas = 0
  for (let at = from + 1; at < to; at++) if ((words[at]?.gap ?? 0) & COMMA) commas++
  return commas > 2
}

const spoken = ({ answer }: Sign) => ({ answer, words: answer === 'no' ? '-' : '+' })

function itemStart(words: readonly Word[], end: number, { from }: Sentence): number {
  for (let at = end - 1; at > from; at--) if ((words[at]?.gap ?? 0) & BREAK) return at
  return from
}

/** "itch 0, cough 0/10", "Dry mouth no.", "rash: none": a bare answer behind its item, closed by a mark. */
function bareAnswers(words: readonly Word[], sentence: Sentence): readonly Answered[] {
  const found: Answered[] = []
  const places: number[] = []
  for (let at = sentence.from + 1; at < sentence.to; at++) {
    const form = words[at]?.form ?? ''
    if (!bareAnswer.test(form)) continue
    if (form === 'no') places.push(at)
    if (!closes(words, at, sentence)) continue
    const start = answeredFrom(words, at, sentence)
    if (start !== undefined) found.push(answered(start, at, form))
  }
  return places.length > 2 ? [...found, ...alternating(words, places, sentence)] : found
}

const answered = (from: number, to: number, form: string): Answered => ({
  from,
  to,
  answer: /^(yes|pos|positive)$/.test(form) ? 'yes' : 'no',
  words: form,
})

/** The answer ends its item; "0" may be a score of ten. */
function closes(words: readonly Word[], at: number, { to }: Sentence): boolean {
  const next = words[at + 1]
  if (at + 1 >= to) return true
  const gap = next?.gap ?? 0
  if (words[at]?.form === '0' && (gap & SLASH) !== 0) return /^(5|10)$/.test(next?.form ?? '')
  return (gap & BREAK) !== 0
}

/** An item of at most five words, tied to its answer by nothing, a colon or a dash. */
function answeredFrom(words: readonly Word[], at: number, sentence: Sentence): number | undefined {
  if ((words[at]?.gap ?? 0) & (COMMA | STOP | SEMICOLON | OPEN | CLOSE | LINE)) return undefined
  const start = itemStart(words, at, sentence)
  return at - start <= 5 ? start : undefined
}

/** "rash NO itch NO cough NO joints ok": items and answers take turns, and an item comes first. */
function alternating(words: readonly Word[], places: readonly number[], sentence: Sentence): readonly Answered[] {
  const first = places[0] ?? 0
  const start = itemStart(words, first, sentence)
  if (start === first || first - start > 3) return []
  for (let at = first; at < (places.at(-1) ?? 0); at++) if ((words[at]?.gap ?? 0) & BREAK) return []
  return places.map((at, index) => answered(index === 0 ? start : (places[index - 1] ?? 0) + 1, at, 'no'))
}

const questionnaire =
  /^(screen|screening|check|checklist|list|ros|review|sheet|questionnaire|card|tool|system|symptom|tox|toxicity|item|all|otherwise|sx)$/

/** "neg: HA, rash, D", "Tox check neg x12 items (stool rash …)", "Checklist all 0: …": the answer stands before its list. */
function deniedLists(words: readonly Word[], { from, to }: Sentence): readonly Answered[] {
  for (let at = from; at < to - 1; at++) {
    if (!denial.test(words[at]?.form ?? '')) continue
    const beforeList = ((words[at + 1]?.gap ?? 0) & COLON) !== 0
    const asked = at > from && questionnaire.test(words[at - 1]?.form ?? '') && (words[at]?.gap ?? 0) === 0
    const opens = at === from || ((words[at]?.gap ?? 0) & BREAK) !== 0
    if (!(asked || (beforeList && opens))) continue
    return [{ from: at + 1, to: endOfList(words, at + 1, to), answer: 'no', words: words[at]?.form ?? '' }]
  }
  return []
}

function endOfList(words: readonly Word[], from: number, to: number): number {
  for (let at = from; at < to; at++)
    if (
      /^(but|except|beside|however|pos|positive|yes|apart|other|endorse|report|has|only)$/.test(words[at]?.form ?? '')
    )
      return at
  return to
}
