import type { Fact } from '#fhir-mappings/fact.ts'
import type { FoundFact } from './counted-facts.ts'
import { degreeAt, type FactBreath } from './facts.ts'
import type { Organ } from './lexicon/term-words.ts'
import type { Mention } from './mention.ts'

/** How many sentences away a fact may stand from the finding it grades. */
const FURTHEST = 4
/** More facts than this on one mention say nothing new. */
const MOST = 24

/** Gives each fact to the mentions whose grade it can decide. */
export function bindFacts(
  mentions: readonly Mention[],
  breaths: readonly FactBreath[],
  found: readonly (readonly FoundFact[])[],
): readonly Mention[] {
  const active = mentions.filter((mention) => mention.status === 'present' || mention.status === 'suspected')
  const byPlace = Map.groupBy(active, (mention) => mention.place)
  const alone = principalOf(active)
  const byOrgan = Map.groupBy(active, (mention) => mention.organ)
  const owned = new Map<Mention, Fact[]>()
  const give = (mention: Mention, fact: FoundFact, breath: FactBreath) => {
    const facts = owned.get(mention) ?? []
    if (facts.length < MOST) owned.set(mention, [...facts, withPlace(fact, breath)])
  }
  for (const [place, facts] of found.entries()) {
    const breath = breaths[place]
    if (!breath) continue
    for (const fact of facts)
      for (const mention of ownersOf(fact, place, { byPlace, byOrgan, alone })) give(mention, fact, breath)
  }
  return mentions.map((mention) => withFacts(mention, owned.get(mention) ?? []))
}

/** The one finding of the note, or the one diagnosis that its words tie to the drug: far facts are of it. */
function principalOf(active: readonly Mention[]): Mention | undefined {
  const only = (mentions: readonly Mention[]) =>
    new Set(mentions.map(({ term }) => term)).size === 1 ? mentions[0] : undefined
  return only(active) ?? only(active.filter(({ level, weighing }) => level === 'diagnosis' && weighing.for >= 2))
}

interface Candidates {
  readonly byPlace: ReadonlyMap<number, readonly Mention[]>
  readonly byOrgan: ReadonlyMap<Organ, readonly Mention[]>
  readonly alone: Mention | undefined
}

function ownersOf(fact: FoundFact, place: number, { byPlace, byOrgan, alone }: Candidates): readonly Mention[] {
  if (fact.organs === 'any') {
    const near =
      nearestIn(byPlace.get(place) ?? [], fact) ??
      byPlace.get(place - 1)?.at(-1) ??
      byPlace.get(place - 2)?.at(-1) ??
      byPlace.get(place + 1)?.[0] ??
      byPlace.get(place + 2)?.[0]
    return near ? [near] : alone && Math.abs(alone.place - place) <= FURTHEST * 3 ? [alone] : []
  }
  const owners = new Map<string, Mention>()
  for (let away = 0; away <= FURTHEST; away++) {
    for (const near of away === 0 ? [place] : [place - away, place + away]) {
      for (const mention of byPlace.get(near) ?? []) {
        if (fact.organs.includes(mention.organ) && !owners.has(mention.term)) owners.set(mention.term, mention)
      }
    }
  }
  if (owners.size > 0) return [...owners.values()]
  const [first] = fact.organs
  return first === undefined ? [] : (byOrgan.get(first)?.slice(0, 1) ?? [])
}

function nearestIn(mentions: readonly Mention[], fact: FoundFact): Mention | undefined {
  const away = (mention: Mention) => (mention.to <= fact.from ? fact.from - mention.to : mention.from - fact.to + 0.5)
  return mentions.toSorted((a, b) => away(a) - away(b))[0]
}

function withPlace(found: FoundFact, breath: FactBreath): Fact {
  const start = breath.words[found.from]?.start ?? 0
  return { ...found.fact, at: { start, end: breath.words[found.to - 1]?.end ?? start } }
}

/** The degree beside the name ("severe colitis") is a fact of the mention itself. */
function withFacts(mention: Mention, facts: readonly Fact[]): Mention {
  const degree = degreeAt(mention.breath, mention)
  const words = mention.breath.words
  const own: Fact[] =
    degree && mention.level !== 'laboratory'
      ? [
          {
            type: 'symptom',
            severity: degree,
            at: { start: words[mention.from]?.start ?? 0, end: words[mention.to - 1]?.end ?? 0 },
          },
        ]
      : []
  const death = deathOf(mention)
  return { ...mention, facts: [...own, ...death, ...facts] }
}

const fatal = /\b(fatal|died|death|succumbed|deceased|expired|passed away|lethal)\b/
const ofCancer =
  /\b(progression|cancer|disease|tumor|malignancy|metasta\w*|carcinoma|lymphoma|infection|sepsis|covid)\b/

/** Death from the event: "fatal myocarditis", "died of pneumonitis"; not "died of progression; had mild rash". */
function deathOf(mention: Mention): readonly Fact[] {
  const { words, sentence } = mention.breath
  const from = Math.max(sentence.from, mention.from - 8)
  const before = words.slice(from, mention.from).map((word) => word.form)
  const after = words.slice(mention.to, Math.min(sentence.to, mention.to + 7)).map((word) => word.form)
  const said = before.join(' ')
  const linked =
    (/\b(died|death|succumbed|expired|passed away)\b.{0,20}\b(of|from|due to|to|secondary to|because of)\b/.test(
      said,
    ) ||
      /\b(cause of death|immediate cause|leading to death)\b/.test(said)) &&
    !ofCancer.test(said)
  const named =
    /^(fatal|lethal)$/.test(before.at(-1) ?? '') ||
    /^(death|was fatal|proved fatal|and died|which was fatal|leading to death|resulting in death|related death)/.test(
      after.join(' '),
    )
  if (
    !linked &&
    !(named && !/of (cancer|progression)/.test(after.join(' ')) && fatal.test(`${said} ${after.join(' ')}`))
  )
    return []
  return [{ type: 'death', at: { start: words[mention.from]?.start ?? 0, end: words[mention.to - 1]?.end ?? 0 } }]
}
