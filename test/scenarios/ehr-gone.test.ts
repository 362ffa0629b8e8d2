import type { Observation } from '@medplum/fhirtypes'
import { expect, test } from 'vitest'
import { SurveillanceError } from '#server/errors.ts'
import type { Rooms } from '#server/surveillance.ts'
import { testStore } from '#test/server/store/test-database.ts'
import { colitisNote, note } from './charts.ts'
import { type Ward, ward } from './ward.ts'

const store = testStore()

const transaction = 'transaction 4'
const once = (here: Ward) => [here.observations().length, here.flags().length, here.provenances().length]

/** Somebody in the EHR writes into the Observation by hand. */
function editedByHand(here: Ward): Observation & { id: string } {
  const [observation] = here.observations()
  if (!observation) throw new Error('there is nothing to edit')
  return here.ehr.chart({ ...observation, note: [{ text: 'Discussed at the board, see letter.' }] }) as Observation & {
    id: string
  }
}

test('W3: the EHR stores what we wrote and drops the answer: in the end there is exactly one of each', async () => {
  const here = ward(store.current)
  here.ehr.failOn(transaction, 'WRITE_OUTCOME_UNKNOWN', 'after')
  await here.charted(colitisNote())
  expect(await here.writes()).toEqual(['unknown WRITE_OUTCOME_UNKNOWN'])
  expect(await here.publisher.publishOutstanding(here.lease)).toBe(1)
  expect(await here.writes()).toEqual(['confirmed'])
  expect(once(here)).toEqual([1, 1, 1])
  expect(here.ehr.all('Device')).toHaveLength(1)
})

test('W3: the EHR is gone before it stored anything: the next round writes, and once', async () => {
  const here = ward(store.current)
  here.ehr.failOn(transaction, 'EHR_UNREACHABLE')
  await here.charted(colitisNote())
  expect(here.standing()).toBe('none/none')
  expect(here.endings[0]).toBe('DocumentReference published')
  await here.publisher.publishOutstanding(here.lease)
  await here.publisher.publishOutstanding(here.lease)
  expect(once(here)).toEqual([1, 1, 1])
})

test('a signature given while the EHR is gone is kept, and written when the EHR is back', async () => {
  const here = ward(store.current)
  await here.charted(colitisNote())
  here.ehr.failOn(transaction, 'EHR_UNREACHABLE')
  expect((await here.signed({ decision: 'confirmed' })).review).toBe('confirmed')
  expect(here.standing()).toBe('preliminary/active')
  await here.publisher.publishOutstanding(here.lease)
  expect(here.standing()).toBe('final/active')
})

test('W3: a signature after a lost answer is written on top of what had landed', async () => {
  const here = ward(store.current)
  await here.charted(colitisNote())
  here.ehr.failOn(transaction, 'WRITE_OUTCOME_UNKNOWN', 'after')
  await here.charted(note('n2', 'Immune-related colitis, CTCAE grade 3.'))
  await here.signed({ decision: 'confirmed' })
  expect(here.standing()).toBe('final/active')
  expect(here.observations()[0]?.valueCodeableConcept?.text).toBe('CTCAE grade 3')
})

test('W3: a first write of unknown outcome is taken back when the note is retracted before anybody knows', async () => {
  const here = ward(store.current)
  here.ehr.failOn(transaction, 'WRITE_OUTCOME_UNKNOWN', 'after')
  await here.charted(colitisNote())
  expect(here.standing()).toBe('preliminary/active')
  await here.deleted('DocumentReference', 'n1')
  await here.publisher.publishOutstanding(here.lease)
  expect(here.standing()).toBe('entered-in-error/entered-in-error')
})

test('a finding that was withdrawn before it reached the EHR is not written there as an error', async () => {
  const here = ward(store.current)
  here.ehr.failOn(transaction, 'EHR_UNREACHABLE')
  await here.charted(colitisNote())
  await here.deleted('DocumentReference', 'n1')
  await here.publisher.publishOutstanding(here.lease)
  expect(here.standing()).toBe('none/none')
  expect(await here.writes()).not.toContain('planned')
})

test('W5: what a person changed in the EHR is not overwritten by a new grade, and the panel is told', async () => {
  const here = ward(store.current)
  await here.charted(colitisNote())
  const edited = editedByHand(here)
  await here.charted(note('n2', 'Immune-related colitis, CTCAE grade 3.'))
  expect(here.observations()).toEqual([edited])
  expect(await here.writes()).toEqual(['confirmed', 'rejected changed-by-person'])
  expect((await here.finding()).proposal.grade).toBe(3)
})

const BOARD = 'Discussed at the board, see letter.'

