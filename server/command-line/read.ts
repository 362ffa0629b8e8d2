import { CtcaeVersion } from '#fhir-mappings/grade.ts'
import { embeddedReader } from '#server/agents/embedded/embedded-reader.ts'
import { bytesOf, type Command, Complaint, onlyFile, wordsOf } from './command.ts'
import { linesOf } from './lines.ts'
import { progressOf } from './progress.ts'
import { readingLine } from './reading-line.ts'

export const read: Command = {
  name: 'read',
  usage: '[FILE|-] [--ctcae 5.0|6.0]',
  summary: 'find and grade irAEs in texts, one JSON object a line in and out',
  help: `Reads NDJSON from FILE, or from standard input, and prints one line for each line, in order.

In:   {"id": "n1", "text": "…", "authored": "2026-03-02", "noteType": "progress",
       "ici": {"agents": ["pembrolizumab"], "lastGiven": "2026-02-20"}}
      id and text are needed, other members are ignored; text is plain text.
Out:  {"id", "flag", "exposure", "findings": [{"term", "grade", "range", "gradeBasis", "status",
       "attribution", "certainty", "reportedBy", "quotes", "why", "gradeWhy", "missing"}],
       "suspicious", "reader", "unread"}
      flag: a finding is present or suspected and no other cause explains it.
      Offsets are UTF-16 units into the text as given. unread says why a line was not read, else null.

Options
  --ctcae 5.0|6.0   criteria to grade by (5.0)

Exit code: 0 all lines read, 1 some lines not read (their output says why), 2 could not begin.`,
  run: async (words, terminal) => {
    const { values, positionals } = wordsOf(words, { ctcae: { type: 'string', default: '5.0' } })
    const version = CtcaeVersion.safeParse(values.ctcae)
    if (!version.success) throw new Complaint(`--ctcae is 5.0 or 6.0, not "${values.ctcae}".`)
    const reader = embeddedReader()
    const progress = progressOf(terminal)
    let unread = 0
    for await (const line of linesOf(bytesOf(onlyFile(positionals), terminal))) {
      const answer = await readingLine(line, reader, version.data)
      if (answer.unread !== null) unread++
      await terminal.print(`${JSON.stringify(answer)}\n`)
      progress.step()
    }
    progress.end()
    if (unread === 0) return 0
    terminal.complain(`${unread} of ${progress.steps()} lines were not read; "unread" in their output says why.`)
    return 1
  },
}
