import { createHash } from 'node:crypto'

const LINE_BREAKS = /\r\n?|[\u2028\u2029\u0085\v\f]/g
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g
/** Zero-width and soft-hyphen characters, which would part a word from itself, and controls but tab and newline. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is removed here
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g

/**
 * The one form in which a text is stored, hashed and quoted: NFC, newlines only, plain spaces (a tab is two), nothing
 * invisible, no space at the end of a line, at most two blank lines together, none at the ends. Doing it twice is
 * doing it once.
 */
export function normalise(text: string): string {
  const lines = text
    .toWellFormed()
    .replace(LINE_BREAKS, '\n')
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .replaceAll('\t', '  ')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trimEnd())
  return withoutGaps(lines).join('\n')
}

function withoutGaps(lines: readonly string[]): readonly string[] {
  const kept: string[] = []
  let blank = 0
  for (const line of lines) {
    blank = line === '' ? blank + 1 : 0
    if (line !== '' || (kept.length > 0 && blank <= 2)) kept.push(line)
  }
  while (kept.at(-1) === '') kept.pop()
  return kept
}

/** D7: the hash that binds a quote to a text, over the normalised text as UTF-8, in hexadecimal. */
export const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
