import type { Fact } from '#fhir-mappings/fact.ts'
import { toUnit } from '#fhir-mappings/units.ts'
import type { Bounds, Criterion, Leaf } from './criteria/criterion.ts'
import { isKindOf } from './intervention.ts'

type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>

/** `partly`: something speaks for it and nothing against it, but a fact is missing. */
export type Holding = 'holds' | 'partly' | 'fails' | 'silent'

/** Whether the laboratory values at hand give the grade that is being looked at. */
export type LaboratoryAnswer = Holding

/**
 * Whether a criterion holds on these facts. What is not mentioned is `silent`, not false. In a joint description the
 * members that say "nothing needed" and "only on examination" are taken from silence; every other one needs a fact.
 */
export function criterionHolds(criterion: Criterion, facts: readonly Fact[], laboratory: LaboratoryAnswer): Holding {
  if ('any' in criterion) {
    const answers = criterion.any.map((one) => criterionHolds(one, facts, laboratory))
    return best(answers)
  }
  if ('all' in criterion) return jointly(criterion.all, facts, laboratory)
  if (criterion.type === 'laboratory') return laboratory
  return leafHolds(criterion, facts)
}

const best = (answers: readonly Holding[]): Holding =>
  (['holds', 'partly', 'silent'] as const).find((answer) => answers.includes(answer)) ?? 'fails'

function jointly(members: readonly Criterion[], facts: readonly Fact[], laboratory: LaboratoryAnswer): Holding {
  const answers = members.map((member) => ({ member, answer: criterionHolds(member, facts, laboratory) }))
  if (answers.some(({ answer }) => answer === 'fails')) return 'fails'
  if (!answers.some(({ answer }) => answer === 'holds' || answer === 'partly')) return 'silent'
  const needed = answers.filter(({ member }) => !isTakenFromSilence(member))
  return needed.every(({ answer }) => answer === 'holds') ? 'holds' : 'partly'
}

const isTakenFromSilence = (member: Criterion): boolean =>
  'type' in member &&
  ((member.type === 'intervention' && member.state === 'not-indicated') ||
    (member.type === 'finding' && member.what === 'clinical or diagnostic observation only'))

function leafHolds(leaf: Exclude<Leaf, { type: 'laboratory' }>, facts: readonly Fact[]): Holding {
  switch (leaf.type) {
    case 'symptom':
      return symptomHolds(leaf, ofType(facts, 'symptom'))
    case 'adl':
      return held(ofType(facts, 'adl').some(({ level }) => level === leaf.level))
    case 'intervention':
      return interventionHolds(leaf, ofType(facts, 'intervention'))
    case 'finding':
      return held(ofType(facts, 'finding').some(({ what }) => sameWords(what, leaf.what)))
    case 'bsa':
      return numberHolds(
        leaf,
        ofType(facts, 'bsa').map(({ percent }) => percent),
      )
    case 'count':
      return numberHolds(
        leaf,
        ofType(facts, 'count').flatMap((fact) => (sameWords(fact.what, leaf.what) ? [fact.value] : [])),
      )
    case 'measure':
      return numberHolds(leaf, measured(leaf, facts))
    case 'consequence':
      return held(ofType(facts, 'consequence').some(({ what }) => isConsequence(what, leaf.what)))
    case 'death':
      return held(ofType(facts, 'death').length > 0)
  }
}

const held = (holds: boolean): Holding => (holds ? 'holds' : 'silent')

const ofType = <T extends Fact['type']>(facts: readonly Fact[], type: T): readonly FactOf<T>[] =>
  facts.filter((fact): fact is FactOf<T> => fact.type === type)

const plain = (words: string): string => words.trim().toLowerCase().replace(/\s+/g, ' ')
const sameWords = (one: string, other: string): boolean => plain(one) === plain(other)

/** "Life-threatening respiratory compromise" is asked for by one term only and said by "life-threatening". */
const isConsequence = (said: string, asked: string): boolean =>
  sameWords(said, asked) || (plain(said).startsWith('life-threatening') && plain(asked).startsWith('life-threatening'))

function symptomHolds(leaf: Extract<Leaf, { type: 'symptom' }>, symptoms: readonly FactOf<'symptom'>[]): Holding {
  const about = symptoms.filter(
    ({ what }) => what === undefined || leaf.what === undefined || sharesWord(what, leaf.what),
  )
  if (about.length === 0) return 'silent'
  const fits = about.some(({ severity }) =>
    leaf.severity === 'any' ? severity !== 'none' : severity === leaf.severity,
  )
  if (leaf.severity === 'none') return about.every(({ severity }) => severity === 'none') ? 'holds' : 'fails'
  return fits ? 'holds' : 'fails'
}

/** "crampy abdominal pain" speaks of "abdominal pain"; words of three letters and fewer say nothing. */
function sharesWord(said: string, asked: string): boolean {
  const words = (text: string) =>
    plain(text)
      .split(/[^a-z]+/)
      .filter((word) => word.length > 3)
  const asks = words(asked)
  return words(said).some((word) => asks.includes(word))
}

/** Indicated counts as much as started: a treatment that the patient declines was still needed. */
function interventionHolds(
  leaf: Extract<Leaf, { type: 'intervention' }>,
  treatments: readonly FactOf<'intervention'>[],
): Holding {
  const about = treatments.filter(({ kind }) => isKindOf(kind, leaf.kind) || (kind === 'any' && leaf.kind !== 'any'))
  if (leaf.state === 'not-indicated') {
    if (about.some(({ state }) => state !== 'not-indicated')) return 'fails'
    return held(about.length > 0)
  }
  const needed = about.filter(({ state, kind }) => state !== 'not-indicated' && isKindOf(kind, leaf.kind))
  const fits = leaf.state === undefined ? needed.length > 0 : needed.some(({ state }) => state === leaf.state)
  if (fits) return 'holds'
  return about.some(({ state }) => state === 'not-indicated') ? 'fails' : 'silent'
}

function measured(leaf: Extract<Leaf, { type: 'measure' }>, facts: readonly Fact[]): readonly number[] {
  return [...ofType(facts, 'measure'), ...ofType(facts, 'vital')]
    .filter(({ what }) => sameWords(what, leaf.what))
    .flatMap(({ value, unit }) => inUnit(value, unit, leaf.unit))
}

/** Without a unit on either side the number is taken as it stands; degrees Fahrenheit are the one printed oddity. */
function inUnit(value: number, unit: string | undefined, wanted: string | undefined): readonly number[] {
  if (unit === undefined || wanted === undefined || unit === wanted) return [value]
  if (wanted === 'Cel' && /^(\[degF\]|°?F)$/i.test(unit)) return [((value - 32) * 5) / 9]
  if (wanted === 'Cel' && /^°?C$/i.test(unit)) return [value]
  const converted = toUnit(value, unit, wanted, '')
  return converted === undefined ? [] : [converted]
}

/** Several numbers for the same thing: the worst decides, so one that fits is enough. */
function numberHolds(bounds: Bounds, values: readonly number[]): Holding {
  if (values.length === 0) return 'silent'
  return values.some((value) => isWithin(bounds, value)) ? 'holds' : 'fails'
}

const isWithin = ({ gt, ge, lt, le }: Bounds, value: number): boolean =>
  (gt === undefined || value > gt) &&
  (ge === undefined || value >= ge) &&
  (lt === undefined || value < lt) &&
  (le === undefined || value <= le)
