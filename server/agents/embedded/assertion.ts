import type { Answered } from './answers.ts'
import type { CueKind, CueMeaning } from './cues.ts'
import type { Hit } from './phrases.ts'
import type { Sentence } from './sentences.ts'
import { COLON, COMMA, DASH, TAB, type Word } from './words.ts'

/** What the words around a mention say of it: each kind that holds, with the words that say so. */
export type Assertion = ReadonlyMap<CueKind, string>

export interface Span {
  readonly from: number
  readonly to: number
}

/** A sentence with the cues that stand in it. */
export interface Breath {
  readonly words: readonly Word[]
  readonly sentence: Sentence
  readonly cues: readonly Hit<CueMeaning>[]
  /** other causes and tests in the sentence: a trailing "negative" belongs to them, not to what stands before */
  readonly blockers: readonly Span[]
  /** items of a checklist or template with its yes or no */
  readonly answered: readonly Answered[]
  /** the sentence tells the patient what to do when something comes */
  readonly advises: boolean
}

const wordsOfHit = (words: readonly Word[], hit: Span) =>
  words
    .slice(hit.from, hit.to)
    .map((word) => word.form)
    .join(' ')

/** Reads the cues of one sentence for one mention. */
export function assertionOf(target: Span, breath: Breath): Assertion {
  const found = new Map<CueKind, string>()
  for (const hit of breath.cues) {
    if (hit.meaning.looks === 'none' || isInside(hit, target)) continue
    if (!reaches(hit, target, breath)) continue
    if (!found.has(hit.meaning.cue)) found.set(hit.meaning.cue, wordsOfHit(breath.words, hit))
  }
  const given = breath.answered.find((one) => target.from >= one.from && target.to <= one.to)
  if (given?.answer === 'no') found.set('negated', found.get('negated') ?? given.words)
  if (given?.answer === 'yes') found.delete('negated')
  if (breath.advises && !found.has('hypothetical')) found.set('hypothetical', 'call')
  return found
}

/** A cue that only reaches into the mention still counts ("no acute" before "acute distress"). */
const isInside = (hit: Span, target: Span) =>
  (hit.from >= target.from && hit.from < target.to) || (hit.from < target.from && hit.to >= target.to)

function reaches(hit: Hit<CueMeaning>, target: Span, breath: Breath): boolean {
  const { looks, reach, cue } = hit.meaning
  if (looks === 'both') return distance(hit, target) <= reach && !isUndone(hit, breath)
  const answersBefore = isAnswer(hit, breath)
  if (looks === 'pre' && !(answersBefore && cue === 'negated')) {
    if (hit.from >= target.from || target.from - hit.to > reach) return false
    return !isStopped(hit.to, target.from, hit, breath) && !isAffirmedInList(hit, target, breath)
  }
  if (hit.from < target.to || hit.from - target.to > (answersBefore ? 6 : reach)) return false
  if (answersBefore && looks === 'pre')
    return isOnlyList(target.to, hit.from, breath) && !hasOwnAnswerBetween(target, hit, breath)
  return (
    !(isDenying(hit) && breath.blockers.some((span) => span.from >= target.to && span.to <= hit.from)) &&
    !isStoppedAfter(target.to, hit, breath)
  )
}

/** A trailing "negative" belongs to the test before it; a trailing "would not be expected" does not. */
const isDenying = ({ meaning }: Hit<CueMeaning>) => meaning.cue !== 'hypothetical'

/** "no recurrence", "without relapse": the mark is there and denied. */
const isUndone = (hit: Span, breath: Breath) =>
  hit.from > breath.sentence.from && /^(no|without|not|never)$/.test(breath.words[hit.from - 1]?.form ?? '')

const distance = (a: Span, b: Span) => (a.to <= b.from ? b.from - a.to : a.from - b.to)

/** "Diarrhea: No", "Nausea/Vomiting/Diarrhea No": a bare answer that closes what stands before it. */
function isAnswer(hit: Hit<CueMeaning>, breath: Breath): boolean {
  const word = breath.words[hit.from]?.form
  if (hit.to - hit.from > 1 || (word !== 'no' && word !== 'deny' && word !== 'denied')) return false
  if (hit.from === breath.sentence.from) return false
  if (hit.to === breath.sentence.to) return true
  return ((breath.words[hit.from]?.gap ?? 0) & COLON) !== 0 && opensNextItem(hit.to, breath)
}

