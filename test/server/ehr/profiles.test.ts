import type { DocumentReference, Observation } from '@medplum/fhirtypes'
import { describe, expect, test } from 'vitest'
import { client, loopback, siteAt } from './loopback.ts'
import { profiles } from './profiles.ts'

const observation: Observation = {
  resourceType: 'Observation',
  status: 'preliminary',
  identifier: [{ system: 'https://irae-agent.org/fhir/finding', value: 'f1' }],
  code: { text: 'Colitis' },
  subject: { reference: 'Patient/a' },
}
const ours = 'identifier=https://irae-agent.org/fhir/finding|f1'

describe.each(Object.entries(profiles))('an %s EHR', (name, profile) => {
  test('gives each note of the patient exactly once, in all pages', async () => {
    const server = await loopback(profile().answer)
    const { matches } = await client(server).ehr.search<DocumentReference>('DocumentReference', { patient: 'a' })
    expect(matches.map(({ id }) => id).sort()).toEqual(['n1', 'n2', 'n3', 'n4', 'n5'])
    expect(server.asked.every(({ headers }) => headers.authorization === 'Bearer secret-token')).toBe(true)
  })

  test('gives the words of each note, whatever the form of its address and of its answer (D1, D3)', async () => {
    const server = await loopback(profile().answer)
    const { ehr } = client(server)
    const { matches } = await ehr.search<DocumentReference>('DocumentReference', { patient: 'a' })
    for (const { content } of matches) {
      const { bytes, mediaType } = await ehr.attachment(content[0]?.attachment.url ?? '', 'text/plain')
      expect([Buffer.from(bytes).toString(), mediaType]).toEqual([
        'Diarrhoea, six stools a day above baseline.',
        'text/plain',
      ])
    }
  })

  test('takes a finding once, or says why it does not take it', async () => {
    const vendor = profile()
    const server = await loopback(vendor.answer)
    const site = siteAt(`${server.origin}/fhir`, { conditionalCreate: name !== 'oracle-like' })
    const { ehr } = client(server, { site })
    if (!vendor.writes) {
      await expect(ehr.create(observation, ours)).rejects.toMatchObject({
        code: expect.stringMatching(/^EHR_(FORBIDDEN|NOT_FOUND)$/),
      })
      return
    }
    const first = await ehr.create(observation, ours)
    expect(first).toMatchObject({ reference: 'Observation/1', created: true })
    expect(first.versionId).toBeDefined()
    expect(await ehr.create(observation, ours)).toMatchObject({ reference: 'Observation/1', created: false })
    expect(vendor.stored).toHaveLength(1)
  })
})
