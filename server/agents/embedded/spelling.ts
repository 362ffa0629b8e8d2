/**
 * Words misspelled by one letter. Only long words of the lexicon are guessed (seven letters and more, same first
 * letter), because short ones have too many neighbours. The index holds each word with one letter left out.
 */
export interface Spelling {
  /** The lexicon's word that was probably meant, or the form itself. */
  corrected(form: string): string
}

const SHORTEST = 7
/** Answers kept for words already asked; beyond it the memory starts again, so memory stays flat over any number of notes. */
const REMEMBERED = 20_000

export function spellingFor(vocabulary: ReadonlySet<string>, notMisspelled: ReadonlySet<string>): Spelling {
  const index = new Map<string, string>()
  for (const word of vocabulary) {
    if (word.length < SHORTEST || /\d/.test(word)) continue
    for (const shorter of withoutOneLetter(word)) if (!index.has(shorter)) index.set(shorter, word)
  }
  let remembered = new Map<string, string>()
  const corrected = (form: string): string => {
    if (form.length < SHORTEST - 1 || form.length > 30 || vocabulary.has(form) || notMisspelled.has(form)) return form
    const known = remembered.get(form)
    if (known !== undefined) return known
    if (remembered.size > REMEMBERED) remembered = new Map()
    const meant = guess(form, index, vocabulary)
    remembered.set(form, meant)
    return meant
  }
  return { corrected }
}

function guess(form: string, index: ReadonlyMap<string, string>, vocabulary: ReadonlySet<string>): string {
  const longer = index.get(form)
  if (longer?.[0] === form[0] && longer !== undefined) return longer
  for (const shorter of withoutOneLetter(form)) {
    if (shorter.length >= SHORTEST && vocabulary.has(shorter) && shorter[0] === form[0]) return shorter
    const near = index.get(shorter)
    if (near !== undefined && near[0] === form[0] && near.length >= SHORTEST && form.length >= SHORTEST) return near
  }
  return form
}

function* withoutOneLetter(word: string): Generator<string> {
  for (let at = 1; at < word.length; at++) yield word.slice(0, at) + word.slice(at + 1)
}
