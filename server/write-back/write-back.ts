import type { Flag, Observation, Resource } from '@medplum/fhirtypes'
import type { Kysely, Transaction } from 'kysely'
import { OUR_WRITES } from '#fhir-mappings/code-systems.ts'
import type { SystemVersion } from '#fhir-mappings/device.ts'
import type { Finding } from '#fhir-mappings/finding.ts'
import { writeKey } from '#fhir-mappings/finding-observation.ts'
import type { Ehr, Site, Written } from '#server/ehr/door.ts'
import { SurveillanceError } from '#server/errors.ts'
import type { Database } from '#server/store/database.ts'
import { leavesWhatDecides } from './on-top.ts'
import {
  type Confirmed,
  giveUpOlder,
  keysWithoutAnswer,
  lastConfirmed,
  markOnTop,
  markSent,
  type PublicationState,
  settle,
} from './publication.ts'
import { type Prior, transactionFor, whereOurs } from './transaction.ts'
import { writeInOrder } from './write-in-order.ts'

export interface WriteBackDoors {
  readonly ehr: Ehr
  readonly db: Kysely<Database>
  readonly system: SystemVersion
  readonly now: () => Date
  /** kept together with how the write ended, so that no crash comes between the two */
  readonly record?: (transaction: Transaction<Database>, state: PublicationState) => Promise<void>
}

/** Whether this version of the finding goes to the EHR at all (W1): by the site's setting and the person's decision. */
export function goesToEhr(site: Site, finding: Finding, writtenBefore: boolean): boolean {
  if (site.write === 'none') return false
  if (writtenBefore) return true
  if (takesBack(finding)) return false
  return site.write === 'before-signature' || finding.review !== 'awaiting'
}

const takesBack = (finding: Finding): boolean => finding.withdrawn !== undefined || finding.review === 'rejected'

/**
 * Writes the newest version of a finding: Device, Observation, Flag and Provenance, once. A lost answer is looked up by
 * our identifier and tag; what a person changed in the EHR is not overwritten. The caller holds the patient's lease.
 * Throws only what may succeed later (`retry`).
 */
export async function publish(finding: Finding, doors: WriteBackDoors): Promise<PublicationState> {
  const { db, ehr, now } = doors
  const open = await keysWithoutAnswer(db, finding)
  const landed = open.length > 0 ? await readBack(finding, doors) : {}
  if (ehr.site.atomicTransactions && isWhole(landed) && carries(landed.observation, [writeKey(finding)])) {
    return settled(finding, { state: 'confirmed', prior: priorOf(landed) }, doors)
  }
  const confirmed = await lastConfirmed(db, finding)
  const prior = await stillOnTop(priorAmong(confirmed, landed, open), confirmed, finding, doors)
  await markSent(db, finding)
  await giveUpOlder(db, finding, now())
  if (!prior && takesBack(finding)) return settled(finding, { state: 'rejected', why: 'nothing-to-take-back' }, doors)
  try {
    return await settled(finding, { state: 'confirmed', prior: await write(finding, prior, doors) }, doors)
  } catch (error) {
    return afterFailure(error, { finding, confirmed }, doors)
  }
}

/**
 * What the next write builds on: the version we confirmed last, or one that landed although its answer was lost. Any other
 * version in the EHR is a person's, and If-Match will say so.
 */
