import { expect, test } from 'vitest'
import { actsOn } from '#client/panel/decision-form.ts'
import { Finding } from '#fhir-mappings/finding.ts'
import type { SignRequest } from '#fhir-mappings/panel.ts'
import { SurveillanceError } from '#server/errors.ts'
import { decided } from '#server/sign-off/decide.ts'
import { decidedFinding, finding, proposal } from '#test/fhir-mappings/findings.ts'

const now = new Date('2026-06-01T09:00:00Z')
const by = 'Practitioner/d1'
const sign = (standing: Finding, asked: Partial<SignRequest>) =>
  decided(standing, { version: standing.version, decision: 'confirmed', ...asked }, by, now)

/** The code of the refusal and the member that is wrong. */
function refusal(standing: Finding, asked: Partial<SignRequest>): string {
  try {
    sign(standing, asked)
  } catch (error) {
    if (error instanceof SurveillanceError) return `${error.code} ${error.about.what ?? ''}`.trim()
    throw error
  }
  return 'signed'
}

test('a confirmation keeps the proposed grade, the person and the time, and is a new version', () => {
  const signed = sign(finding(), {})
  expect(signed).toMatchObject({ version: 2, review: 'confirmed', changedAt: now.toISOString() })
  expect(signed.decision).toEqual({ decision: 'confirmed', grade: 2, by, at: now.toISOString() })
  expect(Finding.safeParse(signed).success).toBe(true)
})

test('a finding without a grade can be confirmed and stays without one', () => {
  expect(sign(finding({ proposal: proposal({ grade: null, gradeBasis: null }) }), {}).decision?.grade).toBeNull()
})

test('what changed after it was shown cannot be signed', () => {
  expect(refusal(finding({ version: 3 }), { version: 2 })).toBe('SIGN_OFF_STALE')
  expect(refusal(finding({ version: 3 }), { version: 4 })).toBe('SIGN_OFF_STALE')
})

test('another grade is taken over; none, the same, and one that CTCAE does not know for the term are refused', () => {
  expect(sign(finding(), { decision: 'changed', grade: 3 })).toMatchObject({
    review: 'changed',
    decision: { grade: 3 },
  })
  expect(refusal(finding(), { decision: 'changed' })).toBe('SIGN_OFF_INVALID grade')
  expect(refusal(finding(), { decision: 'changed', grade: 2 })).toBe('SIGN_OFF_INVALID grade-unchanged')
  const vitiligo = finding({ proposal: proposal({ term: 'vitiligo', grade: 1 }) })
  expect(refusal(vitiligo, { decision: 'changed', grade: 4 })).toBe('SIGN_OFF_INVALID grade-does-not-exist')
})

test('a rejection needs one of the listed reasons', () => {
  expect(sign(finding(), { decision: 'rejected', reason: 'other-cause' }).decision).toMatchObject({
    reason: 'other-cause',
  })
  for (const reason of [undefined, '', 'because', 'toString'])
    expect(refusal(finding(), { decision: 'rejected', ...(reason === undefined ? {} : { reason }) })).toBe(
      'SIGN_OFF_INVALID reason',
    )
})

test('a confirmation carries no reason of a rejection, and a note only when there is one', () => {
  const signed = sign(finding(), { reason: 'other-cause', note: 'Seen with gastroenterology.' })
  expect(signed.decision).not.toHaveProperty('reason')
  expect(signed.decision?.note).toBe('Seen with gastroenterology.')
})

test('the decision that stands is not signed a second time, and what is withdrawn or closed is over', () => {
  expect(refusal(decidedFinding('confirmed'), {})).toBe('SIGN_OFF_INVALID already-decided')
  expect(refusal(decidedFinding('changed'), {})).toBe('SIGN_OFF_INVALID already-decided')
  expect(refusal(decidedFinding('rejected'), { decision: 'rejected', reason: 'misread' })).toBe(
    'SIGN_OFF_INVALID already-decided',
  )
  expect(refusal(finding({ withdrawn: 'retracted' }), {})).toBe('SIGN_OFF_INVALID withdrawn')
  const closed = decidedFinding('confirmed', { closed: { by, at: now.toISOString() } })
  expect(refusal(closed, { decision: 'rejected', reason: 'misread' })).toBe('SIGN_OFF_INVALID already-closed')
})

test('a signed decision is corrected by another one, and the earlier one is kept', () => {
  const confirmed = decidedFinding('confirmed')
  const rejected = sign(confirmed, { decision: 'rejected', reason: 'other-cause' })
  expect(rejected).toMatchObject({ review: 'rejected', earlier: [confirmed.decision] })
  const back = sign(rejected, {})
  expect(back).toMatchObject({ review: 'confirmed', decision: { decision: 'confirmed', grade: 2 } })
  expect(back.earlier.map(({ decision }) => decision)).toEqual(['confirmed', 'rejected'])
})

test('a changed grade can be changed back to the proposed one, but not to itself', () => {
  const changed = decidedFinding('changed')
  expect(sign(changed, { decision: 'changed', grade: 2 }).decision?.grade).toBe(2)
  expect(refusal(changed, { decision: 'changed', grade: 3 })).toBe('SIGN_OFF_INVALID grade-unchanged')
})

const filledIn = {
  confirmed: {},
  changed: { grade: 4 },
  rejected: { reason: 'other-cause' },
  closed: {},
} as const satisfies Record<SignRequest['decision'], Partial<SignRequest>>

test.each(['awaiting', 'confirmed', 'changed', 'rejected'] as const)(
  'whatever the panel offers for a finding that is %s can be signed',
  (review) => {
    const standing = review === 'awaiting' ? finding() : decidedFinding(review)
    const offered = actsOn(standing)
    expect(offered.length).toBeGreaterThan(1)
    for (const decision of offered) expect(refusal(standing, { decision, ...filledIn[decision] })).toBe('signed')
  },
)

test('a signed finding can be closed, and keeps its decision', () => {
  const closed = sign(decidedFinding('changed'), { decision: 'closed' })
  expect(closed).toMatchObject({ review: 'changed', decision: { grade: 3 }, closed: { by, at: now.toISOString() } })
})

test('an unsigned finding can be closed only when the product proposed it; nothing is closed twice', () => {
  expect(refusal(finding(), { decision: 'closed' })).toBe('SIGN_OFF_INVALID not-signed')
  expect(refusal(decidedFinding('rejected'), { decision: 'closed' })).toBe('SIGN_OFF_INVALID not-signed')
  expect(sign(finding({ proposeClosing: 'No longer said.' }), { decision: 'closed' }).closed?.by).toBe(by)
  const closed = decidedFinding('confirmed', { closed: { by, at: now.toISOString() } })
  expect(refusal(closed, { decision: 'closed' })).toBe('SIGN_OFF_INVALID already-closed')
})

test('the finding that was shown is not changed by the decision', () => {
  const shown = finding()
  const before = structuredClone(shown)
  sign(shown, { decision: 'changed', grade: 4 })
  expect(shown).toEqual(before)
})
