import type { Reading } from '#fhir-mappings/claim.ts'
import type { Quote } from '#fhir-mappings/quote.ts'
import type { Reader, TextToRead } from '#server/agents/reader.ts'
import { absorbed } from './absorption.ts'
import { assertionOf } from './assertion.ts'
import { bindFacts } from './bind-facts.ts'
import { bindGrades } from './bind-grades.ts'
import { breathsOf, type FullBreath } from './breaths.ts'
import { claimsOf } from './claims.ts'
import { composedMentions, measuredMention } from './compose.ts'
import { withExonerations } from './exoneration.ts'
import { exposureOf } from './exposure.ts'
import { factsOf, valuesOf } from './facts.ts'
import { type Mention, mentionOf } from './mention.ts'
import { conclusionsOf, withNeighbours } from './neighbours.ts'
import { suspiciousSpans } from './suspicious.ts'

/** The name and version that travel with every reading. A changed rule is a new version. */
const identity = { name: 'embedded', version: '1.1.0' } as const

/** The embedded deterministic reader: no network, no model, the same answer for the same text. */
export function embeddedReader(): Reader {
  return { ...identity, read: async (note) => readText(note) }
}

/** Reads one text. Linear in its length; every quote stands in the text at its offsets. */
export function readText(note: TextToRead): Reading {
  const breaths = breathsOf(note.text)
  const aboutCancer = breaths.some((breath) => breath.links.some((hit) => hit.meaning.link === 'cancer'))
  const exposure = exposureOf(note, breaths, aboutCancer)
  const suspicious = suspiciousSpans(note.text)
  const mentions = mentionsOf(note, breaths, { aboutCancer, orders: suspicious })
  const claims = claimsOf(mentions, {
    text: note.text,
    exposure,
    onChemotherapy: breaths.some(isOnChemotherapy),
    treatedSomewhere: breaths.some((breath) => breath.links.some((hit) => hit.meaning.channel === 'treatment')),
  })
  return { exposure, claims: absorbed(claims), suspicious, reader: identity, unread: null }
}

/** Chemotherapy that this patient gets or got: not "never had chemo", not only considered. */
function isOnChemotherapy(breath: FullBreath): boolean {
  return breath.causes.some((hit) => {
    if (hit.meaning.cause !== 'chemotherapy') return false
    const said = assertionOf(hit, breath)
    return !said.has('negated') && !said.has('hypothetical') && !said.has('other-person')
  })
}

interface Surroundings {
  readonly aboutCancer: boolean
  readonly orders: readonly Quote[]
}

/** Everything the text says of any term: named, measured, or shown by signs together; with grades and facts. */
function mentionsOf(note: TextToRead, breaths: readonly FullBreath[], around: Surroundings): readonly Mention[] {
  const { aboutCancer, orders } = around
  const year = note.authored === undefined ? undefined : Number(note.authored.slice(0, 4))
  const contextAt = (place: number) => ({ place, aboutCancer, ...(year !== undefined && { year }) })
  const values = breaths.map((breath) => valuesOf(note.text, breath))
  const said = breaths
    .flatMap((breath, place) => breath.terms.flatMap((hit) => mentionOf(hit, breath, contextAt(place)) ?? []))
    .filter((mention) => !isOrdered(mention, orders))
  const measured = breaths.flatMap((breath, place) =>
    (values[place] ?? []).flatMap((value) => measuredMention(value, breath, contextAt(place)) ?? []),
  )
  const composed = composedMentions(breaths, namedIn(said), aboutCancer)
  const all = [...said, ...measured, ...composed].toSorted((a, b) => a.from - b.from)
  const facts = breaths.map((breath, place) => factsOf(note.text, breath, values[place] ?? []))
  const conclusions = conclusionsOf(breaths)
  const weighed = bindFacts(bindGrades(all, breaths), breaths, facts).map((mention) =>
    withNeighbours(mention, breaths, conclusions),
  )
  return withExonerations(weighed, breaths)
}

const namedIn = (mentions: readonly Mention[]) =>
  new Set(mentions.filter(({ status }) => status !== 'hypothetical' && status !== 'family').map(({ term }) => term))

/** Words that try to instruct the reader neither take a finding away nor put one in. */
function isOrdered(mention: Mention, orders: readonly Quote[]): boolean {
  const start = mention.breath.words[mention.from]?.start ?? 0
  return orders.some((order) => start >= order.start && start < order.end)
}