function priorAmong(confirmed: Prior | undefined, landed: Landed, open: readonly string[]): Prior | undefined {
  if (!confirmed) return isWhole(landed) ? priorOf(landed) : undefined
  const { observation, flag } = landed
  return {
    ...placeOf(confirmed),
    ...(observation && carries(observation, open) ? { observationVersion: observation.meta?.versionId } : {}),
    ...(flag && carries(flag, open) ? { flagVersion: flag.meta?.versionId } : {}),
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

interface Failed {
  readonly finding: Finding
  readonly confirmed: Confirmed | undefined
  /** the one try on top of a person's edit was made */
  readonly triedOnTop?: boolean
}

async function afterFailure(error: unknown, failed: Failed, doors: WriteBackDoors): Promise<PublicationState> {
  const { finding } = failed
  if (!(error instanceof SurveillanceError)) throw error
  if (error.code === 'EHR_CONFLICT') return afterConflict(failed, doors)
  if (error.retry) {
    await settled(finding, { state: 'unknown', why: error.code }, doors)
    throw error
  }
  return settled(finding, { state: 'rejected', why: error.code }, doors)
}

/**
 * W5: ours after all (the answer was lost), or a person's edit. Over an edit only a clinician's signature goes, once, and
 * only element by element where the edit left state, code and value alone; otherwise the edit stands.
 */
async function afterConflict(
  { finding, confirmed, triedOnTop = false }: Failed,
  doors: WriteBackDoors,
): Promise<PublicationState> {
  const found = await readBack(finding, doors)
  if (isWhole(found) && carries(found.observation, [writeKey(finding)]) && carries(found.flag, [writeKey(finding)])) {
    return settled(finding, { state: 'confirmed', prior: priorOf(found) }, doors)
  }
  const edited = confirmed && isWhole(found) ? { ...found, written: confirmed.written } : undefined
  if (!edited || triedOnTop || !isSigned(finding) || !leavesWhatDecides(edited)) {
    return settled(finding, { state: 'rejected', why: 'changed-by-person' }, doors)
  }
  try {
    await markOnTop(doors.db, finding)
    const prior = await write(finding, { ...priorOf(edited), edited }, doors)
    return await settled(finding, { state: 'confirmed', prior }, doors)
  } catch (error) {
    return afterFailure(error, { finding, confirmed, triedOnTop: true }, doors)
  }
}

const isSigned = ({ review, closed }: Finding): boolean => review !== 'awaiting' || closed !== undefined

/** What went on top of an edit goes on top of it again: the person's elements stay through all later versions. */
async function stillOnTop(
  prior: Prior | undefined,
  confirmed: Confirmed | undefined,
  finding: Finding,
  doors: WriteBackDoors,
): Promise<Prior | undefined> {
  if (!prior || !confirmed?.onTop) return prior
  const found = await readBack(finding, doors)
  return isWhole(found) ? { ...prior, edited: { ...found, written: confirmed.written } } : prior
}

const placeOf = ({ observation, observationVersion, flag, flagVersion }: Prior): Prior => ({
  observation,
  observationVersion,
  flag,
  flagVersion,
})

/** What of a finding stands in the EHR; one without the other after a run of single writes that was cut short. */
interface Landed {
  readonly observation?: Observation | undefined
  readonly flag?: Flag | undefined
}

interface Whole {
  readonly observation: Observation
  readonly flag: Flag
}

const isWhole = (landed: Landed): landed is Whole => landed.observation !== undefined && landed.flag !== undefined

async function readBack(finding: Finding, { ehr }: WriteBackDoors): Promise<Landed> {
  const [observations, flags] = await Promise.all([
    ehr.search<Observation>('Observation', { identifier: identifierIn(whereOurs.observation(finding)) }),
    ehr.search<Flag>('Flag', { identifier: identifierIn(whereOurs.flag(finding)) }),
  ])
  return { observation: observations.matches[0], flag: flags.matches[0] }
}

const identifierIn = (query: string) => decodeURIComponent(query.slice('identifier='.length))

const carries = (resource: Resource, keys: readonly string[]): boolean =>
  resource.meta?.tag?.some(({ system, code }) => system === OUR_WRITES && code !== undefined && keys.includes(code)) ??
  false

const priorOf = ({ observation, flag }: Whole): Prior => ({
  observation: `Observation/${observation.id}`,
  observationVersion: observation.meta?.versionId,
  flag: `Flag/${flag.id}`,
  flagVersion: flag.meta?.versionId,
})

async function settled(
  finding: Finding,
  outcome: { readonly state: PublicationState; readonly why?: string; readonly prior?: Prior },
  { db, now, record }: WriteBackDoors,
): Promise<PublicationState> {
  await db.transaction().execute(async (transaction) => {
    await settle(transaction, finding, outcome, now())
    await record?.(transaction, outcome.state)
  })
  return outcome.state
}
