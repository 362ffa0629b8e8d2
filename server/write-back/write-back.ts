import type { Flag, Observation, Resource } from '@medplum/fhirtypes'
import type { Kysely } from 'kysely'
import { OUR_WRITES } from '#fhir-mappings/code-systems.ts'
import type { SystemVersion } from '#fhir-mappings/device.ts'
import type { Finding } from '#fhir-mappings/finding.ts'
import { writeKey } from '#fhir-mappings/finding-observation.ts'
import type { Ehr, Site, Written } from '#server/ehr/door.ts'
import { SurveillanceError } from '#server/errors.ts'
import type { Database } from '#server/store/database.ts'
import { giveUpOlder, lastConfirmed, markSent, mayHaveLanded, type PublicationState, settle } from './publication.ts'
import { type Prior, transactionFor, whereOurs } from './transaction.ts'
import { writeInOrder } from './write-in-order.ts'

export interface WriteBackDoors {
  readonly ehr: Ehr
  readonly db: Kysely<Database>
  readonly system: SystemVersion
  readonly now: () => Date
}

/** Whether this version of the finding goes to the EHR at all (W1): by the site's setting and the person's decision. */
export function goesToEhr(site: Site, finding: Finding, writtenBefore: boolean): boolean {
  if (site.write === 'none') return false
  if (writtenBefore) return true
  if (finding.withdrawn || finding.review === 'rejected') return false
  return site.write === 'before-signature' || finding.review !== 'awaiting'
}

/**
 * Writes the newest version of a finding: Device, Observation, Flag and Provenance, once. A lost answer is looked up by
 * our identifier and tag; what a person changed in the EHR is not overwritten. The caller holds the patient's lease.
 * Throws only what may succeed later (`retry`).
 */
export async function publish(finding: Finding, doors: WriteBackDoors): Promise<PublicationState> {
  const { db, now } = doors
  const landed = (await mayHaveLanded(db, finding)) ? await readBack(finding, doors) : undefined
  const done = landed && carries(landed.observation, writeKey(finding)) ? priorOf(landed) : undefined
  if (done) return settled(finding, { state: 'confirmed', prior: done }, doors)
  const prior = (await lastConfirmed(db, finding)) ?? (landed && priorOf(landed))
  await markSent(db, finding)
  await giveUpOlder(db, finding, now())
  try {
    return await settled(finding, { state: 'confirmed', prior: await write(finding, prior, doors) }, doors)
  } catch (error) {
    return afterFailure(error, finding, doors)
  }
}

/** One transaction where the EHR keeps its word on "all or nothing" (W7), else one resource after the other. */
async function write(finding: Finding, prior: Prior | undefined, doors: WriteBackDoors): Promise<Prior> {
  const { ehr, system } = doors
  if (!ehr.site.atomicTransactions) return writeInOrder(finding, prior, doors)
  const [, observation, flag] = await ehr.transaction(transactionFor(finding, system, prior))
  if (!observation || !flag) throw new SurveillanceError('WRITE_OUTCOME_UNKNOWN', { finding: finding.id })
  if (prior || (observation.created && flag.created)) return priorFrom(observation, flag)
  return write(finding, priorFrom(observation, flag), doors)
}

const priorFrom = (observation: Written, flag: Written): Prior => ({
  observation: observation.reference,
  observationVersion: observation.versionId,
  flag: flag.reference,
  flagVersion: flag.versionId,
})

async function afterFailure(error: unknown, finding: Finding, doors: WriteBackDoors): Promise<PublicationState> {
  if (!(error instanceof SurveillanceError)) throw error
  if (error.code === 'EHR_CONFLICT') return afterConflict(finding, doors)
  if (error.retry) {
    await settle(doors.db, finding, { state: 'unknown', why: error.code }, doors.now())
    throw error
  }
  return settled(finding, { state: 'rejected', why: error.code }, doors)
}

/** W5: ours after all (the answer was lost), or a person's edit that stands. */
async function afterConflict(finding: Finding, doors: WriteBackDoors): Promise<PublicationState> {
  const found = await readBack(finding, doors)
  if (found && carries(found.observation, writeKey(finding))) {
    return settled(finding, { state: 'confirmed', prior: priorOf(found) }, doors)
  }
  return settled(finding, { state: 'rejected', why: 'changed-by-person' }, doors)
}

interface Landed {
  readonly observation: Observation
  readonly flag: Flag
}

async function readBack(finding: Finding, { ehr }: WriteBackDoors): Promise<Landed | undefined> {
  const [observations, flags] = await Promise.all([
    ehr.search<Observation>('Observation', { identifier: identifierIn(whereOurs.observation(finding)) }),
    ehr.search<Flag>('Flag', { identifier: identifierIn(whereOurs.flag(finding)) }),
  ])
  const [observation] = observations.matches
  const [flag] = flags.matches
  return observation && flag ? { observation, flag } : undefined
}

const identifierIn = (query: string) => decodeURIComponent(query.slice('identifier='.length))

const carries = (resource: Resource, key: string) =>
  resource.meta?.tag?.some(({ system, code }) => system === OUR_WRITES && code === key) ?? false

const priorOf = ({ observation, flag }: Landed): Prior => ({
  observation: `Observation/${observation.id}`,
  observationVersion: observation.meta?.versionId,
  flag: `Flag/${flag.id}`,
  flagVersion: flag.meta?.versionId,
})

async function settled(
  finding: Finding,
  outcome: { readonly state: PublicationState; readonly why?: string; readonly prior?: Prior },
  { db, now }: WriteBackDoors,
): Promise<PublicationState> {
  await settle(db, finding, outcome, now())
  return outcome.state
}