/** A person in the EHR changes something of what we wrote. */
function changedByHand(here: Ward, change: Partial<Observation>): Observation {
  const [observation] = here.observations()
  if (!observation) throw new Error('there is nothing to edit')
  return here.ehr.chart({ ...observation, ...change })
}

test.each<[string, Partial<Observation>]>([
  ['the grade', { valueCodeableConcept: { text: 'CTCAE grade 1' } }],
  ['the state', { status: 'cancelled' }],
  ['the event', { code: { text: 'Enteritis' } }],
])(
  'W5: where a person changed %s in the EHR, a signature stays in our store and the edit stands',
  async (_, change) => {
    const here = ward(store.current)
    await here.charted(colitisNote())
    const edited = changedByHand(here, change)
    expect((await here.signed({ decision: 'confirmed' })).review).toBe('confirmed')
    expect(here.observations()).toEqual([edited])
    expect(await here.writes()).toEqual(['confirmed', 'rejected changed-by-person'])
    expect(await here.publisher.publishOutstanding(here.lease)).toBe(0)
  },
)

test('W5: where a person only added words, the signature goes on top of them, under their version', async () => {
  const here = ward(store.current)
  await here.charted(colitisNote())
  const ours = here.observations()[0]?.note ?? []
  const bodySite = { text: 'Sigmoid' }
  changedByHand(here, { note: [...ours, { text: BOARD }], bodySite })
  await here.charted(note('n2', 'Immune-related colitis, CTCAE grade 3.'))
  expect(await here.writes()).toEqual(['confirmed', 'rejected changed-by-person'])
  await here.signed({ decision: 'confirmed' })
  expect(await here.writes()).toEqual(['confirmed', 'rejected changed-by-person', 'confirmed'])
  expect(here.standing()).toBe('final/active')
  expect(here.observations()).toMatchObject([{ valueCodeableConcept: { text: 'CTCAE grade 3' }, bodySite }])
  expect(here.observations()[0]?.note?.map(({ text }) => text)).toContain(BOARD)
})

test.each([true, false])(
  'W5: what went on top of a person’s words keeps them through all later versions (atomic: %s)',
  async (atomicTransactions) => {
    const here = ward(store.current, { site: { atomicTransactions } })
    await here.charted(colitisNote())
    changedByHand(here, { note: [{ text: BOARD }] })
    await here.signed({ decision: 'confirmed' })
    expect(here.observations()[0]?.note).toEqual([{ text: BOARD }])
    await here.charted(note('n2', 'Immune-related colitis, CTCAE grade 3.'))
    expect(here.standing()).toBe('preliminary/active')
    const texts = here.observations()[0]?.note?.map(({ text }) => text) ?? []
    expect(texts).toContain(BOARD)
    expect(texts.join()).toContain('CTCAE grade 3')
    expect((await here.writes()).at(-1)).toBe('confirmed')
  },
)

test('W5: a lost answer to a signature on top of an edit is found again, and the person’s words still stand', async () => {
  const here = ward(store.current)
  await here.charted(colitisNote())
  changedByHand(here, { note: [{ text: BOARD }] })
  const conflicting = here.ehr.transaction
  let asked = 0
  here.ehr.transaction = (bundle) => {
    asked += 1
    if (asked === 2) here.ehr.failNext('WRITE_OUTCOME_UNKNOWN', 'after')
    return conflicting(bundle)
  }
  await here.signed({ decision: 'confirmed' })
  expect((await here.writes()).at(-1)).toBe('unknown WRITE_OUTCOME_UNKNOWN')
  await here.publisher.publishOutstanding(here.lease)
  await here.charted(note('n2', 'Immune-related colitis, CTCAE grade 3.'))
  expect(here.observations()[0]?.note?.map(({ text }) => text)).toContain(BOARD)
})

test('W9: a write that the EHR refuses is given up with its code and does not stop the reading', async () => {
  const here = ward(store.current)
  here.ehr.failOn(transaction, 'EHR_FORBIDDEN')
  await here.charted(colitisNote())
  expect(await here.writes()).toEqual(['rejected EHR_FORBIDDEN'])
  expect(here.endings[0]).toBe('DocumentReference published')
  expect(await here.publisher.publishOutstanding(here.lease)).toBe(0)
})

test('W7: where a transaction is not atomic, a run that is cut short anywhere ends with one of each', async () => {
  for (const cut of ['create Device', 'create Observation', 'create Flag', 'create Provenance']) {
    for (const when of ['before', 'after'] as const) {
      await emptied()
      const here = ward(store.current, { site: { atomicTransactions: false } })
      here.ehr.failOn(cut, 'WRITE_OUTCOME_UNKNOWN', when)
      await here.charted(colitisNote())
      await here.publisher.publishOutstanding(here.lease)
      expect([cut, when, ...once(here)]).toEqual([cut, when, 1, 1, 1])
      expect(await here.writes()).toEqual(['confirmed'])
    }
  }
})

