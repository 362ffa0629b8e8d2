import type { Sentence } from './sentences.ts'
import { CLOSE, COLON, COMMA, DASH, LINE, OPEN, SEMICOLON, SLASH, STOP, TAB, type Word } from './words.ts'

/** Complaints so common among these patients that the bare word says little. */
export const commonComplaints: ReadonlySet<string> = new Set([
  'diarrhea',
  'rash-maculopapular',
  'pruritus',
  'arthralgia',
  'dry-mouth',
  'fatigue',
  'mucositis',
  'keratitis-conjunctivitis',
])

const BREAK = COMMA | STOP | SEMICOLON | COLON | LINE | OPEN | CLOSE | DASH | TAB | SLASH

/** Words of a statement before the complaint: somebody has it, tells it, sees it. */
const states =
  /^(ha|has|had|have|having|with|report\w*|complain\w*|co|develop\w*|notic\w*|noted|note|present\w*|admit\w*|endors\w*|experienc\w*|get|got|getting|start\w*|began|begun|show\w*|found|saw|seen|new|worse\w*|worsening|more|still|persist\w*|ongoing|continu\w*|increas\w*|severe|moderate|mild|slight|terrible|bad|grade|g\d|cc|since|treat\w*|become|became|suffer\w*|itchy|painful|dx|diagnosis|because|for|due|from|of|my|her|his|a|an|the|woke|wake|woken|keep\w*)$/
/** What makes a bare word a finding when it follows: how long, how much, where, since when, what was done. */
const measures =
  /^(x?\d+\w*|since|for|on|over|of|at|after|from|due|daily|nightly|all|both|worse\w*|started|began|persist\w*|grade|severe|moderate|mild|that|which|treated|is|are|wa|was|were|ha|has|had|keep\w*|got|getting|spread\w*|cover\w*|involv\w*|every|per|a|developed|appeared|increasing|worsening)$/
const asBefore =
  /^(same|unchanged|usual|always|ever|occ|occasional|occasionally|sometime|sometimes|rarely|old|single|once|only)$/

/** Whether a common complaint is only listed or named in passing: no statement leads to it, nothing measures it. */
export function isInPassing(
  term: string,
  { from, to }: { readonly from: number; readonly to: number },
  words: readonly Word[],
  sentence: Sentence,
): boolean {
  if (!commonComplaints.has(term) || sentence.role === 'assessment' || sentence.role === 'message') return false
  if (isSingle(to, words, sentence)) return true
  const after = itemAfter(to, words, sentence)
  if (after.some((form) => asBefore.test(form))) return true
  if (after.some((form) => measures.test(form))) return false
  return !wordsBefore(from, words, sentence).some((form) => states.test(form))
}

/** "Loose stool one morning after oysters, single time" */
const isSingle = (to: number, words: readonly Word[], sentence: Sentence): boolean =>
  words.slice(to, Math.min(sentence.to, to + 8)).some(({ form }) => /^(single|once)$/.test(form))

function itemAfter(to: number, words: readonly Word[], sentence: Sentence): readonly string[] {
  const forms: string[] = []
  for (let at = to; at < Math.min(sentence.to, to + 6); at++) {
    if (((words[at]?.gap ?? 0) & BREAK & ~(OPEN | SLASH)) !== 0) break
    forms.push(words[at]?.form ?? '')
  }
  return forms
}

/** A statement reaches over the commas of its list, but only so far. */
const REACH = 14

function wordsBefore(from: number, words: readonly Word[], sentence: Sentence): readonly string[] {
  return words.slice(Math.max(sentence.from, from - REACH), from).map(({ form }) => form)
}
