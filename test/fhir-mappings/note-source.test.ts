import type { DiagnosticReport, DocumentReference } from '@medplum/fhirtypes'
import { describe, expect, test } from 'vitest'
import { AI_ASSERTED, LOINC, OBSERVATION_VALUE, OUR_WRITES } from '#fhir-mappings/code-systems.ts'
import { noteFromDiagnosticReport, noteFromDocumentReference } from '#fhir-mappings/note-source.ts'

const document = (more: Partial<DocumentReference> = {}): DocumentReference => ({
  resourceType: 'DocumentReference',
  id: 'n1',
  meta: { versionId: '2', lastUpdated: '2026-03-09T12:00:00Z' },
  status: 'current',
  type: { coding: [{ system: LOINC, code: '11506-3' }], text: 'Progress note' },
  subject: { reference: 'Patient/p1' },
  date: '2026-03-02T10:00:00Z',
  content: [{ attachment: { contentType: 'text/plain', data: '' } }],
  ...more,
})
const { date: _date, ...undated } = document()
const { meta: _meta, ...bare } = undated

const headOf = (source: ReturnType<typeof noteFromDocumentReference>) => {
  if (!source.readable) throw new Error(source.why)
  return source.head
}
const whyNot = (source: ReturnType<typeof noteFromDocumentReference>) => (source.readable ? 'readable' : source.why)
const read = (more: Partial<DocumentReference>) => noteFromDocumentReference(document(more), 'Patient/p1')

describe('D8, D11, D12: notes that are not read', () => {
  test.each([
    [{ status: 'superseded' }, 'superseded'],
    [{ status: 'entered-in-error' }, 'retracted'],
    [{ docStatus: 'entered-in-error' }, 'retracted'],
    [{ subject: { reference: 'Patient/p2' } }, 'wrong-patient'],
    [{ subject: { display: 'Somebody' } }, 'no-patient'],
    [{ meta: { tag: [{ system: OUR_WRITES, code: 'w1' }] } }, 'own-note'],
  ] as const)('%j is %s', (more, why) => expect(whyNot(read(more as Partial<DocumentReference>))).toBe(why))

  test('a note that another system drafted with an AI label is evidence like any other', () =>
    expect(whyNot(read({ meta: { security: [{ system: OBSERVATION_VALUE, code: AI_ASSERTED }] } }))).toBe('readable'))

  test('an amended note is read as what it now says; a preliminary one is marked', () => {
    expect(headOf(read({ docStatus: 'amended' })).preliminary).toBe(false)
    expect(headOf(read({ docStatus: 'preliminary' })).preliminary).toBe(true)
  })

  test('a note that replaces another names it', () => {
    const source = read({ relatesTo: [{ code: 'replaces', target: { reference: 'DocumentReference/n0' } }] })
    expect(source.readable && source.replaces).toEqual(['DocumentReference/n0'])
  })
})

describe('D10: the date of a note, and where it came from', () => {
  const stay = { context: { period: { start: '2026-02-27T08:00:00Z', end: '2026-03-05T08:00:00Z' } } }

  test('inside a stay the document’s own date is more exact', () =>
    expect(headOf(read(stay))).toMatchObject({ authoredAt: '2026-03-02T10:00:00Z', dateFrom: 'date' }))

  test('a document that was filed later is dated by its service', () =>
    expect(headOf(read({ ...stay, date: '2026-06-01T00:00:00Z' }))).toMatchObject({
      authoredAt: '2026-03-05T08:00:00Z',
      dateFrom: 'context.period',
    }))

  test('else the date, else the attachment, else the server', () => {
    expect(headOf(read({})).dateFrom).toBe('date')
    const attached = { ...undated, content: [{ attachment: { creation: '2026-03-01' } }] }
    expect(headOf(noteFromDocumentReference(attached))).toMatchObject({
      authoredAt: '2026-03-01',
      dateFrom: 'attachment.creation',
    })
    expect(headOf(noteFromDocumentReference(undated)).dateFrom).toBe('meta.lastUpdated')
    expect(whyNot(noteFromDocumentReference(bare))).toBe('undated')
  })
})

describe('D9: the kind of a note', () => {
  test.each([
    [{ coding: [{ system: LOINC, code: '18842-5' }] }, 'discharge'],
    [
      {
        coding: [
          { system: 'urn:local', code: '7' },
          { system: LOINC, code: '34111-5' },
        ],
      },
      'emergency',
    ],
    [{ text: 'RAD DIAGNOSTIC X-RAY' }, 'imaging'],
    [{ text: 'Nurse phone call' }, 'telephone'],
    [{ text: 'Patient portal message' }, 'message'],
    [{ text: 'Surgical pathology' }, 'pathology'],
    [{ coding: [{ system: 'urn:local', code: '7', display: 'Oncology office visit' }] }, 'progress'],
    [{ text: 'H&P' }, 'history-and-physical'],
    [{ text: 'Something local' }, 'other'],
  ] as const)('%j is %s', (type, kind) =>
    expect(headOf(read({ type: type as DocumentReference['type'] } as Partial<DocumentReference>)).kind).toBe(kind),
  )
})

describe('D10: the author', () => {
  test.each([
    ['by reference', [{ reference: 'Practitioner/a', display: 'Dr. A' }], 'Practitioner/a'],
    ['by absolute reference', [{ reference: 'https://ehr.example/fhir/PractitionerRole/r' }], 'PractitionerRole/r'],
    ['a device', [{ reference: 'Device/d' }], 'Device/d'],
    ['by name only, which is not kept', [{ display: 'Dr. A' }], null],
    ['nobody', [], null],
  ])('%s', (_, author, expected) => expect(headOf(read({ author })).author).toBe(expected))

  test('a contained role leads to its practitioner', () =>
    expect(
      headOf(
        read({
          contained: [{ resourceType: 'PractitionerRole', id: 'r', practitioner: { reference: 'Practitioner/a' } }],
          author: [{ reference: '#r' }],
        }),
      ).author,
    ).toBe('Practitioner/a'))
})

describe('a report', () => {
  const report = (more: Partial<DiagnosticReport> = {}): DiagnosticReport => ({
    resourceType: 'DiagnosticReport',
    id: 'r1',
    status: 'final',
    code: { text: 'CT chest' },
    category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'RAD' }] }],
    subject: { reference: 'Patient/p1' },
    effectiveDateTime: '2026-03-02',
    conclusion: 'Ground-glass opacities.',
    ...more,
  })

  test('is a note of its kind with the date of the examination', () =>
    expect(headOf(noteFromDiagnosticReport(report()))).toMatchObject({
      reference: 'DiagnosticReport/r1',
      kind: 'imaging',
      title: 'CT chest',
      authoredAt: '2026-03-02',
      dateFrom: 'effective',
    }))

  test.each([
    ['cancelled', 'retracted'],
    ['entered-in-error', 'retracted'],
    ['preliminary', 'readable'],
  ] as const)('that is %s is %s', (status, why) =>
    expect(whyNot(noteFromDiagnosticReport(report({ status })))).toBe(why),
  )

  test('that is partial is marked as preliminary', () =>
    expect(headOf(noteFromDiagnosticReport(report({ status: 'partial' }))).preliminary).toBe(true))

  test('of unknown words is told by its department', () =>
    expect(
      headOf(
        noteFromDiagnosticReport(
          report({
            code: { text: 'Study 12' },
            category: [{ coding: [{ code: 'MB' }] }, { coding: [{ code: 'XX' }] }],
          }),
        ),
      ).kind,
    ).toBe('laboratory'))
})
