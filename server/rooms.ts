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
  shelvedFor,
  shelvedNotes,
  takeOff,
} from '#server/evidence/note-shelf.ts'
import { eachTextOnce } from '#server/evidence/notes.ts'
import { propose } from '#server/grading/propose.ts'
import { type Arrival, type Charted, chartedFor } from '#server/intake/charted.ts'
import { enterCohort } from '#server/intake/cohort-entry.ts'
import type { Inbox } from '#server/intake/inbox.ts'
import { endArrival, giveBack, takeAlongside, tellPatient } from '#server/intake/taking.ts'
import type { Database } from '#server/store/database.ts'
import type { PatientLease } from '#server/store/patient-lease.ts'
import type { Publisher } from '#server/write-back/publisher.ts'
import type { Arrived, News, Rooms } from './surveillance.ts'

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

function intakeRoom(doors: Doors): Rooms['intake'] {
  const { ehr, db, inbox, onArrival } = doors
  const look = (arrival: Arrival) => lookAt(arrival, doors)
  return {
    look,
    alongside: async (patient, { attempts }) => {
      if (attempts > 1) return []
      return arrivedOf(await takeAlongside(db, ehr.site.id, patient, AT_ONCE), look, doors)
    },
    release: async (others) => {
      for (const { arrival } of others) await giveBack(db, arrival.id, 'taken-along')
      onArrival(others.map(({ arrival }) => arrival.id))
    },
    enter: async (member: Member) => {
      const { patient, firstInfusionOn } = member
      if (firstInfusionOn) onArrival(await enterCohort({ ehr, inbox, patient, firstInfusionOn }))
    },
    isKnown: (arrived) => isKnown(arrived, doors),
  }
}

/** Notes of one patient that are read in one go; a chart of years is read in several. */
const AT_ONCE = 40

async function lookAt(arrival: Arrival, doors: Doors): Promise<Charted> {
  const { ehr, db } = doors
  const charted = await chartedFor(arrival, ehr)
  if (!charted.news) return charted
  if (charted.news === 'note') await tellFormerPatient(charted, doors)
  const { reference } = charted
  const taken =
    charted.news === 'gone' ? await takeOff(db, ehr.site.id, reference, 'retracted', charted.patient) : undefined
  const patient = charted.patient ?? taken ?? null
  if (patient) await tellPatient(db, arrival.id, patient)
  return charted.news === 'gone' ? { ...charted, patient } : charted
}

/** D12: a note that was moved to another chart takes with it what it said in the first one, which is weighed again. */
async function tellFormerPatient(
  { patient, reference, resource }: Extract<Charted, { news: 'note' }>,
  { db, ehr, inbox, onArrival }: Doors,
): Promise<void> {
  const site = ehr.site.id
  const former = await shelvedFor(db, site, reference)
  if (former === undefined || former === patient) return
  const moved = { type: resource.resourceType, id: resource.id ?? '', versionId: resource.meta?.versionId ?? '' }
  onArrival(await inbox.receive([{ site, ...moved, reason: 'deleted', patient: former }]))
}

/** What cannot be looked at now goes back and comes again by itself; what is no news ends here. */
async function arrivedOf(
  arrivals: readonly Arrival[],
  look: (arrival: Arrival) => Promise<Charted>,
  { db, now, onArrival }: Doors,
): Promise<readonly Arrived[]> {
  const looked = await Promise.all(
    arrivals.map(async (arrival): Promise<Arrived | undefined> => {
      const charted = await look(arrival).catch(() => undefined)
      if (charted?.news && charted.patient === arrival.patient) {
        return { arrival, news: { ...charted, patient: charted.patient } as News }
      }
      if (charted && !charted.news) await endArrival(db, arrival.id, { ended: 'no-news', why: charted.why }, now())
      else {
        await giveBack(db, arrival.id, 'not-looked-at')
        onArrival([arrival.id])
      }
      return undefined
    }),
  )
  return looked.filter((one) => one !== undefined)
}

async function isKnown(
  { arrival, news }: Arrived,
  { db, ehr, reader }: Doors,
): Promise<'already-read' | 'included' | undefined> {
  const site = ehr.site.id
  if (news.news === 'gone') return undefined
  if (news.news === 'note') {
    const version = news.resource.meta?.versionId ?? ''
    return (await isRead(db, site, news.reference, version, reader.version)) ? 'already-read' : undefined
  }
  const row = await storedMembership(db, site, news.patient)
  return row?.assessed_from && row.assessed_from > arrival.receivedAt ? 'included' : undefined
}

/** The case file of this arrival: its note, if it is one, and everything else that grading needs. */
async function assembled(member: Member, news: readonly News[], { ehr, now }: Doors): Promise<CaseFile> {
  const from = now()
  const notes = news.flatMap((one) => (one.news === 'note' ? [one.resource] : []))
  const caseFile = await assemble(ehr, { patient: member.patient, notes, infusions: member.infusions })
  assessedFrom.set(caseFile, from)
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
  news: readonly News[],
  { db, ehr, now }: Doors,
): Promise<void> {
  const { patient, notes, unreadable } = caseFile
  const title = ''
  for (const [index, note] of notes.entries()) {
    const kept = { note: { readable: true, note } as const, reading: readings[index] ?? null, title, at: now() }
    await shelve(db, ehr.site.id, patient, kept)
  }
  for (const note of unreadable) {
    const title = titleOf(news.find(({ reference }) => reference === note.reference))
    await shelve(db, ehr.site.id, patient, { note, reading: null, title, at: now() })
  }
  // last, because a note and the one that replaces it may be read together
  const replaced = news.flatMap((one) => (one.news === 'note' ? replacedBy(one.resource) : []))
  for (const reference of replaced) await takeOff(db, ehr.site.id, reference, 'superseded', patient)
}

/** The words by which people will look for a note that could not be read. */
function titleOf(news: News | undefined): string {
  if (news?.news !== 'note') return 'Note'
  const { resource } = news
  const concept = resource.resourceType === 'DocumentReference' ? resource.type : resource.code
  return concept?.text ?? concept?.coding?.[0]?.display ?? resource.resourceType
}

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
