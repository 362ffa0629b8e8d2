import type { Bundle, DocumentReference, MedicationAdministration, Observation, Resource } from '@medplum/fhirtypes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Change } from '#server/sandbox/repository.ts'
import { FORM, loggedIn, type Visit, visit } from '#test/server/sandbox/smart/visit.ts'

let here: Visit
let nurse: string
const changes: Change[] = []
beforeAll(async () => {
  here = await visit()
  nurse = await loggedIn(here, 'Practitioner/nurse')
  here.repository.onChange((change) => changes.push(change))
})
afterAll(() => here.end())

const sent = (url: string, form: Readonly<Record<string, string>>, cookie = nurse, headers = {}) =>
  here.app.inject({
    method: 'POST',
    url,
    headers: { ...FORM, cookie, ...headers },
    payload: new URLSearchParams(form).toString(),
  })

const shown = async (url: string) => (await here.app.inject({ url, headers: { cookie: nurse } })).body

function last<T extends Resource>(type: T['resourceType']): T & { id: string } {
  const change = changes.findLast(({ resource }) => resource.resourceType === type)
  if (!change) throw new Error(`nobody wrote a ${type}`)
  return change.resource as T & { id: string }
}

const textOf = (note: DocumentReference) =>
  Buffer.from(note.content[0]?.attachment.data ?? '', 'base64').toString('utf8')

const signed = (text: string) => sent('/chart/anna/write/note', { kind: '11506-3', text })

describe('a note', () => {
  test('that is signed becomes a final document in the name of the user, and subscriptions hear of it', async () => {
    const answer = await signed('6 loose stools a day since Monday – “C. diff negative”')
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/chart/anna/notes'])
    const note = last<DocumentReference>('DocumentReference')
    expect(note).toMatchObject({
      status: 'current',
      docStatus: 'final',
      subject: { reference: 'Patient/anna' },
      author: [{ reference: 'Practitioner/nurse' }],
      date: '2026-03-01T10:00:00.000Z',
    })
    expect(note.type?.coding?.[0]).toMatchObject({ system: 'http://loinc.org', code: '11506-3' })
    expect(note.content[0]?.attachment.contentType).toBe('text/plain; charset=utf-8')
    expect(textOf(note)).toBe('6 loose stools a day since Monday – “C. diff negative”')
  })

  test('D8: that is amended keeps its id, gets a new version, and says so', async () => {
    await signed('first words')
    const { id, meta } = last<DocumentReference>('DocumentReference')
    expect(await shown(`/chart/anna/write/note/${id}`)).toContain('first words')
    await sent(`/chart/anna/write/note/${id}`, { text: 'other words' })
    const note = last<DocumentReference>('DocumentReference')
    expect([note.id, note.docStatus, textOf(note)]).toEqual([id, 'amended', 'other words'])
    expect(note.meta?.versionId).not.toBe(meta?.versionId)
    expect((here.repository.history('DocumentReference', id, 'http://x') as Bundle).entry).toHaveLength(2)
  })

  test('D8: that is retracted stays in the chart as entered in error', async () => {
    await signed('written in the wrong chart')
    const { id } = last<DocumentReference>('DocumentReference')
    await sent(`/chart/anna/retract/note/${id}`, {})
    expect(last<DocumentReference>('DocumentReference')).toMatchObject({
      id,
      status: 'entered-in-error',
      docStatus: 'entered-in-error',
    })
    expect(await shown('/chart/anna/notes')).toContain('entered-in-error')
  })

  test('without words is not signed: the form comes back with the reason', async () => {
    const before = changes.length
    const answer = await signed('   ')
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('The note is empty.')
    expect(changes).toHaveLength(before)
  })

  test('that is refused comes back with what was typed, as text', async () => {
    const answer = await sent('/chart/anna/write/note', { kind: 'none', text: '</textarea><script>x</script>' })
    expect(answer.body).toContain('Choose the kind of note.')
    expect(answer.body).toContain('&lt;/textarea&gt;&lt;script&gt;')
  })
})

