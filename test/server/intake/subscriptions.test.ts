import type { Subscription } from '@medplum/fhirtypes'
import { beforeEach, expect, test } from 'vitest'
import type { HeldSubscription, SubscriptionBook } from '#server/intake/subscription-book.ts'
import { watchSubscriptions } from '#server/intake/subscriptions.ts'
import { type FakeEhr, fakeEhr } from '#test/server/ehr/fake-ehr.ts'

const now = () => new Date('2026-06-01T05:00:00Z')
const endpoint = 'https://agent.example/hooks/fake'

/** The pages of the book in memory; what is kept in Postgres is tested with the inbox. */
function bookInMemory(): SubscriptionBook & { readonly pages: Map<string, HeldSubscription> } {
  const pages = new Map<string, HeldSubscription>()
  return {
    pages,
    find: async (_site, criteria) => pages.get(criteria),
    keep: async (held) => void pages.set(held.criteria, held),
    callers: async () => [...pages.values()],
    heard: async () => {},
  }
}

let ehr: FakeEhr
let book: ReturnType<typeof bookInMemory>
let secrets: number
beforeEach(() => {
  ehr = fakeEhr({ now })
  book = bookInMemory()
  secrets = 0
})
const watch = (more: { endpoint?: string; criteria?: readonly string[]; listeningSince?: Date } = {}) =>
  watchSubscriptions({
    ehr,
    book,
    endpoint,
    now,
    newSecret: () => {
      secrets += 1
      return `secret-${secrets}`
    },
    ...more,
  })
const subscriptions = () => ehr.all<Subscription>('Subscription')
const change = (more: Partial<Subscription>) => {
  const [first] = subscriptions()
  if (first) ehr.chart({ ...first, ...more })
}

test('S12: subscriptions on notes, reports, doses and laboratory results are created, each with its own secret in one header', async () => {
  const watched = await watch()
  expect(watched.silent).toBe(true)
  expect(
    subscriptions().map(({ criteria, status, channel }) => [criteria, status, channel.endpoint, channel.payload]),
  ).toEqual([
    ['DocumentReference?', 'requested', endpoint, 'application/fhir+json'],
    ['DiagnosticReport?', 'requested', endpoint, 'application/fhir+json'],
    ['MedicationAdministration?', 'requested', endpoint, 'application/fhir+json'],
    ['Observation?category=laboratory', 'requested', endpoint, 'application/fhir+json'],
  ])
  const headers = subscriptions().flatMap(({ channel }) => channel.header ?? [])
  expect(new Set(headers).size).toBe(4)
  for (const header of headers) expect(header.split(':')).toHaveLength(2)
})

test('S3: the Medplum secret stands under both extension addresses', async () => {
  await watch()
  expect(subscriptions()[0]?.extension).toEqual([
    { url: 'https://www.medplum.com/fhir/StructureDefinition/subscription-secret', valueString: 'secret-1' },
    { url: 'https://medplum.com/fhir/StructureDefinition/subscription-secret', valueString: 'secret-1' },
  ])
})

test('a living subscription is left alone', async () => {
  await watch()
  change({ status: 'active' })
  const written = ehr.written.length
  expect(await watch()).toMatchObject({
    silent: false,
    each: [{ was: 'alive' }, { was: 'alive' }, { was: 'alive' }, { was: 'alive' }],
  })
  expect(ehr.written).toHaveLength(written)
  expect(book.pages.get('DocumentReference?')?.state).toBe('active')
})

test.each([
  ['error', { status: 'error' }, 'error'],
  ['off', { status: 'off' }, 'off'],
  ['past its end', { status: 'active', end: '2026-05-31T00:00:00Z' }, 'expired'],
] as const)(
  'S11: a subscription that is %s is requested again, and the silent time has to be swept',
  async (_, more, was) => {
    await watch()
    change(more)
    const watched = await watch()
    expect(watched).toMatchObject({
      silent: true,
      each: [{ was }, { was: 'alive' }, { was: 'alive' }, { was: 'alive' }],
    })
    const [first] = subscriptions()
    expect(first).toMatchObject({ status: 'requested', extension: [{ valueString: 'secret-1' }, {}] })
    expect(first?.end).toBeUndefined()
    expect(subscriptions()).toHaveLength(4)
  },
)

