import type { Kysely } from 'kysely'
import type { Reading } from '#fhir-mappings/claim.ts'
import type { CtcaeVersion } from '#fhir-mappings/grade.ts'
import type { Reader } from '#server/agents/reader.ts'
import type { Act } from '#server/audit/audit-event.ts'
import type { Ledger } from '#server/audit/ledger.ts'
import { keepAssessed, type Member, memberOf, storedMembership } from '#server/cohort/cohort.ts'
import type { Ehr } from '#server/ehr/door.ts'
import { recordChanges } from '#server/episodes/record.ts'
import { assemble } from '#server/evidence/assemble.ts'
import type { CaseFile } from '#server/evidence/case-file.ts'
import {
  isRead,
  markAssessed,
  replacedBy,
  type ShelvedNote,
  shelve,
  shelvedNotes,
  takeOff,
} from '#server/evidence/note-shelf.ts'
import { eachTextOnce } from '#server/evidence/notes.ts'
import { propose } from '#server/grading/propose.ts'
import { type Arrival, chartedFor } from '#server/intake/charted.ts'
import { enterCohort } from '#server/intake/cohort-entry.ts'
import type { Inbox } from '#server/intake/inbox.ts'
import { tellPatient } from '#server/intake/taking.ts'
import type { Database } from '#server/store/database.ts'
import type { PatientLease } from '#server/store/patient-lease.ts'
import type { Publisher } from '#server/write-back/publisher.ts'
import type { News, Rooms } from './surveillance.ts'

export interface Doors {
  readonly ehr: Ehr
  readonly db: Kysely<Database>
  readonly reader: Reader
  readonly ledger: Ledger
  readonly inbox: Inbox
  readonly publisher: Publisher
  readonly lease: PatientLease
  readonly now: () => Date
  readonly windowMonths: number
  readonly ctcae: CtcaeVersion
  /** told when arrivals were added on the way */
  readonly onArrival: (arrivals: readonly number[]) => void
}

/** The rooms of the journey around one EHR, one store and one reader. */
export function roomsFor(doors: Doors): Rooms {
  const { db, ehr, lease, now, publisher } = doors
  const site = ehr.site.id
  return {
    lease,
    intake: intakeRoom(doors),
    cohort: { membership: (patient) => memberOf(patient, doors) },
    evidence: {
      isRead: (note) =>
        isRead(db, site, `${note.resourceType}/${note.id}`, note.meta?.versionId ?? '', doors.reader.version),
      assemble: (member, news) => assembled(member, news, doors),
      shelve: (caseFile, readings, news) => shelved(caseFile, readings, news, doors),
      shelved: (patient) => shelvedNotes(db, site, patient),
    },
    agents: { read: (caseFile, member) => readNotes(caseFile, member, doors.reader) },
    grading: { assess: (caseFile, notes) => assessed(caseFile, notes, doors) },
    episodes: {
      record: async (caseFile, { proposals }, notes) => {
        const { patient } = caseFile
        const chart = { site, patient, proposals, holds: holdsIn(caseFile, notes), now: now() }
        const acts = [readAct(caseFile)]
        const findings = await recordChanges(chart, acts, { db, ledger: doors.ledger, plan: publisher.plan })
        await markAssessed(db, site, patient, now())
        await closeAssessment(caseFile, doors)
        return findings
      },
    },
    writeBack: {
      publish: async (findings) => {
        for (const finding of findings) await publisher.publishSoon(finding)
      },
    },
  }
}

function intakeRoom({ ehr, db, inbox, onArrival }: Doors): Rooms['intake'] {
  const site = ehr.site.id
  return {
    look: async (arrival: Arrival) => {
      const charted = await chartedFor(arrival, ehr)
      if (!charted.news) return charted
      const patient =
        charted.news === 'gone'
          ? ((await takeOff(db, site, charted.reference, 'retracted')) ?? charted.patient)
          : charted.patient
      if (patient) await tellPatient(db, arrival.id, patient)
      return { ...charted, patient } as typeof charted
    },
    enter: async (member: Member) => {
      const { patient, firstInfusionOn } = member
      if (firstInfusionOn) onArrival(await enterCohort({ ehr, inbox, patient, firstInfusionOn }))
    },
    isIncluded: async (arrival, news) => {
      if (news.news === 'note' || news.news === 'gone') return false
      const row = await storedMembership(db, site, news.patient)
      return row?.assessed_from !== null && row !== undefined && row.assessed_from > arrival.receivedAt
    },
  }
}

