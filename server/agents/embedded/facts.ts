import type { Fact } from '#fhir-mappings/fact.ts'
import { type Assertion, assertionOf, type Span } from './assertion.ts'
import type { CauseBreath } from './attribution.ts'
import { countedFacts, type FoundFact } from './counted-facts.ts'
import type { FactMeaning } from './fact-words.ts'
import { laboratoryValues, type ValueInText } from './laboratory-values.ts'
import type { AnalyteMeaning } from './laboratory-words.ts'
import type { Hit } from './phrases.ts'
import type { SignMeaning } from './signs.ts'

/** A sentence with everything that was found in it. */
export interface FactBreath extends CauseBreath {
  readonly facts: readonly Hit<FactMeaning>[]
  readonly analytes: readonly Hit<AnalyteMeaning>[]
  readonly signs: readonly Hit<SignMeaning>[]
}

/** Sections whose words are no facts of this episode. */
const silentRoles = new Set(['family', 'counselling', 'allergies', 'history', 'social'])

export const isSilent = (breath: FactBreath): boolean => silentRoles.has(breath.sentence.role)

/** The facts of one sentence that hold for this patient now. */
export function factsOf(text: string, breath: FactBreath, values: readonly ValueInText[]): readonly FoundFact[] {
  if (isSilent(breath)) return []
  const said = breath.facts.flatMap((hit) => saidFact(hit, breath) ?? [])
  const counted = countedFacts(text, breath.words, breath.sentence).filter((fact) => holds(fact, breath))
  return [...said, ...counted, ...values, ...signFacts(breath)]
}

export function valuesOf(text: string, breath: FactBreath): readonly ValueInText[] {
  if (isSilent(breath)) return []
  return laboratoryValues(text, breath.words, breath.sentence, breath.analytes).filter((value) => holds(value, breath))
}

function holds(span: Span, breath: FactBreath): boolean {
  const said = assertionOf(span, breath)
  return !isElsewhere(said) && !said.has('negated')
}

const isElsewhere = (said: Assertion) =>
  said.has('hypothetical') || said.has('other-person') || (said.has('historical') && !said.has('now'))

/** A negated treatment is a fact of its own: not indicated. Other negated facts say nothing. */
function saidFact(hit: Hit<FactMeaning>, breath: FactBreath): FoundFact | undefined {
  const { fact, organs } = hit.meaning
  const said = assertionOf(hit, breath)
  const found = { organs, from: hit.from, to: hit.to }
  if (isElsewhere(said) || isForAnotherReason(fact, breath)) return undefined
  if (!said.has('negated')) return { ...found, fact }
  if (fact.type === 'intervention' && organs !== 'any') return { ...found, fact: { ...fact, state: 'not-indicated' } }
  return undefined
}

/** Steroids with chemotherapy for nausea, home oxygen for COPD, admission for progression. */
function isForAnotherReason(fact: Fact, breath: FactBreath): boolean {
  if (fact.type !== 'intervention') return false
  const other = breath.causes.some(
    (cause) =>
      (cause.meaning.cause === 'chemotherapy' ||
        cause.meaning.cause === 'progression' ||
        cause.meaning.cause === 'old-disease' ||
        (cause.meaning.cause === 'other' && cause.meaning.organs.includes('lung'))) &&
      !assertionOf(cause, breath).has('negated'),
  )
  if (!other) return false
  return (
    /oxygen|steroid|hospitalisation/.test(fact.kind) && !breath.links.some((link) => link.meaning.link === 'immune')
  )
}

/** Breathlessness and cough are the symptoms of a lung finding. */
function signFacts(breath: FactBreath): readonly FoundFact[] {
  return breath.signs.flatMap((hit): FoundFact[] => {
    if (!/^(dyspnea|cough|hypoxia)$/.test(hit.meaning.sign) || !holds(hit, breath)) return []
    return [
      {
        fact: { type: 'symptom', severity: degreeAt(breath, hit) ?? 'moderate' },
        organs: ['lung'],
        from: hit.from,
        to: hit.to,
      },
    ]
  })
}

const degrees: ReadonlyMap<string, 'mild' | 'moderate' | 'severe'> = new Map([
  ['mild', 'mild'],
  ['mildly', 'mild'],
  ['slight', 'mild'],
  ['minimal', 'mild'],
  ['moderate', 'moderate'],
  ['moderately', 'moderate'],
  ['severe', 'severe'],
  ['severely', 'severe'],
  ['debilitating', 'severe'],
  ['profound', 'severe'],
  ['intractable', 'severe'],
  ['excruciating', 'severe'],
  ['fulminant', 'severe'],
])

/** "severe watery diarrhea", "fatigue - severe": the degree within three words before or right after. */
export function degreeAt(breath: CauseBreath, span: Span): 'mild' | 'moderate' | 'severe' | undefined {
  for (let at = Math.max(breath.sentence.from, span.from - 3); at < span.from; at++) {
    const degree = degrees.get(breath.words[at]?.form ?? '')
    if (degree !== undefined && !hasBreak(breath, at, span.from)) return degree
  }
  const after = breath.words[span.to]
  if (!after || span.to >= breath.sentence.to || (after.gap & ~(512 | 64)) !== 0) return undefined
  return degrees.get(after.form)
}

/** Between degree and finding only words that describe it: no comma, no "and" with another finding. */
function hasBreak(breath: CauseBreath, from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at++) if ((breath.words[at]?.gap ?? 0) !== 0) return true
  return false
}
