import type { Bundle } from '@medplum/fhirtypes'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SurveillanceError } from '#server/errors.ts'
import { client } from './loopback.ts'

/** Whatever JSON a broken server can put where FHIR belongs. */
const anything = fc.jsonValue({ maxDepth: 3 })
const nearly = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: value }, { weight: 1, arbitrary: anything })

const resource = nearly(
  fc.record(
    {
      resourceType: nearly(fc.constantFrom('DocumentReference', 'OperationOutcome', 'Patient')),
      id: nearly(fc.constantFrom('n1', 'n2', '../x')),
      meta: nearly(
        fc.record(
          { versionId: anything, lastUpdated: anything, tag: anything, security: anything },
          { requiredKeys: [] },
        ),
      ),
      identifier: anything,
      subject: nearly(fc.record({ reference: nearly(fc.constant('Patient/a')) })),
      issue: nearly(fc.array(nearly(fc.record({ severity: anything, code: anything, details: anything })))),
    },
    { requiredKeys: [] },
  ),
)
const bundle = fc.record(
  {
    resourceType: nearly(fc.constant('Bundle')),
    entry: nearly(fc.array(nearly(fc.record({ resource, search: anything, response: anything })))),
    link: nearly(
      fc.array(nearly(fc.record({ relation: nearly(fc.constant('next')), url: nearly(fc.constant('?p=2')) }))),
    ),
    meta: anything,
  },
  { requiredKeys: ['resourceType'] },
)

const onePatient: Bundle = {
  resourceType: 'Bundle',
  type: 'transaction',
  entry: [{ resource: { resourceType: 'Patient' }, request: { method: 'POST', url: 'Patient' } }],
}

/** A client of a server that answers everything with this body. */
function answering(body: unknown, status = 200) {
  const reply: typeof fetch = async () => Response.json(body, { status })
  return client({ origin: 'http://127.0.0.1:9', asked: [] }, { fetch: reply, maxPages: 3 }).ehr
}

async function endsWell(call: Promise<unknown>): Promise<void> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error !== undefined) expect(error).toBeInstanceOf(SurveillanceError)
}

describe('B13: whatever a broken EHR answers, it ends as a result or as an error with a code', () => {
  test('to a search', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(bundle, anything), (body) =>
        endsWell(answering(body).search('DocumentReference', { patient: 'a' })),
      ),
      { numRuns: 300 },
    )
  })

  test('to a read and to an attachment', async () => {
    await fc.assert(
      fc.asyncProperty(resource, async (body) => {
        await endsWell(answering(body).read('DocumentReference/n1'))
        await endsWell(answering(body).attachment('Binary/b1', 'text/plain'))
      }),
      { numRuns: 150 },
    )
  })

  test('to a transaction that it may have stored', async () => {
    const status = nearly(fc.constantFrom('201 Created', '200'))
    const response = nearly(
      fc.record({ status, location: nearly(fc.constant('Patient/1')), etag: nearly(fc.constant('W/"1"')) }),
    )
    const entry = fc.array(nearly(fc.record({ response, resource: anything }, { requiredKeys: ['response'] })), {
      minLength: 1,
      maxLength: 1,
    })
    await fc.assert(
      fc.asyncProperty(fc.record({ resourceType: fc.constant('Bundle'), entry }), (body) =>
        endsWell(answering(body).transaction(onePatient)),
      ),
      { numRuns: 200 },
    )
  })

  test('to a write, a transaction and a refusal', async () => {
    const patient = { resourceType: 'Patient' } as const
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(bundle, resource),
        fc.constantFrom(200, 201, 400, 403, 404, 412, 422),
        async (body, status) => {
          await endsWell(answering(body, status).create(patient))
          await endsWell(answering(body, status).transaction(onePatient))
        },
      ),
      { numRuns: 150 },
    )
  })
})
