import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { SurveillanceError } from '#server/errors.ts'
import { folderHolder, lockFolder } from '#server/store/folder-lock.ts'

const ROUNDS = 4

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

/** A process that waits for the word, then takes the folder and says whether it got it. */
async function starter(folder: string) {
  const words = `import { lockFolder } from ${JSON.stringify(resolve('server/store/folder-lock.ts'))}
    process.stdout.write('ready ')
    process.stdin.once('data', () => {
      try { lockFolder(${JSON.stringify(folder)}); process.stdout.write('held') } catch { process.stdout.write('refused') }
    })`
  const flags = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', words]
  const child = spawn(process.execPath, flags, { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return async (): Promise<string> => {
    child.stdin.write('go')
    return String((await once(child.stdout, 'data'))[0])
  }
}

test('of several starters over the lock of a dead process exactly one gets the folder', {
  timeout: 60_000,
}, async () => {
  const outcomes: string[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'lock.json'), JSON.stringify({ pid: process.pid, started: '1', token: 'x' }))
    const starters = await Promise.all(Array.from({ length: 4 }, () => starter(folder)))
    outcomes.push((await Promise.all(starters.map((go) => go()))).sort().join(' '))
    expect(readdirSync(folder)).toEqual(['lock.json'])
  }
  expect(outcomes).toEqual(Array.from({ length: ROUNDS }, () => 'held refused refused refused'))
})

test('a successor that died before it replaced the dead lock is succeeded too', () => {
  const folder = emptyFolder()
  const dead = (token: string) => JSON.stringify({ pid: process.pid, started: '1', token })
  const after = (text: string) => `lock.json.after-${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
  writeFileSync(join(folder, 'lock.json'), dead('first'))
  writeFileSync(join(folder, after(dead('first'))), dead('second'))
  const lock = lockFolder(folder)
  expect(folderHolder(folder)).toMatchObject({ pid: process.pid, token: lock.token })
  expect(readdirSync(folder)).toEqual(['lock.json'])
})

test('a starter that is succeeding a dead lock at this moment is respected', () => {
  const folder = emptyFolder()
  const text = JSON.stringify({ pid: process.pid, started: '1', token: 'dead' })
  const after = `lock.json.after-${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
  const living = emptyFolder()
  lockFolder(living)
  copyFileSync(join(living, 'lock.json'), join(folder, after))
  writeFileSync(join(folder, 'lock.json'), text)
  expect(refusedBy(folder)).toBeDefined()
})

test('release takes away only the own lock', () => {
  const folder = emptyFolder()
  const lock = lockFolder(folder)
  const other = JSON.stringify({ pid: process.pid, started: '1', token: 'another' })
  writeFileSync(join(folder, 'lock.json'), other)
  lock.release()
  expect(readFileSync(join(folder, 'lock.json'), 'utf8')).toBe(other)
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
