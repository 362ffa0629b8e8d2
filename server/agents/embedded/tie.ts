import type { Span } from './assertion.ts'
import type { DrugBreath } from './exposure.ts'
import { CLOSE, COLON, COMMA, DASH, EQUALS, OPEN, STOP } from './words.ts'

/** Words that tie an infection, but too weak to make another drug or an old condition the cause. */
export const weakLinks = /^(on|with|given|by|while on|likely|associated with|in the context of)$/
/** "in a patient on nivolumab" says who the patient is, not what the cause is. */
export const settingOnly = /^(on|with|given|since|by|while on|in the context of)$/

const APART = COMMA | STOP | OPEN | CLOSE
/** "paclitaxel-induced neuropathy", "norovirus causing diarrhea" */
const brings =
  /^(causing|cause|caused|leading|resulting|induced|associated|related|mediated|triggered|provoked|give|gave|given|allergy|allergic|premed)$/

/**
 * Whether the words tie a finding to a cause: one word with it, directly before it, or after it with a linking word
 * between the two. `tooWeak` are linking words that do not count.
 */
export function isTied(mention: Span, cause: Span, breath: DrugBreath, tooWeak?: RegExp): boolean {
  if (cause.from < mention.to && mention.from < cause.to) return true
  return cause.to <= mention.from ? leadsTo(mention, cause, breath) : followsFrom(mention, cause, breath, tooWeak)
}

function leadsTo(mention: Span, cause: Span, breath: DrugBreath): boolean {
  const away = mention.from - cause.to
  if (heads(cause, breath)) return true
  if (away <= 1 && (gapBetween(breath, cause.to, mention.from) & APART) === 0) return true
  return away <= 6 && hasWord(breath, cause.to, mention.from, brings)
}

/** "Axitinib: hoarseness, loose stools": what stands before the colon brings what follows. */
const heads = (cause: Span, { words, sentence, drugs }: DrugBreath): boolean =>
  drugs.length === 0 && cause.from === sentence.from && ((words[cause.to]?.gap ?? 0) & COLON) !== 0

/** "hepatitis - viral panel pending": a test for a cause is not the cause. */
const ofTest =
  /^(panel|serolog\w*|pcr|study|workup|work|culture|test\w*|screen|swab|titer|load|ct|mri|scan|enhanced|biopsy|pending|sent|neg|negative)$/

/** "ALT 121 (muscle)", "LFT bump: viral", "bilirubin rising = progression", "transaminases of sepsis", "AKI, TMP effect". */
function isGlossed(mention: Span, cause: Span, breath: DrugBreath): boolean {
  const away = cause.from - mention.to
  if (ofTest.test(breath.words[cause.to]?.form ?? '')) return false
  const gap = gapBetween(breath, mention.to, cause.from)
  if ((gap & EQUALS) !== 0) return true
  if (away <= 1 && ((breath.words[cause.from]?.gap ?? 0) & (OPEN | COLON | DASH)) !== 0) return true
  if (away === 0 && (cause.to === breath.sentence.to || breath.words[cause.from]?.form === 'post')) return true
  if (away === 1 && /^(of|post)$/.test(breath.words[mention.to]?.form ?? '')) return true
  return away <= 8 && /^(effect|toxicity|sequela|sequelae)$/.test(breath.words[cause.to]?.form ?? '')
}

function followsFrom(mention: Span, cause: Span, breath: DrugBreath, tooWeak: RegExp | undefined): boolean {
  if (cause.from - mention.to > 14) return false
  if (isGlossed(mention, cause, breath)) return true
  if (breath.words[mention.to]?.form === 'to' && cause.from - mention.to <= 2) return true
  return breath.links.some(
    (link) =>
      link.meaning.link === 'links' &&
      link.from >= mention.to &&
      link.to <= cause.from &&
      cause.from - link.to <= 3 &&
      !tooWeak?.test(wordsIn(breath, link)) &&
      !breath.drugs.some((drug) => drug.from >= link.to && drug.to <= cause.from),
  )
}

/** "xerosis of the shins with mild itch": within six words and without a comma, the cause brings the finding along. */
export function comesWith(mention: Span, cause: Span, breath: DrugBreath): boolean {
  if (cause.to > mention.from || mention.from - cause.to > 6) return false
  if ((gapBetween(breath, cause.to, mention.from) & APART) !== 0) return false
  return hasWord(breath, cause.to, mention.from, /^with$/)
}

/** "pre-ICI", "before nivolumab", "prior to immunotherapy": the drug came later and is no cause. */
export function isBefore(hit: Span, breath: DrugBreath): boolean {
  if (hit.from === breath.sentence.from) return false
  const word = breath.words[hit.from - 1]?.form ?? ''
  if (/^(pre|before|predate|predated|predates|antedate|antedated)$/.test(word)) return true
  return /^(to|starting|any)$/.test(word) && /^(prior|before|to)$/.test(breath.words[hit.from - 2]?.form ?? '')
}

export const isInside = (hit: Span, target: Span): boolean => hit.from >= target.from && hit.to <= target.to
export const distance = (a: Span, b: Span): number => (a.to <= b.from ? b.from - a.to : Math.max(0, a.from - b.to))

/** The folded words of a span, for the explanation. */
export const wordsIn = (breath: DrugBreath, hit: Span): string =>
  breath.words
    .slice(hit.from, hit.to)
    .map((word) => word.form)
    .join(' ')

function gapBetween(breath: DrugBreath, from: number, to: number): number {
  let gap = 0
  for (let at = from; at <= to; at++) gap |= breath.words[at]?.gap ?? 0
  return gap
}

function hasWord(breath: DrugBreath, from: number, to: number, words: RegExp): boolean {
  for (let at = from; at < to; at++) if (words.test(breath.words[at]?.form ?? '')) return true
  return false
}
