import { expect, test } from 'vitest'
import { AI_ASSERTED } from '#fhir-mappings/code-systems.ts'
import { testStore } from '#test/server/store/test-database.ts'
import { COLITIS, colitisNote, note } from './charts.ts'
import { ward } from './ward.ts'

const store = testStore()

/** Colitis of grade 2 has been read, written and waits for a signature. */
async function colitis() {
  const here = ward(store.current)
  await here.charted(colitisNote())
  return here
}

test('W16, T1: a signed note becomes a preliminary Observation and an active Flag that says "Unconfirmed:"', async () => {
  const here = await colitis()
  expect(here.endings[0]).toBe('DocumentReference published')
  expect(here.standing()).toBe('preliminary/active')
  const [observation] = here.observations()
  expect(observation?.valueCodeableConcept?.text).toBe('CTCAE grade 2')
  expect(observation?.note?.[0]?.text).toBe(`“${COLITIS}”`)
  expect(observation?.meta?.security?.map(({ code }) => code)).toEqual([AI_ASSERTED])
  expect(here.flags()[0]?.code.text).toBe('Unconfirmed: Colitis, CTCAE grade 2 (immune-related adverse event)')
})

test('D7: the quote stands in the note at its offsets, under the version and hash of what was read', async () => {
  const here = await colitis()
  const { quotes } = (await here.finding()).proposal
  const stored = await here.db.selectFrom('note').selectAll().executeTakeFirstOrThrow()
  for (const quote of quotes) {
    expect(stored.text?.slice(quote.start, quote.end)).toBe(quote.text)
    expect([quote.source, quote.version, quote.sha256]).toEqual(['DocumentReference/n1', '1', stored.sha256])
  }
  expect(quotes.map(({ text }) => text)).toContain(COLITIS)
})

test('T3: Provenance names the note in the version that was read, and a person only after the signature', async () => {
  const here = await colitis()
  await here.signed({ decision: 'confirmed' })
  const [first, second] = here.provenances()
  expect(first?.entity?.filter(({ role }) => role === 'source')).toEqual([
    { role: 'source', what: { reference: 'DocumentReference/n1/_history/1' } },
  ])
  expect(first?.agent).toHaveLength(1)
  expect(second?.agent.map(({ who }) => who?.reference)).toContain('Practitioner/d1')
})

test('W16: confirmed, the same Observation is final and the Flag no longer says "Unconfirmed:"', async () => {
  const here = await colitis()
  await here.signed({ decision: 'confirmed' })
  expect(here.standing()).toBe('final/active')
  expect(here.observations()).toHaveLength(1)
  expect(here.flags()[0]?.code.text).toBe('Colitis, CTCAE grade 2 (immune-related adverse event)')
  expect(await here.writes()).toEqual(['confirmed', 'confirmed'])
})

test('W16: a signature given by mistake is taken back: confirmed, then rejected, then confirmed again', async () => {
  const here = await colitis()
  await here.signed({ decision: 'confirmed' })
  await here.signed({ decision: 'rejected', reason: 'misread' })
  expect(here.standing()).toBe('entered-in-error/entered-in-error')
  await here.signed({ decision: 'confirmed' })
  expect(here.standing()).toBe('final/active')
  expect((await here.finding()).earlier.map(({ decision }) => decision)).toEqual(['confirmed', 'rejected'])
  expect(here.observations()).toHaveLength(1)
})

test('W16: a changed grade is amended, and the person’s grade is the one in the chart', async () => {
  const here = await colitis()
  await here.signed({ decision: 'changed', grade: 3 })
  expect(here.standing()).toBe('amended/active')
  expect(here.observations()[0]?.valueCodeableConcept?.text).toBe('CTCAE grade 3')
  expect(here.flags()[0]?.code.text).toContain('CTCAE grade 3')
})

test('a grade that a person lowered stays lowered while the chart says nothing new', async () => {
  const here = await colitis()
  await here.signed({ decision: 'changed', grade: 1 })
  await here.charted(note('n2', 'Telephone call: appointment moved to Thursday.'))
  expect(here.standing()).toBe('amended/active')
  expect((await here.finding()).review).toBe('changed')
})

test('a lowered grade is asked about again when new words state the higher one', async () => {
  const here = await colitis()
  await here.signed({ decision: 'changed', grade: 1 })
  await here.charted(note('n2', 'Immune-related colitis, now certainly CTCAE grade 2, on the ward.'))
  expect(await here.finding()).toMatchObject({ review: 'awaiting', earlier: [{ decision: 'changed', grade: 1 }] })
})

test('after a confirmation a higher grade re-opens the finding and keeps what was decided before', async () => {
  const here = await colitis()
  await here.signed({ decision: 'confirmed' })
  await here.charted(note('n2', 'Immune-related colitis, CTCAE grade 3, admitted for infliximab.'))
  expect(here.standing()).toBe('preliminary/active')
  expect(here.observations()[0]?.valueCodeableConcept?.text).toBe('CTCAE grade 3')
  expect(here.flags()[0]?.code.text).toMatch(/^Unconfirmed: /)
  expect((await here.finding()).earlier).toMatchObject([{ decision: 'confirmed', grade: 2, by: 'Practitioner/d1' }])
})

