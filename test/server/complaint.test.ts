import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { complaintAbout } from '#server/complaint.ts'
import { SurveillanceError } from '#server/errors.ts'
import { openStore } from '#server/store/database.ts'

const refusal = (code: string, more: object = {}): Error =>
  Object.assign(new Error('as the system says it'), { code, ...more })

test.each([
  [
    'a port that is taken',
    refusal('EADDRINUSE', { port: 4005 }),
    'Port 4005 is in use by another program. Set PORT to a free one.',
  ],
  ['an address of another machine', refusal('EADDRNOTAVAIL'), 'HOST is not an address of this machine.'],
  ['a folder of another user', refusal('EACCES', { path: '/srv/irae' }), '/srv/irae may not be used by this user.'],
  [
    'a file in place of the folder',
    refusal('EEXIST', { path: '/srv/irae' }),
    '/srv/irae is no folder. Set DATA_FOLDER',
  ],
  ['a full disk', refusal('ENOSPC'), 'The file cannot be written (ENOSPC)'],
  ['a locked folder', new SurveillanceError('STORE_LOCKED', { pid: 7 }), 'Process 7 holds it: stop it'],
  ['a silent database', new SurveillanceError('STORE_UNREACHABLE'), 'Check DATABASE_URL'],
])('%s is named with what to do', (_, error, line) => expect(complaintAbout(error)).toContain(line))

test('a bug is no complaint about the machine', () => {
  expect(complaintAbout(new TypeError('x'))).toBeUndefined()
  expect(complaintAbout('x')).toBeUndefined()
})

test('a store that is damaged is named as such, with the way back', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'irae-damaged-'))
  onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }))
  mkdirSync(join(dataFolder, 'store'))
  writeFileSync(join(dataFolder, 'store/PG_VERSION'), 'junk')
  const error = await openStore({ dataFolder }).catch((cause: unknown) => cause)
  expect(complaintAbout(error)).toMatch(/^STORE_DAMAGED: .* Put DATA_FOLDER back from a backup/)
})
