import { expect, test } from 'vitest'
import { Finding, type Proposal } from '#fhir-mappings/finding.ts'
import { type Change, reconcile, type Standing } from '#server/episodes/reconcile.ts'
import { decidedFinding, finding, highAlt, proposal, quote } from '#test/fhir-mappings/findings.ts'

const later = new Date('2026-06-01T09:00:00Z')
const everything = () => true
const nothing = () => false

const changesFor = (
  standing: readonly Finding[],
  proposals: readonly Proposal[],
  holds: (source: string) => boolean = everything,
  exposed = true,
): readonly Change[] =>
  reconcile({
    ...{ site: 'fake', patient: 'Patient/p1', proposals, exposed, holds, now: later },
    standing: standing.map((one, at): Standing => ({ ordinal: at + 1, finding: one })),
  })

/** What becomes of one finding: why it changes, or undefined when it stays as it is. */
const becomes = (...asked: Parameters<typeof changesFor>) => changesFor(...asked).map(({ why }) => why)[0]
const after = (...asked: Parameters<typeof changesFor>) => changesFor(...asked)[0]?.finding

const otherWords = proposal({
  quotes: [quote('biopsy shows immune-mediated colitis', { source: 'DocumentReference/n2' })],
})
const higher = proposal({ grade: 3, quotes: [quote('colitis grade 3', { source: 'DocumentReference/n2' })] })

test('what the chart says for the first time is a new finding that awaits a person', () => {
  const [change] = changesFor([], [proposal()])
  expect(change).toMatchObject({ why: 'new', ordinal: 1, finding: { version: 1, review: 'awaiting', earlier: [] } })
  expect(Finding.safeParse(change?.finding).success).toBe(true)
})

test('W2: the id follows from site, patient, term and episode, so that a repeated crash repeats it', () => {
  const id = after([], [proposal()])?.id
  expect(after([], [proposal()])?.id).toBe(id)
  expect(after([], [proposal({ term: 'hepatitis' })])?.id).not.toBe(id)
})

test('an unsigned finding that the chart still says in the same way stays as it is', () => {
  expect(changesFor([finding()], [proposal()])).toEqual([])
  expect(changesFor([finding()], [{ ...proposal(), range: undefined } as unknown as Proposal])).toEqual([])
})

test('an unsigned finding follows every change of the chart', () => {
  expect(after([finding()], [higher])).toMatchObject({ version: 2, proposal: { grade: 3 }, review: 'awaiting' })
  expect(becomes([finding()], [proposal({ gradeWhy: 'Other facts.' })])).toBe('changed')
})

test.each(['confirmed', 'changed', 'rejected'] as const)(
  'a finding that was %s stays silent on the same evidence',
  (review) => {
    const same = proposal({ quotes: [quote('Immune-related  colitis,\ngrade 2', { source: 'DocumentReference/n7' })] })
    expect(changesFor([decidedFinding(review)], [proposal()])).toEqual([])
    expect(changesFor([decidedFinding(review)], [same])).toEqual([])
  },
)

test('after a confirmation other words for the same grade change nothing', () => {
  expect(changesFor([decidedFinding('confirmed')], [otherWords])).toEqual([])
})

test('after a confirmation a higher grade re-opens and tells what was decided', () => {
  const reopened = after([decidedFinding('confirmed')], [higher])
  expect(reopened).toMatchObject({ review: 'awaiting', earlier: [{ decision: 'confirmed', grade: 2 }] })
  expect(reopened?.decision).toBeUndefined()
})

test('a grade that a person raised is not re-opened by a proposal up to it', () => {
  expect(changesFor([decidedFinding('changed')], [higher])).toEqual([])
  expect(becomes([decidedFinding('changed')], [proposal({ grade: 4 })])).toBe('reopened')
})

test('a grade that a person lowered is not re-opened by what that person saw, but by news', () => {
  const lowered = decidedFinding('changed')
  const one = { ...lowered, decision: lowered.decision && { ...lowered.decision, grade: 1 as const } }
  expect(changesFor([one], [proposal()])).toEqual([])
  expect(becomes([one], [otherWords])).toBe('reopened')
  expect(becomes([one], [higher])).toBe('reopened')
})

test.each<[string, Proposal]>([
  ['other words', otherWords],
  ['a result', proposal({ laboratory: [highAlt(240)] })],
  ['a higher grade', proposal({ grade: 3 })],
])('after a rejection %s re-opens and the rejection is told', (_, news) => {
  expect(after([decidedFinding('rejected')], [news])).toMatchObject({
    review: 'awaiting',
    earlier: [{ decision: 'rejected', reason: 'other-cause' }],
  })
})

test('D8: a signed finding of which one source was amended or retracted comes back before a person', () => {
  const onlyNew = (source: string) => !source.startsWith('DocumentReference/n1/')
  expect(becomes([decidedFinding('confirmed')], [otherWords], onlyNew)).toBe('reopened')
})

test('W16: unsigned, and nothing it rested on holds any more: withdrawn', () => {
  expect(becomes([finding()], [], nothing)).toBe('withdrawn')
  expect(after([finding()], [], nothing)?.withdrawn).toContain('retracted')
})

