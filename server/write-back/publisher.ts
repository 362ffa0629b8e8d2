import type { Kysely, Transaction } from 'kysely'
import type { SystemVersion } from '#fhir-mappings/device.ts'
import type { Finding } from '#fhir-mappings/finding.ts'
import type { Ledger } from '#server/audit/ledger.ts'
import type { Ehr, Site } from '#server/ehr/door.ts'
import { findingById } from '#server/episodes/standing.ts'
import { SurveillanceError } from '#server/errors.ts'
import type { Database } from '#server/store/database.ts'
import { missingAt } from '#server/store/ehr-capability.ts'
import type { PatientLease } from '#server/store/patient-lease.ts'
import {
  type GivenUp,
  giveUpOlder,
  keysWithoutAnswer,
  lastConfirmed,
  outstanding,
  type PublicationState,
  planPublication,
  settle,
} from './publication.ts'
import { noting } from './request-ids.ts'
import { goesToEhr, publish, type WriteBackDoors } from './write-back.ts'

export interface Publisher {
  /** Puts the write into the ledger of writes if this version goes to the EHR; in the transaction that stores the finding. */
  plan(transaction: Transaction<Database>, finding: Finding): Promise<void>
  /** Writes it now if it was planned; what may succeed later is left to the recovery round. The lease is held. */
  publishSoon(finding: Finding): Promise<PublicationState | 'none'>
  /** Everything a crash or an absent EHR left behind; answers with the number of findings settled. */
  publishOutstanding(lease: PatientLease): Promise<number>
}

export interface PublisherDoors {
  readonly ehr: Ehr
  readonly db: Kysely<Database>
  readonly ledger: Ledger
  /** the Device of the version that made this finding */
  readonly systemOf: (finding: Finding) => SystemVersion
  readonly now: () => Date
}

export function publisherFor(doors: PublisherDoors): Publisher {
  const { db, ehr, now } = doors
  const publishSoon = async (finding: Finding): Promise<PublicationState | 'none'> => {
    if (!(await isPlanned(db, finding))) return 'none'
    if (!goesToEhr(await allowed(db, ehr.site), finding, await mayStandInEhr(db, finding)))
      return switchedOff(finding, doors)
    const state = await attempt(finding, doors)
    await doors.ledger.anchor()
    return state
  }
  return {
    plan: async (transaction, finding) => {
      if (goesToEhr(await allowed(transaction, ehr.site), finding, await mayStandInEhr(transaction, finding))) {
        await planPublication(transaction, ehr.site.id, finding, now())
      } else await giveUpOlder(transaction, finding, now())
    },
    publishSoon,
    publishOutstanding: async (lease) => {
      const ids = await outstanding(db, ehr.site.id)
      const settled = await Promise.all(ids.map((id) => again(id, doors, lease, publishSoon)))
      return settled.filter((state) => state === 'confirmed' || state === 'rejected').length
    },
  }
}

async function again(
  id: string,
  { db, ehr }: PublisherDoors,
  lease: PatientLease,
  publishSoon: Publisher['publishSoon'],
): Promise<PublicationState | 'none'> {
  const standing = await findingById(db, ehr.site.id, id)
  if (!standing) return 'none'
  return lease.hold(standing.finding.proposal.patient, async () => {
    const newest = await findingById(db, ehr.site.id, id)
    return newest ? publishSoon(newest.finding) : 'none'
  })
}

/** A write that may succeed later ends as `unknown` here: the recovery round takes it up again. */
async function attempt(finding: Finding, doors: PublisherDoors): Promise<PublicationState> {
  try {
    const { ehr, requests } = noting(doors.ehr)
    const record: WriteBackDoors['record'] = (transaction, state) =>
      doors.ledger.record([writtenAct(finding, state, requests())], transaction)
    return await publish(finding, { ...doors, ehr, record, system: doors.systemOf(finding) })
  } catch (error) {
    if (error instanceof SurveillanceError && error.retry) return 'unknown'
    throw error
  }
}

/** W1: the operator's setting, as far as the EHR itself allows it. */
async function allowed(db: Kysely<Database> | Transaction<Database>, site: Site): Promise<Site> {
  return (await missingAt(db, site.id)).length > 0 ? { ...site, write: 'none' } : site
}

/** An earlier version was confirmed, or was sent and its answer lost: then the next one must follow it, whatever it says. */
async function mayStandInEhr(db: Kysely<Database> | Transaction<Database>, finding: Finding): Promise<boolean> {
  if (await lastConfirmed(db, finding)) return true
  return (await keysWithoutAnswer(db, finding)).length > 0
}

/** W1: what was planned under an older setting is not written under the new one. */
async function switchedOff(finding: Finding, { db, now }: PublisherDoors): Promise<PublicationState> {
  await settle(db, finding, { state: 'rejected', why: 'switched-off' satisfies GivenUp }, now())
  return 'rejected'
}

async function isPlanned(db: Kysely<Database>, finding: Finding): Promise<boolean> {
  const query = db.selectFrom('publication').select('key').where('finding_id', '=', finding.id)
  const row = await query
    .where('finding_version', '=', finding.version)
    .where('state', 'in', ['planned', 'sent', 'unknown'])
    .executeTakeFirst()
  return row !== undefined
}

const writtenAct = (finding: Finding, state: PublicationState, requests: readonly string[]) =>
  ({
    action: finding.version === 1 ? 'create' : 'update',
    subtype: 'finding-written',
    outcome: state === 'confirmed' ? 'success' : 'failure',
    who: 'Device/irae-agent',
    patient: finding.proposal.patient,
    about: [finding.id],
    detail: {
      version: String(finding.version),
      state,
      ...(requests.length > 0 ? { requests: requests.join(' ') } : {}),
    },
  }) as const
