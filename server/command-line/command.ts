import { createReadStream, existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'

/** 0: done. 1: done, but the answer is bad news (lines not read, a broken chain). 2: could not be done at all. */
export type ExitCode = 0 | 1 | 2

/** What a command sees of the world around it. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** where relative file names begin */
  readonly folder: string
  readonly input: AsyncIterable<Uint8Array>
  /** Waits while whoever reads our output is slower than we are. */
  print(text: string): Promise<void>
  /** One line for the person, beside the output. */
  complain(line: string): void
  /** A line that the next one replaces; absent where no person watches. */
  readonly progress?: ((line: string) => void) | undefined
  readonly now: () => Date
}

export interface Command {
  readonly name: string
  /** what follows the name: `[FILE|-]` */
  readonly usage: string
  readonly summary: string
  readonly help: string
  run(words: readonly string[], terminal: Terminal): Promise<ExitCode>
}

/** A command that cannot be done as asked: one line that says why and what to do. Exit code 2. */
export class Complaint extends Error {}

/** `node:util` parseArgs with complaints a person can act on. */
export function wordsOf<T extends NonNullable<ParseArgsConfig['options']>>(words: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
  } catch (cause) {
    const [said] = (cause instanceof Error ? cause.message : String(cause)).split(/(?<=\.) |\n/)
    throw new Complaint(`${said?.replace(/\.?$/, '.')} --help shows what the command takes.`, { cause })
  }
}

/** The one file of a command that takes at most one. */
export function onlyFile(files: readonly string[]): string | undefined {
  if (files.length > 1) throw new Complaint(`One file at a time; "${files[1]}" is one too many.`)
  return files[0]
}

/** Refuses words that a command without files does not take. */
export function noFiles(files: readonly string[]): void {
  if (files[0] !== undefined)
    throw new Complaint(`"${files[0]}" is not understood. --help shows what the command takes.`)
}

/** The bytes of a file, or of standard input for none and for `-`. */
export function bytesOf(file: string | undefined, terminal: Terminal): AsyncIterable<Uint8Array> {
  if (file === undefined || file === '-') return terminal.input
  const path = resolve(terminal.folder, file)
  if (!existsSync(path))
    throw new Complaint(`${file} does not exist. Give the path of a file, or - for standard input.`)
  if (statSync(path).isDirectory()) throw new Complaint(`${file} is a folder. Give the path of a file.`)
  return createReadStream(path)
}
