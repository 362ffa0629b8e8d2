import type { ServerResponse } from 'node:http'
import { type HostileEhr, json, type Raw } from './hostile-ehr.ts'

/** Stands in every text and title: whoever finds it in a log or a metric has found words from a chart. */
export const MARKER = 'QuittenmarkerZ'

const DAY_MS = 24 * 60 * 60 * 1000
const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString()

/** A person on pembrolizumab: the reason why what follows matters. */
export function onPembrolizumab(ehr: HostileEhr, patient: string): void {
  ehr.put(`Patient/${patient}`, { resourceType: 'Patient', id: patient, name: [{ text: 'Sample Person' }] })
  ehr.put(`MedicationAdministration/dose-${patient}`, {
    ...{ resourceType: 'MedicationAdministration', id: `dose-${patient}`, status: 'completed' },
    subject: { reference: `Patient/${patient}` },
    medicationCodeableConcept: { text: 'pembrolizumab 200 mg' },
    effectiveDateTime: daysAgo(20),
  })
}

/** A note as it should be, with what a test wants to be different. */
export const noteOf = (patient: string, id: string, changes: Raw = {}): Raw => ({
  ...{ resourceType: 'DocumentReference', id, status: 'current', date: daysAgo(2) },
  subject: { reference: `Patient/${patient}` },
  type: { text: `Progress note ${MARKER}` },
  content: [{ attachment: plain('Feels well.') }],
  ...changes,
})

const base64 = (text: string): string => Buffer.from(text, 'latin1').toString('base64')
const attached = (contentType: string, text: string): Raw => ({ contentType, data: base64(`${text}`) })
const plain = (text: string): Raw => attached('text/plain', `${MARKER} ${text}`)

const holding = (attachment: Raw): Raw => ({ content: [{ attachment }] })

const BOMB = `<?xml version="1.0"?><!DOCTYPE ClinicalDocument [<!ENTITY a "${MARKER}">${Array.from(
  { length: 9 },
  (_, n) => `<!ENTITY ${'abcdefghij'[n + 1]} "${`&${'abcdefghij'[n]};`.repeat(10)}">`,
).join('')}]><ClinicalDocument><title>&j;</title></ClinicalDocument>`

export interface BadNote {
  readonly what: string
  /** what the panel and the counters say of it */
  readonly why: string
  readonly changes: Raw
}

