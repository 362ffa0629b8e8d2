import { expect, test } from 'vitest'
import { decisionMeasures, median } from '#server/monitoring/decision-measures.ts'
import { metricsFor } from '#server/monitoring/metrics.ts'
import { colitisNote, note } from '#test/scenarios/charts.ts'
import { type Ward, ward } from '#test/scenarios/ward.ts'
import { testStore } from '#test/server/store/test-database.ts'

const store = testStore()

/** Two findings of one patient: the colitis is decided by `first`, the rash by `second`. */
async function decidedTwice(
  first: Parameters<Ward['signed']>[0],
  second: Parameters<Ward['signed']>[0],
): Promise<ReturnType<typeof ward>> {
  const here = ward(store.current)
  await here.charted(colitisNote())
  await here.signed(first)
  await here.charted(note('n2', 'Immune-related hepatitis, CTCAE grade 3.'))
  await here.signed(second)
  return here
}

test('before the first decision no share is said, because a share of nothing is not zero', async () => {
  const { db } = ward(store.current)
  expect(await decisionMeasures(db)).toMatchObject({ decided: 0, overrideShare: null, rejectionShare: null })
  const lines = await metricsFor(db).registry.metrics()
  expect(lines).not.toContain('irae_decided_share{')
  expect(lines).not.toContain('irae_median_hours{')
})

test('a changed and a confirmed proposal: half is overridden, nothing rejected', async () => {
  const { db } = await decidedTwice({ decision: 'changed', grade: 3 }, { decision: 'confirmed' })
  expect(await decisionMeasures(db)).toMatchObject({ decided: 2, overrideShare: 0.5, rejectionShare: 0 })
  expect(await metricsFor(db).registry.metrics()).toContain('irae_decided_share{what="overridden"} 0.5')
})

test('a rejection counts as overridden and as rejected; closing a Flag is no decision about a proposal', async () => {
  const here = await decidedTwice({ decision: 'rejected', reason: 'other-cause' }, { decision: 'confirmed' })
  await here.signed({ decision: 'closed' })
  expect(await decisionMeasures(here.db)).toMatchObject({ decided: 2, overrideShare: 0.5, rejectionShare: 0.5 })
})

test('the hours are counted from the note and from its arrival, to the proposal and to the screen', async () => {
  const here = ward(store.current)
  await here.charted(colitisNote())
  const at = (time: string) => new Date(`2026-06-02T${time}Z`)
  await here.db
    .updateTable('arrival')
    .set({ received_at: at('08:00:00') })
    .execute()
  await here.db
    .updateTable('finding')
    .set({ proposed_at: at('08:30:00'), shown_at: at('10:00:00') })
    .execute()
  const authored = Date.parse((await here.finding()).proposal.quotes[0]?.authoredAt ?? '')
  const { hours } = await decisionMeasures(here.db)
  expect(hours).toEqual({
    'note-to-proposed': (at('08:30:00').getTime() - authored) / 3_600_000,
    'note-to-shown': (at('10:00:00').getTime() - authored) / 3_600_000,
    'arrival-to-proposed': 0.5,
    'arrival-to-shown': 2,
  })
  expect(await metricsFor(here.db).registry.metrics()).toContain('irae_median_hours{span="arrival-to-shown"} 2')
})

test('the median is the middle one, or the mean of the two in the middle', () => {
  expect(median([9, 1, 2])).toBe(2)
  expect(median([1, 2, 4, 100])).toBe(3)
  expect(median([5])).toBe(5)
  expect(median([])).toBeNull()
})