async function emptied() {
  for (const table of ['arrival', 'note', 'membership', 'publication', 'finding'] as const)
    await store.current.db.deleteFrom(table).execute()
}

test('W7: a signature at an EHR without atomic transactions makes the same Observation final', async () => {
  const here = ward(store.current, { site: { atomicTransactions: false } })
  await here.charted(colitisNote())
  await here.signed({ decision: 'confirmed' })
  expect(here.standing()).toBe('final/active')
  expect(once(here)).toEqual([1, 1, 2])
})

test('W1: at a site without writing nothing is written, before or after the signature', async () => {
  const here = ward(store.current, { site: { write: 'none' } })
  await here.charted(colitisNote())
  await here.signed({ decision: 'confirmed' })
  await here.publisher.publishOutstanding(here.lease)
  expect(here.ehr.written).toEqual([])
  expect((await here.finding()).review).toBe('confirmed')
})

test('W1: at a site that writes after the signature the first thing in the chart is final', async () => {
  const here = ward(store.current, { site: { write: 'after-signature' } })
  await here.charted(colitisNote())
  expect(here.ehr.written).toEqual([])
  await here.signed({ decision: 'confirmed' })
  expect(here.standing()).toBe('final/active')
})

test('W1: at a site that writes after the signature a rejected finding is never written', async () => {
  const here = ward(store.current, { site: { write: 'after-signature' } })
  await here.charted(colitisNote())
  await here.signed({ decision: 'rejected', reason: 'not-present' })
  expect(here.ehr.written).toEqual([])
})

test('W1: what was planned is not written any more after the operator has switched writing off', async () => {
  const before = ward(store.current)
  before.ehr.failOn(transaction, 'EHR_UNREACHABLE')
  await before.charted(colitisNote())
  const after = ward(store.current, { site: { write: 'none' } })
  await after.publisher.publishOutstanding(after.lease)
  expect(after.ehr.written).toEqual([])
  expect(await after.writes()).toEqual(['rejected switched-off'])
})

test('S15: an EHR that is gone while a note is read gives the arrival back, and the next try reads it', async () => {
  const here = ward(store.current)
  here.ehr.failOn('search Observation', 'EHR_UNREACHABLE')
  await here.charted(colitisNote())
  expect(here.failures).toEqual(['EHR_UNREACHABLE'])
  expect((await here.reading()).state).toBe('reading')
  await here.again()
  expect(here.standing()).toBe('preliminary/active')
  expect((await here.reading()).state).toBe('all-read')
})

test('a process that dies after keeping the text and before keeping the finding reads the note again', async () => {
  let crashing = false
  const around = (rooms: Rooms): Rooms => ({
    ...rooms,
    episodes: {
      ...rooms.episodes,
      record: async (...asked) => {
        if (crashing) throw new SurveillanceError('STORE_UNREACHABLE')
        return rooms.episodes.record(...asked)
      },
    },
  })
  const here = ward(store.current, { around })
  await here.charted(note('n0', 'Feels well on pembrolizumab.'))
  crashing = true
  await here.charted(colitisNote())
  const shelved = here.db.selectFrom('note').select('assessed_at').where('source', '=', 'DocumentReference/n1')
  expect(await shelved.execute()).toEqual([{ assessed_at: null }])
  expect([here.standing(), (await here.reading()).state]).toEqual(['none/none', 'reading'])
  crashing = false
  await here.again()
  expect([here.standing(), (await here.reading()).state]).toEqual(['preliminary/active', 'all-read'])
})

test('a bug in the reading of one patient ends that arrival as failed, and the next one is read', async () => {
  let bugs = 1
  const breaking = (rooms: Rooms): Rooms => ({
    ...rooms,
    agents: {
      read: async (...asked) => {
        if (bugs-- > 0) throw new TypeError('undefined is not a function: Prednisone')
        return rooms.agents.read(...asked)
      },
    },
  })
  const here = ward(store.current, { around: breaking })
  await here.charted(note('n0', 'Feels well on pembrolizumab.'))
  await here.charted(colitisNote())
  expect(here.endings[0]).toBe('DocumentReference failed BUG-TypeError')
  expect(here.standing()).toBe('preliminary/active')
})

test('W3: nothing is lost when the process dies between keeping the finding and writing it', async () => {
  const dying = (rooms: Rooms): Rooms => ({
    ...rooms,
    writeBack: {
      publish: async () => {
        throw new Error('the process died here')
      },
    },
  })
  const here = ward(store.current, { around: dying })
  await here.charted(colitisNote())
  expect(await here.writes()).toEqual(['planned'])
  await here.publisher.publishOutstanding(here.lease)
  expect(once(here)).toEqual([1, 1, 1])
})