/** A page of a proxy in place of FHIR, with words that must not travel on. */
const page = (body: string) => (_: unknown, response: ServerResponse) =>
  void response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><body>${body} ${MARKER}`)

const outcome = {
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'fatal', code: 'exception', diagnostics: MARKER }],
}

export interface BadAnswer {
  readonly what: string
  readonly why: string
  /** puts the trouble into the chart of a patient whose note is otherwise as it should be */
  readonly put: (ehr: HostileEhr, patient: string, note: string) => void
}

/** Answers that no later try will mend: the readings end, with a reason. */
export const badAnswers: readonly BadAnswer[] = [
  {
    what: 'result is of another patient',
    why: 'WRONG_PATIENT',
    put: (ehr, patient) => {
      const resource = {
        resourceType: 'Observation',
        id: 'o1',
        subject: { reference: 'Patient/x' },
        valueString: MARKER,
      }
      ehr.answer(`/Observation?${patient}`, (_, response) =>
        json(response, { resourceType: 'Bundle', entry: [{ resource }] }),
      )
    },
  },
  {
    what: 'pages never end',
    why: 'EHR_PAGING',
    put: (ehr, patient) => {
      let at = 0
      const next = () => [{ relation: 'next', url: `${ehr.fhirBase}/Condition?patient=${patient}&page=${at++}` }]
      ehr.answer(`/Condition?${patient}`, (_, response) => json(response, { resourceType: 'Bundle', link: next() }))
    },
  },
  {
    what: 'next page lies on a foreign host',
    why: 'EHR_FOREIGN_ORIGIN',
    put: (ehr, patient) => {
      const link = [{ relation: 'next', url: 'http://127.0.0.1:9/fhir/Condition?page=2' }]
      ehr.answer(`/Condition?${patient}`, (_, response) => json(response, { resourceType: 'Bundle', link }))
    },
  },
  {
    what: 'token is refused',
    why: 'EHR_UNAUTHORIZED',
    put: (ehr, _, note) =>
      ehr.answer(`/DocumentReference/${note}`, (_request, response) => json(response, outcome, 401)),
  },
  {
    what: 'chart is forbidden',
    why: 'EHR_FORBIDDEN',
    put: (ehr, _, note) =>
      ehr.answer(`/DocumentReference/${note}`, (_request, response) => json(response, outcome, 403)),
  },
  {
    what: 'note lies behind a sign-in page',
    why: 'not-fetched',
    put: (ehr, patient, note) => {
      ehr.put(
        `DocumentReference/${note}`,
        noteOf(patient, note, holding({ contentType: 'text/html', url: 'Binary/away' })),
      )
      ehr.answer('/Binary/away', page('<form><input type="password"></form>'))
    },
  },
  {
    what: 'result holds words in place of a number',
    why: 'damaged',
    put: (ehr, patient) =>
      ehr.put(`Observation/words-${patient}`, {
        ...{ resourceType: 'Observation', id: `words-${patient}`, status: 'final', effectiveDateTime: daysAgo(1) },
        subject: { reference: `Patient/${patient}` },
        code: { coding: [{ system: 'http://loinc.org', code: '1742-6' }] },
        valueQuantity: { value: `${MARKER} high`, unit: 'U/L' },
      }),
  },
  {
    what: 'dose has no form',
    why: 'damaged',
    put: (ehr, patient) =>
      ehr.put(`MedicationAdministration/dose-${patient}`, {
        ...{ resourceType: 'MedicationAdministration', id: `dose-${patient}`, status: 'completed' },
        subject: { reference: `Patient/${patient}` },
        medicationCodeableConcept: [MARKER],
        effectiveDateTime: daysAgo(20),
      }),
  },
]

/** Answers that may pass: the reading is tried again for about two minutes, and says why meanwhile. */
export const passingAnswers: readonly BadAnswer[] = [
  {
    what: 'a page in HTML',
    why: 'EHR_NOT_FHIR',
    put: (ehr, _, note) => ehr.answer(`/DocumentReference/${note}`, page('Please log in')),
  },
  {
    what: 'an OperationOutcome with status 200',
    why: 'EHR_NOT_FHIR',
    put: (ehr, _, note) => ehr.answer(`/DocumentReference/${note}`, (_request, response) => json(response, outcome)),
  },
  {
    what: 'status 500',
    why: 'EHR_UNREACHABLE',
    put: (ehr, _, note) =>
      ehr.answer(`/DocumentReference/${note}`, (_request, response) => json(response, outcome, 500)),
  },
]

/** Notes that the EHR hands out and nobody can read; one for each reason. */
export const badNotes: readonly BadNote[] = [
  { what: 'has no content', why: 'no-text', changes: { content: [] } },
  { what: 'holds white space only', why: 'no-text', changes: holding({ contentType: 'text/plain', data: 'ICAgCg==' }) },
  { what: 'is a picture', why: 'unknown-format', changes: holding({ contentType: 'image/png', data: 'iVBORw0KGgo=' }) },
  { what: 'is a Word file', why: 'unknown-format', changes: holding(attached('application/msword', 'PK\x03\x04 abc')) },
  { what: 'is a C-CDA with an entity bomb', why: 'damaged', changes: holding(attached('application/xml', BOMB)) },
  {
    what: 'is a C-CDA that ends half-way',
    why: 'damaged',
    changes: holding(attached('text/xml', '<ClinicalDocument><a>')),
  },
  { what: 'is a broken PDF', why: 'damaged', changes: holding(attached('application/pdf', `%PDF-1.7\n${MARKER}`)) },
  { what: 'is 30 MB of text', why: 'too-large', changes: holding(plain('and so on '.repeat(3_000_000))) },
  { what: 'has content that is no list', why: 'damaged', changes: { content: { attachment: plain('x') } } },
  { what: 'has numbers where words belong', why: 'damaged', changes: { type: { text: 5 }, date: 20260101 } },
  { what: 'is undated', why: 'undated', changes: { date: undefined } },
  { what: 'has a date that is none', why: 'undated', changes: { date: 'last Tuesday' } },
  {
    what: 'has its text on a host that is not listed',
    why: 'not-fetched',
    changes: holding({ url: 'http://127.0.0.1:9/x' }),
  },
  { what: 'has its text at an address that is gone', why: 'not-fetched', changes: holding({ url: 'Binary/gone' }) },
  {
    what: 'has a title with characters that no database takes',
    why: 'no-text',
    changes: { type: { text: `a\u0000b\ud800 ${MARKER}` }, content: [] },
  },
]
