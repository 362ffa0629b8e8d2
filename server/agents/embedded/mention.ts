import type { Claim } from '#fhir-mappings/claim.ts'
import type { Fact } from '#fhir-mappings/fact.ts'
import type { Quote } from '#fhir-mappings/quote.ts'
import { type Assertion, assertionOf } from './assertion.ts'
import type { CauseBreath, Mentioned, Weighing } from './attribution.ts'
import { weigh } from './attribution.ts'
import { isInPassing } from './in-passing.ts'
import type { TermMeaning } from './lexicon/lexicon.ts'
import type { Hit } from './phrases.ts'
import { isRefutedEntry } from './refuted-entry.ts'
import type { StatedGrade } from './stated-grade.ts'
import { EMPTY_BOX, QUERY, type Word } from './words.ts'

export type Status = Claim['status']

/** One place in the text that speaks of one term. */
export interface Mention extends Mentioned {
  readonly level: TermMeaning['level']
  readonly needsLink: boolean
  readonly status: Status
  readonly certainty: Claim['certainty']
  readonly reportedBy: Claim['reportedBy']
  readonly ruledOut: boolean
  readonly resolved: boolean
  /** told as the patient's course: onset, treatment or change words stand by */
  readonly told: boolean
  readonly initially: boolean
  /** words of now stand by */
  readonly current: boolean
  /** a common complaint that is only listed, without a statement, a measure or a place */
  readonly inPassing: boolean
  readonly weighing: Weighing
  readonly breath: CauseBreath
  /** which sentence of the text, counted from 0 */
  readonly place: number
  readonly why: readonly string[]
  readonly grades: readonly StatedGrade[]
  readonly facts: readonly Fact[]
}

export interface MentionContext {
  readonly place: number
  readonly aboutCancer: boolean
  /** year in which the note was written, when known */
  readonly year?: number
}

/** Reads what a sentence says of one found term. */
export function mentionOf(hit: Hit<TermMeaning>, breath: CauseBreath, context: MentionContext): Mention | undefined {
  const { term, organ, immune, level, needsLink } = hit.meaning
  if (term === null) return undefined
  const mentioned = { from: hit.from, to: hit.to, term, organ, immune }
  const said = assertionOf(hit, breath)
  const role = breath.sentence.role
  const { status, why } = statusOf(mentioned, said, breath, context)
  const weighing = weigh(mentioned, said, breath, context)
  const hedged = said.has('possible') || said.has('likely') || status === 'suspected'
  return {
    ...mentioned,
    level,
    needsLink,
    status,
    certainty: hedged || level === 'symptom' || level === 'laboratory' ? 'suspected' : 'confirmed',
    reportedBy:
      level === 'laboratory' ? 'laboratory' : said.has('patient-says') || role === 'message' ? 'patient' : 'clinician',
    ruledOut: said.has('ruled-out'),
    resolved: said.has('resolved'),
    told: said.has('onset') || said.has('treated') || said.has('flare'),
    initially: said.has('initially'),
    current: said.has('now'),
    inPassing:
      weighing.for === 0 && !isAffirmedByAnswer(hit, breath) && isInPassing(term, hit, breath.words, breath.sentence),
    weighing,
    breath,
    place: context.place,
    why: [`"${textOf(breath.words, hit)}" means ${term}`, ...why, ...weighing.why],
    grades: [],
    facts: [],
  }
}

const isAffirmedByAnswer = (hit: Hit<TermMeaning>, { answered }: CauseBreath) =>
  answered.some(({ answer, from, to }) => answer === 'yes' && hit.from >= from && hit.to <= to)

interface Standing {
  readonly status: Status
  readonly why: readonly string[]
}

