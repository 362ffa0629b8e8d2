import { failures, SurveillanceError } from '#server/errors.ts'
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
    return refused(complaintAbout(error), terminal)
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

/** One line for a tired person: what is wrong and what to do; never a stack, never words from a chart. */
function complaintAbout(error: unknown): string {
  if (error instanceof Complaint) return error.message
  if (error instanceof SurveillanceError) return `${error.code}: ${failures[error.code].text}${toDo(error)}`
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  if (code === 'EACCES') return 'The file may not be read by this user. Change its permissions or give another file.'
  return `failed unexpectedly (${code ?? (error instanceof Error ? error.name : 'unknown')}). Please report it with the command line.`
}

function toDo({ code, about }: SurveillanceError): string {
  switch (code) {
    case 'STORE_LOCKED':
      return ` Process ${about.pid} holds it: stop it, or set DATA_FOLDER to another folder.`
    case 'STORE_UNREACHABLE':
      return ' Check DATABASE_URL and that the server runs.'
    default:
      return ' docs/errors.md says what to do.'
  }
}
