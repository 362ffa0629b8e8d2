import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PanelError } from '#fhir-mappings/panel.ts'
import { MARKER, noteOf, onPembrolizumab } from './hostile-charts.ts'
import { type HostileWard, hostileWard } from './hostile-ward.ts'

describe('Whoever calls the service with anything is refused with a code and counted', () => {
  let ward: HostileWard

  beforeAll(async () => {
    ward = await hostileWard((ehr) => {
      for (const patient of ['one', 'other']) onPembrolizumab(ehr, patient)
    })
    await ward.settled()
  })
  afterAll(() => ward?.close())

  const secret = (): string => ward.ehr.hookSecret() ?? ''
  const hook = (body: string | Uint8Array, headers: Readonly<Record<string, string>>, site = 'hostile') =>
    fetch(`${ward.origin}/hooks/${site}`, { method: 'POST', headers, body: body as BodyInit })
  const counted = async (what: string): Promise<number> =>
    Number(new RegExp(`^irae_notifications_total\\{what="${what}"\\} (\\d+)`, 'm').exec(await ward.metrics())?.[1] ?? 0)
  const told = JSON.stringify(noteOf('one', 'told', { meta: { versionId: '1' } }))

  test.each([
    ['without a secret', () => ({})],
    ['with a wrong secret', () => ({ 'x-irae-hook': 'guessed' })],
    ['with an empty secret', () => ({ 'x-irae-hook': '' })],
    [
      'signed with a wrong secret',
      () => ({ 'x-signature': createHmac('sha256', 'guessed').update(told).digest('hex') }),
    ],
    [
      'with the secret but a signature over other words',
      () => ({ 'x-irae-hook': secret(), 'x-signature': 'f'.repeat(64) }),
    ],
  ])('S2: a notification %s is forged: 401, counted, followed by nothing', async (_, headers) => {
    const before = await counted('forged')
    const answer = await hook(told, headers() as Record<string, string>)
    expect([answer.status, PanelError.parse(await answer.json()).code]).toEqual([401, 'NOTIFICATION_FORGED'])
    expect(await counted('forged')).toBe(before + 1)
    expect(ward.service.log()).not.toContain('DocumentReference/told')
  })

  test.each(['elsewhere', '%2e%2e', 'a%00b', 'x'.repeat(300), '__proto__'])(
    'S2: the secret of one site opens no other: %s',
    async (site) => {
      const answer = await hook(told, { 'x-irae-hook': secret() }, site)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
      PanelError.parse(await answer.json())
    },
  )

  test.each([
    ['no JSON', '{"resourceType": '],
    ['a list', '[]'],
    ['no resource', '{}'],
    ['a type that is a path', '{"resourceType": "../Patient", "id": "x"}'],
    ['an id that is a path', '{"resourceType": "DocumentReference", "id": "../../x"}'],
    ['not UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d)],
  ])('S1: an authentic notification that is %s is answered 400 and counted', async (_, body) => {
    const before = await counted('unknown')
    const answer = await hook(body, { 'x-irae-hook': secret() })
    expect([answer.status, PanelError.parse(await answer.json()).code]).toEqual([400, 'NOTIFICATION_UNKNOWN'])
    expect(await counted('unknown')).toBe(before + 1)
  })

  test('a notification of 49 MB is refused before it is read', async () => {
    const answer = await hook(Buffer.alloc(49 * 1024 * 1024, 0x20), { 'x-irae-hook': secret() }).catch(() => undefined)
    if (answer) expect(answer.status).toBe(413)
    expect((await fetch(`${ward.origin}/healthz`)).status).toBe(200)
  })

  test('S7: a notification that is replayed ten times is read once, and what it says is not believed', async () => {
    ward.ehr.put('DocumentReference/told', noteOf('other', 'told', { meta: { versionId: '1' } }))
    for (let n = 0; n < 10; n++) expect((await hook(told, { 'x-irae-hook': secret() })).status).toBe(204)
    await expect.poll(async () => (await ward.panel('other')).reading, { timeout: 15_000 }).toMatchObject({ read: 1 })
    await ward.settled()
    expect(ward.service.log().match(/"arrival-ended".*"about":"DocumentReference\/told"/g)).toHaveLength(1)
    expect((await ward.panel('one')).reading).toMatchObject({ state: 'all-read', read: 0 })
  })

  test('S8: a notification whose version would fill a page is followed all the same', async () => {
    ward.ehr.put('DocumentReference/long', noteOf('one', 'long'))
    const body = JSON.stringify(noteOf('one', 'long', { meta: { versionId: 'v'.repeat(20_000) } }))
    expect((await hook(body, { 'x-irae-hook': secret() })).status).toBe(204)
    await expect.poll(async () => (await ward.panel('one')).reading.read, { timeout: 15_000 }).toBe(1)
  })

  test('a notified note that the EHR answers with a page in HTML keeps its chart from "all read"', async () => {
    ward.ehr.answer('/DocumentReference/away', (_, response) => void response.writeHead(200).end('<html>Log in</html>'))
    const body = JSON.stringify(noteOf('other', 'away', { meta: { versionId: '1' } }))
    expect((await hook(body, { 'x-irae-hook': secret() })).status).toBe(204)
    expect((await ward.panel('other')).reading).toMatchObject({ state: 'reading', waiting: 1 })
    await expect.poll(() => ward.irae('status'), { timeout: 15_000 }).toMatch(/^ {2}waiting +1 EHR_NOT_FHIR$/m)
    expect((await ward.panel('other')).reading.state).toBe('reading')
  })

  const asked = (path: string, authorization?: string) =>
    fetch(`${ward.origin}${path}`, authorization === undefined ? {} : { headers: { authorization } })

  test.each(['/api/panel', '/api/audit', '/api/findings/x/notes/0', '/api/findings/..%2f..%2fx/notes/0'])(
    'L27: %s without a session, or with one that nobody gave, is refused',
    async (path) => {
      for (const authorization of [undefined, 'Bearer ', 'Bearer x', `Bearer ${'A'.repeat(43)}`, 'Basic QWxhZGRpbg=='])
        expect([
          (await asked(path, authorization)).status,
          PanelError.parse(await (await asked(path, authorization)).json()).code,
        ]).toEqual([401, 'SESSION_INVALID'])
    },
  )

  test.each(['x', 'a%00b', '..%2fx', '%f0%9f%98%80', 'x'.repeat(199)])(
    'L27: a session reaches no finding by the odd name %s',
    async (id) => {
      const authorization = `Bearer ${await ward.session('one')}`
      for (const n of ['0', '-1', '1e9', '__proto__']) {
        const answer = await asked(`/api/findings/${id}/notes/${n}`, authorization)
        expect([400, 404]).toContain(answer.status)
        PanelError.parse(await answer.json())
      }
    },
  )

  const launched = (changes: Readonly<Record<string, unknown>>) =>
    fetch(`${ward.origin}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ iss: ward.ehr.fhirBase, accessToken: 'any', patient: 'Patient/one', ...changes }),
    })

  test.each([
    ['for another app', async () => ({ idToken: await ward.ehr.idToken('another-app') }), 'LAUNCH_REFUSED'],
    [
      'that has ended',
      async () => ({ idToken: await ward.ehr.idToken('irae-panel', { exp: 1_700_000_000 }) }),
      'LAUNCH_REFUSED',
    ],
    ['that was forged', async () => ({ idToken: forged(await ward.ehr.idToken('irae-panel')) }), 'LAUNCH_REFUSED'],
    [
      'of a patient',
      async () => ({ idToken: await ward.ehr.idToken('irae-panel', { fhirUser: 'Patient/one' }) }),
      'USER_NOT_CLINICIAN',
    ],
    [
      'for a chart that the token may not see',
      async () => ({ idToken: await ward.ehr.idToken('irae-panel'), patient: 'Patient/foreign' }),
      'PATIENT_MISMATCH',
    ],
    [
      'for a patient that is a path',
      async () => ({ idToken: await ward.ehr.idToken('irae-panel'), patient: 'Patient/../metadata' }),
      'PATIENT_MISMATCH',
    ],
    [
      'from an EHR that is not ours',
      async () => ({ idToken: await ward.ehr.idToken('irae-panel'), iss: 'https://evil.example/fhir' }),
      'LAUNCH_REFUSED',
    ],
  ])('L21, L27: a launch %s opens nothing', async (_, changes, code) => {
    const answer = await launched(await changes())
    expect([answer.status, PanelError.parse(await answer.json()).code]).toEqual([403, code])
  })

  test.each(['{', '[]', 'null', '{"iss": 5}', `{"note": "${'x'.repeat(1_100_000)}"}`])(
    'a launch that is no request (%#) is refused in the form that the panel knows',
    async (body) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`${ward.origin}/api/session`, { method: 'POST', headers, body })
      expect([400, 413]).toContain(answer.status)
      expect(PanelError.parse(await answer.json()).code).toBe('REQUEST_INVALID')
    },
  )

  test('commands of the service need the token of its folder', async () => {
    for (const command of ['status', 'sweep', 'audit-verify', 'constructor'])
      expect((await fetch(`${ward.origin}/control/${command}`, { method: 'POST' })).status).toBe(401)
  })

  test('after all this the service lives, and neither log nor metrics hold a word of a chart, a secret or a token', async () => {
    expect((await fetch(`${ward.origin}/readyz`)).status).toBe(200)
    for (const text of [ward.service.log(), await ward.metrics(), await ward.irae('status', '--json')])
      for (const word of [MARKER, secret(), 'eyJ', 'evil.example']) expect(text).not.toContain(word)
    expect(await ward.irae('audit', 'verify')).toMatch(/^intact: /)
  })
})

/** The same words under a signature that is not theirs. */
const forged = (token: string): string => `${token.slice(0, -8)}AAAAAAAA`
