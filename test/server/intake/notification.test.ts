import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type HookCall, readNotification } from '#server/intake/notification.ts'
import { isAuthentic, SECRET_HEADER } from '#server/intake/signature.ts'

const bytes = (body: object | string): Uint8Array =>
  new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body))
const sign = (secret: string, raw: Uint8Array): string => createHmac('sha256', secret).update(raw).digest('hex')

const call = (body: object | string, more: Partial<HookCall> = {}): HookCall => ({
  method: 'POST',
  path: undefined,
  headers: {},
  raw: bytes(body),
  ...more,
})
const read = (body: object | string, more: Partial<HookCall> = {}) => readNotification(call(body, more))
const note = { resourceType: 'DocumentReference', id: 'n1', meta: { versionId: '2' }, status: 'current' }
const event = (...references: object[]) => ({ kind: 'event', references, ours: 0 })

describe('S2: who may tell us of changes', () => {
  const raw = bytes('{ "resourceType":"DocumentReference",\n  "id" : "n1", "title": "Übelkeit 🤢" }')
  test.each([
    ['the secret header', { [SECRET_HEADER]: 'right' }, true],
    ['a Medplum signature', { 'x-signature': sign('right', raw) }, true],
    ['an athenahealth signature', { 'x-hub-signature': `sha256=${sign('right', raw)}` }, true],
    ['the older of two secrets', { [SECRET_HEADER]: 'old' }, true],
    ['nothing', {}, false],
    ['an empty secret', { [SECRET_HEADER]: '' }, false],
    ['a wrong secret', { [SECRET_HEADER]: 'wrong' }, false],
    ['a secret that begins rightly', { [SECRET_HEADER]: 'righ' }, false],
    ['a signature with another secret', { 'x-signature': sign('wrong', raw) }, false],
    [
      'a signature of the parsed and re-written body',
      { 'x-signature': sign('right', bytes(JSON.parse(new TextDecoder().decode(raw)))) },
      false,
    ],
    ['an athenahealth signature without its prefix', { 'x-hub-signature': sign('right', raw) }, false],
    [
      'the right secret beside a wrong signature',
      { [SECRET_HEADER]: 'right', 'x-signature': sign('wrong', raw) },
      false,
    ],
  ])('somebody who shows %s: %#', (_, headers, authentic) => {
    expect(isAuthentic(raw, headers as Record<string, string>, ['right', 'old', ''])).toBe(authentic)
  })

  test('a site without secrets believes nobody', () => {
    expect(isAuthentic(raw, { [SECRET_HEADER]: '' }, [])).toBe(false)
    expect(isAuthentic(raw, { 'x-signature': sign('', raw) }, [''])).toBe(false)
  })
})

