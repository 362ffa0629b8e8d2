import type { AuditEvent } from '@medplum/fhirtypes'
import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Reading } from '#fhir-mappings/claim.ts'
import type { Finding } from '#fhir-mappings/finding.ts'
import type { ChartContext } from '#fhir-mappings/panel.ts'

/** Instants are `timestamptz`: written as Date or ISO text, read as Date. */
type Instant = ColumnType<Date, Date | string, Date | string>
type MaybeInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>

/** The durable inbox: one row for each version of each resource that may matter (S4, S7, S8). */
export interface ArrivalTable {
  id: Generated<number>
  site: string
  resource_type: string
  resource_id: string
  /** '' when the notification did not say */
  version_id: string
  reason: 'notification' | 'sweep' | 'cohort' | 'deleted' | 'reopened'
  received_at: Instant
  state: ColumnType<'waiting' | 'reading' | 'ended', 'waiting' | undefined, 'waiting' | 'reading' | 'ended'>
  ending: ColumnType<string | null, string | null | undefined, string | null>
  why: ColumnType<string | null, string | null | undefined, string | null>
  attempts: ColumnType<number, number | undefined, number>
  /** while a worker holds the arrival; a lapsed lease is free again after a crash */
  lease_until: MaybeInstant
  not_before: Instant
  ended_at: MaybeInstant
  patient: ColumnType<string | null, string | null | undefined, string | null>
  /** the sweep that found it */
  run_id: ColumnType<number | null, number | null | undefined, number | null>
}

/** The newest text we hold of each note, or why there is none (D7). */
export interface NoteTable {
  site: string
  source: string
  version: string
  last_updated: MaybeInstant
  patient: string
  readable: boolean
  why: string | null
  title: string
  kind: string
  authored_at: string | null
  date_from: string | null
  author: string | null
  preliminary: boolean
  text: string | null
  sha256: string | null
  /** D8: the notes that this one says it replaces, read before it or after it */
  replaces: ColumnType<string[], string | undefined, string>
  reading: ColumnType<Reading | null, string | null, string | null>
  read_at: Instant
  /** when an assessment that saw this version had stored its findings; a crash before leaves it empty */
  assessed_at: MaybeInstant
}

/** Whether a patient is watched, and why (S23). */
export interface MembershipTable {
  site: string
  patient: string
  in_cohort: boolean
  why: string
  first_infusion_on: string | null
  last_infusion_on: string | null
  agents: JSONColumnType<string[]>
  checked_at: Instant
  /** when the searches of the last complete assessment began: all that was charted before is in it */
  assessed_from: MaybeInstant
  /** the first infusion from which on the chart was put into the inbox when the patient came into the cohort */
  entered_from: ColumnType<string | null, string | null | undefined, string | null>
  /** S20: types of which the EHR held back some at that entry */
  entry_incomplete: ColumnType<string[] | null, string | null | undefined, string | null>
  /** S20: types of which the EHR held back some at the last complete assessment */
  assessed_incomplete: ColumnType<string[] | null, string | null | undefined, string | null>
  /** what else stood in the chart at the last complete assessment */
  chart_context: ColumnType<ChartContext | null, string | null | undefined, string | null>
  /** how often, at the last complete assessment, something was not proposed, by reason */
  not_proposed: ColumnType<Record<string, number> | null, string | null | undefined, string | null>
}

/** The standing findings; `finding` is the noun itself, the other columns are for looking it up. */
export interface FindingTable {
  id: string
  site: string
  patient: string
  term: string
  ordinal: number
  version: number
  review: string
  open: boolean
  finding: JSONColumnType<Finding>
  proposed_at: Instant
  written_at: MaybeInstant
  shown_at: MaybeInstant
  decided_at: MaybeInstant
}

/** Every decision with what was proposed when it was taken. Rows are only added. */
export interface DecisionTable {
  id: Generated<number>
  finding_id: string
  finding_version: number
  decision: string
  grade: number | null
  reason: string | null
  decided_by: string
  proposed: JSONColumnType<Finding>
  proposed_at: Instant
  written_at: MaybeInstant
  shown_at: MaybeInstant
  decided_at: Instant
}

/** What one version of one finding became in the EHR (W2, W3). The row is durable before the request leaves. */
export interface PublicationTable {
  key: string
  site: string
  finding_id: string
  finding_version: number
  state: 'planned' | 'sent' | 'confirmed' | 'rejected' | 'unknown'
  why: string | null
  observation: string | null
  observation_version: string | null
  flag: string | null
  flag_version: string | null
  /** the finding as this version says it: what a person changed later is told from it (W5) */
  finding: JSONColumnType<Finding>
  /** what stands in the EHR holds elements of a person's edit beside ours */
  on_top: ColumnType<boolean, boolean | undefined, boolean>
  attempts: ColumnType<number, number | undefined, number>
  planned_at: Instant
  settled_at: MaybeInstant
}

/** One worker at a time on one patient, across processes. */
export interface PatientLeaseTable {
  patient: string
  holder: string
  until: Instant
}

/** How far the sweep of one site, patient ('' for all) and type has come, in server time (S16). */
export interface SweepMarkTable {
  site: string
  patient: string
  resource_type: string
  swept_until: Instant
}

/** Each run's report: what was seen, read, claimed, published, how long and at what cost. */
export interface RunTable {
  id: Generated<number>
  site: string
  kind: 'sweep' | 'cohort-entry'
  started_at: Instant
  ended_at: MaybeInstant
  report: JSONColumnType<Record<string, unknown>>
}

/** Subscriptions we created at an EHR and when each was last heard (S6, S11). */
export interface SubscriptionTable {
  site: string
  criteria: string
  reference: string
  secret: string
  last_heard_at: MaybeInstant
  /** when the last heartbeat came and how long after the one before it; absent until two came since the handshake */
  last_beat_at: MaybeInstant
  beat_ms: ColumnType<number | null, number | null | undefined, number | null>
  state: string
}

/** The audit ledger: rows are only added, each bound to the one before by its hash (A1). */
export interface AuditEntryTable {
  seq: number
  at: string
  event: ColumnType<AuditEvent, string, never>
  previous_hash: string
  hash: string
}

export interface AuditHeadTable {
  id: number
  seq: number
  hash: string
}

/** A verified launch: who sits before the panel of which patient (L27). Only the hash of the token is kept. */
export interface SessionTable {
  token_hash: string
  site: string
  user_reference: string
  user_name: string
  patient: string | null
  banner: JSONColumnType<{ reference: string; name: string; birthDate: string; identifier: string }> | null
  expires_at: Instant
}

/** Small durable settings of the product itself: keys, the day of the last sweep. */
export interface KeptTable {
  name: string
  value: JSONColumnType<Record<string, unknown>>
}

export interface Database {
  arrival: ArrivalTable
  note: NoteTable
  membership: MembershipTable
  finding: FindingTable
  decision: DecisionTable
  publication: PublicationTable
  patient_lease: PatientLeaseTable
  sweep_mark: SweepMarkTable
  run: RunTable
  subscription: SubscriptionTable
  audit_entry: AuditEntryTable
  audit_head: AuditHeadTable
  session: SessionTable
  kept: KeptTable
}
