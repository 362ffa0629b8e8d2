import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** What a process of the product needs to be started, again and again on the same port. */
export interface Part {
  readonly name: string
  /** the `main.ts` of the part */
  readonly program: string
  readonly environment: Readonly<Record<string, string>>
  /** answers 200 as soon as the part can do its work */
  readonly readyUrl: string
}

/** One process of the product that a test may end and begin again. */
export interface Child {
  readonly name: string
  readonly pid: number | undefined
  readonly running: boolean
  /** starts the process and waits until it is ready; throws with the end of its log when it is not */
  start(): Promise<void>
  /** SIGTERM, as an operator does it; resolves with the exit code when the process is gone */
  stop(): Promise<number | null>
  /** SIGKILL, as a power cut does it; resolves when the process is gone */
  kill(): Promise<void>
  /** everything the process wrote since the first start */
  log(): string
}

const READY_WITHIN_MS = 60_000
const STOPPED_WITHIN_MS = 20_000

/** A process that is not yet started. */
export function childOf(part: Part): Child {
  let child: ChildProcess | undefined
  let log = ''
  const isRunning = () => child !== undefined && child.exitCode === null && child.signalCode === null

  async function start(): Promise<void> {
    if (isRunning()) throw new Error(`${part.name} runs already.`)
    const started = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', part.program], {
      env: { ...part.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    for (const stream of [started.stdout, started.stderr]) {
      stream.setEncoding('utf8').on('data', (piece: string) => {
        log += piece
      })
    }
    await ready()
  }

  async function ready(): Promise<void> {
    const until = performance.now() + READY_WITHIN_MS
    while (performance.now() < until && isRunning()) {
      if (await answers(part.readyUrl)) return
      await pause(25)
    }
    const why = isRunning() ? 'is not ready' : 'ended by itself'
    throw new Error(`${part.name} ${why}. The end of its log:\n${log.slice(-4000)}`)
  }

  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const ending = child
    if (!ending || !isRunning()) return ending?.exitCode ?? null
    const gone = once(ending, 'exit')
    ending.kill(signal)
    // of the process that was asked only: by then a next one may run
    const late = setTimeout(() => ending.kill('SIGKILL'), STOPPED_WITHIN_MS)
    const [code, killedBy] = await gone
    clearTimeout(late)
    if (killedBy !== null && killedBy !== signal)
      throw new Error(`${part.name} did not stop. The end of its log:\n${log.slice(-4000)}`)
    return code as number | null
  }

  return {
    name: part.name,
    get pid() {
      return child?.pid
    },
    get running() {
      return isRunning()
    },
    start,
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
    log: () => log,
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(5000) }).then(
    (response) => response.ok,
    () => false,
  )

/** A port of this machine on which nothing listens at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('This machine gives no port.')
  return address.port
}
