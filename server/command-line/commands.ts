import { complaintAbout } from '#server/complaint.ts'
import { audit } from './audit.ts'
import { type Command, Complaint, type ExitCode, type Terminal } from './command.ts'
import { gradeLabs } from './grade-labs.ts'
import { read } from './read.ts'
import { status } from './status.ts'
import { sweep } from './sweep.ts'
import { text } from './text.ts'

const commands: readonly Command[] = [read, text, gradeLabs, audit, status, sweep]

/** Runs the command that the words name. Whatever goes wrong becomes one line that says what to do, and exit code 2. */
export async function runCommand(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = words
  if (name === undefined || isHelp(name)) {
    await terminal.print(overview())
    return name === undefined ? 2 : 0
  }
  const command = commands.find((one) => one.name === name)
  if (!command) return refused(`There is no command "${name}". irae --help lists them.`, terminal)
  if (rest.some(isHelp)) {
    await terminal.print(`irae ${command.name} ${command.usage}: ${command.summary}\n\n${command.help}\n`)
    return 0
  }
  try {
    return await command.run(rest, terminal)
  } catch (error) {
    return refused(lineAbout(error), terminal)
  }
}

const isHelp = (word: string): boolean => word === '--help' || word === '-h'

function refused(line: string, terminal: Terminal): ExitCode {
  terminal.complain(`irae: ${line}`)
  return 2
}

function overview(): string {
  const rows = commands.map(({ name, usage, summary }) => `  ${`${name} ${usage}`.padEnd(34)} ${summary}\n`)
  return `npm run -s irae -- COMMAND

${rows.join('')}
irae COMMAND --help says more. Exit codes: 0 done, 1 done with bad news (lines not read, a broken chain),
2 could not be done (a line says why). Settings come from the environment: docs/settings.md.
`
}

/** Never a stack, never words from a chart. */
function lineAbout(error: unknown): string {
  if (error instanceof Complaint) return error.message
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  const kind = code ?? (error instanceof Error ? error.name : 'unknown')
  return complaintAbout(error) ?? `failed unexpectedly (${kind}). Please report it with the command line.`
}