test('W16: rejected, Observation and Flag are both entered-in-error', async () => {
  const here = await colitis()
  await here.signed({ decision: 'rejected', reason: 'other-cause' })
  expect(here.standing()).toBe('entered-in-error/entered-in-error')
})

test('after a rejection the same words, also copied into another note, stay silent', async () => {
  const here = await colitis()
  await here.signed({ decision: 'rejected', reason: 'other-cause' })
  await here.charted(colitisNote('n2', { date: '2026-05-31T10:00:00Z' }))
  await here.charted(note('n3', `Copied forward:   ${COLITIS}\nSleeps well.`, { date: '2026-05-31T12:00:00Z' }))
  expect((await here.finding()).review).toBe('rejected')
  expect(here.standing()).toBe('entered-in-error/entered-in-error')
})

test('after a rejection other words re-open the finding, which says that it was rejected before', async () => {
  const here = await colitis()
  await here.signed({ decision: 'rejected', reason: 'other-cause' })
  await here.charted(note('n2', 'Colonoscopy today: biopsy shows immune-mediated colitis from pembrolizumab.'))
  const finding = await here.finding()
  expect(finding).toMatchObject({ review: 'awaiting', earlier: [{ decision: 'rejected', reason: 'other-cause' }] })
  expect(here.standing()).toBe('preliminary/active')
})

test('a closed Flag is inactive and the signed Observation stays; who closed it is in Provenance', async () => {
  const here = await colitis()
  await here.signed({ decision: 'confirmed' })
  await here.signed(
    { decision: 'closed' },
    { site: 'fake', user: { reference: 'Practitioner/d2', name: 'Dr Other' }, patient: 'Patient/p1' },
  )
  expect(here.standing()).toBe('final/inactive')
  expect(here.provenances().at(-1)?.agent[1]?.who?.reference).toBe('Practitioner/d2')
})

test('L27: a session for another patient can sign nothing here, and the attempt is in the audit ledger', async () => {
  const here = await colitis()
  const stranger = { site: 'fake', user: { reference: 'Practitioner/d9', name: 'Dr Elsewhere' }, patient: 'Patient/p2' }
  await expect(here.signed({ decision: 'confirmed' }, stranger)).rejects.toMatchObject({ code: 'PATIENT_MISMATCH' })
  expect((await here.finding()).review).toBe('awaiting')
  expect(await here.acts()).toContain('finding-refused')
})

test('A1: reading, claiming, writing and signing stand in the audit ledger in this order, and the chain holds', async () => {
  const here = await colitis()
  await here.signed({ decision: 'confirmed' })
  expect(await here.acts()).toEqual([
    'chart-read',
    'finding-new',
    'finding-written',
    'finding-confirmed',
    'finding-written',
  ])
  expect(await here.ledger.verify()).toMatchObject({ intact: true })
})

test('no word of the chart and no name stands in the audit ledger', async () => {
  const here = await colitis()
  await here.signed({ decision: 'rejected', reason: 'other-cause', note: 'Campylobacter grew overnight' })
  const events = JSON.stringify(await here.db.selectFrom('audit_entry').select('event').execute())
  for (const word of ['colitis, CTCAE', 'Prednisone', 'Campylobacter', 'Orlebar', 'Achterberg'])
    expect(events).not.toContain(word)
})

test('S14: what we wrote ourselves never becomes a reading, told by a notification or found in the inbox', async () => {
  const here = await colitis()
  here.endings.length = 0
  const [observation] = here.observations()
  if (observation) await here.tell(observation)
  here.onArrival(
    await here.inbox.receive([
      { site: 'fake', type: 'Observation', id: observation?.id ?? '', versionId: '1', reason: 'sweep' },
    ]),
  )
  await here.readAll()
  expect(here.endings).toEqual(['Observation no-news own-writing'])
  expect((await here.finding()).version).toBe(1)
})

test.each([true, false])(
  'A2: the request ids of what was written stand in the audit ledger (atomic: %s)',
  async (atomicTransactions) => {
    const here = ward(store.current, { site: { atomicTransactions } })
    await here.charted(colitisNote())
    const rows = await here.db.selectFrom('audit_entry').select('event').orderBy('seq').execute()
    const written = rows.map(({ event }) => event).find(({ subtype }) => subtype?.[1]?.code === 'finding-written')
    const details = written?.entity?.flatMap(({ detail }) => detail ?? [])
    const requests = details?.find(({ type }) => type === 'requests')?.valueString?.split(' ') ?? []
    expect(requests).toHaveLength(atomicTransactions ? 1 : 4)
    for (const request of requests) expect(request).toMatch(/^request-\d+$/)
  },
)
