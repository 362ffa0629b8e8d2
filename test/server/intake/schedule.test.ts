import { expect, test } from 'vitest'
import { isDue, lastDue, nextRun, runDaily } from '#server/intake/schedule.ts'

const berlin = { at: '05:00', timeZone: 'Europe/Berlin' }
const at = (text: string): Date => new Date(text)

test.each([
  ['before five in winter', '2026-01-10T03:59:00Z', '2026-01-10T04:00:00Z'],
  ['at five sharp', '2026-01-10T04:00:00Z', '2026-01-11T04:00:00Z'],
  ['in summer', '2026-07-10T12:00:00Z', '2026-07-11T03:00:00Z'],
  ['over the change to summer time', '2026-03-28T12:00:00Z', '2026-03-29T03:00:00Z'],
  ['over the change to winter time', '2026-10-24T12:00:00Z', '2026-10-25T04:00:00Z'],
  ['late in the evening, when UTC has another day', '2026-07-10T22:30:00Z', '2026-07-11T03:00:00Z'],
])('the next run %s is at 05:00 on the clock of Berlin', (_, after, expected) => {
  expect(nextRun(at(after), berlin)).toEqual(at(expected))
})

test('a zone ahead of UTC and a zone behind it', () => {
  expect(nextRun(at('2026-06-01T00:00:00Z'), { at: '05:00', timeZone: 'Pacific/Auckland' })).toEqual(
    at('2026-06-01T17:00:00Z'),
  )
  expect(nextRun(at('2026-06-01T00:00:00Z'), { at: '05:00', timeZone: 'America/Los_Angeles' })).toEqual(
    at('2026-06-01T12:00:00Z'),
  )
})

test('a time that the change to summer time skips comes once in that night', () => {
  const night = { at: '02:30', timeZone: 'Europe/Berlin' }
  const due = nextRun(at('2026-03-28T12:00:00Z'), night)
  expect(due.getTime()).toBeGreaterThanOrEqual(at('2026-03-29T01:00:00Z').getTime())
  expect(due.getTime()).toBeLessThanOrEqual(at('2026-03-29T01:30:00Z').getTime())
  expect(nextRun(due, night)).toEqual(at('2026-03-30T00:30:00Z'))
})

test('a run is made up when none began since it was last due', () => {
  const now = at('2026-06-02T12:00:00Z')
  expect(lastDue(now, berlin)).toEqual(at('2026-06-02T03:00:00Z'))
  expect(lastDue(at('2026-06-02T02:00:00Z'), berlin)).toEqual(at('2026-06-01T03:00:00Z'))
  const due = (runAt: Date | undefined) => isDue({ runAt, tryAt: runAt }, now, berlin)
  expect(due(undefined)).toBe(true)
  expect(due(at('2026-06-02T02:59:00Z'))).toBe(true)
  expect(due(at('2026-06-02T03:00:00Z'))).toBe(false)
})

test('S15: an outage of the EHR at five is made up when it is over, with a growing pause between the tries', async () => {
  const clock = clockFrom('2026-06-02T02:50:00Z', '2026-06-02T20:00:00Z')
  const tries: Date[] = []
  const complete = [at('2026-06-01T03:00:00Z')]
  await runDaily({
    ...berlin,
    ...clock,
    lastRunAt: async () => complete.at(-1),
    lastTryAt: async () => tries.at(-1),
    run: async () => {
      tries.push(clock.now())
      if (clock.now() > at('2026-06-02T06:00:00Z')) complete.push(clock.now())
    },
    onError: () => {},
  })
  const times = tries.map((one) => one.toISOString().slice(11, 16))
  expect(times).toEqual(['03:00', '03:10', '03:20', '03:40', '04:20', '05:40', '08:20'])
})

/** A clock that jumps by what is waited for. */
function clockFrom(start: string, until: string) {
  let ms = Date.parse(start)
  const stop = new AbortController()
  return {
    now: () => new Date(ms),
    signal: stop.signal,
    wait: async (nap: number) => {
      ms += nap
      if (ms >= Date.parse(until)) stop.abort()
    },
  }
}

test('over four days the sweep runs at once for the missed one and then every morning', async () => {
  const began: Date[] = []
  const clock = clockFrom('2026-06-01T10:00:00Z', '2026-06-05T10:00:00Z')
  await runDaily({
    ...berlin,
    ...clock,
    lastRunAt: async () => began.at(-1),
    lastTryAt: async () => began.at(-1),
    run: async () => void began.push(clock.now()),
    onError: () => {},
  })
  expect(began.map((one) => one.toISOString())).toEqual([
    '2026-06-01T10:00:00.000Z',
    '2026-06-02T03:00:00.000Z',
    '2026-06-03T03:00:00.000Z',
    '2026-06-04T03:00:00.000Z',
    '2026-06-05T03:00:00.000Z',
  ])
})

test('a run that fails is told and tried again, and the schedule lives on', async () => {
  const clock = clockFrom('2026-06-01T10:00:00Z', '2026-06-01T11:00:00Z')
  let runs = 0
  const errors: unknown[] = []
  await runDaily({
    ...berlin,
    ...clock,
    lastRunAt: async () => (runs > 1 ? clock.now() : undefined),
    lastTryAt: async () => undefined,
    run: async () => {
      runs += 1
      if (runs === 1) throw new Error('the store is away')
    },
    onError: (error) => void errors.push(error),
  })
  expect([runs, errors.length]).toEqual([2, 1])
})
