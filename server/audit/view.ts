import type { AuditEvent } from '@medplum/fhirtypes'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { AuditView } from '#fhir-mappings/panel.ts'
import type { Database } from '#server/store/database.ts'
import type { Ledger } from './ledger.ts'

/** As many as a person scrolls through; the command line verifies them all. */
const NEWEST = 200

export interface AuditDoors {
  readonly db: Kysely<Database>
  readonly ledger: Ledger
  /** the name behind a reference, for the screen */
  readonly people: (reference: string) => Promise<string>
}

/** The newest entries, of one patient or of all, and whether the chain holds. */
export async function auditView({ db, ledger, people }: AuditDoors, patient: string | null): Promise<AuditView> {
  const query = db.selectFrom('audit_entry').select(['seq', 'at', 'event', 'hash']).orderBy('seq', 'desc').limit(NEWEST)
  const aboutPatient = sql<boolean>`event @> ${JSON.stringify({ entity: [{ what: { reference: patient } }] })}::jsonb`
  const rows = await (patient === null ? query : query.where(aboutPatient)).execute()
  const verdict = await ledger.verify()
  const entries = rows.map(async ({ seq, at, event, hash }) => {
    const { who, ...rest } = told(event)
    return { seq, at, hash, ...rest, who: await people(who) }
  })
  return { entries: await Promise.all(entries), intact: verdict.intact }
}

function told(event: AuditEvent) {
  const [agent] = event.agent
  const details = event.entity?.flatMap(({ detail }) => detail ?? []) ?? []
  return {
    action: event.subtype?.[1]?.code ?? event.subtype?.[0]?.code ?? 'unknown',
    outcome: event.outcome === '0' ? ('success' as const) : ('failure' as const),
    who: agent?.who?.reference ?? agent?.who?.display ?? 'unknown',
    about: event.entity?.flatMap(({ what }) => what?.reference ?? []) ?? [],
    ...(details.length > 0
      ? { detail: details.map(({ type, valueString }) => `${type}: ${valueString}`).join(', ') }
      : {}),
  }
}
