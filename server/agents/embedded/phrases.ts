import {
  BLANK_LINE,
  CLOSE,
  COLON,
  COMMA,
  formOf,
  LINE,
  OPEN,
  QUESTION,
  SEMICOLON,
  STOP,
  TAB,
  type Word,
} from './words.ts'

/**
 * Written phrases, compiled once into a tree of words. In a phrase `a|b` means either word, `word?` may be missing,
 * `*` is any one word. All phrases of all dictionaries are looked for in one pass.
 */
export interface Phrase<Meaning> {
  readonly words: string
  readonly meaning: Meaning
}

/** A phrase found in the text: words `from` (included) to `to` (not included). */
export interface Hit<Meaning> {
  readonly from: number
  readonly to: number
  readonly meaning: Meaning
}

interface Node<Meaning> {
  readonly next: Map<string, Node<Meaning>>
  readonly meanings: Meaning[]
}

export interface PhraseBook<Meaning> {
  readonly root: Node<Meaning>
  /** every word the book knows, for spelling */
  readonly vocabulary: ReadonlySet<string>
}

/** Gaps that no phrase may cross; a full stop is forgiven after a single letter ("C. diff"). */
const BREAKS = COMMA | STOP | SEMICOLON | COLON | OPEN | CLOSE | QUESTION | BLANK_LINE | TAB

export function compilePhrases<Meaning>(phrases: Iterable<Phrase<Meaning>>): PhraseBook<Meaning> {
  const root: Node<Meaning> = { next: new Map(), meanings: [] }
  const vocabulary = new Set<string>()
  for (const phrase of phrases) {
    for (const words of expand(phrase.words.trim().split(/\s+/))) {
      if (words.length > 0) plant(root, words, phrase.meaning)
      for (const word of words) if (word !== '*') vocabulary.add(word)
    }
  }
  return { root, vocabulary }
}

function expand(pattern: readonly string[]): string[][] {
  let made: string[][] = [[]]
  for (const part of pattern) {
    const optional = part.endsWith('?')
    const choices = (optional ? part.slice(0, -1) : part).split('|').map((word) => (word === '*' ? '*' : formOf(word)))
    const longer = made.flatMap((words) => choices.map((choice) => [...words, choice]))
    made = optional ? [...made, ...longer] : longer
  }
  return made
}

function plant<Meaning>(root: Node<Meaning>, words: readonly string[], meaning: Meaning): void {
  let node = root
  for (const word of words) {
    let next = node.next.get(word)
    if (!next) {
      next = { next: new Map(), meanings: [] }
      node.next.set(word, next)
    }
    node = next
  }
  if (!node.meanings.includes(meaning)) node.meanings.push(meaning)
}

/**
 * All phrases in the text, in order of their first word; of phrases of one channel that overlap, the one that begins
 * first and then the longest. Linear: no phrase is longer than a handful of words.
 */
export function findPhrases<Meaning extends { readonly channel: string }>(
  book: PhraseBook<Meaning>,
  words: readonly Word[],
): Hit<Meaning>[] {
  const hits: Hit<Meaning>[] = []
  const free = new Map<string, number>()
  for (let from = 0; from < words.length; from++) {
    if (!book.root.next.has(words[from]?.form ?? '')) continue
    const longest = new Map<string, Hit<Meaning>[]>()
    walk(book.root, words, from, from, longest)
    for (const [channel, same] of longest) {
      if (from < (free.get(channel) ?? 0)) continue
      hits.push(...same)
      free.set(channel, same[0]?.to ?? 0)
    }
  }
  return hits
}

function walk<Meaning extends { readonly channel: string }>(
  node: Node<Meaning>,
  words: readonly Word[],
  from: number,
  at: number,
  longest: Map<string, Hit<Meaning>[]>,
): void {
  const word = words[at]
  if (!word || (at > from && isBroken(words, at))) return
  const next = node.next.get(word.form)
  if (next) visit(next, words, from, at, longest)
  const any = at > from ? node.next.get('*') : undefined
  if (any) visit(any, words, from, at, longest)
}

function visit<Meaning extends { readonly channel: string }>(
  node: Node<Meaning>,
  words: readonly Word[],
  from: number,
  at: number,
  longest: Map<string, Hit<Meaning>[]>,
): void {
  for (const meaning of node.meanings) {
    const hit = { from, to: at + 1, meaning }
    const known = longest.get(meaning.channel)
    const reached = known?.[0]?.to ?? 0
    if (known && reached === hit.to) known.push(hit)
    else if (reached < hit.to) longest.set(meaning.channel, [hit])
  }
  if (node.next.size > 0) walk(node, words, from, at + 1, longest)
}

function isBroken(words: readonly Word[], at: number): boolean {
  const gap = words[at]?.gap ?? 0
  if ((gap & BREAKS) === 0) return false
  const before = words[at - 1]
  const initial = before !== undefined && before.end - before.start === 1
  return !(initial && (gap & BREAKS) === STOP && (gap & LINE) === 0)
}
