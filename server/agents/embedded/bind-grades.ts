import type { CauseBreath } from './attribution.ts'
import type { Mention } from './mention.ts'
import { isProtocolGrade, type StatedGrade, statedGrades } from './stated-grade.ts'
import { CLOSE, COLON, COMMA, OPEN, SLASH } from './words.ts'

/** Gives each stated grade to the mention it belongs to. */
export function bindGrades(mentions: readonly Mention[], breaths: readonly CauseBreath[]): readonly Mention[] {
  const owned = new Map<Mention, StatedGrade[]>()
  const byPlace = Map.groupBy(mentions, (mention) => mention.place)
  for (const place of gradedPlaces(breaths, byPlace)) {
    const breath = breaths[place]
    if (!breath) continue
    const here = byPlace.get(place) ?? []
    for (const grade of statedGrades(breath.words, breath.sentence)) {
      if (isProtocolGrade(breath.words, grade, breath.sentence)) continue
      for (const owner of ownersOf(grade, here, breath, before(place, breath, byPlace))) {
        owned.set(owner, [...(owned.get(owner) ?? []), grade])
      }
    }
  }
  return mentions.map((mention) => {
    const grades = owned.get(mention)
    if (!grades) return mention
    return {
      ...mention,
      grades,
      why: [
        ...mention.why,
        ...grades.map((grade) => `stated grade ${grade.range ? grade.range.join(' to ') : grade.grade}`),
      ],
    }
  })
}

/** A sentence that is nothing but a grade ("CTCAE 3.") speaks of what was said up to three sentences before. */
const BARE_GRADE_WORDS = 4

function before(
  place: number,
  { sentence }: CauseBreath,
  byPlace: ReadonlyMap<number, readonly Mention[]>,
): readonly Mention[] {
  const isBare = sentence.to - sentence.from <= BARE_GRADE_WORDS
  const last = byPlace.get(place - 1)
  return last ?? (isBare ? (byPlace.get(place - 2) ?? byPlace.get(place - 3) ?? []) : [])
}

function* gradedPlaces(
  breaths: readonly CauseBreath[],
  byPlace: ReadonlyMap<number, readonly Mention[]>,
): Generator<number> {
  for (let place = 0; place < breaths.length; place++)
    if ([0, 1, 2, 3].some((back) => byPlace.has(place - back))) yield place
}

/** Before the word ("grade 3 colitis and hepatitis"), after it ("colitis, grade 3"), or opening the next sentence. */
function ownersOf(
  grade: StatedGrade,
  here: readonly Mention[],
  breath: CauseBreath,
  before: readonly Mention[],
): readonly Mention[] {
  const next = here.find((mention) => mention.from >= grade.to)
  const last = here.findLast((mention) => mention.to <= grade.from)
  const forward = next !== undefined && next.from - grade.to <= 7 && !isCut(grade.to, next.from, breath)
  const inBrackets = ((breath.words[grade.from]?.gap ?? 0) & OPEN) !== 0
  const close = last !== undefined && grade.from - last.to <= 1
  if (forward && !(close && inBrackets) && !(close && next.from - grade.to > 2))
    return [next, ...coordinated(next, here, breath)]
  if (last !== undefined && grade.from - last.to <= 14) return [last]
  if (last === undefined && next === undefined && grade.from - breath.sentence.from <= 7) return before.slice(-1)
  return next !== undefined && next.from - grade.to <= 4 ? [next] : []
}

function isCut(from: number, to: number, breath: CauseBreath): boolean {
  for (let at = from; at <= to; at++) if ((breath.words[at]?.gap ?? 0) & (COMMA | CLOSE | COLON | SLASH)) return true
  return false
}

function coordinated(first: Mention, here: readonly Mention[], breath: CauseBreath): readonly Mention[] {
  const joined: Mention[] = []
  let end = first.to
  for (const mention of here) {
    if (mention.from < end || mention === first) continue
    const joint = breath.words.slice(end, mention.from).map((word) => word.form)
    if (joint.length > 2 || !joint.some((form) => form === 'and') || joint.some((form) => /^(g?\d|grade)$/.test(form)))
      break
    joined.push(mention)
    end = mention.to
  }
  return joined
}
