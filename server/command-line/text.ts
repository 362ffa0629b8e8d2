import { textFromFile } from '#server/evidence/attachment.ts'
import { defaultLimits } from '#server/evidence/limits.ts'
import { bytesOf, type Command, Complaint, onlyFile, wordsOf } from './command.ts'

const advice = {
  'no-text': 'it holds no words (a scan needs optical recognition first)',
  'unknown-format': 'its format is not one that is read: give --type, or convert it to text, HTML, RTF, C-CDA or PDF',
  'too-large': `it is larger than ${defaultLimits.maxBytes / 1024 / 1024} MB or unpacks to too much`,
  damaged: 'it is damaged or protected',
} as const

export const text: Command = {
  name: 'text',
  usage: 'FILE --type MIME',
  summary: 'print the text that would be read from an attachment',
  help: `Prints the normalised text of FILE (or - for standard input): what would be stored, read and quoted.

Options
  --type MIME   text/plain, text/html, text/rtf, application/xml (C-CDA), application/pdf; a charset
                may follow ("text/plain; charset=iso-8859-1"). The bytes are believed before the type.

Exit code: 0 printed, 1 the file has no text that can be read (a line says why), 2 could not begin.`,
  run: async (words, terminal) => {
    const { values, positionals } = wordsOf(words, { type: { type: 'string' } })
    const file = onlyFile(positionals)
    if (file === undefined) throw new Complaint('Which file? Try: irae text report.pdf --type application/pdf')
    if (values.type === undefined) throw new Complaint('Of which type? Add --type, such as --type application/pdf')
    const found = await textFromFile(await wholeOf(bytesOf(file, terminal)), values.type)
    if (found.readable) {
      await terminal.print(found.text.endsWith('\n') ? found.text : `${found.text}\n`)
      return 0
    }
    terminal.complain(`${file} was not read (${found.why}): ${advice[found.why]}.`)
    return 1
  },
}

/** All bytes of a file, or as many as show that it is too large. */
async function wholeOf(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of bytes) {
    parts.push(part)
    size += part.length
    if (size > defaultLimits.maxBytes) break
  }
  return Buffer.concat(parts)
}
