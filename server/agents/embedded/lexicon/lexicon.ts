import { digestive } from './digestive.ts'
import { kidneyBloodWhole } from './kidney-blood-whole.ts'
import { lungAndGlands } from './lung-and-glands.ts'
import { nerveHeartEye } from './nerve-heart-eye.ts'
import { skinAndJoints } from './skin-and-joints.ts'
import type { Organ, TermWords } from './term-words.ts'
import { traps } from './traps.ts'

export interface TermMeaning {
  readonly channel: 'term'
  /** an id of the irAE terms; null for words that only look like one */
  readonly term: string | null
  readonly organ: Organ
  readonly level: 'diagnosis' | 'symptom' | 'laboratory' | 'chronic'
  /** the name says that immunotherapy is meant */
  readonly immune: boolean
  readonly needsLink: boolean
}

const terms: readonly TermWords[] = [
  ...digestive,
  ...lungAndGlands,
  ...skinAndJoints,
  ...nerveHeartEye,
  ...kidneyBloodWhole,
]

export function* termPhrases(): Generator<{ words: string; meaning: TermMeaning }> {
  for (const entry of terms) {
    for (const level of ['diagnosis', 'symptom', 'laboratory', 'chronic'] as const) {
      yield* phrasesOf(entry, level, false, entry[level] ?? [])
    }
    yield* phrasesOf(entry, 'laboratory', false, (entry.value ?? []).flatMap(raised))
    yield* phrasesOf(entry, 'diagnosis', true, entry.immune ?? [])
  }
  const trap: TermMeaning = {
    channel: 'term',
    term: null,
    organ: 'whole',
    level: 'diagnosis',
    immune: false,
    needsLink: false,
  }
  for (const words of traps) yield { words, meaning: trap }
}

/** The ways in which notes say that a value is too high. */
const raised = (name: string): readonly string[] => [
  `elevated|raised|high|increased|rising|abnormal|uptrending ${name}`,
  `${name} elevation|increase|increased|rise|bump|elevated|raised`,
  `${name} trivial|mild|slight|minor|modest|small bump|rise|elevation|increase`,
  `${name} is|was|are|were|remains elevated|raised|high|up|rising`,
  `rise|increase|elevation|bump in|of ${name}`,
]

function* phrasesOf(
  entry: TermWords,
  level: TermMeaning['level'],
  immune: boolean,
  phrases: readonly string[],
): Generator<{ words: string; meaning: TermMeaning }> {
  const needsLink = entry.needsLink ?? false
  const meaning: TermMeaning = { channel: 'term', term: entry.term, organ: entry.organ, level, immune, needsLink }
  for (const words of phrases) yield { words, meaning }
}
