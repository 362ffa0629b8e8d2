import { type Assertion, assertionOf, type Span } from './assertion.ts'
import type { CauseMeaning } from './causes.ts'
import type { DrugMeaning } from './drugs.ts'
import type { DrugBreath } from './exposure.ts'
import type { Organ } from './lexicon/term-words.ts'
import type { LinkMeaning } from './links.ts'
import type { Hit } from './phrases.ts'
import { comesWith, distance, isBefore, isInside, isTied, settingOnly, weakLinks, wordsIn } from './tie.ts'

/** What one sentence says for and against the immunotherapy as the cause of one mention. */
export interface Weighing {
  /** 2 says it in words, 1 lets it be understood */
  readonly for: number
  readonly against: number
  readonly why: readonly string[]
}

export interface CauseBreath extends DrugBreath {
  readonly causes: readonly Hit<CauseMeaning>[]
}

export interface Mentioned extends Span {
  readonly term: string
  readonly organ: Organ
  readonly immune: boolean
}

/** What is known beside the sentence. */
export interface Around {
  readonly aboutCancer: boolean
  /** year in which the note was written, when known */
  readonly year?: number
}

/** One word's weight; nothing when it says nothing of the cause. */
type Weight = Weighing | undefined

const speaksFor = (weight: number, why: string): Weighing => ({ for: weight, against: 0, why: [`for: ${why}`] })
const speaksAgainst = (weight: number, why: string): Weighing => ({
  for: 0,
  against: weight,
  why: [`against: ${why}`],
})

/** Weighs the sentence of a mention: the strongest word on either side counts. */
export function weigh(mention: Mentioned, said: Assertion, breath: CauseBreath, around: Around): Weighing {
  const weights: Weight[] = [
    mention.immune ? speaksFor(2, 'the name itself says immunotherapy') : undefined,
    ...breath.links.map((hit) => weightOfLink(hit, mention, breath)),
    ...breath.drugs.map((hit) => weightOfDrug(hit, mention, breath, around)),
    ...breath.causes.map((hit) => weightOfCause(hit, mention, said, breath)),
  ]
  const sum = strongest(weights)
  const since = sum.for < 2 && !said.has('flare') ? longSince(mention, breath, around.year) : undefined
  return since === undefined ? sum : strongest([sum, speaksAgainst(2, `known since ${since}`)])
}

function strongest(weights: readonly Weight[]): Weighing {
  const said = weights.filter((weight) => weight !== undefined)
  return {
    for: said.reduce((most, weight) => Math.max(most, weight.for), 0),
    against: said.reduce((most, weight) => Math.max(most, weight.against), 0),
    why: said.flatMap((weight) => [...weight.why]),
  }
}

function weightOfLink(hit: Hit<LinkMeaning>, mention: Mentioned, breath: CauseBreath): Weight {
  const words = `"${wordsIn(breath, hit)}"`
  if (hit.meaning.link === 'immune-treatment') return speaksFor(1, `treated with ${words}`)
  if (hit.meaning.link !== 'immune' || isInside(hit, mention) || isBefore(hit, breath)) return undefined
  const cue = assertionOf(hit, breath)
  if (cue.has('negated') || cue.has('ruled-out')) return speaksAgainst(2, `${words} is negated`)
  return cue.has('hypothetical') ? undefined : speaksFor(cue.has('possible') ? 1 : 2, words)
}

function weightOfDrug(hit: Hit<DrugMeaning>, mention: Mentioned, breath: CauseBreath, around: Around): Weight {
  const { kind } = hit.meaning
  if (kind === 'trap' || (kind === 'weak' && !around.aboutCancer) || isBefore(hit, breath)) return undefined
  const cue = assertionOf(hit, breath)
  const words = `"${wordsIn(breath, hit)}"`
  if (cue.has('negated') && isTied(mention, hit, breath)) return speaksAgainst(2, `${words} is negated`)
  if (cue.has('other-person')) return undefined
  return isTied(mention, hit, breath, settingOnly)
    ? speaksFor(2, `${words} is linked`)
    : speaksFor(1, `${words} in the same sentence`)
}