test('signed, and nothing it rested on holds any more: a person is asked, once, and nothing is withdrawn', () => {
  const asked = after([decidedFinding('confirmed')], [], nothing)
  expect(asked).toMatchObject({ review: 'awaiting', earlier: [{ decision: 'confirmed' }] })
  expect(asked?.proposeClosing).toContain('retracted')
  expect(asked && changesFor([asked], [], nothing)).toEqual([])
})

test('re-opened by words that were retracted after a rejection: withdrawn, since nobody ever stood by it', () => {
  const { decision } = decidedFinding('rejected')
  const again = finding({ version: 3, proposal: otherWords, earlier: decision ? [decision] : [] })
  expect(becomes([again], [], nothing)).toBe('withdrawn')
})

test.each(['awaiting', 'confirmed'] as const)(
  '%s, and newer notes no longer say it: closing is proposed, once',
  (review) => {
    const standing = review === 'awaiting' ? finding() : decidedFinding('confirmed')
    const proposed = after([standing], [])
    expect(proposed).toMatchObject({ review, proposeClosing: expect.stringContaining('no longer') })
    expect(proposed?.decision).toEqual(standing.decision)
    expect(proposed && changesFor([proposed], [])).toEqual([])
  },
)

test.each(['awaiting', 'confirmed'] as const)(
  '%s, and said again after closing was proposed: the proposal to close is dropped',
  (review) => {
    const standing = review === 'awaiting' ? finding() : decidedFinding('confirmed')
    const again = after(
      [{ ...standing, proposeClosing: 'Newer notes no longer speak of it as present.' }],
      [proposal()],
    )
    expect(again?.proposeClosing).toBeUndefined()
    expect(again).toMatchObject({ review, version: standing.version + 1 })
  },
)

test.each(['awaiting', 'confirmed'] as const)(
  '%s, and every dose was retracted: closing is proposed for that reason, once, whatever the notes say',
  (review) => {
    const standing = review === 'awaiting' ? finding() : decidedFinding('confirmed')
    const asked = after([standing], [higher], everything, false)
    expect(asked).toMatchObject({ review, proposal: { grade: 2 } })
    expect(asked?.proposeClosing).toBe('No dose of a checkpoint inhibitor is charted any more.')
    expect(asked && changesFor([asked], [higher], everything, false)).toEqual([])
    expect(asked && after([asked], [proposal()])?.proposeClosing).toBeUndefined()
  },
)

test('without any dose nothing new is found, and what was retracted is still withdrawn', () => {
  expect(changesFor([], [proposal()], everything, false)).toEqual([])
  expect(becomes([finding()], [proposal()], nothing, false)).toBe('withdrawn')
  expect(changesFor([decidedFinding('rejected')], [higher], everything, false)).toEqual([])
})

test('what a person rejected or closed and the chart no longer says stays as the person left it', () => {
  const closed = decidedFinding('confirmed', { closed: { by: 'Practitioner/d1', at: '2026-05-31T09:00:00Z' } })
  expect(changesFor([decidedFinding('rejected')], [], nothing)).toEqual([])
  expect(changesFor([closed], [], nothing)).toEqual([])
})

test('after closing the same evidence stays silent and news is a second episode with its own id', () => {
  const closed = decidedFinding('confirmed', { closed: { by: 'Practitioner/d1', at: '2026-05-31T09:00:00Z' } })
  expect(changesFor([closed], [proposal()])).toEqual([])
  const [second] = changesFor([closed], [otherWords])
  expect(second).toMatchObject({ why: 'new', ordinal: 2, finding: { version: 1, earlier: [] } })
  expect(second?.finding.id).not.toBe(after([], [proposal()])?.id)
})

test('of several episodes of one term only the newest is compared with the chart', () => {
  const closed = decidedFinding('confirmed', { closed: { by: 'Practitioner/d1', at: '2026-05-31T09:00:00Z' } })
  const second = finding({ id: `irae-${'2'.repeat(24)}`, proposal: otherWords })
  expect(changesFor([closed, second], [higher])).toMatchObject([{ ordinal: 2, why: 'changed' }])
})

test('a withdrawn finding comes back when the chart says it again, and stays silent while it does not', () => {
  const withdrawn = finding({ version: 2, withdrawn: 'What it rested on was retracted or corrected.' })
  expect(changesFor([withdrawn], [], nothing)).toEqual([])
  expect(after([withdrawn], [otherWords])).toMatchObject({ version: 3, review: 'awaiting' })
  expect(after([withdrawn], [otherWords])?.withdrawn).toBeUndefined()
})

test('a corrected result is news even where it has the same reference', () => {
  const rejected = decidedFinding('rejected', {
    proposal: proposal({ term: 'alt-increased', quotes: [], laboratory: [highAlt(240)] }),
  })
  const again = (value: number) => proposal({ term: 'alt-increased', quotes: [], laboratory: [highAlt(value)] })
  expect(changesFor([rejected], [again(240)])).toEqual([])
  expect(becomes([rejected], [again(250)])).toBe('reopened')
})
