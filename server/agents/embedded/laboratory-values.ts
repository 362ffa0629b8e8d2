import type { Fact } from '#fhir-mappings/fact.ts'
import type { FoundFact } from './counted-facts.ts'
import type { AnalyteMeaning } from './laboratory-words.ts'
import { isArrow, type NumberInText, numberAt, numberOf } from './number.ts'
import type { Hit } from './phrases.ts'
import type { Sentence } from './sentences.ts'
import { CLOSE, COMMA, OPEN, SEMICOLON, SLASH, TAB, type Word } from './words.ts'

type LaboratoryFact = Extract<Fact, { type: 'lab' }>

/** A value in the text with its analyte; `high` when the text itself marks it as out of range. */
export interface ValueInText extends FoundFact {
  readonly fact: LaboratoryFact
  readonly meaning: AnalyteMeaning
  readonly high: boolean
}

/** Words that may stand between an analyte and its value. */
const between =
  /^(of|is|was|were|are|at|to|now|up|peaked|peak|level|elevated|high|low|rose|rise|rising|increased|increase|from|today|approximately|about|around|value|count|am|random|initial|repeat|serum|total|came|back|down|bumped|jumped|climbed|also|both|over|with|a|the|only|still|then|nadir|dropped|fell|normal|stable|currently|as|max|maximum|reached|h|l|climbing|went|go|gone|and|ast|alt|level|levels|s|elevation|increase|grade|g|mild|markedly|significantly|this|week|on|most|recent|latest|range)$/
const units: Readonly<Record<string, string>> = {
  'u/l': 'U/L',
  'iu/l': 'U/L',
  'units/l': 'U/L',
  'mg/dl': 'mg/dL',
  'umol/l': 'umol/L',
  'µmol/l': 'umol/L',
  'μmol/l': 'umol/L',
  'micromol/l': 'umol/L',
  'miu/l': 'm[IU]/L',
  'miu/ml': 'm[IU]/mL',
  'uiu/ml': 'u[IU]/mL',
  'ng/ml': 'ng/mL',
  'ng/l': 'ng/L',
  'pg/ml': 'pg/mL',
  'ng/dl': 'ng/dL',
  'pmol/l': 'pmol/L',
  'nmol/l': 'nmol/L',
  'mmol/l': 'mmol/L',
  'g/dl': 'g/dL',
  'g/l': 'g/L',
  'k/ul': '10*3/uL',
  'k/mcl': '10*3/uL',
  'x10^9/l': '10*9/L',
  'x10e9/l': '10*9/L',
  '10^9/l': '10*9/L',
  'ug/dl': 'ug/dL',
  'mcg/dl': 'ug/dL',
  'µg/dl': 'ug/dL',
}
const spoiled = /^(hemolyzed|hemolysed|hemolysis|lipemic|clotted|erroneous|error|corrected|mislabeled)$/
const FURTHEST = 9

/** Laboratory values of one sentence; a spoiled specimen gives none. */
export function laboratoryValues(
  text: string,
  words: readonly Word[],
  sentence: Sentence,
  hits: readonly Hit<AnalyteMeaning>[],
): readonly ValueInText[] {
  if (hits.length === 0 || isSpoiled(words, sentence)) return []
  const found: ValueInText[] = []
  for (const [index, hit] of hits.entries()) {
    const pair = hits[index + 1]
    const paired = pair !== undefined && pair.from === hit.to && ((words[pair.from]?.gap ?? 0) & SLASH) !== 0
    const back = hits[index - 1]
    const second = back !== undefined && back.to === hit.from && ((words[hit.from]?.gap ?? 0) & SLASH) !== 0
    const value = valueAfter(text, words, sentence, { hit, skip: second ? 1 : 0, after: paired ? pair.to : hit.to })
    if (value) found.push(value)
  }
  return found
}

function isSpoiled(words: readonly Word[], sentence: Sentence): boolean {
  for (let at = sentence.from; at < sentence.to; at++) if (spoiled.test(words[at]?.form ?? '')) return true
  return false
}

interface Look {
  readonly hit: Hit<AnalyteMeaning>
  /** numbers to pass over: the second of "AST/ALT 245/312" */
  readonly skip: number
  readonly after: number
}

function valueAfter(
  text: string,
  words: readonly Word[],
  sentence: Sentence,
  { hit, skip, after }: Look,
): ValueInText | undefined {
  let passed = 0
  for (let at = after; at < Math.min(sentence.to, after + FURTHEST); at++) {
    const number = numberAt(words, at, sentence.to)
    if (!number) {
      if (between.test(words[at]?.form ?? '')) continue
      return undefined
    }
    if (isGradeNumber(words, number)) return undefined
    const limited = withLimitBefore(text, words, sentence, { hit, number })
    if (limited) return limited
    const behind = number.low === number.value ? undefined : numberAt(words, number.to, sentence.to)
    if (behind && isReferenceRange(words, number)) return described(text, words, sentence, hit, behind)
    if (passed++ < skip) {
      if (((words[number.to]?.gap ?? 0) & SLASH) === 0) return described(text, words, sentence, hit, number)
      continue
    }
    return described(text, words, sentence, hit, laterOf(words, sentence, number))
  }
  return undefined
}

