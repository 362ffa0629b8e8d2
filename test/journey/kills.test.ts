import { expect, it } from 'vitest'
import { killAgainAndAgain } from '#test/bench/kills-run.ts'

it('S4, W2, W3: five kill -9 while 60 notes arrive: nothing is lost, nothing stands twice, nothing stays open', async () => {
  const report = await killAgainAndAgain({ notes: 60, patients: 5, kills: 5, longestLifeMs: 1500 })
  expect(report.wrong).toEqual([])
  expect(report.auditIntact).toBe(true)
  expect(report.flags).toBe(50)
  expect(report.writes).not.toHaveProperty('sent')
}, 120_000)
