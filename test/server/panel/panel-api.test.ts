import type { MedicationRequest } from '@medplum/fhirtypes'
import { pino } from 'pino'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { quotedSources } from '#fhir-mappings/finding.ts'
import { AuditView, PanelError, PanelFinding, PanelView, QuotedNote } from '#fhir-mappings/panel.ts'
import { panelPages } from '#server/panel/pages.ts'
import { peopleOf } from '#server/panel/people.ts'
import { panelRoutes } from '#server/panel/routes.ts'
import { openSession, visitorOf } from '#server/panel/sessions.ts'
import { findingFor, sign } from '#server/sign-off/sign.ts'
import { webServer } from '#server/web.ts'
import { alt, COLITIS, clinician, colitisNote, infusion, note, patient } from '#test/scenarios/charts.ts'
import { type Ward, ward } from '#test/scenarios/ward.ts'
import { testStore } from '../store/test-database.ts'

const store = testStore()
let here: Ward
beforeEach(() => {
  here = ward(store.current)
})

/** The service's API around the ward, and a way to ask it as somebody with a session. */
async function api() {
  const app = webServer(pino({ level: 'silent' }))
  const { db, ehr, ledger, lease, publisher, now } = here
  const desk = { db, ledger, lease, publisher, site: ehr.site.id, now }
  panelRoutes(app, {
    ...{ db, ehr, ledger, now, site: ehr.site, fetch, clientIds: ['irae-panel'], people: peopleOf(ehr) },
    introspect: async () => undefined,
    series: async () => new Map(),
    stopping: new AbortController().signal,
    mayReadAudit: () => true,
    desk: {
      findingFor: (visitor, id) => findingFor(visitor, id, desk),
      sign: (id, asked, visitor) => sign(id, asked, visitor, desk),
    },
  })
  onTestFinished(() => app.close())
  return app
}

const launch = { user: 'Practitioner/d1', patient: 'Patient/p1', expiresAtSeconds: undefined } as const

async function asked(
  method: 'GET' | 'POST',
  url: string,
  payload?: object,
  who: Parameters<typeof openSession>[0] = launch,
) {
  const app = await api()
  const { session } = await openSession(who, here)
  const headers = { authorization: `Bearer ${session}` }
  const reply = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  return { status: reply.statusCode, body: reply.json() }
}

const view = async (): Promise<PanelView> => PanelView.parse((await asked('GET', '/api/panel')).body)

test('L27: only the hash of a session’s token is kept', async () => {
  const { session } = await openSession(launch, here)
  const rows = await here.db.selectFrom('session').selectAll().execute()
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(session)
})

test('L17: the session carries the banner of the patient and the name of the user', async () => {
  expect(await openSession(launch, here)).toMatchObject({
    user: { reference: 'Practitioner/d1', name: 'Dr Noor Achterberg' },
    patient: { reference: 'Patient/p1', name: 'Tamsin Orlebar', birthDate: '1958-04-02' },
  })
})

test('a session ends after an hour, or earlier when the EHR ends its own token', async () => {
  const opened = here.now().getTime()
  const hour = Date.parse((await openSession(launch, here)).expiresAt) - opened
  expect(hour).toBeLessThan(3_700_000)
  const inAMinute = Math.floor(opened / 1000) + 60
  expect(Date.parse((await openSession({ ...launch, expiresAtSeconds: inAMinute }, here)).expiresAt)).toBe(
    inAMinute * 1000,
  )
})

test('a missing, unknown or ended session opens nothing', async () => {
  const { session } = await openSession(launch, here)
  const tomorrow = () => new Date('2026-06-02T09:00:00Z')
  const visitors = [
    visitorOf(undefined, here),
    visitorOf(`Basic ${session}`, here),
    visitorOf(`Bearer ${session}x`, here),
    visitorOf("Bearer ' or 1=1 --", here),
    visitorOf(`Bearer ${session}`, { ...here, now: tomorrow }),
  ]
  for (const visitor of visitors) await expect(visitor).rejects.toMatchObject({ code: 'SESSION_INVALID' })
  expect(await visitorOf(`Bearer ${session}`, here)).toMatchObject({ patient: 'Patient/p1' })
})

