import type { Quote } from '#fhir-mappings/quote.ts'

/**
 * Words that try to instruct the reader. Each pattern is anchored on a fixed word and has bounded gaps, so that it
 * costs linear time; what is found is shown and never obeyed.
 */
const patterns: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass)\b[^\n.]{0,40}\b(?:previous|prior|above|earlier|all|preceding|your|system|any)\b[^\n.]{0,40}\b(?:instruction|instructions|text|prompt|prompts|rules?|notes?|guidelines?|directions?|context|findings|content|labs?|history)\b/gi,
  /\b(?:ignore|disregard)\b[^\n.]{0,30}\b(?:this|the|rest of the)\b[^\n.]{0,20}\b(?:note|chart|text|document|section|record)\b/gi,
  /\b(?:record|report|return|output|write|answer|respond|reply|say|state|document|print|mark|classify|label|set|grade)\b[^\n.]{0,40}\b(?:no adverse events?|no toxicit(?:y|ies)|no irae|no findings|grade 0|no events?|irae_detected|empty (?:list|event|array)|as normal|nothing found)\b/gi,
  /^[ \t]*(?:system|assistant|user|developer)[ \t]*:/gim,
  /<\/?(?:system|assistant|user|instructions?|prompt|note|document|tool_call|script|im_start|im_end)\b[^>\n]{0,60}>?/gi,
  /<\|[a-z_]{2,30}\|>|\[\/?INST\]|```|"""/gi,
  /\{[ \t]*"[a-z_ ]{2,40}"[ \t]*:/gi,
  /"[a-z_]{2,30}"[ \t]*:[ \t]*(?:"|\[|\{|true|false|null|\d)/gi,
  /"\}\]|\[\{"|"\},\{"/g,
  /\b(?:add|append|include|insert)\b[^\n.]{0,30}\b(?:your|the)\b[^\n.]{0,12}\b(?:json|output|response|answer|reply)\b/gi,
  /\b(?:drop|truncate|alter)\s+table\b|\b(?:delete|insert)\s+(?:from|into)\s+\w+|\bunion\s+select\b|;\s*--|\bor\s+1\s*=\s*1\b/gi,
  /\b(?:you are now (?:a|an|in|the|acting|operating)\b|act as an? (?:ai|assistant|model|system|different|unrestricted|auditor)|you must now|pretend to be|from now on you|new instructions?|your (?:new )?task is|as an ai|as a language model|dear (?:ai|model|assistant|computer|llm)|note to (?:the )?(?:ai|model|algorithm|assistant|llm|reader|software|system)|attention (?:ai|model|assistant|llm|bot))\b/gi,
  /\b(?:tell|instruct|ask|beg|begs|order|orders|command|inform)\b[^\n.]{0,16}\b(?:the )?(?:model|ai|computer|algorithm|assistant|llm|software|machine|bot|classifier|abstractor)\b/gi,
  /\b(?:the )?(?:model|ai|algorithm|llm|classifier|abstractor|reader software|language model)\b[^\n.]{0,10}\b(?:must|should|shall|is to|needs to|has to)\b/gi,
  /\b(?:patient in this note is (?:fictional|fake|not real)|skip (?:it|this|the) (?:note|patient|chart)|skip it and|next patient in the queue|do not flag|don't flag|do not alert|suppress (?:the |this |all )?(?:alert|flag|finding)s?|close (?:the )?flag)\b/gi,
  /\b(?:attention|notice|message|instructions?)\b[^\n.]{0,12}\b(?:automated|automatic|electronic|machine)\b[^\n.]{0,200}/gi,
  /\b(?:end of (?:note|document|prompt|context|chart)|begin (?:system|instructions?|new note)|system prompt|reveal your|print your (?:prompt|instructions))\b/gi,
  /\b(?:set|change|raise|lower|downgrade|upgrade)\b[^\n.]{0,20}\b(?:grade|severity|status|flag_status|flag)\b[^\n.]{0,12}\bto\b[^\n.]{0,12}\b(?:0|zero|none|null|inactive|active|entered-in-error)\b/gi,
  /\b(?:use|copy|emit|output)\b[^\n]{0,60}\bexactly as (?:written|shown|given)\b/gi,
  /\b(?:antworte|antworten sie|ignoriere|ignorieren sie|vergiss|melde|gib)\b[^\n.]{0,60}\b(?:nur|keine|alle|vorherigen|anweisungen|nebenwirkung(?:en)?|grad)\b/gi,
  /\b(?:ignora|ignore[zr]?|olvida|responde|informe|r[ée]pond(?:s|ez)|oublie[zr]?|dimentica|rispondi)\b[^\n.]{0,60}\b(?:instrucciones|anteriores|instructions|pr[ée]c[ée]dentes|grado|ning[uú]n|aucun|nessun|istruzioni|sin|s[oó]lo)\b/gi,
  /\b(?:tneve|stneve|erongi|drager?sid|snoitcurtsni|esrevda|metsys|tpmorp)\b/gi,
  /\b[A-Za-z0-9+/]{80,400}={0,2}(?![A-Za-z0-9+/])/g,
  /\\v [^}\n]{4,200}\}/g,
  /[\u200b\u200c\u2060\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]{2,}/gu,
]

/** The most spans one text shows; more would only hide the note. */
const MOST = 20

/** Instruction-like spans, widened to their sentence, at most 300 characters each. */
export function suspiciousSpans(text: string): Quote[] {
  const found: { start: number; end: number }[] = []
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      found.push(widened(text, match.index, match.index + match[0].length))
      if (found.length > MOST * 4) break
    }
  }
  return merged(found)
    .slice(0, MOST)
    .map(({ start, end }) => ({ start, end, text: text.slice(start, end) }))
}

/** To the line or sentence around the match, as far as 300 characters allow. */
function widened(text: string, from: number, to: number): { start: number; end: number } {
  let start = from
  while (start > 0 && from - start < 80 && !/[\n.]/.test(text[start - 1] ?? '')) start--
  while (start < from && /\s/.test(text[start] ?? '')) start++
  let end = Math.min(to, start + 300)
  while (end < text.length && end - start < 300 && !/[\n.]/.test(text[end] ?? '')) end++
  return { start, end }
}

function merged(spans: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const kept: { start: number; end: number }[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = kept.at(-1)
    if (!last || span.start >= last.end) kept.push(span)
    else if (span.end > last.end && span.end - last.start <= 300)
      kept[kept.length - 1] = { start: last.start, end: span.end }
  }
  return kept
}
