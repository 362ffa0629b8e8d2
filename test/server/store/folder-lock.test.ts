import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { SurveillanceError } from '#server/errors.ts'
import { folderHolder, lockFolder } from '#server/store/folder-lock.ts'

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'irae-lock-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Another process that takes the folder and keeps it until it is killed. */
async function otherProcess(folder: string): Promise<ChildProcess> {
  const holder = resolve('server/store/folder-lock.ts')
  const words = `import { lockFolder } from ${JSON.stringify(holder)}
    lockFolder(${JSON.stringify(folder)}).announce('http://127.0.0.1:4999')
    process.stdout.write('held')
    setInterval(() => {}, 1000)`
  const flags = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', words]
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

/** The pid that a refusal names; undefined when the folder was given. */
function refusedBy(folder: string): unknown {
  try {
    lockFolder(folder).release()
    return undefined
  } catch (error) {
    if (error instanceof SurveillanceError && error.code === 'STORE_LOCKED') return error.about.pid
    throw error
  }
}

test('a second process is refused and told which one holds the folder and where it answers', async () => {
  const folder = emptyFolder()
  const { pid } = await otherProcess(folder)
  expect(refusedBy(folder)).toBe(pid)
  expect(folderHolder(folder)).toMatchObject({ pid, control: 'http://127.0.0.1:4999' })
})

test('the folder of a process that was killed is taken over', async () => {
  const folder = emptyFolder()
  const child = await otherProcess(folder)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(folderHolder(folder)).toBeUndefined()
  expect(refusedBy(folder)).toBeUndefined()
})

test('a process id that belongs to somebody else by now does not keep the folder', () => {
  const folder = emptyFolder()
  writeFileSync(join(folder, 'lock.json'), JSON.stringify({ pid: process.pid, started: '1', token: 'x' }))
  expect(folderHolder(folder)).toBeUndefined()
  expect(refusedBy(folder)).toBeUndefined()
})

test('a lock file that is no lock file keeps nobody out', () => {
  const folder = emptyFolder()
  writeFileSync(join(folder, 'lock.json'), '{"pid": ')
  expect(refusedBy(folder)).toBeUndefined()
})

test('after release the folder is free; while it is held its own process cannot take it twice', () => {
  const folder = emptyFolder()
  const lock = lockFolder(folder)
  expect(refusedBy(folder)).toBe(process.pid)
  lock.release()
  expect(refusedBy(folder)).toBeUndefined()
})

test('the token is new each time and only this user may read it', () => {
  const folder = emptyFolder()
  const first = lockFolder(folder)
  first.announce('http://127.0.0.1:4005')
  const { mode } = statSync(join(folder, 'lock.json'))
  expect(mode & 0o077).toBe(0)
  expect(JSON.parse(readFileSync(join(folder, 'lock.json'), 'utf8'))).toMatchObject({ token: first.token })
  first.release()
  expect(lockFolder(folder).token).not.toBe(first.token)
})
