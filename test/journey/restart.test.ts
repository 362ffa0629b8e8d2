import type { Flag } from '@medplum/fhirtypes'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { OUR_TERMS } from '#fhir-mappings/code-systems.ts'
import { type Clinician, loggedIn } from './clinician.ts'
import { type Product, startProduct } from './product.ts'
import { type OpenPanel, panelOf } from './restart-visit.ts'

/** A sweep finds the notes behind the charts of the whole cohort, which are being read for the first time. */
const WITHIN_MS = 90_000
const PATIENT = 'goran-ashworth'
let product: Product
let clinician: Clinician
let panel: OpenPanel

beforeAll(async () => {
  product = await startProduct({ panel: false })
  clinician = await loggedIn(product)
  await clinician.writeNote(PATIENT, 'Immune-related myocarditis, grade 2, due to the checkpoint inhibitor.')
  await flagged('myocarditis')
  panel = await panelOf(product, PATIENT)
})
afterAll(() => product?.close())

it(
  'S15, S16: what was written while the service stood still, and of which no notification is left, is read after the start',
  async () => {
    expect(await product.service.stop()).toBe(0)
    await clinician.writeNote(PATIENT, 'Immune-related uveitis, grade 2, due to the checkpoint inhibitor.')
    await clinician.writeNote(PATIENT, 'Immune-related arthritis, grade 2, due to the checkpoint inhibitor.')
    expect(await product.sandbox.stop()).toBe(0)
    await product.sandbox.start()
    await product.service.start()
    await flagged('uveitis')
    await flagged('arthritis')
  },
  2 * WITHIN_MS,
)

it('a restart writes nothing a second time: every Flag stands once, and the older one is the same', async () => {
  const before = await clinician.search<Flag>('Flag', `patient=${PATIENT}`)
  const shown = (await panel.view()).findings.map(({ finding }) => finding.id)
  await Promise.all([product.service.stop(), product.sandbox.stop()])
  await Promise.all([product.service.start(), product.sandbox.start()])
  await clinician.writeNote(PATIENT, 'Immune-related nephritis, grade 2, due to the checkpoint inhibitor.')
  await flagged('nephritis')
  const after = await clinician.search<Flag>('Flag', `patient=${PATIENT}`)
  expect(after.map(({ id }) => id)).toEqual(expect.arrayContaining(before.map(({ id }) => id)))
  expect(after).toHaveLength(before.length + 1)
  const texts = after.map(({ code }) => code.text)
  expect(new Set(texts).size).toBe(texts.length)
  expect((await panel.view()).findings.map(({ finding }) => finding.id)).toEqual(expect.arrayContaining(shown))
})

it('L27: the session of an open panel outlives the restart, with its clinician and its patient', async () => {
  expect(panel.session.patient?.reference).toBe(`Patient/${PATIENT}`)
  const view = await panel.view()
  expect(view.findings.every(({ finding }) => finding.proposal.patient === `Patient/${PATIENT}`)).toBe(true)
  expect(view.findings.map(({ finding }) => finding.proposal.term)).toEqual(
    expect.arrayContaining(['myocarditis', 'uveitis', 'arthritis', 'nephritis']),
  )
})

async function flagged(term: string): Promise<void> {
  await vi.waitFor(
    async () => {
      const flags = await clinician.search<Flag>('Flag', `patient=${PATIENT}`)
      const codes = flags.flatMap(({ code }) => code.coding ?? [])
      expect(codes.filter(({ system, code }) => system === OUR_TERMS && code === term)).toHaveLength(1)
    },
    { timeout: WITHIN_MS, interval: 100 },
  )
}
