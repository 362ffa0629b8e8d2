import type { Kysely } from 'kysely'
import type { CtcaeVersion } from '#fhir-mappings/grade.ts'
import type { Reader } from '#server/agents/reader.ts'
import type { Ledger } from '#server/audit/ledger.ts'
import { memberOf } from '#server/cohort/cohort.ts'
import type { Ehr } from '#server/ehr/door.ts'
import { hasOpenFinding } from '#server/episodes/standing.ts'
import { shelvedNotes } from '#server/evidence/note-shelf.ts'
import type { Inbox } from '#server/intake/inbox.ts'
import type { Metrics } from '#server/monitoring/metrics.ts'
import type { Database } from '#server/store/database.ts'
import type { PatientLease } from '#server/store/patient-lease.ts'
import type { Publisher } from '#server/write-back/publisher.ts'
import { assembled, readNotes, shelved } from './evidence-room.ts'
import { assessed, recorded } from './findings-room.ts'
import { intakeRoom } from './intake-room.ts'
import type { Rooms } from './surveillance.ts'

export interface Doors {
  readonly ehr: Ehr
  readonly db: Kysely<Database>
  readonly reader: Reader
  readonly ledger: Ledger
  readonly inbox: Inbox
  readonly publisher: Publisher
  readonly lease: PatientLease
  readonly metrics: Pick<Metrics, 'suspicious'>
  readonly now: () => Date
  readonly windowMonths: number
  readonly ctcae: CtcaeVersion
  /** told when arrivals were added on the way */
  readonly onArrival: (arrivals: readonly number[]) => void
}

/** The rooms of the journey around one EHR, one store and one reader. */
export function roomsFor(doors: Doors): Rooms {
  const { db, ehr, lease, publisher } = doors
  return {
    lease,
    intake: intakeRoom(doors),
    cohort: { membership: (patient) => memberOf(patient, doors) },
    evidence: {
      assemble: (member, news) => assembled(member, news, doors),
      shelve: (caseFile, readings, news) => shelved(caseFile, readings, news, doors),
      shelved: (patient) => shelvedNotes(db, ehr.site.id, patient),
    },
    agents: { read: (caseFile, member) => readNotes(caseFile, member, doors.reader) },
    grading: { assess: (caseFile, notes) => assessed(caseFile, notes, doors) },
    episodes: {
      stand: (patient) => hasOpenFinding(doors.db, doors.ehr.site.id, patient),
      record: (caseFile, proposed, notes) => recorded(caseFile, proposed, notes, doors),
    },
    writeBack: {
      publish: async (findings) => {
        for (const finding of findings) await publisher.publishSoon(finding)
      },
    },
  }
}