function weightOfCause(hit: Hit<CauseMeaning>, mention: Mentioned, said: Assertion, breath: CauseBreath): Weight {
  if (!explains(hit.meaning, mention.organ) || isInside(hit, mention)) return undefined
  const cue = assertionOf(hit, breath)
  const words = `${hit.meaning.cause} ("${wordsIn(breath, hit)}")`
  if (cue.has('negated') || cue.has('ruled-out')) return { for: 0, against: 0, why: [`for: excluded: ${words}`] }
  if (cue.has('hypothetical') || !isCause(hit, mention, said, breath)) return undefined
  return speaksAgainst(cue.has('possible') ? 1 : 2, words)
}

function isCause(hit: Hit<CauseMeaning>, mention: Mentioned, said: Assertion, breath: CauseBreath): boolean {
  const { cause, organs, decisive } = hit.meaning
  if (cause === 'old-disease') {
    const isForLife = said.has('treated') && /life ?long/.test(wordsIn(breath, hit))
    const isNew = isForLife || said.has('flare') || (said.has('now') && !said.has('old'))
    return !isNew && distance(hit, mention) <= 12
  }
  if ((cause === 'targeted' || cause === 'other-drug') && isMeasuredOnly(mention, hit, breath)) return true
  if (isTied(mention, hit, breath, cause === 'infection' ? undefined : weakLinks)) return true
  if (decisive && !mention.immune) return true
  if (organs === 'any') return false
  if (!said.has('now') && comesWith(mention, hit, breath)) return true
  return cause === 'infection' && breath.links.some((link) => link.meaning.link === 'positive')
}

/** "Loose stool 2x/d lenva gr1": between finding and drug stands nothing but how much. */
function isMeasuredOnly(mention: Mentioned, hit: Span, { words }: CauseBreath): boolean {
  if (hit.from < mention.to || hit.from - mention.to > 4) return false
  const forms = words.slice(mention.to, hit.from).map(({ form }) => form)
  return forms.length > 0 && forms.every((form) => /^(x?\d+x?|g\d|gr\d?|grade|d|day|per|a)$/.test(form))
}

export function explains(cause: CauseMeaning, organ: Organ): boolean {
  return cause.organs === 'any' || cause.organs.includes(organ)
}

/** A note without a date is taken to be of this year or later; older years then are clearly before the drug. */
const YEAR_OF_UNDATED_NOTES = 2023
/** Few patients get a checkpoint inhibitor for longer; what is older than this began before it. */
const LONGEST_TREATMENT_YEARS = 4

const YEARS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    fifteen: 15,
    twenty: 20,
    thirty: 30,
    forty: 40,
    many: 10,
    several: 5,
  }),
)
/** A complaint of so many years began before the drug. */
const LONG_YEARS = 5
const OLD_WITHIN = 14

/** "ITP diagnosed 2015", "psoriasis for thirty years", "since her 20s": since when, if that lies before any treatment of now. */
function longSince(mention: Span, breath: CauseBreath, year = YEAR_OF_UNDATED_NOTES): string | undefined {
  for (let at = mention.to; at < Math.min(breath.sentence.to, mention.to + OLD_WITHIN); at++) {
    const form = breath.words[at]?.form ?? ''
    const before = breath.words[at - 1]?.form ?? ''
    const dated = at - mention.to < 6 && /^(since|diagnosed|dx|dxd|from|in|early|late)$/.test(before)
    if (/^(19|20)\d\d$/.test(form) && (dated || at - mention.to < 2) && Number(form) <= year - LONGEST_TREATMENT_YEARS)
      return form
    if (/^(year|yr|y)$/.test(form) && (YEARS.get(before) ?? Number(before)) >= LONG_YEARS) return `${before} years`
    if (/^[2-6]0s?$/.test(form) && /^(her|his|my|their|the)$/.test(before)) return `the age of ${form}`
  }
  return undefined
}