test('every question of the panel without a session is refused with a code and a text', async () => {
  const app = await api()
  const urls = ['/api/panel', '/api/audit', '/api/findings/irae-1/notes/0']
  for (const url of urls) {
    const reply = await app.inject({ url })
    expect([url, reply.statusCode, PanelError.parse(reply.json()).code]).toEqual([url, 401, 'SESSION_INVALID'])
  }
  const decision = await app.inject({ method: 'POST', url: '/api/findings/irae-1/decision', payload: {} })
  expect(decision.statusCode).toBe(401)
})

test('before anything was read the panel does not know the patient and shows no finding', async () => {
  expect(await view()).toMatchObject({ findings: [], membership: { inCohort: false, why: 'not-yet-looked-at' } })
})

test('while an arrival waits the panel says "reading"', async () => {
  await here.charted(note('n0', 'Feels well on pembrolizumab.'))
  here.onArrival(
    await here.inbox.receive([
      {
        site: 'fake',
        type: 'DocumentReference',
        id: 'n1',
        versionId: '1',
        reason: 'notification',
        patient: 'Patient/p1',
      },
    ]),
  )
  expect((await view()).reading).toMatchObject({ state: 'reading', waiting: 1 })
})

test('when everything was read and nothing found, and only then, the panel may say so', async () => {
  await here.charted(note('n0', 'Feels well on pembrolizumab.'))
  expect(await view()).toMatchObject({ findings: [], reading: { state: 'all-read', read: 1, unread: [] } })
})

test('a reading that failed is not "nothing found"', async () => {
  await here.charted(note('n0', 'Feels well on pembrolizumab.'))
  await here.db.updateTable('arrival').set({ ending: 'failed', why: 'EHR_FORBIDDEN' }).execute()
  expect((await view()).reading).toMatchObject({
    state: 'not-fully-read',
    unread: [{ source: 'DocumentReference/n0', why: 'EHR_FORBIDDEN' }],
  })
})

test('a failed reading of an older version counts no more when a newer one was read', async () => {
  await here.charted(note('n0', 'Feels well on pembrolizumab.'))
  await here.db.updateTable('arrival').set({ ending: 'failed', why: 'EHR_FORBIDDEN' }).execute()
  await here.charted(note('n0', 'Feels very well on pembrolizumab.'))
  expect((await view()).reading.state).toBe('all-read')
})

test('the panel tells the drugs and problems of the chart that may explain a finding, as they were at the assessment', async () => {
  const subject = { reference: 'Patient/p1' }
  here.ehr.chart({
    ...{ resourceType: 'MedicationRequest', id: 'rx1', status: 'active', intent: 'order', authoredOn: '2026-03-02' },
    ...{ subject, medicationCodeableConcept: { text: 'predniSONE 40 mg' } },
  } as MedicationRequest)
  here.ehr.chart({ resourceType: 'Condition', id: 'c1', subject, code: { text: 'Ulcerative colitis' } })
  await here.charted(colitisNote())
  expect((await view()).chart).toEqual({
    drugs: [{ name: 'predniSONE 40 mg', kind: 'steroid', from: '2026-03-02', until: null }],
    problems: [{ text: 'Ulcerative colitis', onset: null }],
    more: 0,
  })
})

test('the panel shows the finding with its words, note, grades to choose from and the state of the write', async () => {
  await here.charted(colitisNote())
  const [shown] = (await view()).findings
  expect(shown).toMatchObject({ display: 'Colitis', organSystem: 'gastrointestinal', written: 'confirmed' })
  expect(shown?.grades.map(({ grade }) => grade)).toEqual([1, 2, 3, 4, 5])
  expect(shown?.notes).toMatchObject([{ source: 'DocumentReference/n1', author: 'Dr Noor Achterberg' }])
})

