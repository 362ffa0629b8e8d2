import type { Binary, Device, DocumentReference, Flag, Observation } from '@medplum/fhirtypes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loggedIn, SERVICE, type Visit, visit } from '#test/server/sandbox/smart/visit.ts'

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')

function note(
  id: string,
  contentType: string,
  carried: { data?: string; url?: string },
): DocumentReference & { id: string } {
  return {
    resourceType: 'DocumentReference',
    id,
    status: 'current',
    docStatus: 'final',
    type: { text: 'Progress note' },
    subject: { reference: 'Patient/anna' },
    date: '2026-02-20T09:30:00Z',
    author: [{ reference: 'Practitioner/oncologist' }],
    content: [{ attachment: { contentType, title: `Title of ${id}`, ...carried } }],
  }
}

const hostile = '<script>alert(1)</script> 5 loose stools & "quotes"'
const page =
  '<html><head><style>p{}</style></head><body><p>Seen <b>today</b></p><script>steal()</script><ul><li>ALT 240</li></ul></body></html>'

const people = [
  note('plain', 'text/plain', { data: base64(hostile) }),
  note('html', 'text/html', { data: base64(page) }),
  note('filed', 'text/plain; charset=utf-8', { url: 'Binary/words' }),
  note('scan', 'application/pdf', { data: base64('%PDF-1.4') }),
  note('rtf', 'text/rtf', { data: base64('{\\rtf1 words}') }),
  {
    resourceType: 'Binary',
    id: 'words',
    contentType: 'text/plain',
    data: base64('kept as a file'),
    securityContext: { reference: 'Patient/anna' },
  } satisfies Binary,
  {
    resourceType: 'Device',
    id: 'agent',
    deviceName: [{ name: 'irAE Agent', type: 'user-friendly-name' }],
  } satisfies Device,
  {
    resourceType: 'Observation',
    id: 'finding',
    status: 'preliminary',
    code: { text: 'Colitis' },
    subject: { reference: 'Patient/anna' },
    valueCodeableConcept: { text: 'Grade 2' },
    device: { reference: 'Device/agent' },
  } satisfies Observation,
  {
    resourceType: 'Flag',
    id: 'f1',
    status: 'active',
    code: { text: 'Unconfirmed: colitis <b>grade 2</b>' },
    subject: { reference: 'Patient/anna' },
  } satisfies Flag,
  {
    resourceType: 'Flag',
    id: 'f2',
    status: 'active',
    code: { text: 'Unconfirmed: Rash, CTCAE grade 1 (immune-related adverse event)' },
    subject: { reference: 'Patient/bruno' },
  } satisfies Flag,
]

let here: Visit
let nurse: string
let anna: string
beforeAll(async () => {
  here = await visit({ people })
  nurse = await loggedIn(here, 'Practitioner/nurse')
  anna = await loggedIn(here, 'Patient/anna')
})
afterAll(() => here.end())

const opened = (url: string, cookie = nurse, headers = {}) => here.app.inject({ url, headers: { cookie, ...headers } })

describe('notes are words, never markup', () => {
  test('a note with script tags is shown as text', async () => {
    const { body } = await opened('/chart/anna/notes/DocumentReference/plain')
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt; 5 loose stools &amp; &quot;quotes&quot;')
    expect(body).not.toContain('<script>alert')
  })

  test('an HTML note is shown as its words, without its scripts and styles', async () => {
    const { body } = await opened('/chart/anna/notes/DocumentReference/html')
    expect(body).toContain('<pre>Seen today\n\n• ALT 240</pre>')
    expect(body).not.toMatch(/steal|p\{\}/)
  })

  test('a note kept as Binary opens too', async () => {
    expect((await opened('/chart/anna/notes/DocumentReference/filed')).body).toContain('kept as a file')
  })

  test('an RTF note is shown as text beside its original', async () => {
    const { body } = await opened('/chart/anna/notes/DocumentReference/rtf')
    expect(body).toContain('<pre>words</pre>')
    expect(body).toContain('Original (text/rtf, 1 KB)')
  })

  test('another format is offered as a file that the browser does not run', async () => {
    expect((await opened('/chart/anna/notes/DocumentReference/scan')).body).toContain(
      'Download (application/pdf, 1 KB)',
    )
    const file = await opened('/chart/anna/notes/DocumentReference/rtf/attachment/0')
    expect(file.headers['content-disposition']).toContain('attachment')
    expect(file.headers['x-content-type-options']).toBe('nosniff')
    expect(file.body).toBe('{\\rtf1 words}')
  })

  test('a flag is escaped as well', async () => {
    expect((await opened('/chart/anna/findings')).body).toContain('Unconfirmed: colitis &lt;b&gt;grade 2&lt;/b&gt;')
  })

  test('a note is not found in the chart of another patient', async () => {
    const { statusCode, body } = await opened('/chart/bruno/notes/DocumentReference/plain')
    expect(statusCode).toBe(404)
    expect(body).not.toContain('loose stools')
  })
})

