import type { Reading } from '#fhir-mappings/claim.ts'
import type { Reader } from '#server/agents/reader.ts'
import type { Member } from '#server/cohort/cohort.ts'
import { assemble } from '#server/evidence/assemble.ts'
import type { CaseFile } from '#server/evidence/case-file.ts'
import { replacedAmong, replacedBy, shelve, takeOff } from '#server/evidence/note-shelf.ts'
import type { Doors } from './rooms.ts'
import type { News } from './surveillance.ts'

/** The case file of this arrival: its note, if it is one, and everything else that grading needs. */
export async function assembled(member: Member, news: readonly News[], { ehr, now }: Doors): Promise<CaseFile> {
  const assembledFrom = now()
  const notes = news.flatMap((one) => (one.news === 'note' ? [one.resource] : []))
  const caseFile = await assemble(ehr, { patient: member.patient, notes, infusions: member.infusions })
  return { ...caseFile, assembledFrom }
}

/** What the reader says of each note of the case file, in their order. */
export async function readNotes(caseFile: CaseFile, member: Member, reader: Reader): Promise<readonly Reading[]> {
  const { agents, lastInfusionOn } = member
  const ici = { agents, ...(lastInfusionOn ? { lastGiven: lastInfusionOn } : {}) }
  return Promise.all(
    caseFile.notes.map((note) => reader.read({ text: note.text, authored: note.authoredAt, noteType: note.kind, ici })),
  )
}

/** Keeps the notes of a case file with their readings, and why there is none for the others. */
export async function shelved(
  caseFile: CaseFile,
  readings: readonly Reading[],
  news: readonly News[],
  { db, ehr, now }: Doors,
): Promise<void> {
  const { patient, notes, unreadable } = caseFile
  const replacing = new Map(news.map((one) => [one.reference, one.news === 'note' ? replacedBy(one.resource) : []]))
  const replacesOf = ({ reference }: { readonly reference: string }) => replacing.get(reference) ?? []
  for (const [index, note] of notes.entries()) {
    const read = { note: { readable: true, note } as const, reading: readings[index] ?? null, title: '' }
    await shelve(db, ehr.site.id, patient, { ...read, replaces: replacesOf(note), at: now() })
  }
  for (const note of unreadable) {
    const title = titleOf(news.find(({ reference }) => reference === note.reference))
    await shelve(db, ehr.site.id, patient, { note, reading: null, title, replaces: replacesOf(note), at: now() })
  }
  // last, because a note and the one that replaces it may be read together, or the older one after the newer
  const concerned = [...[...notes, ...unreadable].map(({ reference }) => reference), ...[...replacing.values()].flat()]
  for (const reference of await replacedAmong(db, ehr.site.id, patient, concerned))
    await takeOff(db, ehr.site.id, reference, 'superseded', patient)
}

/** The words by which people will look for a note that could not be read. */
function titleOf(news: News | undefined): string {
  if (news?.news !== 'note') return 'Note'
  const { resource } = news
  const concept = resource.resourceType === 'DocumentReference' ? resource.type : resource.code
  return concept?.text ?? concept?.coding?.[0]?.display ?? resource.resourceType
}
