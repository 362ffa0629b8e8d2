import type { Fact } from '#fhir-mappings/fact.ts'
import type { Organ } from './lexicon/term-words.ts'
import { type NumberInText, numberAt } from './number.ts'
import type { Sentence } from './sentences.ts'
import { SLASH, type Word } from './words.ts'

/** A fact with the words that carry it and the organs whose terms it can grade. */
export interface FoundFact {
  readonly fact: Fact
  readonly organs: readonly Organ[] | 'any'
  readonly from: number
  readonly to: number
}

const stoolWords = new Set([
  'stool',
  'bm',
  'bms',
  'motion',
  'movement',
  'trip',
  'poop',
  'lbm',
  'stooling',
  'diarrhea',
  'bowel',
  'toilet',
])
const perDay = /^(day|daily|24|24h|d|night|overnight|yesterday|nightly|hour|hr|today|qd|nocturnal)$/
/** A number before one of these counts something else. */
const otherUnits =
  /^(mg|mcg|g|kg|lb|ml|cm|mm|week|month|year|yr|pm|am|day|d|percent|hour|hr|lbs|cycle|weeks?|of|liter|l|kcal|min|minute|pound|dose|tablet|tab|cap)$/

/** Counts, areas, vital signs and vision in one sentence. */
export function countedFacts(text: string, words: readonly Word[], sentence: Sentence): readonly FoundFact[] {
  const found: FoundFact[] = []
  for (let at = sentence.from; at < sentence.to; at++) {
    const flow = flowAt(words, at)
    if (flow) found.push(flow)
    const number = flow ? undefined : numberAt(words, at, sentence.to)
    if (!number) continue
    const fact =
      stoolsIn(words, number, sentence) ??
      bsaIn(text, words, number, sentence) ??
      vitalIn(text, words, number, sentence) ??
      visionIn(words, number, sentence) ??
      doseIn(words, number, sentence)
    if (fact) found.push(fact)
    at = number.to - 1
  }
  return found
}

function near(
  words: readonly Word[],
  from: number,
  to: number,
  sentence: Sentence,
  is: (form: string) => boolean,
): number {
  for (let at = Math.max(from, sentence.from); at < Math.min(to, sentence.to); at++)
    if (is(words[at]?.form ?? '')) return at
  return -1
}

/** "8-10 watery stools daily", "BMs x 6/day", "going eight times a day" beside a stool word; over baseline when said so. */
function stoolsIn(words: readonly Word[], number: NumberInText, sentence: Sentence): FoundFact | undefined {
  const next = words[number.to]?.form ?? ''
  const slash = ((words[number.to]?.gap ?? 0) & SLASH) !== 0
  if (number.value > 60 || number.to > sentence.to || (otherUnits.test(next) && !(slash && perDay.test(next))))
    return undefined
  if (
    /^(for|over|past|last|grade|g|baseline|in|cycle|day|the|since|within|after|every|type|bristol|age|usual|usually|normally)$/.test(
      words[number.from - 1]?.form ?? '',
    ) &&
    number.from > sentence.from
  )
    return undefined
  const after = near(words, number.to, number.to + 4, sentence, (form) => stoolWords.has(form))
  const before = near(words, number.from - 5, number.from, sentence, (form) => stoolWords.has(form))
  if (after < 0 && before < 0) return undefined
  const day = near(words, number.to, Math.max(number.to, after) + 5, sentence, (form) => perDay.test(form))
  const trips = after >= 0 && /^(trip|stool|bm|bms|poop|lbm|motion)$/.test(words[after]?.form ?? '')
  if (
    day < 0 &&
    !trips &&
    !/^(x\d*|time|times)$/.test(words[number.from]?.form ?? '') &&
    words[number.from - 1]?.form !== 'x'
  )
    return undefined
  if (after < 0 && day < 0) return undefined
  return {
    ...stoolFact(words, number, sentence),
    organs: ['bowel'],
    from: number.from,
    to: Math.max(number.to, after + 1, day + 1),
  }
}

function stoolFact(words: readonly Word[], number: NumberInText, sentence: Sentence): { fact: Fact } {
  const value = number.sign === 'more' ? number.value + 1 : number.value
  const baseline = near(
    words,
    number.to,
    number.to + 14,
    sentence,
    (form) => form === 'baseline' || form === 'usual' || form === 'normally',
  )
  if (baseline < 0) return { fact: { type: 'count', what: 'stools per day', value } }
  const over =
    /^(over|above|than|beyond|from)$/.test(words[baseline - 1]?.form ?? '') ||
    /^(over|above|than|beyond)$/.test(words[baseline - 2]?.form ?? '')
  const usual = baselineNumber(words, baseline, sentence)
  if (usual !== undefined)
    return { fact: { type: 'count', what: 'stools per day over baseline', value: Math.max(0, value - usual) } }
  return { fact: { type: 'count', what: over ? 'stools per day over baseline' : 'stools per day', value } }
}

/** "baseline 1-2", "baseline of 2", "baseline is one": the number right after the word, not "baseline for 5 days". */
function baselineNumber(words: readonly Word[], baseline: number, sentence: Sentence): number | undefined {
  const next = /^(of|is|was|at|about|stool|bm|bms)$/.test(words[baseline + 1]?.form ?? '') ? baseline + 2 : baseline + 1
  if (next >= sentence.to || (words[baseline - 1]?.form ?? '').endsWith('over')) return undefined
  const number = numberAt(words, next, sentence.to)
  return number && number.value <= 5 ? number.value : undefined
}

