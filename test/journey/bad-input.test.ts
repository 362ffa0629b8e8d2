import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { badAnswers, badNotes, MARKER, noteOf, onPembrolizumab, passingAnswers } from './hostile-charts.ts'
import type { HostileEhr } from './hostile-ehr.ts'
import { type HostileWard, hostileWard } from './hostile-ward.ts'

/** Charts of an EHR that checks nothing, each of one person on pembrolizumab and each with one trouble. */
function fill(ehr: HostileEhr): void {
  for (const [n, { changes }] of badNotes.entries()) {
    onPembrolizumab(ehr, `note${n}`)
    ehr.put(`DocumentReference/n${n}`, noteOf(`note${n}`, `n${n}`, changes))
  }
  for (const [kind, answers] of [
    ['answer', badAnswers],
    ['passing', passingAnswers],
  ] as const)
    for (const [n, { put }] of answers.entries()) {
      onPembrolizumab(ehr, `${kind}${n}`)
      ehr.put(`DocumentReference/${kind}${n}`, noteOf(`${kind}${n}`, `${kind}${n}`))
      put(ehr, `${kind}${n}`, `${kind}${n}`)
    }
  onPembrolizumab(ehr, 'well')
  ehr.put('DocumentReference/well', noteOf('well', 'well'))
  for (const nameless of [null, 'words', { id: 'x' }, { resourceType: 'DocumentReference' }])
    ehr.list('DocumentReference', 'well', nameless)
}

describe('Whatever the EHR sends ends as a counted state with a reason, never as a crash or as "nothing found"', () => {
  let ward: HostileWard

  beforeAll(async () => {
    ward = await hostileWard(fill)
    await ward.settled(passingAnswers.length * 2)
  })
  afterAll(() => ward?.close())

  test.each(badNotes.map((one, n) => ({ ...one, n })))(
    'a note that $what is not fully read: $why',
    async ({ n, why }) => {
      const { reading, findings } = await ward.panel(`note${n}`)
      expect(reading).toMatchObject({ state: 'not-fully-read', unread: [{ source: `DocumentReference/n${n}`, why }] })
      expect(findings).toEqual([])
    },
  )

  test.each(badAnswers.map((one, n) => ({ ...one, n })))(
    'a chart whose $what is not fully read: $why',
    async ({ n, why }) => {
      const { reading } = await ward.panel(`answer${n}`)
      expect(reading.state).not.toBe('all-read')
      expect(reading.unread.map((one) => one.why)).toContain(why)
    },
  )

  test.each(passingAnswers.map((one, n) => ({ ...one, n })))(
    'while the EHR answers with $what the panel says "reading"',
    async ({ n }) => {
      const { reading } = await ward.panel(`passing${n}`)
      expect(reading.state).toBe('reading')
      expect(reading.waiting).toBeGreaterThan(0)
    },
  )

  test('the chart beside them is read to the end', async () => {
    expect((await ward.panel('well')).reading).toMatchObject({ state: 'all-read', read: 1 })
  })

  test('the status names every reason for an operator', async () => {
    const status = await ward.irae('status')
    for (const { why } of [...badNotes, ...badAnswers, ...passingAnswers]) expect(status).toContain(why)
    expect(status).toContain('DocumentReference: 4 entries without an id or of another type were left out')
    expect(status).toMatch(/^ {2}unreadable .*\d damaged, /m)
    expect(status).not.toMatch(/BUG/)
  })

  test('so do the metrics, by kind and ending', async () => {
    const metrics = await ward.metrics()
    for (const why of new Set(badNotes.map((one) => one.why)))
      expect(metrics).toContain(`irae_arrivals_total{type="DocumentReference",ended="unreadable",why="${why}"}`)
    expect(metrics).toMatch(/ended="failed",why="EHR_PAGING"/)
  })

  test('the log names the resource and the reason of each ending, and no word of a chart stands anywhere', async () => {
    expect(ward.service.log()).toMatch(
      /"arrival-ended".*"about":"DocumentReference\/n4","ended":"unreadable","why":"damaged"/,
    )
    for (const told of [ward.service.log(), await ward.metrics(), await ward.irae('status', '--json')])
      expect(told).not.toContain(MARKER)
  })

  test('the service lives, and stops in order', async () => {
    expect(ward.service.running).toBe(true)
    expect((await fetch(`${ward.origin}/healthz`)).status).toBe(200)
    expect(await ward.service.stop()).toBe(0)
  })
})
