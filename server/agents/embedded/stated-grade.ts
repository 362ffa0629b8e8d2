import type { Grade, GradeRange } from '#fhir-mappings/grade.ts'
import type { Sentence } from './sentences.ts'
import { BLANK_LINE, CLOSE, COMMA, LINE, MORE, OPEN, SEMICOLON, STOP, type Word } from './words.ts'

/** A CTCAE grade as the author wrote it: words `from` to `to`, the upper end of a range, and the range itself. */
export interface StatedGrade {
  readonly from: number
  readonly to: number
  readonly grade: Grade
  readonly range?: GradeRange
}

const numerals: ReadonlyMap<string, Grade> = new Map([
  ['1', 1],
  ['2', 2],
  ['3', 3],
  ['4', 4],
  ['5', 5],
  ['i', 1],
  ['ii', 2],
  ['iii', 3],
  ['iv', 4],
  ['v', 5],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
])
const gradeWords = new Set(['grade', 'gr', 'ctcae', 'ctc', 'graded', 'grading', 'ctcaev5'])
const between = new Set(['to', 'or', 'and', 'through', 'grade', 'g', 'gr'])
/** Scales that use the word grade for something else: tumours, varices, graft-versus-host, Gleason, MRC and the like. */
const otherScales = new Set([
  'gleason',
  'ecog',
  'group',
  'tumor',
  'fuhrman',
  'nuclear',
  'histologic',
  'histological',
  'histology',
  'varix',
  'varice',
  'gvhd',
  'mrc',
  'glioma',
  'astrocytoma',
  'oligodendroglioma',
  'follicular',
  'carcinoma',
  'adenocarcinoma',
  'sarcoma',
  'neuroendocrine',
  'net',
  'differentiated',
  'who',
  'isup',
  'nottingham',
  'bloom',
  'urothelial',
  'papillary',
  'serou',
  'endometrioid',
  'dysplasia',
  'pin',
  'cin',
  'asco',
  'esmo',
  'nccn',
  'hemorrhoid',
  'diastolic',
  'dysfunction',
  'spondylolisthesis',
  'murmur',
  'reflux',
  'melanoma',
  'lymphoma',
  'steatosis',
  'fibrosis',
  'westhaven',
  'haven',
  'cancer',
  'hydronephrosis',
  'aml',
  'subependymoma',
  'ependymoma',
  'meningioma',
  'bladder',
  'prostate',
  'esophageal',
  'malignancy',
  'anaplastic',
  'chondrosarcoma',
  'liposarcoma',
  'leiomyosarcoma',
  'performance',
  'banff',
  'sprain',
  'splenic',
  'laceration',
  'ulcer',
  'pressure',
  'fever',
  'ductal',
  'lobular',
  'who',
  'histopathologic',
  'metavir',
  'edmondson',
  'steiner',
  'kellgren',
  'cystocele',
  'prolapse',
  'retinopathy',
])

/** All stated grades of one sentence. */
export function statedGrades(words: readonly Word[], sentence: Sentence): readonly StatedGrade[] {
  const found: StatedGrade[] = []
  for (let at = sentence.from; at < sentence.to; at++) {
    const stated = gradeAt(words, at, sentence.to)
    if (!stated) continue
    if (!isOtherScale(words, stated, sentence)) found.push(stated)
    at = stated.to - 1
  }
  return found
}

function gradeAt(words: readonly Word[], at: number, end: number): StatedGrade | undefined {
  const form = words[at]?.form ?? ''
  const glued = /^(?:g|gr|grade)([1-5])$/.exec(form)
  if (glued) return withRange(words, at, at + 1, glued[1] ?? '', end)
  if (gradeWords.has(form) || (form === 'g' && /^[1-5]$/.test(words[at + 1]?.form ?? ''))) {
    const first = skipVersion(words, at + 1, end)
    const numeral = words[first]?.form ?? ''
    if (
      first >= end ||
      numerals.get(numeral) === undefined ||
      ((words[first]?.gap ?? 0) & (STOP | COMMA | SEMICOLON)) !== 0
    )
      return undefined
    return withRange(words, at, first + 1, numeral, end)
  }
  return undefined
}

