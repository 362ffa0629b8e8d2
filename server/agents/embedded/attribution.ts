import type { Claim } from '#fhir-mappings/claim.ts'
import { type Assertion, assertionOf, type Span } from './assertion.ts'
import type { CauseKind, CauseMeaning } from './causes.ts'
import type { CueKind } from './cues.ts'
import type { DrugBreath } from './exposure.ts'
import type { Organ } from './lexicon/term-words.ts'
import type { Hit } from './phrases.ts'
import { CLOSE, COMMA, OPEN, STOP } from './words.ts'

export type Attribution = Claim['attribution']

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

/** Chemotherapy does these so often that, without a word for immunotherapy, it is taken as their cause. */
const chemotherapyTerms = new Set([
  'peripheral-neuropathy',
  'anemia',
  'neutropenia',
  'immune-thrombocytopenia',
  'mucositis',
  'fatigue',
  'aplastic-anemia',
])

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

/** Weighs the sentence of a mention. */
export function weigh(mention: Mentioned, said: Assertion, breath: CauseBreath, around: Around): Weighing {
  const { aboutCancer } = around
  const why: string[] = []
  let speaksFor = mention.immune ? 2 : 0
  let against = 0
  if (mention.immune) why.push('the name itself says immunotherapy')
  for (const hit of breath.links) {
    if (hit.meaning.link !== 'immune' || insideTarget(hit, mention) || isBefore(hit, breath)) continue
    const cue = assertionOf(hit, breath)
    if (cue.has('negated') || cue.has('ruled-out')) {
      against = Math.max(against, 2)
      why.push(`against: "${text(breath, hit)}" is negated`)
    } else if (!cue.has('hypothetical')) {
      speaksFor = Math.max(speaksFor, cue.has('possible') ? 1 : 2)
      why.push(`for: "${text(breath, hit)}"`)
    }
  }
  for (const hit of breath.drugs) {
    if (hit.meaning.kind === 'trap' || (hit.meaning.kind === 'weak' && !aboutCancer) || isBefore(hit, breath)) continue
    const cue = assertionOf(hit, breath)
    if (cue.has('negated') && linked(mention, hit, breath, undefined)) {
      against = Math.max(against, 2)
      why.push(`against: "${text(breath, hit)}" is negated`)
    } else if (!cue.has('other-person')) {
      const strong = linked(mention, hit, breath, settingOnly)
      speaksFor = Math.max(speaksFor, strong ? 2 : 1)
      why.push(`for: "${text(breath, hit)}" ${strong ? 'is linked' : 'in the same sentence'}`)
    }
  }
  for (const hit of breath.links) {
    if (hit.meaning.link === 'immune-treatment') {
      speaksFor = Math.max(speaksFor, 1)
      why.push(`for: treated with "${text(breath, hit)}"`)
    }
  }
  for (const hit of breath.causes) {
    if (!explains(hit.meaning, mention.organ) || insideTarget(hit, mention)) continue
    const cue = assertionOf(hit, breath)
    if (cue.has('negated') || cue.has('ruled-out')) {
      why.push(`for: ${hit.meaning.cause} excluded ("${text(breath, hit)}")`)
      continue
    }
    if (cue.has('hypothetical')) continue
    const strength = causeStrength(hit, mention, said, breath)
    if (strength === 0) continue
    against = Math.max(against, cue.has('possible') ? 1 : strength)
    why.push(`against: ${hit.meaning.cause} ("${text(breath, hit)}")`)
  }
  const since = speaksFor < 2 && !said.has('flare') ? longSince(mention, breath, around.year) : undefined
  if (since !== undefined) {
    against = Math.max(against, 2)
    why.push(`against: known since ${since}`)
  }
  return { for: speaksFor, against, why }
}

/** Against the drug from a neighbouring sentence: a proven infection of the same organ. */
export function provenElsewhere(organ: Organ, breath: CauseBreath): string | undefined {
  for (const hit of breath.causes) {
    if (hit.meaning.cause !== 'infection' || hit.meaning.organs === 'any' || !explains(hit.meaning, organ)) continue
    const cue = assertionOf(hit, breath)
    if (
      cue.has('negated') ||
      cue.has('ruled-out') ||
      cue.has('hypothetical') ||
      cue.has('possible') ||
      cue.has('historical')
    )
      continue
    if (breath.links.some((link) => link.meaning.link === 'positive')) return text(breath, hit)
  }
  return undefined
}

const unsettled: readonly CueKind[] = ['negated', 'ruled-out', 'hypothetical', 'possible', 'historical']

/** Against the drug from a neighbouring sentence: a finding that explains the same organ by itself. */
export function decidedElsewhere(organ: Organ, breath: CauseBreath): string | undefined {
  if (breath.sentence.role === 'history' || breath.sentence.role === 'medications') return undefined
  for (const hit of breath.causes) {
    if (!hit.meaning.decisive || !explains(hit.meaning, organ)) continue
    const cue = assertionOf(hit, breath)
    if (unsettled.some((kind) => cue.has(kind))) continue
    return text(breath, hit)
  }
  return undefined
}

/** Infection looked for and not found speaks for the drug. */
export function exclusionElsewhere(organ: Organ, breath: CauseBreath): string | undefined {
  for (const hit of breath.causes) {
    if (hit.meaning.cause !== 'infection' || !explains(hit.meaning, organ)) continue
    if (assertionOf(hit, breath).has('negated')) return text(breath, hit)
  }
  return undefined
}

