import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startPostgres } from '#test/journey/postgres-server.ts'
import { loopback, note, page } from '#test/server/ehr/loopback.ts'
import { irae } from './terminal.ts'

test('with DATABASE_URL the commands work beside the running processes: a sweep leaves what it found to the workers', async () => {
  const server = await startPostgres()
  onTestFinished(() => server.stop())
  const charted = { ...note('n7'), meta: { versionId: '1', lastUpdated: '2026-03-02T09:00:00Z' } }
  const ehr = await loopback(({ url }) => ({ body: page(url.startsWith('/fhir/DocumentReference?') ? [charted] : []) }))
  const environment = {
    DATABASE_URL: server.url,
    DATA_FOLDER: mkdtempSync(join(tmpdir(), 'irae-postgres-folder-')),
    EHR_AUTH: 'none',
    EHR_SITE: 'test',
    EHR_FHIR_BASE: `${ehr.origin}/fhir`,
  }
  const now = () => new Date()
  const swept = await irae(['sweep', '--once'], { environment, now })
  expect(swept).toMatchObject({ code: 0, complaints: [] })
  expect(swept.out).toMatch(/DocumentReference +1 seen, 1 new\n/)
  expect((await irae(['status'], { environment, now })).out).toContain('arrivals           1 waiting\n')

  const verified = await irae(['audit', 'verify'], { environment, now })
  expect(verified.code).toBe(0)
  expect(verified.out).toMatch(/^intact: 0 entries/)
  expect(verified.complaints[0]).toContain('audit-head.json is not here')
}, 60_000)
