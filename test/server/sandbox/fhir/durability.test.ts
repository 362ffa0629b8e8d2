import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Patient } from '@medplum/fhirtypes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRepository } from '#server/sandbox/fhir/open-repository.ts'
import { alt, ann, BASE, ben } from './open-sandbox.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'charts-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Ids that the charting process had reported when it was killed with SIGKILL. */
async function chartedBeforeKill(file: string, count: number): Promise<string[]> {
  const child = spawn(process.execPath, ['test/server/sandbox/fhir/charting-process.ts', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  const ended = new Promise((resolve) => child.once('close', resolve))
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
    if (printed.split('\n').length > count) child.kill('SIGKILL')
  })
  await ended
  return printed.split('\n').slice(0, -1)
}

describe('durability', () => {
  test('what was answered before kill -9 stands in the chart and is found afterwards', async () => {
    const file = join(folder, 'killed.sqlite')
    const ids = await chartedBeforeKill(file, 200)
    const repository = openRepository({ file, now: () => new Date(0) })
    expect(ids.length).toBeGreaterThanOrEqual(200)
    for (const id of ids) expect(repository.read<Patient>('Patient', id).active).toBe(true)
    expect(repository.search('Patient', 'active=true&_summary=count', BASE).total).toBeGreaterThanOrEqual(ids.length)
    repository.close()
  })

  test('versions, deletions and the order of times go on after a restart, also with a clock that went back', () => {
    const file = join(folder, 'restarted.sqlite')
    const before = openRepository({ file, now: () => new Date('2026-05-01T00:00:00Z') })
    before.seed([ann, ben, alt('x', 'ann', '2026-01-01')])
    before.remove('Patient', 'ben')
    const last = before.update<Patient>({ ...ann, active: true }).resource.meta?.lastUpdated ?? ''
    before.close()
    const after = openRepository({ file, now: () => new Date('2026-04-01T00:00:00Z') })
    expect(after.isEmpty()).toBe(false)
    expect(after.history('Patient', 'ann', BASE).total).toBe(2)
    expect(() => after.read('Patient', 'ben')).toThrow('deleted')
    expect(after.search('Observation', 'patient=ann', BASE).total).toBe(1)
    const next = after.update<Patient>({ ...ann, active: false }).resource.meta?.lastUpdated ?? ''
    expect(next > last).toBe(true)
    after.close()
  })

  test('a second process on the same file is refused in words', () => {
    const file = join(folder, 'shared.sqlite')
    const first = openRepository({ file, now: () => new Date() })
    expect(() => openRepository({ file, now: () => new Date() })).toThrow('Another process uses the charts')
    first.close()
    openRepository({ file, now: () => new Date() }).close()
  })

  test('a fresh store is empty', () => {
    const repository = openRepository({ file: join(folder, 'deeper', 'new.sqlite'), now: () => new Date() })
    expect(repository.isEmpty()).toBe(true)
    repository.close()
  })
})