/** A note without a date is taken to be of this year or later; older years then are clearly before the drug. */
const YEAR_OF_UNDATED_NOTES = 2023
/** Few patients get a checkpoint inhibitor for longer; what is older than this began before it. */
const LONGEST_TREATMENT_YEARS = 4

/** "ITP diagnosed 2015", "hypothyroidism since 2004": the year, when it lies before any treatment of now. */
function longSince(mention: Span, breath: CauseBreath, year = YEAR_OF_UNDATED_NOTES): string | undefined {
  for (let at = mention.to; at < Math.min(breath.sentence.to, mention.to + 6); at++) {
    const form = breath.words[at]?.form ?? ''
    const before = breath.words[at - 1]?.form ?? ''
    if (!/^(19|20)\d\d$/.test(form) || !/^(since|diagnosed|dx|dxd|from|in|early|late)$/.test(before)) continue
    if (Number(form) <= year - LONGEST_TREATMENT_YEARS) return form
  }
  return undefined
}

export function isChemotherapyTerm(term: string): boolean {
  return chemotherapyTerms.has(term)
}

function causeStrength(hit: Hit<CauseMeaning>, mention: Mentioned, said: Assertion, breath: CauseBreath): number {
  const kind: CauseKind = hit.meaning.cause
  if (kind === 'old-disease')
    return said.has('flare') || (said.has('now') && !said.has('old')) ? 0 : distance(hit, mention) <= 12 ? 2 : 0
  if (linked(mention, hit, breath, kind === 'infection' ? undefined : weakLinks)) return 2
  if (hit.meaning.decisive && !mention.immune) return 2
  if (broughtWith(hit, mention, said, breath)) return 2
  const proven =
    kind === 'infection' &&
    hit.meaning.organs !== 'any' &&
    breath.links.some((link) => link.meaning.link === 'positive')
  return proven ? 2 : 0
}

/** "xerosis of the shins with mild itch": a cause of this very organ brings the finding along, unless it is new. */
function broughtWith(hit: Hit<CauseMeaning>, mention: Span, said: Assertion, breath: CauseBreath): boolean {
  if (hit.meaning.organs === 'any' || said.has('now') || hit.to > mention.from || mention.from - hit.to > 6)
    return false
  const apart = gapBetween(breath, hit.to, mention.from) & (COMMA | STOP | OPEN | CLOSE)
  return apart === 0 && between(breath, hit.to, mention.from, ['with'])
}

export function explains(cause: CauseMeaning, organ: Organ): boolean {
  return cause.organs === 'any' || cause.organs.includes(organ)
}

/** Words that tie a drug or an infection, but too weak to make another drug or an old condition the cause. */
const weakLinks = /^(on|with|given|by|while on|likely|associated with|in the context of)$/
/** "in a patient on nivolumab" says who the patient is, not what the cause is. */
const settingOnly = /^(on|with|given|since|by|while on|in the context of)$/

/** Linked: one word with it, directly before it, or after it with a linking word between. `tooWeak` are links that do not count. */
function linked(mention: Span, cause: Span, breath: DrugBreath, tooWeak: RegExp | undefined): boolean {
  if (cause.from < mention.to && mention.from < cause.to) return true
  if (cause.to <= mention.from) {
    if (
      mention.from - cause.to <= 1 &&
      (gapBetween(breath, cause.to, mention.from) & (COMMA | STOP | OPEN | CLOSE)) === 0
    )
      return true
    const brings = ['causing', 'cause', 'caused', 'leading', 'resulting']
    if (mention.from - cause.to <= 6 && between(breath, cause.to, mention.from, brings)) return true
    const made = between(breath, cause.to, mention.from, [
      'induced',
      'associated',
      'related',
      'mediated',
      'caused',
      'triggered',
      'provoked',
    ])
    return made && mention.from - cause.to <= 6
  }
  if (cause.from - mention.to > 14) return false
  if (breath.words[mention.to]?.form === 'to' && cause.from - mention.to <= 2) return true
  return breath.links.some(
    (link) =>
      link.meaning.link === 'links' &&
      link.from >= mention.to &&
      link.to <= cause.from &&
      cause.from - link.to <= 3 &&
      !tooWeak?.test(text(breath, link)) &&
      !breath.drugs.some((drug) => drug.from >= link.to && drug.to <= cause.from),
  )
}

/** "pre-ICI", "before nivolumab", "prior to immunotherapy": the drug came later and is no cause. */
function isBefore(hit: Span, breath: DrugBreath): boolean {
  const word = breath.words[hit.from - 1]?.form ?? ''
  if (hit.from === breath.sentence.from) return false
  return (
    /^(pre|before|predate|predated|predates|antedate|antedated)$/.test(word) ||
    (/^(to|starting|any)$/.test(word) && /^(prior|before|to)$/.test(breath.words[hit.from - 2]?.form ?? ''))
  )
}

function gapBetween(breath: DrugBreath, from: number, to: number): number {
  let gap = 0
  for (let at = from; at <= to; at++) gap |= breath.words[at]?.gap ?? 0
  return gap
}

function between(breath: DrugBreath, from: number, to: number, forms: readonly string[]): boolean {
  for (let at = from; at < to; at++) if (forms.includes(breath.words[at]?.form ?? '')) return true
  return false
}

const insideTarget = (hit: Span, target: Span) => hit.from >= target.from && hit.to <= target.to
const distance = (a: Span, b: Span) => (a.to <= b.from ? b.from - a.to : Math.max(0, a.from - b.to))
const text = (breath: DrugBreath, hit: Span) =>
  breath.words
    .slice(hit.from, hit.to)
    .map((word) => word.form)
    .join(' ')