test('a withdrawn finding leaves the panel', async () => {
  await here.charted(colitisNote())
  await here.deleted('DocumentReference', 'n1')
  expect((await view()).findings).toEqual([])
})

test('a finding from results shows its course', async () => {
  await here.charted(alt('l1', 240))
  const [shown] = (await view()).findings
  expect(shown?.series).toMatchObject([{ analyte: 'alt', results: [{ value: 240 }] }])
  expect(shown?.notes).toEqual([])
})

test('A1: the first time on a screen is kept, and who looked at whose panel stands in the audit ledger', async () => {
  await here.charted(colitisNote())
  await view()
  const shown = async () => (await here.db.selectFrom('finding').select('shown_at').executeTakeFirstOrThrow()).shown_at
  const first = await shown()
  expect(first).toBeInstanceOf(Date)
  await view()
  expect(await shown()).toEqual(first)
  expect(await here.acts()).toContain('panel-viewed')
})

test('the version of the view changes with a new note, a decision and nothing else', async () => {
  await here.charted(colitisNote())
  const before = (await view()).version
  expect((await view()).version).toBe(before)
  await here.charted(note('n2', 'Telephone call: appointment moved.'))
  const after = (await view()).version
  expect(after).not.toBe(before)
  await here.signed({ decision: 'confirmed' })
  expect((await view()).version).not.toBe(after)
})

test('a panel that waits is answered as soon as something changes', async () => {
  await here.charted(note('n0', 'Feels well on pembrolizumab.'))
  const { version } = await view()
  const app = await api()
  const { session } = await openSession(launch, here)
  const headers = { authorization: `Bearer ${session}` }
  const waiting = app.inject({ url: `/api/panel?after=${version}`, headers })
  await here.charted(colitisNote())
  expect(PanelView.parse((await waiting).json()).version).not.toBe(version)
})

test('D7: the quoted note comes whole, with the place of each quote checked again', async () => {
  await here.charted(colitisNote())
  const { id, version } = await here.finding()
  const shown = QuotedNote.parse((await asked('GET', `/api/findings/${id}/notes/0?version=${version}`)).body)
  expect(shown.quotes.map(({ start, end }) => shown.text.slice(start, end))).toContain(COLITIS)
  expect(shown.quotes.every(({ valid }) => valid)).toBe(true)
})

test('D7: a quote whose note has another text now is marked as invalid and not hidden', async () => {
  await here.charted(colitisNote())
  const { id, version } = await here.finding()
  await here.db
    .updateTable('note')
    .set({ text: 'Quite another text, longer than the quote was.', sha256: 'b'.repeat(64) })
    .execute()
  const shown = QuotedNote.parse((await asked('GET', `/api/findings/${id}/notes/0?version=${version}`)).body)
  expect(shown.quotes.length).toBeGreaterThan(0)
  expect(shown.quotes.every(({ valid }) => !valid)).toBe(true)
})

test('a note that is quoted in addition, between the look and the click, never opens in place of the one that was shown', async () => {
  await here.charted(note('n2', `Seen again. ${COLITIS}`))
  const { id, version } = await here.finding()
  const click = () => asked('GET', `/api/findings/${id}/notes/0?version=${version}`)
  expect((await click()).body.source).toBe('DocumentReference/n2')
  await here.charted(note('n1', 'Colitis again, now CTCAE grade 3.', { date: '2026-05-31T10:00:00Z' }))
  expect((await here.finding()).version).toBeGreaterThan(version)
  expect((await click()).body.code).toBe('SIGN_OFF_STALE')
})