describe('S1: every known way to say that a note changed names the same note', () => {
  const n1 = { type: 'DocumentReference', id: 'n1' }
  const versioned = { ...n1, versionId: '2' }
  const focus = { reference: 'https://ehr.example/fhir/DocumentReference/n1' }
  const backport = (type: string, ...more: object[]) => ({
    resourceType: 'Bundle',
    type: 'history',
    entry: [
      {
        resource: {
          resourceType: 'Parameters',
          parameter: [
            { name: 'subscription', valueReference: { reference: 'Subscription/s1' } },
            { name: 'type', valueCode: type },
            ...(type === 'event-notification'
              ? [
                  {
                    name: 'notification-event',
                    part: [
                      { name: 'event-number', valueString: '7' },
                      { name: 'focus', valueReference: focus },
                    ],
                  },
                ]
              : []),
          ],
        },
        request: { method: 'GET', url: 'https://ehr.example/fhir/Subscription/s1/$status' },
      },
      ...more,
    ],
  })
  const status = (bundleType: string, type: string, ...more: object[]) => ({
    resourceType: 'Bundle',
    type: bundleType,
    entry: [
      {
        resource: {
          resourceType: 'SubscriptionStatus',
          type,
          notificationEvent: [{ eventNumber: '1', id: 'e1', focus }],
        },
      },
      ...more,
    ],
  })

  test('a POST of the resource (Medplum)', () => expect(read(note)).toEqual(event(versioned)))
  test('a PUT to Type/id (HAPI, Firely), with the resource and without', () => {
    expect(read(note, { method: 'PUT', path: 'DocumentReference/n1' })).toEqual(event(versioned))
    expect(read('', { method: 'PUT', path: 'DocumentReference/n1' })).toEqual(event(n1))
  })
  test('a backport bundle with the id only', () => expect(read(backport('event-notification'))).toEqual(event(n1)))
  test('a backport bundle with the whole resource', () =>
    expect(
      read(
        backport('event-notification', {
          fullUrl: focus.reference,
          resource: note,
          request: { method: 'PUT', url: 'DocumentReference/n1' },
        }),
      ),
    ).toEqual(event(versioned)))
  test('an R4B history bundle (athenahealth)', () =>
    expect(read(status('history', 'event-notification'))).toEqual(event(n1)))
  test('an R5 bundle', () => expect(read(status('subscription-notification', 'event-notification'))).toEqual(event(n1)))

  test('S6: an empty POST tells of no change, since our subscriptions ask for the resource', () =>
    expect(read('')).toEqual({ kind: 'heartbeat' }))

  test('S10: each way to say that it was deleted', () => {
    const gone = event({ ...n1, deleted: true })
    expect(read('', { method: 'DELETE', path: 'DocumentReference/n1' })).toEqual(gone)
    expect(read({}, { headers: { 'x-medplum-deleted-resource': 'DocumentReference/n1' } })).toEqual(gone)
    expect(
      read(backport('event-notification', { request: { method: 'DELETE', url: 'DocumentReference/n1' } })),
    ).toEqual(gone)
  })

  test.each(['handshake', 'heartbeat'] as const)('S6: a %s in each form is no work', (kind) => {
    expect(read(backport(kind))).toEqual({ kind })
    expect(read(status('history', kind))).toEqual({ kind })
    expect(read(status('subscription-notification', kind))).toEqual({ kind })
  })

  test('S14: what this product wrote itself is counted and not followed, alone or in a bundle', () => {
    const ours = { ...note, meta: { ...note.meta, tag: [{ system: 'https://irae-agent.org/fhir/write', code: 'k' }] } }
    expect(read(ours)).toEqual({ kind: 'event', references: [], ours: 1 })
    expect(read(backport('event-notification', { resource: ours }))).toEqual({ kind: 'event', references: [], ours: 1 })
  })

  test.each<[string, object | string, Partial<HookCall>]>([
    ['a number', '7', {}],
    ['a list', '[]', {}],
    ['half a JSON', '{"resourceType"', {}],
    ['bytes that are no text', '', { raw: new Uint8Array([0xff, 0xfe, 0x7b]) }],
    ['an object without type', {}, {}],
    ['a resource without id', { resourceType: 'DocumentReference' }, {}],
    ['an id with a path in it', { resourceType: 'DocumentReference', id: '../../Patient/1' }, {}],
    ['a body about another note than the path', note, { method: 'PUT', path: 'DocumentReference/n2' }],
    ['a search result', { resourceType: 'Bundle', type: 'searchset', entry: [{ resource: note }] }, {}],
    ['a bundle without entries', { resourceType: 'Bundle', type: 'history' }, {}],
    ['a bundle that begins with a note', { resourceType: 'Bundle', type: 'history', entry: [{ resource: note }] }, {}],
    ['a status of unknown kind', status('history', 'surprise'), {}],
    ['a deletion without name', '', { method: 'DELETE' }],
  ])('%s is refused as unknown', (_, body, more) => {
    expect(() => read(body, more)).toThrowError(expect.objectContaining({ code: 'NOTIFICATION_UNKNOWN' }))
  })
})

test('S2: whatever JSON somebody sends, it is a known notification or refused as unknown, never a crash', () => {
  const anything = fc.jsonValue({ maxDepth: 3 })
  const nearly = <T>(value: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 3, arbitrary: value }, { weight: 1, arbitrary: anything })
  const resource = fc.record(
    {
      resourceType: nearly(fc.constantFrom('DocumentReference', 'Bundle', 'Parameters', 'SubscriptionStatus')),
      id: nearly(fc.constant('n1')),
      type: nearly(fc.constantFrom('history', 'event-notification', 'heartbeat')),
      meta: nearly(fc.record({ versionId: anything, tag: anything, security: anything }, { requiredKeys: [] })),
      identifier: anything,
      parameter: nearly(fc.array(nearly(fc.record({ name: nearly(fc.constant('type')), valueCode: anything })))),
    },
    { requiredKeys: [] },
  )
  const body = fc.oneof(
    anything,
    resource,
    fc.record({
      resourceType: fc.constant('Bundle'),
      type: fc.constant('history'),
      entry: nearly(
        fc.array(nearly(fc.record({ resource: nearly(resource), request: anything }, { requiredKeys: ['resource'] }))),
      ),
    }),
  )
  fc.assert(
    fc.property(body, (sent) => {
      try {
        expect(readNotification(call(JSON.stringify(sent))).kind).toMatch(/^(event|handshake|heartbeat)$/)
      } catch (error) {
        expect(error).toMatchObject({ code: 'NOTIFICATION_UNKNOWN' })
      }
    }),
    { numRuns: 500 },
  )
})