/** "CTCAE v5.0 grade 3", "grade of 2", "grade is 2", "CTCAE grade: 3". */
function skipVersion(words: readonly Word[], from: number, end: number): number {
  let at = from
  while (
    at < end &&
    at < from + 4 &&
    /^(v\d(\.\d)?|version|5\.0|4\.0|4\.03|6\.0|of|is|was|grade|gr|severity|ctcae|approximately|about|max|maximum|up|to|at|least)$/.test(
      words[at]?.form ?? '',
    )
  )
    at++
  return at
}

function withRange(
  words: readonly Word[],
  from: number,
  next: number,
  numeral: string,
  end: number,
): StatedGrade | undefined {
  const low = numerals.get(numeral)
  if (low === undefined) return undefined
  let at = next
  while (at < end && at < next + 2 && between.has(words[at]?.form ?? '')) at++
  const upper = /^(?:g|gr)?([1-5]|i{1,3}|iv|v|one|two|three|four|five)$/.exec(words[at]?.form ?? '')?.[1]
  const gap = words[at]?.gap ?? 0
  const high = upper === undefined || at >= end ? undefined : numerals.get(upper)
  const joined =
    at > next
      ? words[next]?.form !== 'and' || between.has(words[at - 1]?.form ?? '')
      : (gap & (COMMA | STOP | OPEN | CLOSE)) === 0 && (words[at]?.start ?? 0) - (words[at - 1]?.end ?? 0) <= 3
  if (high !== undefined && high > low && joined && !isCount(words, at))
    return { from, to: at + 1, grade: high, range: [low, high] }
  return { from, to: next, grade: low }
}

/** "grade 2 4 stools a day": the second number counts something. */
const isCount = (words: readonly Word[], at: number) =>
  /^(stool|bm|bms|loose|watery|time|day|week|x|mg|episode|l)$/.test(words[at + 1]?.form ?? '')

function isOtherScale(words: readonly Word[], stated: StatedGrade, sentence: Sentence): boolean {
  const first = words[stated.from]
  if (first && stated.from > sentence.from && /^(low|high|intermediate)$/.test(words[stated.from - 1]?.form ?? ''))
    return true
  for (let at = Math.max(sentence.from, stated.from - 2); at < Math.min(sentence.to, stated.to + 3); at++) {
    if (at >= stated.from && at < stated.to) continue
    if (at >= stated.to && stopsScale(words, stated.to, at)) break
    if (otherScales.has(words[at]?.form ?? '')) return true
  }
  return false
}

function stopsScale(words: readonly Word[], from: number, at: number): boolean {
  for (let word = from; word <= at; word++)
    if ((words[word]?.gap ?? 0) & (COMMA | SEMICOLON | STOP | LINE | BLANK_LINE | CLOSE)) return true
  return false
}

/** "for grade 2 or higher hold", "grade >= 3": a rule of a protocol, not this patient's grade. */
export function isProtocolGrade(words: readonly Word[], stated: StatedGrade, sentence: Sentence): boolean {
  if ((words[stated.to - 1]?.gap ?? 0) & MORE) return true
  const after = [words[stated.to]?.form, words[stated.to + 1]?.form].join(' ')
  if (/^(or (higher|greater|above|more|worse)|and (higher|above|up))/.test(after)) return true
  for (let at = Math.max(sentence.from, stated.from - 6); at < stated.from; at++) {
    if (
      /^(if|should|until|when|return|improve|improves|unless|for)$/.test(words[at]?.form ?? '') &&
      /^(if|should|until|unless)$/.test(words[at]?.form ?? '')
    )
      return true
  }
  return false
}
