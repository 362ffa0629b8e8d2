import type { Claim } from '#fhir-mappings/claim.ts'
import type { Fact } from '#fhir-mappings/fact.ts'
import type { Exposure } from './exposure.ts'
import { type Mention, quoteOf, type Status } from './mention.ts'

/** Chemotherapy does these so often that, without a word for immunotherapy, it is taken as their cause. */
const chemotherapyTerms = new Set([
  'peripheral-neuropathy',
  'anemia',
  'neutropenia',
  'immune-thrombocytopenia',
  'mucositis',
  'fatigue',
  'aplastic-anemia',
])

/** What is known of the whole text when its mentions are weighed together. */
export interface WholeText {
  readonly text: string
  readonly exposure: Exposure
  /** chemotherapy is named as given to this patient */
  readonly onChemotherapy: boolean
  /** a course of steroids or a stopped drug is told somewhere */
  readonly treatedSomewhere: boolean
}

/** One claim for each term of the text. */
export function claimsOf(mentions: readonly Mention[], whole: WholeText): Claim[] {
  const byTerm = Map.groupBy(mentions, (mention) => mention.term)
  return asSiblings([...byTerm.values()].map((same) => claimOf(same, whole)))
}

function claimOf(mentions: readonly Mention[], whole: WholeText): Claim {
  const { status, by, rule } = settle(mentions)
  const active = status === 'present' || status === 'suspected'
  const attributed = attribute(by, mentions, status, whole)
  const grades = active ? by.flatMap((mention) => mention.grades.map((grade) => ({ grade, mention }))) : []
  const worst = grades.toSorted((a, b) => b.grade.grade - a.grade.grade)[0]
  const quotes = best(by).map((mention) => quoteOf(whole.text, mention, mention.breath))
  const words = by[0]?.breath.words ?? []
  const at = worst && { start: words[worst.grade.from]?.start ?? 0, end: words[worst.grade.to - 1]?.end ?? 1 }
  return {
    term: by[0]?.term ?? '',
    status,
    attribution: attributed.attribution,
    certainty:
      by.some((mention) => mention.certainty === 'confirmed') && status === 'present' ? 'confirmed' : 'suspected',
    reportedBy: reportedBy(by),
    stated:
      worst && at
        ? {
            grade: worst.grade.grade,
            ...(worst.grade.range && { range: worst.grade.range }),
            at: { ...at, text: whole.text.slice(at.start, at.end) },
          }
        : null,
    facts: uniqueFacts(by.flatMap((mention) => mention.facts)),
    quotes: uniqueQuotes(quotes),
    why: [...new Set([...by.slice(0, 4).flatMap((mention) => [...mention.why]), rule, attributed.why])]
      .filter((line) => line !== '')
      .slice(0, 24),
  }
}

interface Settled {
  readonly status: Status
  readonly by: readonly Mention[]
  readonly rule: string
}

/** Which status stands when mentions of one term disagree. */
function settle(mentions: readonly Mention[]): Settled {
  const of = (status: Status) => mentions.filter((mention) => mention.status === status)
  const ruledOut = mentions.filter((mention) => mention.ruledOut)
  const present = of('present')
  const suspected = of('suspected')
  const held = [...present, ...suspected]
  const lastHeld = held.reduce((last, mention) => Math.max(last, mention.place), -1)
  const firstOnly = held.every((mention) => mention.initially || mention.status === 'suspected')
  if (firstOnly && ruledOut.some((mention) => mention.place >= lastHeld)) {
    return { status: 'negated', by: ruledOut, rule: 'suspected first, ruled out later' }
  }
  const denied = of('negated').filter((mention) => mention.level === 'diagnosis' && mention.place >= lastHeld)
  if (held.length > 0 && firstOnly && denied.length > 0)
    return { status: 'negated', by: denied, rule: 'only asked or suspected, and denied afterwards' }
  const past = of('historical')
  if (present.length > 0 && suspected.length === 0 && past.length > 0 && present.every(isReference))
    return { status: 'historical', by: past, rule: 'told as past; named again without anything of now' }
  if (present.length > 0) {
    const over = present.every((mention) => mention.resolved) && !present.some((mention) => mention.told)
    if (over)
      return { status: 'historical', by: present, rule: 'resolved, and no onset or treatment is told in this text' }
    return {
      status: 'present',
      by: held,
      rule: of('negated').length > 0 ? 'affirmed in the story; the negation elsewhere is weaker' : '',
    }
  }
  if (suspected.length > 0) return { status: 'suspected', by: suspected, rule: '' }
  for (const status of ['historical', 'negated', 'hypothetical', 'family'] as const) {
    if (of(status).length > 0) return { status, by: of(status), rule: '' }
  }
  return { status: 'hypothetical', by: mentions, rule: '' }
}

const isNotChemotherapy = ({ weighing }: Mention) =>
  weighing.why.some((line) => line.startsWith('for: excluded: chemotherapy'))