/** "15 % BSA", "BSA about 30%", "20% of body surface area". */
function bsaIn(text: string, words: readonly Word[], number: NumberInText, sentence: Sentence): FoundFact | undefined {
  const percent =
    /^\s?%/.test(text.slice(words[number.to - 1]?.end ?? 0, (words[number.to - 1]?.end ?? 0) + 2)) ||
    words[number.to]?.form === 'percent'
  const area = near(words, number.from - 6, number.to + 7, sentence, (form) => form === 'bsa' || form === 'surface')
  if (area < 0 || number.value > 100 || (!percent && Math.abs(area - number.from) > 3)) return undefined
  const value = number.sign === 'less' ? number.value - 1 : number.sign === 'more' ? number.value + 1 : number.value
  return {
    fact: { type: 'bsa', percent: value },
    organs: ['skin'],
    from: number.from,
    to: Math.max(number.to, area < number.to ? number.to : area + 1),
  }
}

/** Oxygen saturation, temperature, oxygen flow. */
function vitalIn(
  text: string,
  words: readonly Word[],
  number: NumberInText,
  sentence: Sentence,
): FoundFact | undefined {
  const before = words.slice(Math.max(sentence.from, number.from - 4), number.from).map((word) => word.form)
  const next = words[number.to]?.form ?? ''
  const span = { from: number.from, to: number.to }
  if (
    before.some((form) => /^(spo2|sao2|o2sat|sat|saturation|oximetry|satting|saturating|o2)$/.test(form)) &&
    number.value >= 50 &&
    number.value <= 100
  ) {
    return { fact: { type: 'vital', what: 'SpO2 at rest', value: number.low, unit: '%' }, organs: ['lung'], ...span }
  }
  if (before.some((form) => /^(temp|temperature|fever|febrile|tmax|t)$/.test(form))) {
    if (number.value >= 35 && number.value <= 43)
      return {
        fact: { type: 'vital', what: 'temperature', value: number.value, unit: 'Cel' },
        organs: ['whole', 'bowel'],
        ...span,
      }
    if (number.value >= 96 && number.value <= 108)
      return {
        fact: { type: 'vital', what: 'temperature', value: number.value, unit: '[degF]' },
        organs: ['whole', 'bowel'],
        ...span,
      }
  }
  const flow =
    /^(l|liter|lpm)$/.test(next) &&
    near(words, number.to, number.to + 6, sentence, (form) => /^(nc|cannula|oxygen|o2|nasal)$/.test(form)) > 0
  if (flow && number.value <= 60) {
    const kind = number.value > 6 ? 'oxygen-high-flow-or-mask' : 'oxygen'
    return {
      fact: { type: 'intervention', kind, state: 'indicated' },
      organs: ['lung', 'heart', 'whole', 'nerve'],
      from: number.from,
      to: number.to + 1,
    }
  }
  const percent = text[words[number.to - 1]?.end ?? 0] === '%'
  if (percent && before.some((form) => form === 'fio2'))
    return { fact: { type: 'vital', what: 'FiO2 needed', value: number.value, unit: '%' }, organs: ['whole'], ...span }
  return undefined
}

/** "4L NC" in one word. */
function flowAt(words: readonly Word[], at: number): FoundFact | undefined {
  const litres = Number(/^(\d{1,2})l(?:pm)?$/.exec(words[at]?.form ?? '')?.[1] ?? 0)
  if (litres === 0 || !/^(nc|o2|oxygen|nasal|via|by|hfnc)$/.test(words[at + 1]?.form ?? '')) return undefined
  const kind = litres > 6 ? 'oxygen-high-flow-or-mask' : 'oxygen'
  return {
    fact: { type: 'intervention', kind, state: 'indicated' },
    organs: ['lung', 'heart', 'whole', 'nerve'],
    from: at,
    to: at + 2,
  }
}

/** Snellen vision as a decimal: 20/40 is 0.5. */
function visionIn(words: readonly Word[], number: NumberInText, sentence: Sentence): FoundFact | undefined {
  if (number.value !== 20 && number.value !== 6) return undefined
  const lower = words[number.to]
  if (!lower || number.to >= sentence.to || (lower.gap & SLASH) === 0 || !/^\d{2,3}$/.test(lower.form)) return undefined
  if (
    number.value === 6 &&
    near(words, number.from - 6, number.from, sentence, (form) => /^(vision|va|acuity|bcva)$/.test(form)) < 0
  )
    return undefined
  const value = Math.round((number.value / Number(lower.form)) * 1000) / 1000
  if (value > 1.4) return undefined
  return {
    fact: { type: 'measure', what: 'best corrected vision', value },
    organs: ['eye'],
    from: number.from,
    to: number.to + 1,
  }
}

/** Steroid doses: "prednisone 60 mg", "methylprednisolone 2 mg/kg/day". */
function doseIn(words: readonly Word[], number: NumberInText, sentence: Sentence): FoundFact | undefined {
  if (words[number.to]?.form !== 'mg' || number.to >= sentence.to) return undefined
  const drug = near(words, number.from - 3, number.from, sentence, (form) =>
    /^(prednisone|pred|prednisolone|methylprednisolone|methylpred|solumedrol|dexamethasone)$/.test(form),
  )
  const named =
    drug >= 0
      ? drug
      : near(words, number.to, number.to + 6, sentence, (form) =>
          /^(prednisone|pred|prednisolone|methylprednisolone|methylpred)$/.test(form),
        )
  if (named < 0) return undefined
  const perKg = words[number.to + 1]?.form === 'kg'
  const what = `${words[named]?.form} dose`
  return {
    fact: { type: 'measure', what, value: number.value, unit: perKg ? 'mg/kg/d' : 'mg/d' },
    organs: 'any',
    from: Math.min(named, number.from),
    to: Math.max(number.to + 1, named + 1),
  }
}