test('S11: a subscription that somebody deleted is created again with the secret that we know', async () => {
  await watch()
  ehr.remove(book.pages.get('DocumentReference?')?.reference ?? '')
  expect(await watch()).toMatchObject({ silent: true, each: [{ was: 'missing' }, {}, {}, {}] })
  expect(subscriptions()).toHaveLength(4)
  expect((await book.callers('fake')).map(({ secret }) => secret)).toContain('secret-1')
})

test('a new address of the service moves the subscriptions and does not double them', async () => {
  await watch()
  expect(await watch({ endpoint: 'https://new.example/hooks/fake' })).toMatchObject({
    silent: true,
    each: [{ was: 'changed' }, {}, {}, {}],
  })
  expect(subscriptions().every(({ channel }) => channel.endpoint === 'https://new.example/hooks/fake')).toBe(true)
  expect(subscriptions()).toHaveLength(4)
})

test('W3: an answer lost while creating leads to one subscription whose secret we know', async () => {
  const criteria = ['DocumentReference?']
  await book.keep({ site: 'fake', criteria: 'DocumentReference?', reference: '', secret: 'secret-0', state: 'planned' })
  ehr.failNext('WRITE_OUTCOME_UNKNOWN', 'after')
  await ehr
    .create({
      resourceType: 'Subscription',
      status: 'requested',
      reason: '',
      criteria: 'x',
      channel: { type: 'rest-hook' },
      meta: { tag: [{ system: 'https://irae-agent.org/fhir/write', code: 'subscription-fake-DocumentReference' }] },
    })
    .catch(() => {})
  await watch({ criteria })
  expect(subscriptions()).toHaveLength(1)
  expect(subscriptions()[0]).toMatchObject({
    criteria: 'DocumentReference?',
    extension: [{ valueString: 'secret-0' }, {}],
  })
})

test('S11: an EHR that does not answer is told to the operator and does not stop the other subscriptions', async () => {
  ehr.failNext('EHR_UNREACHABLE')
  expect(await watch()).toMatchObject({
    silent: true,
    each: [{ was: 'unreachable' }, { was: 'missing' }, { was: 'missing' }, { was: 'missing' }],
  })
  expect(book.pages.get('DocumentReference?')?.state).toBe('EHR_UNREACHABLE')
  await watch()
  expect(subscriptions()).toHaveLength(4)
})

/** An active subscription whose heartbeats came every `beatMs` and that was last heard `quietMs` ago. */
async function lastHeard(quietMs: number, beatMs: number | null) {
  await watch({ criteria: ['DocumentReference?'] })
  change({ status: 'active' })
  const { find } = book
  const lastHeardAt = new Date(now().getTime() - quietMs)
  book.find = async (...asked) => {
    const held = await find(...asked)
    return held && { ...held, lastHeardAt, beatMs }
  }
}

test.each([
  ['longer than twice its period', 241_000, 120_000, 'unheard'],
  ['within twice its period', 239_000, 120_000, 'alive'],
  ['for a minute and a half, its beats seconds apart after a restart', 90_000, 5_000, 'alive'],
  ['for days, and never sent heartbeats', 864_000_000, null, 'alive'],
])('S6: an active subscription that was not heard %s', async (_, quietMs, beatMs, was) => {
  await lastHeard(quietMs, beatMs)
  expect(await watch({ criteria: ['DocumentReference?'] })).toMatchObject({ silent: was !== 'alive', each: [{ was }] })
  expect(subscriptions()[0]?.status).toBe(was === 'alive' ? 'active' : 'requested')
})

test('S6: a time in which we were not there to hear is no silence of the EHR', async () => {
  await lastHeard(864_000_000, 60_000)
  const listeningSince = new Date(now().getTime() - 30_000)
  expect(await watch({ criteria: ['DocumentReference?'], listeningSince })).toMatchObject({ silent: false })
})
