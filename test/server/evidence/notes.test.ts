import type { Attachment, DocumentReference } from '@medplum/fhirtypes'
import { describe, expect, test } from 'vitest'
import type { ClinicalNote } from '#fhir-mappings/clinical-note.ts'
import { defaultLimits } from '#server/evidence/limits.ts'
import { sha256Of } from '#server/evidence/normalise.ts'
import { eachTextOnce, readNote } from '#server/evidence/notes.ts'
import { type FakeChart, fakeEhr } from '#test/server/ehr/fake-ehr.ts'

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')
const note = (...attachments: Attachment[]): DocumentReference => ({
  resourceType: 'DocumentReference',
  id: 'n1',
  meta: { versionId: '1' },
  status: 'current',
  subject: { reference: 'Patient/p1' },
  date: '2026-03-02',
  content: attachments.map((attachment) => ({ attachment })),
})
const plain = (text: string): Attachment => ({ contentType: 'text/plain', data: base64(text) })
const served = (url: string, text: string, mediaType: string): FakeChart => ({
  attachments: { [url]: { bytes: new TextEncoder().encode(text), mediaType } },
})
const read = async (resource: DocumentReference, chart: FakeChart = {}) => {
  const reading = await readNote(fakeEhr(chart), resource, { patient: 'Patient/p1' })
  return reading.readable ? reading.note.text : reading.why
}

describe('D1: where the text is', () => {
  test('inside the resource', async () => expect(await read(note(plain('Rash')))).toBe('Rash'))

  test.each(['Binary/b1', 'https://ehr.example/fhir/Binary/b1', 'https://files.example/x?sig=1'])(
    'behind %s',
    async (url) =>
      expect(await read(note({ contentType: 'text/plain', url }), served(url, 'Rash', 'text/plain'))).toBe('Rash'),
  )

  test('nowhere: no text, and the reading says so', async () => {
    expect(await read(note({ contentType: 'text/plain' }))).toBe('no-text')
    expect(await read(note())).toBe('no-text')
  })
})

describe('D3: what a Binary answers', () => {
  const url = 'Binary/b1'
  const asked = note({ contentType: 'text/html', url })

  test.each([
    ['itself', '<p>Rash</p>', 'text/html; charset=utf-8', 'Rash'],
    [
      'FHIR JSON',
      JSON.stringify({ resourceType: 'Binary', contentType: 'text/html', data: base64('<p>Rash</p>') }),
      'application/fhir+json',
      'Rash',
    ],
    [
      'JSON without a resource type',
      JSON.stringify({ contentType: 'text/html', data: base64('<p>Rash</p>') }),
      'application/json',
      'Rash',
    ],
    ['itself under no useful name', '<p>Rash</p>', 'application/octet-stream', 'Rash'],
    [
      'an OperationOutcome with status 200',
      JSON.stringify({ resourceType: 'OperationOutcome', issue: [] }),
      'application/fhir+json',
      'not-fetched',
    ],
    [
      'an OperationOutcome under a wrong name',
      JSON.stringify({ resourceType: 'OperationOutcome', issue: [] }),
      'text/plain',
      'not-fetched',
    ],
    [
      'an empty Binary',
      JSON.stringify({ resourceType: 'Binary', contentType: 'text/html' }),
      'application/fhir+json',
      'no-text',
    ],
  ])('%s', async (_, body, mediaType, expected) =>
    expect(await read(asked, served(url, body, mediaType))).toBe(expected),
  )

  test('a Binary that is gone or refused is not fetched; an EHR that does not answer is a failure', async () => {
    expect(await read(asked)).toBe('not-fetched')
    const ehr = fakeEhr()
    ehr.failNext('EHR_FOREIGN_ORIGIN')
    expect(await readNote(ehr, asked)).toMatchObject({ readable: false, why: 'not-fetched' })
    ehr.failNext('EHR_UNREACHABLE')
    await expect(readNote(ehr, asked)).rejects.toMatchObject({ code: 'EHR_UNREACHABLE' })
  })
})

describe('D5: several formats of one note give one text', () => {
  test('plain text before HTML before RTF before XML before PDF', async () => {
    const html = { contentType: 'text/html', data: base64('<p>from html</p>') }
    const rtf = { contentType: 'text/rtf', data: base64('{\\rtf1 from rtf}') }
    const pdf = { contentType: 'application/pdf', data: base64('%PDF-1.4 broken') }
    expect(await read(note(pdf, rtf, html, plain('from plain')))).toBe('from plain')
    expect(await read(note(pdf, rtf, html))).toBe('from html')
    expect(await read(note(pdf, rtf))).toBe('from rtf')
  })

  test('the next one is tried when the preferred one holds nothing', async () =>
    expect(await read(note(plain('  '), { contentType: 'text/html', data: base64('<p>Rash</p>') }))).toBe('Rash'))

  test('an image is an unknown format, 30 MB are too large: counted, never "nothing found"', async () => {
    expect(await read(note({ contentType: 'image/jpeg', data: base64('\xff\xd8\xff') }))).toBe('unknown-format')
    expect(await read(note({ contentType: 'text/plain', url: 'Binary/b1', size: 30_000_000 }))).toBe('too-large')
    const limits = { ...defaultLimits, maxBytes: 10 }
    expect(await readNote(fakeEhr(), note(plain('x'.repeat(50))), { limits })).toMatchObject({ why: 'too-large' })
  })
})

test('D7: the hash is over the normalised text, and a note without a version is versioned by it', async () => {
  const { meta: _, ...unversioned } = note(plain('Rash \r\n'))
  const reading = await readNote(fakeEhr(), unversioned)
  expect(reading).toMatchObject({
    readable: true,
    note: { text: 'Rash', sha256: sha256Of('Rash'), version: sha256Of('Rash').slice(0, 16) },
  })
})

test('a report without an attachment is read by its conclusion', async () => {
  const reading = await readNote(fakeEhr(), {
    resourceType: 'DiagnosticReport',
    id: 'r1',
    status: 'final',
    code: { text: 'CT chest' },
    subject: { reference: 'Patient/p1' },
    issued: '2026-03-02T10:00:00Z',
    conclusion: 'Ground-glass opacities in both lower lobes.',
  })
  expect(reading).toMatchObject({
    readable: true,
    note: { kind: 'imaging', text: 'Ground-glass opacities in both lower lobes.' },
  })
})

test('D6: the same text in two places counts once and keeps its oldest date', () => {
  const one = (reference: string, authoredAt: string, sha256: string) =>
    ({ reference, authoredAt, sha256 }) as ClinicalNote
  expect(
    eachTextOnce([
      one('DocumentReference/late', '2026-03-03', 'a'),
      one('DiagnosticReport/early', '2026-03-01', 'a'),
      one('DocumentReference/other', '2026-03-02', 'b'),
    ]).map(({ reference }) => reference),
  ).toEqual(['DiagnosticReport/early', 'DocumentReference/other'])
})