test('each place among the quoted notes opens the note of that place', async () => {
  await here.charted(
    colitisNote('n2'),
    note('n1', 'Colitis again, now CTCAE grade 3.', { date: '2026-05-31T10:00:00Z' }),
  )
  const { id, version, proposal } = await here.finding()
  const sources = quotedSources(proposal)
  expect(sources).toHaveLength(2)
  for (const [n, source] of sources.entries())
    expect((await asked('GET', `/api/findings/${id}/notes/${n}?version=${version}`)).body.source).toBe(source)
  for (const n of ['2', '-1', 'length'])
    expect((await asked('GET', `/api/findings/${id}/notes/${n}?version=${version}`)).body.code).toBe('FINDING_UNKNOWN')
  expect((await asked('GET', `/api/findings/${id}/notes/0`)).body.code).toBe('SIGN_OFF_STALE')
})

test('D12: when a note was moved to another patient, a finding that was signed on it shows nothing of the other chart', async () => {
  await here.charted(colitisNote())
  await here.signed({ decision: 'confirmed' })
  await here.charted(infusion('2026-05-20', { id: 'dose-p2', subject: { reference: 'Patient/p2' } }))
  const words = 'Words about somebody else: pneumonitis.'
  await here.charted(note('n1', words, { subject: { reference: 'Patient/p2' } }))
  expect((await here.db.selectFrom('note').select(['patient', 'text']).execute())[0]).toMatchObject({
    patient: 'Patient/p2',
    text: words,
  })
  expect((await view()).findings.map(({ notes }) => notes)).toEqual([[]])
  const { id, version } = await here.finding()
  const reply = await asked('GET', `/api/findings/${id}/notes/0?version=${version}`)
  expect([reply.status, reply.body.code]).toEqual([404, 'FINDING_UNKNOWN'])
  expect(JSON.stringify(reply.body)).not.toContain('somebody else')
})

test('a decision over the API signs in the name of the session and answers with the finding as it stands', async () => {
  await here.charted(colitisNote())
  const { id, version } = await here.finding()
  const { status, body } = await asked('POST', `/api/findings/${id}/decision`, { version, decision: 'confirmed' })
  expect(status).toBe(200)
  const { finding, written } = PanelFinding.parse(body)
  expect(finding).toMatchObject({ review: 'confirmed', decision: { by: 'Practitioner/d1' } })
  expect(written).toBe('confirmed')
})

test('a signature that comes twice is signed once; the second is stale', async () => {
  await here.charted(colitisNote())
  const { id, version } = await here.finding()
  const press = () => asked('POST', `/api/findings/${id}/decision`, { version, decision: 'confirmed' })
  const pressed = await Promise.all([press(), press()])
  expect(pressed.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await here.db.selectFrom('decision').select('decision').execute()).toHaveLength(1)
})

test.each<[string, object, number, string]>([
  ['of another version', { version: 9, decision: 'confirmed' }, 409, 'SIGN_OFF_STALE'],
  ['without a reason', { version: 1, decision: 'rejected' }, 400, 'SIGN_OFF_INVALID'],
  ['that is no decision', { version: 1, decision: 'perhaps' }, 400, 'REQUEST_INVALID'],
  ['with a grade that does not exist', { version: 1, decision: 'changed', grade: 6 }, 400, 'REQUEST_INVALID'],
])('a decision %s is refused and changes nothing', async (_, decision, status, code) => {
  await here.charted(colitisNote())
  const { id } = await here.finding()
  const reply = await asked('POST', `/api/findings/${id}/decision`, decision)
  expect([reply.status, PanelError.parse(reply.body).code]).toEqual([status, code])
  expect((await here.finding()).version).toBe(1)
})

test('the four times and what was proposed are kept with each decision', async () => {
  await here.charted(colitisNote())
  await view()
  await here.signed({ decision: 'changed', grade: 3 })
  const kept = await here.db.selectFrom('decision').selectAll().executeTakeFirstOrThrow()
  expect(kept).toMatchObject({
    decision: 'changed',
    grade: 3,
    decided_by: 'Practitioner/d1',
    proposed: { review: 'awaiting' },
  })
  const times = [kept.proposed_at, kept.written_at, kept.shown_at, kept.decided_at].map((at) => at?.getTime() ?? 0)
  expect(times).toEqual(times.toSorted((one, other) => one - other))
  expect(times[0]).toBeGreaterThan(0)
})

