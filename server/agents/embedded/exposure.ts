import type { TextToRead } from '#server/agents/reader.ts'
import { assertionOf, type Breath } from './assertion.ts'
import type { DrugMeaning } from './drugs.ts'
import type { LinkMeaning } from './links.ts'
import type { Hit } from './phrases.ts'

export type Exposure = 'given' | 'text' | 'none'

/** A sentence with its drugs and the words about giving and planning. */
export interface DrugBreath extends Breath {
  readonly drugs: readonly Hit<DrugMeaning>[]
  readonly links: readonly Hit<LinkMeaning>[]
}

/** Whether this patient gets or got a checkpoint inhibitor: from the chart, else by the text, else not at all. */
export function exposureOf(note: TextToRead, breaths: readonly DrugBreath[], aboutCancer: boolean): Exposure {
  if (note.ici && note.ici.agents.length > 0) return 'given'
  return breaths.some((breath) => breath.drugs.some((drug) => isGiven(drug, breath, aboutCancer))) ? 'text' : 'none'
}

/** A drug named for this patient, not planned, refused, denied, hypothetical or another person's. */
function isGiven(drug: Hit<DrugMeaning>, breath: DrugBreath, aboutCancer: boolean): boolean {
  const { kind } = drug.meaning
  if (kind === 'trap') return false
  if (kind === 'weak' && !aboutCancer) return false
  const { role } = breath.sentence
  if (role === 'allergies' || role === 'family' || role === 'counselling') return false
  const said = assertionOf(drug, breath)
  if (said.has('other-person') || said.has('negated')) return false
  const given = nearest(breath, drug, 'given')
  const planned = nearest(breath, drug, 'planned')
  if (planned !== undefined && (given === undefined || planned <= given)) return false
  return !(said.has('hypothetical') && given === undefined)
}

/** Distance in words to the nearest word of giving or planning; planning must come before, within eight words. */
function nearest(breath: DrugBreath, drug: Hit<DrugMeaning>, link: 'given' | 'planned'): number | undefined {
  let best: number | undefined
  for (const hit of breath.links) {
    if (hit.meaning.link !== link) continue
    const away = hit.to <= drug.from ? drug.from - hit.to : hit.from - drug.to
    if (away < 0 || away > 8 || (link === 'planned' && hit.from >= drug.to && away > 3)) continue
    if (best === undefined || away < best) best = away
  }
  return best
}
