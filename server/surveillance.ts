import type { Reading } from '#fhir-mappings/claim.ts'
import type { Finding } from '#fhir-mappings/finding.ts'
import type { Member } from '#server/cohort/cohort.ts'
import type { CaseFile } from '#server/evidence/case-file.ts'
import type { ShelvedNote } from '#server/evidence/note-shelf.ts'
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

/** An arrival and what it turned out to be. */
export interface Arrived {
  readonly arrival: Arrival
  readonly news: News
}

export interface Ended {
  readonly arrival: Arrival
  readonly ending: Ending
}

/** The rooms of the journey, as the journey sees them. */
export interface Rooms {
  readonly intake: {
    look(arrival: Arrival): Promise<Charted>
    /** what else waits for the same patient, taken along so that the chart is weighed once */
    alongside(patient: string, arrival: Arrival): Promise<readonly Arrived[]>
    /** back into the inbox: the reading they were taken along for did not end */
    release(others: readonly Arrived[]): Promise<void>
    /** a patient who has just come into the cohort: the notes since the first infusion matter now */
    enter(member: Member): Promise<void>
    /** whether this was read, and weighed with everything that was charted before it, already */
    isKnown(arrived: Arrived): Promise<'already-read' | 'included' | undefined>
  }
  readonly cohort: { membership(patient: string): Promise<Member> }
  readonly evidence: {
    assemble(member: Member, news: readonly News[]): Promise<CaseFile>
    shelve(caseFile: CaseFile, readings: readonly Reading[], news: readonly News[]): Promise<void>
    shelved(patient: string): Promise<readonly ShelvedNote[]>
  }
  readonly agents: { read(caseFile: CaseFile, member: Member): Promise<readonly Reading[]> }
  readonly grading: { assess(caseFile: CaseFile, notes: readonly ShelvedNote[]): Proposed }
  readonly episodes: {
    /** whether a finding of this patient is open: then the chart is followed also after the patient left the cohort */
    stand(patient: string): Promise<boolean>
    record(caseFile: CaseFile, proposed: Proposed, notes: readonly ShelvedNote[]): Promise<readonly Finding[]>
  }
  readonly writeBack: { publish(findings: readonly Finding[]): Promise<void> }
  readonly lease: { hold<T>(patient: string, work: () => Promise<T>): Promise<T> }
}

/** What happens to one patient when something new is charted. Answers how this arrival, and those taken along, ended. */
export async function surveil(arrival: Arrival, rooms: Rooms): Promise<readonly Ended[]> {
  const charted = await rooms.intake.look(arrival)
  if (!charted.news) return [{ arrival, ending: { ended: 'no-news', why: charted.why } }]
  const { patient } = charted
  if (patient === null) return [{ arrival, ending: { ended: 'no-news', why: 'never-read' } }]
  return rooms.lease.hold(patient, async () => {
    const others = await rooms.intake.alongside(patient, arrival)
    try {
      return await readPatient(patient, [{ arrival, news: { ...charted, patient } }, ...others], rooms)
    } catch (error) {
      await rooms.intake.release(others)
      throw error
    }
  })
}

async function readPatient(patient: string, arrived: readonly Arrived[], rooms: Rooms): Promise<readonly Ended[]> {
  const known = await Promise.all(arrived.map((one) => rooms.intake.isKnown(one)))
  const over = arrived.flatMap(({ arrival }, at) => (known[at] ? [{ arrival, ending: { ended: known[at] } }] : []))
  const open = arrived.filter((_, at) => known[at] === undefined)
  if (open.length === 0) return over

  const member = await rooms.cohort.membership(patient)
  if (!member.inCohort && !(await rooms.episodes.stand(patient)))
    return [...over, ...ended(open, { ended: 'not-in-cohort', why: member.why })]
  if (member.entered) await rooms.intake.enter(member)

  const news = open.map((one) => one.news)
  const caseFile = await rooms.evidence.assemble(member, news)
  const readings = await rooms.agents.read(caseFile, member)
  await rooms.evidence.shelve(caseFile, readings, news)

  const notes = await rooms.evidence.shelved(patient)
  const proposed = rooms.grading.assess(caseFile, notes)
  const findings = await rooms.episodes.record(caseFile, proposed, notes)
  await rooms.writeBack.publish(findings)
  const whole: Ending = { ended: findings.length > 0 ? 'published' : 'no-change' }
  return [
    ...over,
    ...open.map((one) => ({ arrival: one.arrival, ending: unreadIn(one.news, caseFile, readings) ?? whole })),
  ]
}

/** A dose that could not be read is not the news that there was none. */
const ended = (arrived: readonly Arrived[], ending: Ending): readonly Ended[] =>
  arrived.map(({ arrival, news }) => ({ arrival, ending: damagedIn(news) ?? ending }))

function damagedIn(news: News): Ending | undefined {
  const why = news.news === 'result' || news.news === 'infusion' ? news.unreadable : undefined
  return why && { ended: 'unreadable', why }
}

/** What could not be read is never "nothing found", whatever else the chart says. */
function unreadIn(news: News, caseFile: CaseFile, readings: readonly Reading[]): Ending | undefined {
  if (news.news !== 'note') return damagedIn(news)
  const refused = caseFile.unreadable.find(({ reference }) => reference === news.reference)?.why
  const at = caseFile.notes.findIndex(({ reference }) => reference === news.reference)
  const why = refused ?? readings[at]?.unread
  return why ? { ended: 'unreadable', why } : undefined
}
