import type { Terminal } from '#server/command-line/command.ts'
import { runCommand } from '#server/command-line/commands.ts'

export interface Said {
  readonly code: number
  readonly out: string
  /** the output's lines as JSON */
  readonly answers: readonly Record<string, unknown>[]
  readonly complaints: readonly string[]
  readonly progress: readonly string[]
}

interface Asked {
  readonly input?: string | Uint8Array | AsyncIterable<Uint8Array>
  readonly environment?: Readonly<Record<string, string>>
  readonly folder?: string
  readonly watched?: boolean
  readonly printed?: () => void
  readonly now?: () => Date
}

/** Runs a command as a person at a terminal would, and keeps everything that it says. */
export async function irae(words: readonly string[], asked: Asked = {}): Promise<Said> {
  const out: string[] = []
  const complaints: string[] = []
  const progress: string[] = []
  const terminal: Terminal = {
    environment: asked.environment ?? {},
    folder: asked.folder ?? process.cwd(),
    input: bytesOf(asked.input ?? ''),
    print: async (text) => {
      out.push(text)
      asked.printed?.()
    },
    complain: (line) => void complaints.push(line),
    progress: asked.watched ? (line) => void progress.push(line) : undefined,
    now: asked.now ?? (() => new Date('2026-03-02T10:00:00Z')),
  }
  const code = await runCommand(words, terminal)
  return {
    code,
    complaints,
    progress,
    out: out.join(''),
    get answers() {
      return out
        .join('')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    },
  }
}

async function* bytesOf(input: string | Uint8Array | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (typeof input === 'string') yield Buffer.from(input)
  else if (input instanceof Uint8Array) yield input
  else yield* input
}
