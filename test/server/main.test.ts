import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return String(typeof address === 'object' && address ? address.port : 0)
}

/** The service before an EHR that is not there. */
async function runningService(dataFolder: string) {
  const env = { PORT: await freePort(), DATA_FOLDER: dataFolder, EHR_FHIR_BASE: 'http://127.0.0.1:9/fhir' }
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', resolve('server/main.ts')], { env })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  child.stdout.on('data', (piece) => {
    said += piece
  })
  const ended = once(child, 'exit')
  await expect.poll(() => said, { timeout: 25_000, interval: 20 }).toContain('service-started')
  return { child, ended, said: () => said }
}

test('told several times to stop, as Ctrl-C under npm start does, the service stops once and in order', {
  timeout: 30_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'irae-main-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const { child, ended, said } = await runningService(folder)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGTERM', 'SIGINT'] as const) {
    child.kill(signal)
    await pause(5)
  }
  expect(await ended).toEqual([0, null])
  expect(said().match(/service-stopped/g)).toHaveLength(1)
  expect(existsSync(join(folder, 'lock.json'))).toBe(false)
})
