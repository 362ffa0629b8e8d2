import type { CueMeaning } from './cues.ts'
import type { SectionRole } from './headings.ts'
import type { Hit } from './phrases.ts'
import type { Sentence } from './sentences.ts'
import { CLOSE, COLON, COMMA, DASH, LINE, OPEN, SEMICOLON, STOP, TAB, type Word } from './words.ts'

const BREAK = COMMA | STOP | SEMICOLON | COLON | LINE | OPEN | CLOSE | DASH | TAB

const act = /^(call|phone|ring|page)$/
/** "the call", "triage call", "will call", "did not call": a call that took place or that somebody else makes. */
const noOrder =
  /^(on|the|a|an|this|that|phone|tel|telephone|triage|nurse|rn|return|video|missed|last|first|previous|his|her|per|of|from|by|after|did|not|didnt|will|would|i|we|md|oncall|roll|one|two|pt|patient|she|he|they|caller|wife|husband|daughter|son|mother|sister|family|tox|toxicity|scheduled|weekly|check)$/
const addressee =
  /^(u|us|me|clinic|ward|team|same|at|immediately|right|day|anytime|any|hotline|the|and|first|before|within|early|promptly|in|our|your|now|or)$/
const told = /^(since|yesterday|had|has|having|developed|started|began|ongoing|x\d+|reported|complain)$/

/**
 * Whether the sentence tells the patient what to do when something comes ("fever, mouth sores = call"). Orders have no
 * subject; a sentence that also tells when something began is a story.
 */
export function isAdvice(words: readonly Word[], sentence: Sentence): boolean {
  let orders = false
  for (let at = sentence.from; at < sentence.to; at++) {
    const form = words[at]?.form ?? ''
    if (told.test(form)) return false
    if (at > sentence.from && act.test(form) && isBareVerb(words[at], form) && isOrder(words, at, sentence))
      orders = true
  }
  return orders
}

/** "Calls" and "called" tell; only the bare verb orders. The folded form has lost the difference. */
const isBareVerb = (word: Word | undefined, form: string) => word !== undefined && word.end - word.start === form.length

function isOrder(words: readonly Word[], at: number, { to }: Sentence): boolean {
  const before = words[at - 1]
  if ((words[at]?.gap ?? 0) === 0 && noOrder.test(before?.form ?? '')) return false
  const next = words[at + 1]
  return at + 1 >= to || ((next?.gap ?? 0) & BREAK) !== 0 || addressee.test(next?.form ?? '')
}

interface Told {
  readonly words: readonly Word[]
  readonly sentence: Sentence
  readonly cues: readonly Hit<CueMeaning>[]
}

/** The entries of a list whose introduction warns ("Call if you notice:", "It can inflame other organs:") are advice as well. */
export function withAdvisedLists<Breath extends Told>(breaths: readonly Breath[]): readonly Breath[] {
  if (!breaths.some(introduces)) return breaths
  let warned = false
  let listed = false
  return breaths.map((breath) => {
    const start = startOf(breath)
    if (start === 'entry') return listed ? inRole(breath, 'counselling') : breath
    if (start === 'line') {
      warned = false
      listed = false
    } else if (listed) return inRole(breath, 'counselling')
    warned ||= warns(breath)
    listed = warned && introduces(breath)
    return breath
  })
}

function startOf({ words, sentence }: Told): 'entry' | 'line' | 'within' {
  const gap = words[sentence.from]?.gap ?? 0
  if ((gap & LINE) === 0) return 'within'
  const isNumbered = /^\d{1,2}$/.test(words[sentence.from]?.form ?? '')
  return (gap & DASH) !== 0 || isNumbered ? 'entry' : 'line'
}

const warns = ({ cues }: Told) => cues.some(({ meaning }) => meaning.cue === 'hypothetical')

function introduces({ words, sentence }: Told): boolean {
  const after = words[sentence.to]?.gap ?? 0
  return (after & COLON) !== 0 && (after & LINE) !== 0
}

const inRole = <Breath extends Told>(breath: Breath, role: SectionRole): Breath => ({
  ...breath,
  sentence: { ...breath.sentence, role },
})
