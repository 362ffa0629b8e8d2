import { once } from 'node:events'
import type { Terminal } from './command.ts'
import { runCommand } from './commands.ts'

const { stdin, stdout, stderr, env } = process

/** Erases the line of progress, which is never part of what stays on the screen. */
const CLEAR = '\r\u001b[K'

const terminal: Terminal = {
  environment: env,
  // npm runs scripts in the project's folder and says in INIT_CWD where the person was
  folder: env.INIT_CWD ?? process.cwd(),
  input: stdin,
  print: async (text) => {
    if (!stdout.write(text)) await once(stdout, 'drain')
  },
  complain: (line) => void stderr.write(`${stderr.isTTY ? CLEAR : ''}${line}\n`),
  progress: stderr.isTTY ? (line) => void stderr.write(`${CLEAR}${line}`) : undefined,
  now: () => new Date(),
}

// whoever reads our output has had enough (`| head`): nothing is wrong, and not everything was done
stdout.on('error', () => process.exit(1))

const code = await runCommand(process.argv.slice(2), terminal)
if (stderr.isTTY) stderr.write(CLEAR)
process.exitCode = code
