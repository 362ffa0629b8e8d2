import type { Sentence } from './sentences.ts'
import { COLON, COMMA, SEMICOLON, type Word } from './words.ts'

const refutes =
  /^(no|not|none|without|normal|absent|negative|neg|unlikely|excluded|against|too|intact|never|quiet|clear)$/
/** Words of a course, a treatment or a finding: then the entry tells of an event and not why it is none. */
const tells =
  /^(likely|probable|probably|fit|consistent|start\w*|hold|held|grade|g\d|treat\w*|steroid|prednis\w+|methylpred\w*|budesonide|confirmed|yes|possible|cannot|improv\w*|resolv\w*|resolution|better|worse\w*|taper\w*|continu\w*|infliximab|mycophenolate|replac\w*|budesonide|hydrocortisone|levothyroxine|insulin|ongoing|stable|persist\w*|new|elevated|raised|high|rising|positive|now|today|severe|moderate|mild|since|recover\w*|respon\w*|relapse\w*|recurrence|flare|change|remain\w*)$/

/** "Vasculitic neuropathy: too symmetrical.", "Colitis: no blood, no pain": an entry of a list of diagnoses, and only what speaks against it. */
export function isRefutedEntry(
  mention: { readonly from: number; readonly to: number },
  words: readonly Word[],
  sentence: Sentence,
): boolean {
  if (mention.from - sentence.from > 3) return false
  const start = afterColon(mention.to, words, sentence)
  if (start === undefined) return false
  const said = words.slice(start, sentence.to).map(({ form }) => form)
  return said.some((form) => refutes.test(form)) && !said.some((form) => tells.test(form))
}

/** The colon stands right behind the name, or behind one more name that is joined to it ("myasthenia and myositis:"). */
function afterColon(to: number, words: readonly Word[], sentence: Sentence): number | undefined {
  for (let at = to; at < Math.min(sentence.to, to + 3); at++) {
    const gap = words[at]?.gap ?? 0
    if (gap & COLON) return at
    if (gap & (COMMA | SEMICOLON)) return undefined
  }
  return undefined
}