describe('a result', () => {
  test('carries code, unit and limits of the laboratory and is marked when it is too high', async () => {
    await sent('/chart/anna/write/result', { analyte: 'alt', value: '240', at: '2026-02-28T07:30' })
    const result = last<Observation>('Observation')
    expect(result).toMatchObject({
      status: 'final',
      effectiveDateTime: '2026-02-28T07:30:00Z',
      valueQuantity: { value: 240, unit: 'U/L', system: 'http://unitsofmeasure.org', code: 'U/L' },
      referenceRange: [{ low: { value: 7 }, high: { value: 40 } }],
    })
    expect(result.code.coding?.[0]?.code).toBe('1742-6')
    expect(result.category?.[0]?.coding?.[0]?.code).toBe('laboratory')
    expect(await shown('/chart/anna/laboratory')).toMatch(/240\s*<b>H<\/b>/)
  })

  test('that is corrected keeps its time of collection and its limits', async () => {
    await sent('/chart/anna/write/result', { analyte: 'tsh', value: '0,02' })
    const before = last<Observation>('Observation')
    await sent(`/chart/anna/write/result/${before.id}`, { value: '2.0' })
    const after = last<Observation>('Observation')
    expect([after.id, after.status, after.valueQuantity?.value]).toEqual([before.id, 'corrected', 2])
    expect(after.effectiveDateTime).toBe(before.effectiveDateTime)
    expect(after.interpretation?.[0]?.coding?.[0]?.code).toBe('N')
  })

  test('that was entered in error stays, struck through', async () => {
    await sent('/chart/anna/write/result', { analyte: 'lipase', value: '999' })
    const { id } = last<Observation>('Observation')
    await sent(`/chart/anna/retract/result/${id}`, {})
    expect(last<Observation>('Observation')).toMatchObject({ id, status: 'entered-in-error' })
    expect(await shown('/chart/anna/laboratory')).toMatch(/class="value void[^"]*">999/)
  })

  test.each(['', 'high', '1e9', '-4', '1.2.3'])('with the value "%s" is refused', async (value) => {
    const answer = await sent('/chart/anna/write/result', { analyte: 'alt', value })
    expect([answer.statusCode, answer.body.includes('The value must be a number.')]).toEqual([422, true])
  })
})

test('M1: an infusion is charted with the code of its drug', async () => {
  await sent('/chart/anna/write/infusion', { drug: 'nivolumab', dose: '240 mg IV', status: 'completed' })
  expect(last<MedicationAdministration>('MedicationAdministration')).toMatchObject({
    status: 'completed',
    medicationCodeableConcept: {
      coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '1597876' }],
      text: 'nivolumab 240 mg IV',
    },
    subject: { reference: 'Patient/anna' },
  })
  expect(await shown('/chart/anna/infusions')).toContain('nivolumab 240 mg IV')
})

test('a dose that is no plain amount is charted in words', async () => {
  await sent('/chart/anna/write/infusion', { drug: 'carboplatin', dose: 'AUC 5 IV', status: 'stopped' })
  const given = last<MedicationAdministration>('MedicationAdministration')
  expect(given).toMatchObject({ status: 'stopped', medicationCodeableConcept: { text: 'carboplatin AUC 5 IV' } })
  expect(given.dosage).toBeUndefined()
})

describe('who may write', () => {
  test('a patient user writes nothing', async () => {
    const anna = await loggedIn(here, 'Patient/anna')
    const before = changes.length
    const answer = await sent('/chart/anna/write/note', { kind: '11506-3', text: 'x' }, anna)
    expect([answer.statusCode, changes.length]).toEqual([403, before])
    const page = (await here.app.inject({ url: '/chart/anna/notes', headers: { cookie: anna } })).body
    expect(page).not.toContain('Write a note')
  })

  test('a form of another origin writes nothing, though the browser sends the cookie', async () => {
    const before = changes.length
    for (const origin of ['http://localhost:4005', 'null']) {
      const headers = { origin, host: 'localhost:4004' }
      const answer = await sent('/chart/anna/write/note', { kind: '11506-3', text: 'x' }, nurse, headers)
      expect(answer.statusCode).toBe(403)
    }
    expect(changes).toHaveLength(before)
  })

  test('a note of one patient is not amended or retracted through the chart of another', async () => {
    await signed('words of Anna')
    const { id } = last<DocumentReference>('DocumentReference')
    const before = changes.length
    expect((await sent(`/chart/bruno/write/note/${id}`, { text: 'x' })).statusCode).toBe(404)
    expect((await sent(`/chart/bruno/retract/note/${id}`, {})).statusCode).toBe(404)
    expect(changes).toHaveLength(before)
  })
})

test('an open chart learns that something was written into it, and into no other', async () => {
  const beat = async (id: string) =>
    (await here.app.inject({ url: `/chart/${id}/pulse`, headers: { cookie: nurse } })).json().beat
  const [anna, bruno] = [await beat('anna'), await beat('bruno')]
  here.repository.create({
    resourceType: 'Flag',
    status: 'active',
    code: { text: 'Unconfirmed: hepatitis' },
    subject: { reference: 'Patient/anna' },
  })
  expect(await beat('anna')).toBe(anna + 1)
  expect(await beat('bruno')).toBe(bruno)
})
