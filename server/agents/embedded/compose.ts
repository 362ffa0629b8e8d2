import { assertionOf } from './assertion.ts'
import { weigh } from './attribution.ts'
import { type FactBreath, isSilent } from './facts.ts'
import type { ValueInText } from './laboratory-values.ts'
import type { Mention, MentionContext } from './mention.ts'
import { textOf } from './mention.ts'
import { type Composite, composites } from './signs.ts'

/** Signs of one composite must stand within this many sentences. */
const WINDOW = 6

interface SeenSign {
  readonly sign: string
  readonly place: number
  readonly from: number
  readonly to: number
  readonly isNew: boolean
}

/** Findings that no word names but several signs together amount to; only for terms the text does not name itself. */
export function composedMentions(
  breaths: readonly FactBreath[],
  named: ReadonlySet<string>,
  aboutCancer: boolean,
): readonly Mention[] {
  const seen = breaths.flatMap((breath, place) => signsOf(breath, place))
  if (seen.length < 2) return []
  const composed = new Map<string, Mention>()
  for (const composite of composites) {
    if (named.has(composite.term) || composed.has(composite.term) || isExplained(composite, breaths)) continue
    const signs = together(composite, seen)
    const first = signs?.[0]
    const breath = first && breaths[first.place]
    if (signs && first && breath) composed.set(composite.term, suspected(composite, { signs, breath, aboutCancer }))
  }
  return [...composed.values()]
}

function signsOf(breath: FactBreath, place: number): readonly SeenSign[] {
  if (isSilent(breath) || breath.sentence.role === 'medications') return []
  return breath.signs.flatMap((hit) => {
    const said = assertionOf(hit, breath)
    if (
      said.has('negated') ||
      said.has('hypothetical') ||
      said.has('other-person') ||
      said.has('historical') ||
      said.has('ruled-out')
    )
      return []
    if (said.has('old') && !said.has('flare')) return []
    return [{ sign: hit.meaning.sign, place, from: hit.from, to: hit.to, isNew: said.has('now') || said.has('onset') }]
  })
}

/** Another cause of the same organ stands in the story: then the signs alone say nothing of the drug. */
function isExplained(composite: Composite, breaths: readonly FactBreath[]): boolean {
  if (!composite.mustBeNew) return false
  return breaths.some(
    (breath) =>
      !isSilent(breath) &&
      breath.causes.some((hit) => {
        const fits = hit.meaning.organs !== 'any' && hit.meaning.organs.includes(composite.organ)
        return (
          (fits || hit.meaning.cause === 'progression') &&
          !assertionOf(hit, breath).has('negated') &&
          breath.sentence.role !== 'history'
        )
      }),
  )
}

function together(composite: Composite, seen: readonly SeenSign[]): readonly SeenSign[] | undefined {
  const [first, second] = composite.needs
  for (const one of seen) {
    if (!first?.includes(one.sign)) continue
    const other = seen.find((sign) => second?.includes(sign.sign) && Math.abs(sign.place - one.place) <= WINDOW)
    if (!other) continue
    if (composite.mustBeNew && !one.isNew && !other.isNew) continue
    return [one, other]
  }
  return undefined
}

function suspected(
  composite: Composite,
  { signs, breath, aboutCancer }: { signs: readonly SeenSign[]; breath: FactBreath; aboutCancer: boolean },
): Mention {
  const first = signs[0] ?? { place: 0, from: 0, to: 1 }
  const mentioned = { from: first.from, to: first.to, term: composite.term, organ: composite.organ, immune: false }
  return {
    ...mentioned,
    level: 'symptom',
    needsLink: false,
    status: 'suspected',
    certainty: 'suspected',
    reportedBy: breath.sentence.role === 'message' ? 'patient' : 'clinician',
    ruledOut: false,
    resolved: false,
    told: true,
    initially: false,
    current: true,
    inPassing: false,
    weighing: weigh(mentioned, assertionOf(mentioned, breath), breath, { aboutCancer }),
    breath,
    place: first.place,
    why: [`signs together: ${signs.map((sign) => sign.sign).join(' and ')}`],
    grades: [],
    facts: [],
  }
}

/** A value far out of range raises a suspicion by itself, also where no word names it. */
export function measuredMention(value: ValueInText, breath: FactBreath, context: MentionContext): Mention | undefined {
  const { signal, organ } = value.meaning
  if (!signal || !isSignal(value)) return undefined
  const mentioned = { from: value.from, to: value.to, term: signal.term, organ, immune: false }
  const said = assertionOf(mentioned, breath)
  if (said.has('negated') || said.has('hypothetical') || said.has('other-person') || said.has('historical'))
    return undefined
  return {
    ...mentioned,
    level: 'laboratory',
    needsLink: signal.needsLink ?? false,
    status: 'suspected',
    certainty: 'suspected',
    reportedBy: 'laboratory',
    ruledOut: false,
    resolved: said.has('resolved'),
    told: true,
    initially: false,
    current: true,
    inPassing: false,
    weighing: weigh(mentioned, said, breath, context),
    breath,
    place: context.place,
    why: [`"${textOf(breath.words, value)}" is far out of range`],
    grades: [],
    facts: [],
  }
}

function isSignal({ fact, meaning }: ValueInText): boolean {
  const { signal, uln } = meaning
  if (signal?.below !== undefined) return fact.value !== undefined && fact.value < signal.below && fact.value >= 0
  if (signal?.times === undefined) return false
  if (fact.timesUln !== undefined) return fact.timesUln >= signal.times
  return fact.value !== undefined && uln !== undefined && fact.value >= uln * signal.times && fact.value <= uln * 500
}
