import type { CauseBreath } from './attribution.ts'
import type { Mention } from './mention.ts'

const denies = /^(not|isnt|wasnt|arent|nor|never|unrelated|rather)$/
/** Words that may stand between the denial and the drug or the word "immune". */
const between =
  /^(the|a|an|due|to|from|of|related|relation|felt|be|is|was|caused|by|likely|in|thought|considered|consistent|with|drug|induced|than|because|any|her|his|our|an|effect|it|think|this|that|these)$/
const silentRoles = new Set(['family', 'counselling', 'question', 'copied', 'history', 'medications'])

/** "It isn't autoimmune", "infection, not immune toxicity", "not the pembrolizumab", "unrelated to nivolumab". */
function exonerates(breath: CauseBreath): boolean {
  if (silentRoles.has(breath.sentence.role) || breath.sentence.asks) return false
  const named = [
    ...breath.links.filter(({ meaning }) => meaning.link === 'immune'),
    ...breath.drugs.filter(({ meaning }) => meaning.kind !== 'trap'),
  ]
  return named.some(({ from }) => isDeniedAt(from, breath))
}

function isDeniedAt(from: number, { words, sentence }: CauseBreath): boolean {
  for (let at = from - 1; at >= Math.max(sentence.from, from - 5); at--) {
    const form = words[at]?.form ?? ''
    if (denies.test(form)) return true
    if (!between.test(form)) return false
  }
  return false
}

const isActive = ({ status }: Mention) => status === 'present' || status === 'suspected'

/**
 * A clinician who writes that it is not immune speaks of what the note is about: findings that no word ties to the
 * drug are then of another cause. Where the sentence names a finding, or the note an immune one as well, only that organ is meant.
 */
export function withExonerations(mentions: readonly Mention[], breaths: readonly CauseBreath[]): readonly Mention[] {
  const places = new Set(breaths.flatMap((breath, place) => (exonerates(breath) ? [place] : [])))
  if (places.size === 0) return mentions
  const blamed = mentions.some(
    (mention) => isActive(mention) && mention.weighing.for >= 2 && mention.weighing.against < 2,
  )
  const named = mentions.filter(({ place, organ }) => places.has(place) && organ !== 'whole')
  const organs = new Set(named.map(({ organ }) => organ))
  const isGeneral = !blamed && new Set(named.map(({ place }) => place)).size < places.size
  return mentions.map((mention) => {
    if (mention.weighing.for >= 2 || !(isGeneral || organs.has(mention.organ))) return mention
    const weighing = { ...mention.weighing, against: Math.max(2, mention.weighing.against) }
    return { ...mention, weighing, why: [...mention.why, 'against: the note says that it is not immune'] }
  })
}
