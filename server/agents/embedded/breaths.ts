import { isAdvice, withAdvisedLists } from './advice.ts'
import { answersIn } from './answers.ts'
import type { CauseMeaning } from './causes.ts'
import { causePhrases } from './causes.ts'
import { type CueMeaning, cuePhrases } from './cues.ts'
import { type DrugMeaning, drugPhrases } from './drugs.ts'
import { type FactMeaning, factPhrases } from './fact-words.ts'
import type { FactBreath } from './facts.ts'
import { type HeadingMeaning, headingPhrases } from './headings.ts'
import { type AnalyteMeaning, analytePhrases } from './laboratory-words.ts'
import { type TermMeaning, termPhrases } from './lexicon/lexicon.ts'
import { type LinkMeaning, linkPhrases } from './links.ts'
import { compilePhrases, findPhrases, type Hit } from './phrases.ts'
import { realWords } from './real-words.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { type SignMeaning, signPhrases } from './signs.ts'
import { spellingFor } from './spelling.ts'
import { type Word, wordsOf } from './words.ts'

interface Meanings {
  readonly terms: TermMeaning
  readonly cues: CueMeaning
  readonly drugs: DrugMeaning
  readonly causes: CauseMeaning
  readonly links: LinkMeaning
  readonly facts: FactMeaning
  readonly analytes: AnalyteMeaning
  readonly signs: SignMeaning
}
type Meaning = Meanings[keyof Meanings] | HeadingMeaning

/** A sentence with everything that was found in it. */
export interface FullBreath extends FactBreath {
  readonly terms: readonly Hit<TermMeaning>[]
}

const book = compilePhrases<Meaning>([
  ...termPhrases(),
  ...cuePhrases(),
  ...drugPhrases(),
  ...causePhrases(),
  ...headingPhrases(),
  ...linkPhrases(),
  ...factPhrases(),
  ...analytePhrases(),
  ...signPhrases(),
])

/** Only names of findings and drugs are guessed from a misspelling; the little words that decide are taken as written. */
const guessed = compilePhrases<Meaning>([...termPhrases(), ...drugPhrases()]).vocabulary
const spelling = spellingFor(guessed, new Set([...realWords, ...book.vocabulary].filter((word) => !guessed.has(word))))

const listOf: Readonly<Record<Exclude<Meaning['channel'], 'heading'>, keyof Meanings>> = {
  term: 'terms',
  polarity: 'cues',
  time: 'cues',
  person: 'cues',
  drug: 'drugs',
  cause: 'causes',
  link: 'links',
  immune: 'links',
  treatment: 'links',
  plan: 'links',
  positive: 'links',
  fact: 'facts',
  analyte: 'analytes',
  sign: 'signs',
}

/** The sentences of a text, each with what was found in it, in one pass over its words. */
export function breathsOf(text: string): readonly FullBreath[] {
  const words = joined(wordsOf(text)).map(asMeant)
  const hits = findPhrases(book, words)
  const headings = hits.filter((hit): hit is Hit<HeadingMeaning> => hit.meaning.channel === 'heading')
  let at = 0
  const breaths = sentencesOf(words, headings).map((sentence) => {
    while (at < hits.length && (hits[at]?.from ?? 0) < sentence.from) at++
    const first = at
    while (at < hits.length && (hits[at]?.from ?? 0) < sentence.to) at++
    return breathOf(text, words, sentence, hits.slice(first, at))
  })
  return withAdvisedLists(breaths)
}

/** A name that dictation cut in two is this long at least. */
const SHORTEST_JOINED = 8

/** "pneumo nitis", "immuno therapy": two words that are no names and together make one are read as one. */
function joined(words: readonly Word[]): readonly Word[] {
  const whole: Word[] = []
  for (let at = 0; at < words.length; at++) {
    const [first, second] = [words[at], words[at + 1]]
    if (!first) break
    const form = second && second.gap === 0 ? first.form + second.form : ''
    if (second && form.length >= SHORTEST_JOINED && guessed.has(form) && !guessed.has(first.form)) {
      whole.push({ start: first.start, end: second.end, form, gap: first.gap })
      at++
    } else whole.push(first)
  }
  return whole
}

function asMeant(word: Word): Word {
  const form = spelling.corrected(word.form)
  return form === word.form ? word : { ...word, form }
}

function breathOf(text: string, words: readonly Word[], sentence: Sentence, hits: readonly Hit<Meaning>[]): FullBreath {
  const found: { [list in keyof Meanings]: Hit<Meanings[list]>[] } = {
    terms: [],
    cues: [],
    drugs: [],
    causes: [],
    links: [],
    facts: [],
    analytes: [],
    signs: [],
  }
  for (const hit of hits) {
    if (hit.meaning.channel === 'heading' || hit.to > sentence.to) continue
    const list: Hit<Meaning>[] = found[listOf[hit.meaning.channel]]
    list.push(hit)
  }
  const blockers = [...found.causes, ...found.analytes]
  return {
    words,
    sentence,
    ...found,
    blockers,
    answered: hits.length === 0 ? [] : answersIn(text, words, sentence),
    advises: hits.length > 0 && isAdvice(words, sentence),
  }
}
