import type { Reading } from '#fhir-mappings/claim.ts'
import type { Reader, TextToRead } from '#server/agents/reader.ts'
import { absorbed } from './absorption.ts'
import { type CauseBreath, exclusionElsewhere, provenElsewhere } from './attribution.ts'
import { bindGrades } from './bind-grades.ts'
import { type CauseMeaning, causePhrases } from './causes.ts'
import { claimsOf } from './claims.ts'
import { type CueMeaning, cuePhrases } from './cues.ts'
import { type DrugMeaning, drugPhrases } from './drugs.ts'
import { exposureOf } from './exposure.ts'
import { type HeadingMeaning, headingPhrases } from './headings.ts'
import { type TermMeaning, termPhrases } from './lexicon/lexicon.ts'
import { type LinkMeaning, linkPhrases } from './links.ts'
import { type Mention, mentionOf } from './mention.ts'
import { compilePhrases, findPhrases, type Hit } from './phrases.ts'
import { realWords } from './real-words.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { spellingFor } from './spelling.ts'
import { suspiciousSpans } from './suspicious.ts'
import { type Word, wordsOf } from './words.ts'

type Meaning = TermMeaning | CueMeaning | DrugMeaning | CauseMeaning | HeadingMeaning | LinkMeaning

const book = compilePhrases<Meaning>([
  ...termPhrases(),
  ...cuePhrases(),
  ...drugPhrases(),
  ...causePhrases(),
  ...headingPhrases(),
  ...linkPhrases(),
])

const misspelled = compilePhrases<Meaning>([...termPhrases(), ...drugPhrases()]).vocabulary
const spelling = spellingFor(misspelled, realWords)

/** The name and version that travel with every reading. A changed rule is a new version. */
const identity = { name: 'embedded', version: '1.0.0' } as const

/** The embedded deterministic reader: no network, no model, the same answer for the same text. */
export function embeddedReader(): Reader {
  return { ...identity, read: async (note) => readText(note) }
}

/** Reads one text. Linear in its length; quotes stand in the text at their offsets. */
export function readText(note: TextToRead): Reading {
  const words = correct(wordsOf(note.text))
  const breaths = breathsOf(words)
  const aboutCancer = breaths.some((breath) => breath.links.some((hit) => hit.meaning.link === 'cancer'))
  const exposure = exposureOf(note, breaths, aboutCancer)
  const mentions = mentionsOf(breaths, note, aboutCancer)
  const claims = claimsOf(mentions, {
    text: note.text,
    exposure,
    onChemotherapy: breaths.some((breath) => breath.causes.some((hit) => hit.meaning.cause === 'chemotherapy')),
    treatedSomewhere: breaths.some((breath) => breath.links.some((hit) => hit.meaning.channel === 'treatment')),
  })
  return { exposure, claims: absorbed(claims), suspicious: suspiciousSpans(note.text), reader: identity, unread: null }
}

function correct(words: readonly Word[]): readonly Word[] {
  return words.map((word) => {
    const form = spelling.corrected(word.form)
    return form === word.form ? word : { ...word, form }
  })
}

interface FullBreath extends CauseBreath {
  readonly terms: readonly Hit<TermMeaning>[]
}

/** The sentences with what was found in each. */
function breathsOf(words: readonly Word[]): readonly FullBreath[] {
  const hits = findPhrases(book, words)
  const headings = hits.filter((hit): hit is Hit<HeadingMeaning> => hit.meaning.channel === 'heading')
  const sentences = sentencesOf(words, headings)
  let at = 0
  return sentences.map((sentence) => {
    while (at < hits.length && (hits[at]?.from ?? 0) < sentence.from) at++
    const inside: Hit<Meaning>[] = []
    for (let next = at; next < hits.length; next++) {
      const hit = hits[next]
      if (!hit || hit.from >= sentence.to) break
      if (hit.to <= sentence.to) inside.push(hit)
    }
    return breathOf(words, sentence, inside)
  })
}

function breathOf(words: readonly Word[], sentence: Sentence, hits: readonly Hit<Meaning>[]): FullBreath {
  const cues: Hit<CueMeaning>[] = []
  const drugs: Hit<DrugMeaning>[] = []
  const causes: Hit<CauseMeaning>[] = []
  const links: Hit<LinkMeaning>[] = []
  const terms: Hit<TermMeaning>[] = []
  for (const { from, to, meaning } of hits) {
    switch (meaning.channel) {
      case 'polarity':
      case 'time':
      case 'person':
        cues.push({ from, to, meaning })
        break
      case 'drug':
        drugs.push({ from, to, meaning })
        break
      case 'cause':
        causes.push({ from, to, meaning })
        break
      case 'term':
        terms.push({ from, to, meaning })
        break
      case 'heading':
        break
      default:
        links.push({ from, to, meaning })
    }
  }
  return { words, sentence, cues, drugs, causes, links, terms, blockers: causes }
}

function mentionsOf(breaths: readonly FullBreath[], note: TextToRead, aboutCancer: boolean): readonly Mention[] {
  const year = note.authored === undefined ? undefined : Number(note.authored.slice(0, 4))
  const mentions = breaths.flatMap((breath, place) =>
    breath.terms.flatMap(
      (hit) => mentionOf(hit, breath, { place, aboutCancer, ...(year !== undefined && { year }) }) ?? [],
    ),
  )
  return bindGrades(mentions, breaths).map((mention) => withNeighbours(mention, breaths))
}

/** Two sentences on either side may prove or exclude an infection of the same organ. */
function withNeighbours(mention: Mention, breaths: readonly FullBreath[]): Mention {
  let { against } = mention.weighing
  const why: string[] = []
  for (let place = mention.place - 2; place <= mention.place + 2; place++) {
    const near = breaths[place]
    if (!near || place === mention.place || near.causes.length === 0) continue
    const proof = provenElsewhere(mention.organ, near)
    if (proof !== undefined) {
      against = Math.max(against, 2)
      why.push(`against: infection shown nearby ("${proof}")`)
    }
    const exclusion = exclusionElsewhere(mention.organ, near)
    if (exclusion !== undefined) why.push(`for: infection looked for and not found ("${exclusion}")`)
  }
  return why.length === 0
    ? mention
    : { ...mention, weighing: { ...mention.weighing, against }, why: [...mention.why, ...why] }
}
