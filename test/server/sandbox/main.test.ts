import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

function started(environment: Record<string, string>, ...words: string[]) {
  const main = new URL('../../../server/sandbox/main.ts', import.meta.url).pathname
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...words], { env: environment })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said = { out: '', err: '' }
  child.stdout.on('data', (piece) => {
    said.out += piece
  })
  child.stderr.on('data', (piece) => {
    said.err += piece
  })
  return { child, said, ended: once(child, 'exit') }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

test('settings that are not usable are all named at once, and nothing starts', async () => {
  const { said, ended } = started({ SANDBOX_PORT: '70000', SERVICE_ORIGIN: 'ftp://x', SANDBOX_LOG_LEVEL: 'loud' })
  expect((await ended)[0]).toBe(1)
  expect(said.err).toMatch(/SANDBOX_PORT[\s\S]*SERVICE_ORIGIN[\s\S]*SANDBOX_LOG_LEVEL/)
  expect(said.out).toBe('')
})

test('an empty setting is an absent one, as .env.example says', async () => {
  const absent = { SANDBOX_HOST: '', SANDBOX_ORIGIN: '', SERVICE_ORIGIN: '', DATA_FOLDER: '', SANDBOX_LOG_LEVEL: '' }
  const { said, ended } = started({ ...absent, SANDBOX_PORT: '70000' })
  expect((await ended)[0]).toBe(1)
  expect(said.err).toContain('SANDBOX_PORT')
  for (const name of Object.keys(absent)) expect(said.err).not.toContain(name)
})

test('it says in one line where it listens, answers, and stops in order when told, several times too', {
  timeout: 30_000,
}, async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'sandbox-main-'))
  const port = await freePort()
  const { child, said, ended } = started({ SANDBOX_PORT: String(port), DATA_FOLDER: dataFolder }, '--fresh')
  await expect.poll(() => said.out + said.err, { timeout: 25_000 }).toContain('listening')
  expect(JSON.parse(said.out)).toEqual({
    listening: 'sandbox',
    url: `http://localhost:${port}/`,
    fhir: `http://localhost:${port}/fhir`,
  })
  const answer = await fetch(`http://127.0.0.1:${port}/fhir/.well-known/smart-configuration`)
  expect((await answer.json()).issuer).toBe(`http://localhost:${port}/issuer`)
  expect(statSync(join(dataFolder, 'sandbox')).mode & 0o077).toBe(0)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGTERM'] as const) child.kill(signal)
  expect(await ended).toEqual([0, null])
  rmSync(dataFolder, { recursive: true, force: true })
})