/** "ALT (<=45)  371", "AST (8-40) 133": what stands in brackets before the result is its limit. */
function withLimitBefore(
  text: string,
  words: readonly Word[],
  sentence: Sentence,
  { hit, number }: { readonly hit: Hit<AnalyteMeaning>; readonly number: NumberInText },
): ValueInText | undefined {
  const isBracketed = ((words[number.from]?.gap ?? 0) & OPEN) !== 0 && ((words[number.to]?.gap ?? 0) & CLOSE) !== 0
  const isLimit = number.sign === 'less' || number.low !== number.value
  const result = isBracketed && isLimit ? numberAt(words, number.to, sentence.to) : undefined
  if (!result || number.value <= 0) return undefined
  const found = described(text, words, sentence, hit, result)
  const timesUln = round(result.value / number.value)
  return { ...found, fact: { ...found.fact, timesUln }, high: timesUln > 1 }
}

/** "amylase  28-100  171 H": a range with the result right behind it is the reference range of a table. */
const isReferenceRange = (words: readonly Word[], number: NumberInText) => {
  const gap = words[number.to]?.gap ?? 0
  return gap === 0 || (gap & TAB) !== 0
}

const isGradeNumber = (words: readonly Word[], number: NumberInText) =>
  /^(grade|g|gr|cycle|c|day|week)$/.test(words[number.from - 1]?.form ?? '')

/** "from 0.9 to 2.4", "0.9 -> 2.4": the later value is the one that counts, the first is what it came from. */
function laterOf(words: readonly Word[], sentence: Sentence, number: NumberInText): NumberInText {
  const fromTo = words[number.from - 1]?.form === 'from' && words[number.to]?.form === 'to'
  const joint = fromTo ? number.to + 1 : isArrow(words[number.to]) ? number.to : -1
  const later = joint > 0 && joint < sentence.to ? numberAt(words, joint, sentence.to) : undefined
  return later ? { ...later, low: number.value, sign: undefined } : number
}

function described(
  text: string,
  words: readonly Word[],
  sentence: Sentence,
  hit: Hit<AnalyteMeaning>,
  number: NumberInText,
): ValueInText {
  const end = words[number.to - 1]?.end ?? 0
  const tail = text.slice(end, Math.min(text.length, end + 60)).toLowerCase()
  const line = tail.split('\n')[0] ?? ''
  const unit = Object.entries(units).find(([written]) => line.replace(/^\s*/, '').startsWith(written))?.[1]
  const glued = words[number.to - 1]?.form.endsWith('x') ? 'x' : ''
  const multiple = /^\s*(?:-\s*\d+\s*)?(?:x|×|times|fold)\s*(?:the\s*)?(?:uln|upper limit|normal|baseline)/.exec(
    glued + line,
  )
  const overUln = multiple && !multiple[0].includes('baseline') ? number.value : undefined
  const uln = ulnIn(words, sentence, number)
  const before = baselineIn(words, sentence, hit, number)
  const timesUln = overUln ?? (uln !== undefined && uln > 0 ? round(number.value / uln) : undefined)
  const timesBaseline = multiple?.[0].includes('baseline')
    ? number.value
    : before !== undefined && before > 0
      ? round(number.value / before)
      : undefined
  const cells = multiple === null && number.value >= 1000 && /^(platelets|anc)$/.test(hit.meaning.analyte)
  const fact: LaboratoryFact = {
    type: 'lab',
    analyte: hit.meaning.analyte,
    ...(multiple === null && { value: cells ? number.value / 1000 : number.value }),
    ...(cells ? { unit: '10*3/uL' } : unit !== undefined && multiple === null ? { unit } : {}),
    ...(timesUln !== undefined && { timesUln }),
    ...(timesBaseline !== undefined && timesBaseline > 1 && { timesBaseline }),
  }
  const high =
    /^[^a-z\n]{0,3}(?:[a-z/µ^0-9]{1,9}\s*)?\(?\s*(?:h\b|high|hh\b|critical|elevated)/.test(line) || (timesUln ?? 0) > 1
  return { fact, meaning: hit.meaning, high, organs: [hit.meaning.organ], from: hit.from, to: number.to }
}

const round = (value: number) => Math.round(value * 100) / 100

function ulnIn(words: readonly Word[], sentence: Sentence, number: NumberInText): number | undefined {
  for (let at = number.to; at < Math.min(sentence.to, number.to + 8); at++) {
    if ((words[at]?.gap ?? 0) & (COMMA | SEMICOLON)) return undefined
    const form = words[at]?.form ?? ''
    if (form !== 'uln' && form !== 'ref' && form !== 'normal' && form !== 'reference') continue
    for (let next = at + 1; next < Math.min(sentence.to, at + 4); next++) {
      const limit = numberAt(words, next, sentence.to)
      if (limit) return limit.value
    }
    return undefined
  }
  return undefined
}

function baselineIn(
  words: readonly Word[],
  sentence: Sentence,
  hit: Hit<AnalyteMeaning>,
  number: NumberInText,
): number | undefined {
  const rose = words[number.from - 1]?.form === 'to' || isArrow(words[number.from])
  if (rose && number.low < number.value) return hit.meaning.analyte === 'creatinine' ? number.low : undefined
  for (let at = number.to; at < Math.min(sentence.to, number.to + 9); at++) {
    if (!/^(baseline|from|bl|prior|previously|was)$/.test(words[at]?.form ?? '')) continue
    for (let next = at + 1; next < Math.min(sentence.to, at + 5); next++) {
      const form = words[next]?.form ?? ''
      const value = numberOf(form)
      if (value !== undefined)
        return value < 10_000 && (hit.meaning.analyte === 'creatinine' || words[at]?.form === 'baseline')
          ? value
          : undefined
      if (!/^(of|is|was|about|approximately|around|at|cr|creatinine|a|0)$/.test(form)) break
    }
  }
  return undefined
}
