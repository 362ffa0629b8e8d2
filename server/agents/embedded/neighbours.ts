import { assertionOf } from './assertion.ts'
import { type CauseBreath, explains } from './attribution.ts'
import type { CauseMeaning } from './causes.ts'
import type { CueKind } from './cues.ts'
import { commonComplaints } from './in-passing.ts'
import type { Organ } from './lexicon/term-words.ts'
import type { Mention } from './mention.ts'
import type { Hit } from './phrases.ts'
import { wordsIn } from './tie.ts'

/** How far, in sentences, an infection shown by a test and a finding that explains by itself may stand. */
const PROVEN_WITHIN = 2
const DECIDED_WITHIN = 4

type Placed = readonly [place: number, breath: CauseBreath]

/** More concluding sentences than this no assessment has; the bound keeps hostile text linear. */
const MOST_CONCLUSIONS = 24

/** These explain what stands beside them, but as a word of an assessment they may mean anything ("statin stays off"). */
const onlyNearby =
  /^(fall|fell|statin|marathon|pci|fena|uti|hyponatremia|hypoglycemia|thrush|h pylori|contact lens|shingle|zoster|found down|iron deficiency|gy)$/

const isConclusive = (hit: Hit<CauseMeaning>, breath: CauseBreath) =>
  hit.meaning.decisive && !onlyNearby.test(wordsIn(breath, hit))

/** The sentences of assessments and diagnoses that name a cause which explains by itself: they speak for the whole note. */
export function conclusionsOf(breaths: readonly CauseBreath[]): readonly Placed[] {
  return breaths
    .map((breath, place): Placed => [place, breath])
    .filter(
      ([, breath]) => breath.sentence.role === 'assessment' && breath.causes.some((hit) => isConclusive(hit, breath)),
    )
    .slice(0, MOST_CONCLUSIONS)
}

/** The sentences near a mention that name causes, and the conclusions further away. */
function around(
  { place }: Mention,
  breaths: readonly CauseBreath[],
  conclusions: readonly Placed[],
): readonly Placed[] {
  const near: Placed[] = []
  for (let at = place - DECIDED_WITHIN; at <= place + DECIDED_WITHIN; at++) {
    const breath = breaths[at]
    if (breath && at !== place && breath.causes.length > 0) near.push([at, breath])
  }
  return [...near, ...conclusions.filter(([at]) => Math.abs(at - place) > DECIDED_WITHIN)]
}

/** Sentences on either side may explain the finding, or prove or exclude an infection of the same organ. */
export function withNeighbours(
  mention: Mention,
  breaths: readonly CauseBreath[],
  conclusions: readonly Placed[],
): Mention {
  let { against } = mention.weighing
  const why: string[] = []
  for (const [place, near] of around(mention, breaths, conclusions)) {
    const away = Math.abs(place - mention.place)
    if (away > DECIDED_WITHIN && mention.weighing.for > 0 && !isOpen(mention)) continue
    for (const [rule, words, weight] of neighbourSays(mention, near, away)) {
      if (words === undefined) continue
      against = Math.max(against, weight)
      why.push(`${rule} ("${words}")`)
    }
  }
  if (why.length === 0) return mention
  return { ...mention, weighing: { ...mention.weighing, against }, why: [...mention.why, ...why] }
}

type Said = readonly [rule: string, words: string | undefined, weight: number]

/** Asked, or only a value or a symptom: then a diagnosis that explains it settles it. */
const isOpen = ({ status, level, term }: Mention) =>
  status === 'suspected' || level === 'laboratory' || commonComplaints.has(term)

function neighbourSays({ organ, weighing, status }: Mention, near: CauseBreath, away: number): readonly Said[] {
  const close = away <= PROVEN_WITHIN
  return [
    ['against: infection shown nearby', close ? proven(organ, near) : undefined, 2],
    ['against: explained nearby', weighing.for < 2 || status === 'suspected' ? decided(organ, near) : undefined, 2],
    ['for: infection looked for and not found', close ? excluded(organ, near) : undefined, 0],
  ]
}

const unsettled: readonly CueKind[] = ['negated', 'ruled-out', 'hypothetical', 'possible', 'historical']

function holds(hit: Hit<CauseMeaning>, breath: CauseBreath): boolean {
  const said = assertionOf(hit, breath)
  return !unsettled.some((kind) => said.has(kind))
}

function proven(organ: Organ, breath: CauseBreath): string | undefined {
  const isPositive = breath.links.some((link) => link.meaning.link === 'positive')
  const hit = breath.causes.find(
    (cause) => isInfectionOf(organ, cause) && cause.meaning.organs !== 'any' && isPositive && holds(cause, breath),
  )
  return hit && wordsIn(breath, hit)
}

/** A finding that explains the organ without a linking word; the past history explains nothing of now. */
function decided(organ: Organ, breath: CauseBreath): string | undefined {
  if (breath.sentence.role === 'history' || breath.sentence.role === 'medications') return undefined
  const hit = breath.causes.find(
    (cause) => cause.meaning.decisive && explains(cause.meaning, organ) && holds(cause, breath),
  )
  return hit && wordsIn(breath, hit)
}

function excluded(organ: Organ, breath: CauseBreath): string | undefined {
  const hit = breath.causes.find((cause) => isInfectionOf(organ, cause) && assertionOf(cause, breath).has('negated'))
  return hit && wordsIn(breath, hit)
}

const isInfectionOf = (organ: Organ, { meaning }: Hit<CauseMeaning>) =>
  meaning.cause === 'infection' && explains(meaning, organ)
