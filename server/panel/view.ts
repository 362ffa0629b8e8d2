import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { analyteById } from '#fhir-mappings/analytes.ts'
import { type Finding, quotedSources } from '#fhir-mappings/finding.ts'
import { iraeTerm, isIraeTermId } from '#fhir-mappings/irae-terms.ts'
import type { LaboratoryResult } from '#fhir-mappings/laboratory-result.ts'
import type { PanelFinding, PanelView } from '#fhir-mappings/panel.ts'
import type { Site } from '#server/ehr/door.ts'
import { standingFindings } from '#server/episodes/standing.ts'
import { gradesOf } from '#server/grading/grades-of.ts'
import type { Database } from '#server/store/database.ts'
import { missingAt } from '#server/store/ehr-capability.ts'
import type { People } from './people.ts'
import { readingState } from './reading-state.ts'
import { unseenOf } from './unseen.ts'

export interface ViewDoors {
  readonly db: Kysely<Database>
  readonly site: Site
  /** the whole course of the analytes of one patient, from the EHR */
  readonly series: (patient: string) => Promise<ReadonlyMap<string, readonly LaboratoryResult[]>>
  readonly people: People
  readonly now: () => Date
}

/** Everything the panel of one patient shows. */
export async function panelView(patient: string, doors: ViewDoors): Promise<PanelView> {
  const { db, site } = doors
  const [standing, reading, member, missing, version] = await Promise.all([
    standingFindings(db, site.id, patient),
    readingState(db, site.id, patient, doors.now()),
    membershipRow(db, site.id, patient),
    missingAt(db, site.id),
    viewVersion(db, site.id, patient, doors.now()),
  ])
  const shown = standing.map(({ finding }) => finding).filter(({ withdrawn }) => !withdrawn)
  const courses = shown.some(({ proposal }) => proposal.laboratory.length > 0) ? await doors.series(patient) : new Map()
  return {
    version,
    patient,
    membership: membershipFrom(member),
    reading,
    findings: await Promise.all(shown.map((finding) => panelFinding(finding, courses, doors))),
    ...(member?.chart_context ? { chart: member.chart_context } : {}),
    maySign: true,
    ...(missing.length > 0 ? { writes: 'none', writesWhy: 'not-allowed-by-ehr' } : { writes: site.write }),
  }
}

async function membershipRow(db: Kysely<Database>, site: string, patient: string) {
  const query = db.selectFrom('membership').selectAll().where('site', '=', site).where('patient', '=', patient)
  return query.executeTakeFirst()
}

function membershipFrom(row: Awaited<ReturnType<typeof membershipRow>>): PanelView['membership'] {
  if (!row) return { inCohort: false, why: 'not-yet-looked-at', lastInfusionOn: null, agents: [] }
  return { inCohort: row.in_cohort, why: row.why, lastInfusionOn: row.last_infusion_on, agents: row.agents }
}

/** Rises with everything that the panel would show otherwise; cheap enough to be asked several times a second. */
export async function viewVersion(db: Kysely<Database>, site: string, patient: string, now: Date): Promise<string> {
  const [findings, arrivals, notes, writes, context, unseen] = await Promise.all([
    db
      .selectFrom('finding')
      .select(['id', 'version'])
      .where('site', '=', site)
      .where('patient', '=', patient)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('arrival')
      .select((row) => ['state', 'ending', row.fn.countAll<number>().as('n')])
      .where('site', '=', site)
      .where('patient', '=', patient)
      .groupBy(['state', 'ending'])
      .orderBy('state')
      .orderBy('ending')
      .execute(),
    db
      .selectFrom('note')
      .select((row) => [row.fn.countAll<number>().as('n'), row.fn.max('read_at').as('last')])
      .where('site', '=', site)
      .where('patient', '=', patient)
      .executeTakeFirst(),
    db
      .selectFrom('publication')
      .innerJoin('finding', 'finding.id', 'publication.finding_id')
      .select(['key', 'state'])
      .where('finding.patient', '=', patient)
      .orderBy('key')
      .execute(),
    db
      .selectFrom('membership')
      .select(sql<string | null>`md5(chart_context::text)`.as('hash'))
      .where('site', '=', site)
      .where('patient', '=', patient)
      .executeTakeFirst(),
    unseenOf(db, site, patient, now),
  ])
  return createHash('sha256')
    .update(JSON.stringify([findings, arrivals, notes, writes, context, unseen]))
    .digest('hex')
    .slice(0, 16)
}

/** One finding with the words for the screen, its notes, its courses and the state of its write. */
export async function panelFinding(
  finding: Finding,
  courses: ReadonlyMap<string, readonly LaboratoryResult[]>,
  { db, site, people }: Pick<ViewDoors, 'db' | 'site' | 'people'>,
): Promise<PanelFinding> {
  const { proposal } = finding
  const term = iraeTerm(proposal.term)
  const analytes = [...new Set(proposal.laboratory.map(({ analyte }) => analyte))]
  return {
    finding,
    display: term?.name ?? proposal.term,
    organSystem: term?.organSystem ?? 'other',
    grades: isIraeTermId(proposal.term) ? [...gradesOf(proposal.term, proposal.ctcaeVersion)] : [],
    notes: await named(await quotedNotes(finding, db, site.id), people),
    people: await deciders(finding, people),
    series: analytes.map((analyte) => ({
      analyte,
      display: analyteById(analyte)?.name ?? analyte,
      results: [...(courses.get(analyte) ?? proposal.laboratory.filter((result) => result.analyte === analyte))],
    })),
    ...(await writtenState(finding, db)),
  }
}

async function quotedNotes(finding: Finding, db: Kysely<Database>, site: string): Promise<PanelFinding['notes']> {
  const sources = quotedSources(finding.proposal)
  if (sources.length === 0) return []
  const rows = await db
    .selectFrom('note')
    .select(['source', 'title', 'authored_at', 'author'])
    .where('site', '=', site)
    .where('source', 'in', sources)
    .where('patient', '=', finding.proposal.patient)
    .orderBy('authored_at', 'desc')
    .execute()
  return rows.map((row) => ({
    source: row.source,
    title: row.title,
    authoredAt: row.authored_at ?? '',
    author: row.author,
  }))
}

async function named(notes: PanelFinding['notes'], people: People): Promise<PanelFinding['notes']> {
  return Promise.all(notes.map(async (note) => ({ ...note, author: note.author && (await people(note.author)) })))
}

/** The names behind the references of everybody who decided about this finding. */
async function deciders({ decision, earlier, closed }: Finding, people: People): Promise<Record<string, string>> {
  const references = [...earlier, decision, closed].flatMap((one) => (one ? [one.by] : []))
  const names = await Promise.all(references.map(async (by) => [by, await people(by)] as const))
  return Object.fromEntries(names)
}

async function writtenState(
  finding: Finding,
  db: Kysely<Database>,
): Promise<Pick<PanelFinding, 'written' | 'writtenWhy'>> {
  const query = db.selectFrom('publication').select(['state', 'why']).where('finding_id', '=', finding.id)
  const row = await query.orderBy('finding_version', 'desc').executeTakeFirst()
  return { written: row?.state ?? 'none', ...(row?.why ? { writtenWhy: row.why } : {}) }
}
