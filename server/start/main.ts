import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { demonstrationEnvironment } from './environment.ts'
import { readyFolder } from './folder.ts'

/**
 * `npm start`: builds the panel, starts the sandbox EHR and the service as two processes, and says where to look.
 * `--fresh` begins again with an empty data folder. Addresses, folder and EHR are its own; other settings come from the
 * environment.
 */
const SANDBOX = 'http://localhost:4004/'
const SERVICE = 'http://localhost:4005'
const PATIENCE_MS = 60_000

const root = join(import.meta.dirname, '../..')
const DATA_FOLDER = join(root, 'data')
const children: ChildProcess[] = []
let stopping = false
const flags = ['--disable-warning=ExperimentalWarning']
const words = process.argv.slice(2)
const unknown = words.filter((word) => word !== '--fresh')
if (unknown.length > 0) fail(`Unknown option ${unknown[0]}. Usage: npm start [-- --fresh]`)
const { environment, unused } = demonstrationEnvironment(process.env, DATA_FOLDER)
if (unused.length > 0) say(`Not used, because npm start has its own: ${unused.join(', ')}`)
for (const url of [SANDBOX, SERVICE]) {
  if (await isAnswering(url)) fail(`${url} answers already. Stop what is running there first; nothing was changed.`)
}
const folder = readyFolder(DATA_FOLDER, words.includes('--fresh'))
if (!folder.ready) fail(folder.why)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(0))

say('Building the panel…')
await finished(run('vite', [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], 'build.log'))
say('Starting the sandbox EHR and the irAE service…')
children.push(run('sandbox', [...flags, join(root, 'server/sandbox/main.ts')], 'sandbox.log'))
children.push(run('service', [...flags, join(root, 'server/main.ts')], 'service.log'))
for (const child of children) child.once('exit', () => void stop(1))
await answers(`${SANDBOX}fhir/metadata`)
await answers(`${SERVICE}/readyz`)
welcome()

function run(name: string, args: readonly string[], logFile: string): ChildProcess {
  const log = openSync(join(DATA_FOLDER, logFile), 'a')
  const child = spawn(process.execPath, args, { cwd: root, env: environment, stdio: ['ignore', log, log] })
  child.once('error', (error) => fail(`${name} could not be started: ${error.message}`))
  return child
}

async function finished(child: ChildProcess): Promise<void> {
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  if (code !== 0) fail(`The panel could not be built. See ${join(DATA_FOLDER, 'build.log')}`)
}

async function answers(url: string): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  while (performance.now() < until) {
    if (await fetch(url).then(({ ok }) => ok, no)) return
    await pause(100)
  }
  fail(`${url} does not answer. Is another program on this port? See the logs in ${DATA_FOLDER}`)
}

function no(): boolean {
  return false
}

function isAnswering(url: string): Promise<boolean> {
  return fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(2000) }).then(() => true, no)
}

async function stop(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  if (code !== 0) process.stderr.write(`One part ended by itself; see the logs in ${DATA_FOLDER}.\n`)
  for (const child of children) child.kill('SIGTERM')
  await Promise.race([Promise.all(children.map(gone)), pause(15_000)])
  process.exit(code)
}

function gone(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', resolve))
}

function welcome(): void {
  const again = existsSync(join(DATA_FOLDER, 'audit-head.json'))
    ? 'The charts of the last run are kept; --fresh begins again.'
    : ''
  say(`
irAE Agent is running. Synthetic patients only; nothing leaves this machine.

  Sandbox EHR    ${SANDBOX}            log in as a clinician and open a chart
  Audit          ${SERVICE}/panel/audit.html   who read, claimed and decided what
  FHIR server    ${SANDBOX}fhir        for your own tools (SMART Backend Services)

Try this: open a patient on a checkpoint inhibitor, press "Write a note", type
  6 loose stools a day since Monday, C. diff negative, on pembrolizumab
and sign it. The panel at the right shows the event with its grade within a second.
${again}
Stop with Ctrl-C. Logs: ${DATA_FOLDER}/service.log, ${DATA_FOLDER}/sandbox.log`)
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function fail(text: string): never {
  process.stderr.write(`${text}\n`)
  for (const child of children) child.kill('SIGTERM')
  process.exit(1)
}