/** The rules in order of force; the first that holds decides. */
function statusOf(mention: Mentioned, said: Assertion, breath: CauseBreath, context: MentionContext): Standing {
  const role = breath.sentence.role
  const cue = (kind: Parameters<Assertion['get']>[0]) => said.get(kind)
  const standing = (status: Status, rule: string): Standing => ({ status, why: [rule] })
  if (role === 'family' || cue('other-person'))
    return standing('family', `another person: "${cue('other-person') ?? 'family section'}"`)
  if (role === 'counselling') return standing('hypothetical', 'in a section of advice or consent')
  if (role === 'allergies') return standing('historical', 'in the allergy section')
  if ((breath.words[mention.from]?.gap ?? 0) & EMPTY_BOX) return standing('negated', 'its box is not ticked')
  if (cue('ruled-out')) return standing('negated', `ruled out: "${cue('ruled-out')}"`)
  if (cue('negated') && !doubleNegation(breath, mention)) {
    if (cue('historical') && !cue('now') && !/prior|previous|history/.test(cue('negated') ?? ''))
      return standing('historical', `earlier: "${cue('historical')}"`)
    return standing('negated', `negated by "${cue('negated')}"`)
  }
  if (cue('hypothetical')) return standing('hypothetical', `hypothetical: "${cue('hypothetical')}"`)
  if (
    breath.sentence.asks &&
    role === 'message' &&
    /\bwill\b|\bcan\b|\bcould\b/.test(textOf(breath.words, breath.sentence))
  )
    return standing('hypothetical', 'a question about what may come')
  if (role === 'question' && (cue('possible') || breath.sentence.asks))
    return standing('hypothetical', 'asked of a test that is still to come')
  if (isRefutedEntry(mention, breath.words, breath.sentence))
    return standing('negated', 'an entry of a differential with what speaks against it')
  if (cue('historical') && !cue('flare') && !cue('now') && !cue('treated'))
    return standing('historical', `earlier: "${cue('historical')}"`)
  if (isEarlierYear(mention, breath, context)) return standing('historical', 'dated to an earlier year')
  if (role === 'history' && !cue('flare') && !cue('treated') && !cue('now'))
    return standing('historical', 'in the past history section')
  if (isQueried(mention, breath)) return standing('suspected', 'behind a question mark')
  if (breath.sentence.asks && !cue('onset')) return standing('suspected', 'asked, not said')
  if (cue('possible')) return standing('suspected', `not settled: "${cue('possible')}"`)
  return { status: 'present', why: [] }
}

/** "?colitis", "?immune related hepatitis" */
function isQueried({ from }: Mentioned, { words, sentence }: CauseBreath): boolean {
  for (let at = from; at >= Math.max(sentence.from, from - 3); at--) if ((words[at]?.gap ?? 0) & QUERY) return true
  return false
}

/** "Cannot say he has not had …": two negations make a statement. */
function doubleNegation(breath: CauseBreath, mention: Mentioned): boolean {
  const before = textOf(breath.words, { from: breath.sentence.from, to: mention.from })
  return (
    /\b(cannot|cant|can not|couldnt|could not) (say|deny|claim|state)\b.*\b(not|no|never|without|deny)\b/.test(
      before,
    ) ||
    /\b(not|never) (been )?without\b/.test(before) ||
    /\b(does|did|do|would) not deny\b/.test(before) ||
    /\b(doesnt|didnt|wouldnt|dont) deny\b/.test(before)
  )
}

function isEarlierYear(mention: Mentioned, breath: CauseBreath, context: MentionContext): boolean {
  if (context.year === undefined) return false
  for (let at = mention.to; at < Math.min(breath.sentence.to, mention.to + 8); at++) {
    const year = Number(/^(19|20)\d\d$/.exec(breath.words[at]?.form ?? '')?.[0] ?? Number.NaN)
    if (year < context.year - 1 && /^(in|since|of|early|late|mid|from)$/.test(breath.words[at - 1]?.form ?? ''))
      return true
  }
  return false
}

/** At most 300 UTF-16 units around the mention, the sentence when it fits; always cut between words. */
export function quoteOf(
  text: string,
  mention: { readonly from: number; readonly to: number },
  breath: CauseBreath,
): Quote {
  const { words, sentence } = breath
  let from = sentence.from
  let to = sentence.to
  const length = () => (words[to - 1]?.end ?? 0) - (words[from]?.start ?? 0)
  while (length() > 296 && (from < mention.from || to > mention.to)) {
    if (to > mention.to && (to - mention.to >= mention.from - from || from >= mention.from)) to--
    else from++
  }
  const start = words[from]?.start ?? 0
  const end = closing(text, words[to - 1]?.end ?? start + 1, to === sentence.to)
  return { start, end: Math.min(end, start + 300), text: text.slice(start, Math.min(end, start + 300)) }
}

const closing = (text: string, end: number, whole: boolean) =>
  whole && /[.!?%)]/.test(text[end] ?? '') ? end + 1 : end

export const textOf = (words: readonly Word[], span: { readonly from: number; readonly to: number }) =>
  words
    .slice(span.from, span.to)
    .map((word) => word.form)
    .join(' ')
