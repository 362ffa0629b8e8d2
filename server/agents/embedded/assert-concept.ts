import { type Assertion, assertionOf, type Span } from './assertion.ts'
import { breathsOf, type FullBreath } from './breaths.ts'
import type { Word } from './words.ts'

/** What a sentence says of any concept in it, in the terms of ConText. */
export interface ConceptAssertion {
  readonly negation: 'affirmed' | 'negated' | 'possible'
  readonly temporality: 'recent' | 'historical' | 'hypothetical'
  readonly experiencer: 'patient' | 'family member' | 'other'
}

const unmarked: ConceptAssertion = { negation: 'affirmed', temporality: 'recent', experiencer: 'patient' }

/** Reads the words around a concept with the rules that the reader uses; a concept that is not there is unmarked. */
export function assertConcept(sentence: string, concept: string): ConceptAssertion {
  const asked = breathsOf(concept).flatMap(({ words, sentence }) =>
    words.slice(sentence.from, sentence.to).map(({ form }) => form),
  )
  const places = breathsOf(sentence).flatMap((breath) => spansOf(asked, breath).map((span) => ({ span, breath })))
  const read = places.map(({ span, breath }) => conceptAssertion(assertionOf(span, breath), span, breath))
  return (
    read.find((one) => one.negation !== 'affirmed') ??
    read.find((one) => one.temporality !== 'recent') ??
    read[0] ??
    unmarked
  )
}

function spansOf(asked: readonly string[], { words, sentence }: FullBreath): readonly Span[] {
  const found: Span[] = []
  for (let from = sentence.from; asked.length > 0 && from < sentence.to; from++) {
    if (asked.every((form, index) => words[from + index]?.form === form)) found.push({ from, to: from + asked.length })
  }
  return found
}

function conceptAssertion(said: Assertion, span: Span, breath: FullBreath): ConceptAssertion {
  return {
    negation: negationOf(said),
    temporality: temporalityOf(said, breath),
    experiencer: experiencerOf(said, span, breath),
  }
}

function negationOf(said: Assertion): ConceptAssertion['negation'] {
  if (said.has('negated') || said.has('ruled-out')) return 'negated'
  return said.has('possible') ? 'possible' : 'affirmed'
}

/** Habits and allergies are of before, as is the past history. */
const pastRoles = new Set(['history', 'social', 'allergies'])

function temporalityOf(said: Assertion, { sentence }: FullBreath): ConceptAssertion['temporality'] {
  if (said.has('hypothetical') || sentence.role === 'counselling') return 'hypothetical'
  if (said.has('historical') || pastRoles.has(sentence.role)) return 'historical'
  return 'recent'
}

const relatives =
  /^(mother|father|sister|brother|mom|dad|parent|aunt|uncle|grand\w+|cousin|son|daughter|sibling|niece|nephew|family|maternal|paternal|fh|fhx)/

function experiencerOf(said: Assertion, span: Span, { sentence, words }: FullBreath): ConceptAssertion['experiencer'] {
  const other = said.get('other-person')
  if (sentence.role === 'family') return 'family member'
  if (other === undefined) return 'patient'
  return other.split(' ').some((word) => relatives.test(word)) || hasRelative(words, sentence.from, span.from)
    ? 'family member'
    : 'other'
}

function hasRelative(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (relatives.test(words[at]?.form ?? '')) return true
  return false
}