/** The case file of this arrival: its note, if it is one, and everything else that grading needs. */
async function assembled(member: Member, news: News, { ehr, db, now }: Doors): Promise<CaseFile> {
  const from = now()
  const notes = news.news === 'note' ? [news.resource] : []
  const caseFile = await assemble(ehr, { patient: member.patient, notes, infusions: member.infusions })
  assessedFrom.set(caseFile, from)
  await Promise.all(notes.flatMap(replacedBy).map((reference) => takeOff(db, ehr.site.id, reference, 'superseded')))
  return caseFile
}

/** When the searches of a case file began; what is charted later is not in it. */
const assessedFrom = new WeakMap<CaseFile, Date>()

async function readNotes(caseFile: CaseFile, member: Member, reader: Reader): Promise<readonly Reading[]> {
  const { agents, lastInfusionOn } = member
  const ici = { agents, ...(lastInfusionOn ? { lastGiven: lastInfusionOn } : {}) }
  return Promise.all(
    caseFile.notes.map((note) => reader.read({ text: note.text, authored: note.authoredAt, noteType: note.kind, ici })),
  )
}

async function shelved(
  caseFile: CaseFile,
  readings: readonly Reading[],
  news: News,
  { db, ehr, now }: Doors,
): Promise<void> {
  const { patient, notes, unreadable } = caseFile
  const title = news.news === 'note' ? titleOf(news) : ''
  for (const [index, note] of notes.entries()) {
    const kept = { note: { readable: true, note } as const, reading: readings[index] ?? null, title, at: now() }
    await shelve(db, ehr.site.id, patient, kept)
  }
  for (const note of unreadable) await shelve(db, ehr.site.id, patient, { note, reading: null, title, at: now() })
}

const titleOf = ({ resource }: Extract<News, { news: 'note' }>): string =>
  (resource.resourceType === 'DocumentReference'
    ? (resource.type?.text ?? resource.type?.coding?.[0]?.display)
    : resource.code?.text) ?? resource.resourceType

function assessed(caseFile: CaseFile, notes: readonly ShelvedNote[], { ctcae, now }: Doors) {
  const once = new Set(eachTextOnce(notes.map(({ note }) => note)).map(({ reference }) => reference))
  return propose({
    patient: caseFile.patient,
    readings: notes.filter(({ note }) => once.has(note.reference)),
    laboratory: caseFile.laboratory,
    infusions: caseFile.infusions,
    version: ctcae,
    now: now(),
  })
}

/** Whether a version of a note or result still stands in the chart as it was. */
function holdsIn({ laboratory }: CaseFile, notes: readonly ShelvedNote[]): (source: string) => boolean {
  const texts = notes.map(({ note }) => `${note.reference}/_history/${note.version}`)
  const results = laboratory
    .flatMap((series) => series.results)
    .filter(
      ({ status, unreliable }) => unreliable === undefined && status !== 'entered-in-error' && status !== 'cancelled',
    )
    .map(({ reference, version }) => `${reference}/_history/${version}`)
  const standing = new Set([...texts, ...results])
  return (source) => standing.has(source)
}

const readAct = ({ patient, notes, unreadable }: CaseFile): Act => ({
  action: 'read',
  subtype: 'chart-read',
  outcome: unreadable.length > 0 ? 'failure' : 'success',
  who: 'Device/irae-agent',
  patient,
  about: [...notes, ...unreadable].map(({ reference, version }) => `${reference}/_history/${version}`),
  ...(unreadable[0] ? { detail: { why: unreadable[0].why } } : {}),
})

/** Everything charted before the case file's searches is in its findings now. */
async function closeAssessment(caseFile: CaseFile, { db, ehr }: Pick<Doors, 'db' | 'ehr'>): Promise<void> {
  const from = assessedFrom.get(caseFile)
  if (from) await keepAssessed(db, ehr.site.id, caseFile.patient, from)
}
