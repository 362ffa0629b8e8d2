import type { Reading } from '#fhir-mappings/claim.ts'
import type { Finding } from '#fhir-mappings/finding.ts'
import type { Member } from '#server/cohort/cohort.ts'
import type { CaseFile } from '#server/evidence/case-file.ts'
import type { NoteResource, ShelvedNote } from '#server/evidence/note-shelf.ts'
import type { Proposed } from '#server/grading/propose.ts'
import type { Arrival, Charted } from '#server/intake/charted.ts'

/** How the reading of one arrival ended. Every arrival ends in exactly one of these. */
export interface Ending {
  readonly ended:
    | 'published'
    | 'no-change'
    | 'not-in-cohort'
    | 'unreadable'
    | 'already-read'
    | 'included'
    | 'no-news'
    | 'failed'
  readonly why?: string
}

/** News about a patient: a note to read, or something that changes what was read before. */
export type News = Exclude<Charted, { news: false }> & { readonly patient: string }

/** The rooms of the journey, as the journey sees them. */
export interface Rooms {
  readonly intake: {
    look(arrival: Arrival): Promise<Charted>
    /** a patient who has just come into the cohort: the notes since the first infusion matter now */
    enter(member: Member): Promise<void>
    /** whether the last assessment of this patient already saw everything that was charted before this arrival */
    isIncluded(arrival: Arrival, news: News): Promise<boolean>
  }
  readonly cohort: { membership(patient: string): Promise<Member> }
  readonly evidence: {
    isRead(note: NoteResource): Promise<boolean>
    assemble(member: Member, news: News): Promise<CaseFile>
    shelve(caseFile: CaseFile, readings: readonly Reading[], news: News): Promise<void>
    shelved(patient: string): Promise<readonly ShelvedNote[]>
  }
  readonly agents: { read(caseFile: CaseFile, member: Member): Promise<readonly Reading[]> }
  readonly grading: { assess(caseFile: CaseFile, notes: readonly ShelvedNote[]): Proposed }
  readonly episodes: {
    record(caseFile: CaseFile, proposed: Proposed, notes: readonly ShelvedNote[]): Promise<readonly Finding[]>
  }
  readonly writeBack: { publish(findings: readonly Finding[]): Promise<void> }
  readonly lease: { hold<T>(patient: string, work: () => Promise<T>): Promise<T> }
}

/** What happens to one patient when something new is charted. */
export async function surveil(arrival: Arrival, rooms: Rooms): Promise<Ending> {
  const charted = await rooms.intake.look(arrival)
  if (!charted.news) return { ended: 'no-news', why: charted.why }
  if (charted.patient === null) return { ended: 'no-news', why: 'never-read' }
  const news: News = { ...charted, patient: charted.patient }
  return rooms.lease.hold(news.patient, () => readPatient(arrival, news, rooms))
}

async function readPatient(arrival: Arrival, news: News, rooms: Rooms): Promise<Ending> {
  if (news.news === 'note' && (await rooms.evidence.isRead(news.resource))) return { ended: 'already-read' }
  if (await rooms.intake.isIncluded(arrival, news)) return { ended: 'included' }

  const member = await rooms.cohort.membership(news.patient)
  if (!member.inCohort) return { ended: 'not-in-cohort', why: member.why }
  if (member.entered) await rooms.intake.enter(member)

  const caseFile = await rooms.evidence.assemble(member, news)
  const readings = await rooms.agents.read(caseFile, member)
  await rooms.evidence.shelve(caseFile, readings, news)

  const notes = await rooms.evidence.shelved(news.patient)
  const proposed = rooms.grading.assess(caseFile, notes)
  const findings = await rooms.episodes.record(caseFile, proposed, notes)
  await rooms.writeBack.publish(findings)
  return endingOf(caseFile, readings, findings)
}

/** A note that could not be read is never "nothing found", whatever else the chart says. */
function endingOf({ unreadable }: CaseFile, readings: readonly Reading[], findings: readonly Finding[]): Ending {
  const why = unreadable[0]?.why ?? readings.find(({ unread }) => unread !== null)?.unread
  if (why) return { ended: 'unreadable', why }
  return { ended: findings.length > 0 ? 'published' : 'no-change' }
}