/** "Rash: no, Fever: yes" and "Rash: No Fever: Yes": what follows the answer is a new item of the list. */
function opensNextItem(at: number, breath: Breath): boolean {
  if ((breath.words[at]?.gap ?? 0) & (COMMA | DASH | TAB)) return true
  for (let next = at + 1; next <= Math.min(at + 3, breath.sentence.to - 1); next++)
    if ((breath.words[next]?.gap ?? 0) & COLON) return true
  return false
}

/** "diarrhea 4x, rash no, cough no": the last answer is of the last item where an item before has one of its own. */
const hasOwnAnswerBetween = (target: Span, hit: Span, { answered }: Breath) =>
  answered.some(({ to }) => to > target.to && to < hit.from)

function isOnlyList(from: number, to: number, breath: Breath): boolean {
  for (let at = from + 1; at <= to; at++) if (((breath.words[at]?.gap ?? 0) & COLON) !== 0 && at < to) return false
  return true
}

const beVerbs = new Set(['was', 'were', 'has'])

/** A contrasting word, a dash or a colon ends the reach of a cue that looks forward. */
function isStopped(from: number, to: number, hit: Hit<CueMeaning>, breath: Breath): boolean {
  for (let at = from; at < to; at++) {
    const gap = breath.words[at]?.gap ?? 0
    if (at > from && (gap & (COLON | DASH)) !== 0 && hit.meaning.cue !== 'hypothetical') return true
  }
  return breath.cues.some(
    (cue) =>
      cue.from >= from &&
      cue.to <= to &&
      (isDenial(cue, hit, breath) ||
        (cue.meaning.cue === 'contrast' && !isRepeatedVerb(cue, from, breath) && endsReach(cue, hit, breath))),
  )
}

/** "nor was she was in …": a verb said twice after the denial ends nothing. */
const isRepeatedVerb = (cue: Span, from: number, breath: Breath) =>
  cue.from === from && beVerbs.has(breath.words[cue.from]?.form ?? '')

/** "history of deafness and denies recent nausea": what is denied is of now. */
function isDenial(cue: Hit<CueMeaning>, hit: Hit<CueMeaning>, breath: Breath): boolean {
  return (
    hit.meaning.cue === 'historical' &&
    cue.meaning.cue === 'negated' &&
    /^den(y|ied|ying)$/.test(breath.words[cue.from]?.form ?? '')
  )
}

/** Hypothesis and other persons reach past the verbs that end a negation. */
function endsReach(cue: Hit<CueMeaning>, hit: Hit<CueMeaning>, breath: Breath): boolean {
  if (hit.meaning.cue === 'negated' || hit.meaning.cue === 'ruled-out') return true
  const word = breath.words[cue.from]?.form ?? ''
  if (hit.meaning.cue === 'other-person' || hit.meaning.cue === 'hypothetical')
    return word === 'but' || word === 'however'
  if (hit.meaning.cue === 'historical' && /^(significant|positive|notable|remarkable)$/.test(word)) return false
  return !beVerbs.has(word)
}

/** "arthritis due to immunotherapy, resolved": a cause does not part an event from its end. */
const causal = /^(due|because|secondary|attributed)$/

function isStoppedAfter(from: number, hit: Hit<CueMeaning>, breath: Breath): boolean {
  const to = hit.from
  const isEnd = hit.meaning.cue === 'resolved'
  return breath.cues.some(
    (cue) =>
      cue.meaning.cue === 'contrast' &&
      cue.from >= from &&
      cue.to <= to &&
      !beVerbs.has(breath.words[cue.from]?.form ?? '') &&
      !(isEnd && causal.test(breath.words[cue.from]?.form ?? '')),
  )
}

const degrees = new Set(['mild', 'moderate', 'some', 'occasional', 'intermittent', 'ongoing', 'grade', 'persistent'])

/** "No fever, mild rash on both arms": after a comma a degree or a number takes up a new, affirmed statement. */
function isAffirmedInList(hit: Hit<CueMeaning>, target: Span, breath: Breath): boolean {
  if (hit.meaning.cue !== 'negated' || breath.words[hit.from]?.form !== 'no') return false
  let comma = -1
  for (let at = hit.to; at <= target.from; at++) if ((breath.words[at]?.gap ?? 0) & COMMA) comma = at
  if (comma < 0) return false
  const first = breath.words[comma]?.form ?? ''
  const after = breath.words[target.to]
  const counted =
    after !== undefined && target.to < breath.sentence.to && /^(x?\d+|x)$/.test(after.form) && (after.gap & COMMA) === 0
  return degrees.has(first) || /^\d/.test(first) || counted
}