test('a finding of a device is shown with its status and marked as software', async () => {
  const { body } = await opened('/chart/anna/findings')
  expect(body).toMatch(/Colitis[\s\S]*Grade 2[\s\S]*irAE Agent \(software\)[\s\S]*preliminary/)
  expect((await opened('/chart/anna/laboratory')).body).not.toContain('Colitis')
})

describe('who sees which chart', () => {
  test('nobody without login: the answer is the login page', async () => {
    for (const url of ['/', '/patients', '/chart/anna/notes', '/chart/anna/pulse', '/chart/anna/panel']) {
      const { statusCode, body } = await opened(url, '')
      expect([url, statusCode]).toEqual([url, 401])
      expect(body).toContain('Who is working here?')
    }
  })

  test('a clinician finds patients by name', async () => {
    expect((await opened('/patients')).body).toMatch(/Almqvist[\s\S]*Bassi/)
    const { body } = await opened('/patients?q=bass')
    expect(body).toContain('Bassi')
    expect(body).not.toContain('Almqvist')
  })

  test('a patient user sees only the own chart, and no list', async () => {
    expect((await opened('/', anna)).headers.location).toBe('/chart/anna/notes')
    expect((await opened('/chart/anna/notes', anna)).statusCode).toBe(200)
    for (const url of ['/patients', '/chart/bruno/notes', '/chart/bruno/panel', '/chart/bruno/pulse']) {
      const { statusCode, body, headers } = await opened(url, anna)
      expect([url, statusCode, headers.location]).toEqual([url, 403, undefined])
      expect(body).not.toContain('Bassi')
    }
  })

  test('a patient user meets no Flag and no finding in the own chart', async () => {
    const { body } = await opened('/chart/anna/notes', anna)
    expect(body).toContain('Laboratory')
    expect(body).not.toMatch(/colitis|Unconfirmed|Flags &amp; Observations/i)
    const refused = await opened('/chart/anna/findings', anna)
    expect(refused.statusCode).toBe(403)
    expect(refused.body).not.toMatch(/colitis/i)
  })

  test('a hospitalist writes notes but does not log in here', async () => {
    const cookie = await loggedIn(here, 'Practitioner/hospitalist')
    expect((await opened('/patients', cookie)).statusCode).toBe(401)
  })

  test('after logout the cookie opens nothing', async () => {
    const cookie = await loggedIn(here, 'Practitioner/coordinator')
    await here.app.inject({ method: 'POST', url: '/logout', headers: { cookie } })
    expect((await opened('/patients', cookie)).statusCode).toBe(401)
  })
})

describe('the page around the chart', () => {
  test('says a flag in few words at its head, and in full where the mouse rests', async () => {
    const { body } = await opened('/chart/bruno/notes')
    expect(body).toContain('title="Unconfirmed: Rash, CTCAE grade 1 (immune-related adverse event)"')
    expect(body).toContain('>Unconfirmed: Rash, CTCAE grade 1</span>')
  })

  test('holds the panel, opened by an EHR launch', async () => {
    const { body } = await opened('/chart/anna/notes')
    expect(body).toMatch(
      new RegExp(
        `<iframe[^>]* src="${SERVICE}/panel/launch.html\\?iss=http%3A%2F%2Flocalhost%3A4004%2Ffhir&amp;launch=[\\w-]{43}"`,
      ),
    )
  })

  test('lets in nothing foreign but the panel, and nobody frames it', async () => {
    const policy = String((await opened('/chart/anna/notes')).headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`frame-src 'self' ${SERVICE}`)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
  })

  test('an open chart fetches the changed parts without the panel', async () => {
    const { body } = await opened('/chart/anna/findings', nurse, { 'x-chart-parts': '1' })
    expect(body).toContain('id="work"')
    expect(body).toContain('id="flags"')
    expect(body).not.toContain('<iframe')
  })

  test('the login cookie is out of reach for scripts and for forms of other sites', async () => {
    const answer = await here.app.inject({
      method: 'POST',
      url: '/login',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'user=Practitioner/nurse&next=//evil.example',
    })
    expect(answer.headers['set-cookie']).toMatch(/^irae_sandbox_session=.*HttpOnly; SameSite=Lax/)
    expect(answer.headers.location).toBe('/')
  })
})