/** Names an event without onset, treatment, grade, word of now or link to the drug. */
const isReference = ({ told, current, grades, weighing, level }: Mention) =>
  !told && !current && grades.length === 0 && weighing.for < 2 && level === 'diagnosis'

function attribute(
  by: readonly Mention[],
  all: readonly Mention[],
  status: Status,
  whole: WholeText,
): { attribution: Claim['attribution']; why: string } {
  if (whole.exposure === 'none')
    return { attribution: 'other', why: 'no checkpoint inhibitor is known for this patient' }
  const speaksFor = by.reduce((most, mention) => Math.max(most, mention.weighing.for), 0)
  const against = by.reduce((most, mention) => Math.max(most, mention.weighing.against), 0)
  if (speaksFor >= 2 && against >= 2) {
    const last = by.filter((mention) => mention.weighing.for >= 2 || mention.weighing.against >= 2).at(-1)
    const revised = by.some((mention) => mention.initially && mention.weighing.for >= 2)
    if (status === 'suspected') return { attribution: 'other', why: 'asked as immune, explained by another cause' }
    if (revised) return { attribution: 'other', why: 'first thought immune, later explained by another cause' }
    return last && last.weighing.against < 2 && by.length > 1
      ? { attribution: 'immunotherapy', why: 'the later words say immunotherapy' }
      : { attribution: 'uncertain', why: 'words for the drug and for another cause stand against each other' }
  }
  if (against >= 2) return { attribution: 'other', why: 'the text names another cause' }
  if (speaksFor >= 2) return { attribution: 'immunotherapy', why: 'the text links it to immunotherapy' }
  if (by.every((mention) => mention.level === 'chronic'))
    return { attribution: 'other', why: 'the name of an old disease, without new onset or flare' }
  if (by.every((mention) => mention.inPassing && mention.grades.length === 0))
    return { attribution: 'other', why: 'a common complaint named in passing: no onset, count, place or grade' }
  if (by.every((mention) => mention.needsLink))
    return { attribution: 'other', why: 'a common complaint without a link to the drug' }
  if (whole.onChemotherapy && !by.some(isNotChemotherapy) && chemotherapyTerms.has(by[0]?.term ?? ''))
    return {
      attribution: 'other',
      why: 'typical of the chemotherapy that is given as well, and not linked to immunotherapy',
    }
  if (status === 'historical' && speaksFor === 0)
    return { attribution: 'other', why: 'earlier, and not linked to immunotherapy' }
  if (
    speaksFor === 1 &&
    against === 0 &&
    all.some((mention) => mention.level === 'diagnosis') &&
    whole.treatedSomewhere
  ) {
    return { attribution: 'immunotherapy', why: 'named with the drug and treated as such' }
  }
  return { attribution: 'uncertain', why: 'neither the drug nor another cause is named' }
}

function best(by: readonly Mention[]): readonly Mention[] {
  const weight = (mention: Mention) =>
    mention.grades.length * 4 + mention.weighing.for * 2 + (mention.level === 'diagnosis' ? 1 : 0)
  return by.toSorted((a, b) => weight(b) - weight(a)).slice(0, 3)
}

function reportedBy(by: readonly Mention[]): Claim['reportedBy'] {
  for (const who of ['clinician', 'patient', 'laboratory'] as const)
    if (by.some((mention) => mention.reportedBy === who)) return who
  return 'clinician'
}

export const uniqueQuotes = (quotes: Claim['quotes']) => [
  ...new Map(quotes.map((quote) => [quote.start, quote])).values(),
]

/** The same words said once; a fact given to two mentions of a term is one fact. */
export const uniqueFacts = (facts: readonly Fact[]): Fact[] => [
  ...new Map(facts.map((fact) => [JSON.stringify(fact), fact])).values(),
]

/** Symptoms of an organ follow its named diagnosis: loose stools beside an immune-related colitis are that colitis'. */
const siblings: readonly (readonly string[])[] = [
  ['colitis', 'diarrhea', 'enterocolitis'],
  ['rash-maculopapular', 'pruritus', 'psoriasis-lichenoid-eczema', 'bullous-dermatitis'],
  ['hypophysitis', 'adrenal-insufficiency'],
  ['hyperthyroidism', 'hypothyroidism', 'tsh-increased'],
  ['arthritis', 'arthralgia', 'polymyalgia'],
]

function asSiblings(claims: readonly Claim[]): Claim[] {
  const linked = new Set(
    claims
      .filter((claim) => claim.attribution === 'immunotherapy' && claim.status === 'present')
      .map((claim) => claim.term),
  )
  return claims.map((claim) => {
    const by = siblings
      .find((group) => group.includes(claim.term))
      ?.find((term) => term !== claim.term && linked.has(term))
    if (by === undefined || claim.attribution !== 'uncertain' || claim.status === 'negated') return claim
    return {
      ...claim,
      attribution: 'immunotherapy',
      why: [...claim.why, `goes with ${by}, which the text links to immunotherapy`],
    }
  })
}