test('L27: a session for another patient sees and signs nothing of this one', async () => {
  await here.charted(colitisNote())
  here.ehr.chart({ ...patient, id: 'p2' })
  const { id, version } = await here.finding()
  const other = { ...launch, patient: 'Patient/p2' }
  const replies = [
    await asked('GET', `/api/findings/${id}/notes/0?version=${version}`, undefined, other),
    await asked('POST', `/api/findings/${id}/decision`, { version: 1, decision: 'confirmed' }, other),
  ]
  for (const { status, body } of replies) expect([status, body.code]).toEqual([403, 'PATIENT_MISMATCH'])
  expect(PanelView.parse((await asked('GET', '/api/panel', undefined, other)).body).findings).toEqual([])
})

test('L15: a session without a patient shows no panel', async () => {
  const reply = await asked('GET', '/api/panel', undefined, { ...launch, patient: null })
  expect([reply.status, reply.body.code]).toEqual([403, 'PATIENT_MISMATCH'])
})

test('A1: the audit view of a patient holds that patient’s entries only, newest first', async () => {
  await here.charted(colitisNote())
  await here.charted(infusion('2026-05-21', { subject: { reference: 'Patient/p3' } }))
  await here.charted(colitisNote('n3', { subject: { reference: 'Patient/p3' } }))
  const { entries, intact } = AuditView.parse((await asked('GET', '/api/audit')).body)
  expect(intact).toBe(true)
  expect(JSON.stringify(entries)).not.toContain('Patient/p3')
  expect(entries.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['audit-shown', 'finding-new', 'chart-read']),
  )
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map(({ seq }) => seq).toSorted((one, other) => other - one))
})

test('a launch that is refused stands in the audit ledger, with the patient as asked for only', async () => {
  const app = await api()
  const payload = { iss: 'https://evil.example/fhir', accessToken: 't', idToken: 'i', patient: 'Patient/p1' }
  const reply = await app.inject({ method: 'POST', url: '/api/session', payload })
  expect([reply.statusCode, reply.json().code]).toEqual([403, 'LAUNCH_REFUSED'])
  expect(await here.acts()).toEqual(['login-refused'])
})

test('L29, L31: pages name who may frame them, send no referrer and are not kept; the configuration says no secret', async () => {
  const app = await api()
  const config = {
    sites: [{ iss: 'https://ehr.example/fhir', clientId: 'irae-panel', scope: 'launch', pkce: 'required' as const }],
    service: '',
  }
  await panelPages(app, { folder: import.meta.dirname, config, ehrOrigins: ['https://ehr.example'] })
  const page = await app.inject({ url: '/panel/launch-check.test.ts' })
  expect(page.headers['content-security-policy']).toContain("frame-ancestors 'self' https://ehr.example")
  expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  expect(page.headers['x-frame-options']).toBeUndefined()
  expect(page.headers['referrer-policy']).toBe('no-referrer')
  expect((await app.inject({ url: '/api/panel' })).headers['cache-control']).toBe('no-store')
  expect((await app.inject({ url: '/panel-config.json' })).json()).toEqual(config)
})

test('a name that cannot be read is shown as its reference, and asked again the next time', async () => {
  const people = peopleOf(here.ehr)
  here.ehr.failNext('EHR_UNREACHABLE')
  expect(await people('Practitioner/d1')).toBe('Practitioner/d1')
  expect(await people('Practitioner/d1')).toBe('Dr Noor Achterberg')
  here.ehr.remove(`Practitioner/${clinician.id}`)
  expect(await people('Practitioner/d1')).toBe('Dr Noor Achterberg')
  expect(await people('Device/irae-agent')).toBe('Device/irae-agent')
})
