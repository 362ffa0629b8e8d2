import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readyFolder } from '#server/start/folder.ts'
import { lockFolder } from '#server/store/folder-lock.ts'

function folderWithCharts(): string {
  const folder = mkdtempSync(join(tmpdir(), 'irae-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'charts'), 'of the last run')
  return folder
}

test.each([true, false])(
  'the folder of a running service is refused in one sentence and left as it is (fresh: %s)',
  (fresh) => {
    const folder = folderWithCharts()
    const lock = lockFolder(folder)
    expect(readyFolder(folder, fresh)).toEqual({ ready: false, why: expect.stringContaining(`process ${process.pid}`) })
    expect(existsSync(join(folder, 'charts'))).toBe(true)
    lock.release()
  },
)

test('a fresh start forgets the charts, any other keeps them; the folder is for this user alone', () => {
  const folder = folderWithCharts()
  expect(readyFolder(folder, false)).toEqual({ ready: true })
  expect(existsSync(join(folder, 'charts'))).toBe(true)
  expect(readyFolder(folder, true)).toEqual({ ready: true })
  expect(existsSync(join(folder, 'charts'))).toBe(false)
  expect(statSync(folder).mode & 0o077).toBe(0)
})
