import type { Kysely } from 'kysely'
import type { Infusion } from '#fhir-mappings/infusion.ts'
import type { ChartContext } from '#fhir-mappings/panel.ts'
import type { Ehr } from '#server/ehr/door.ts'
import type { Database } from '#server/store/database.ts'
import { readExposure } from './exposure.ts'
import { type Membership, membership } from './membership.ts'

/**
 * A patient's membership with the doses it rests on. `entered`: the notes since the first infusion were not put into the inbox
 * yet (`keepEntered`); a process that died on the way leaves it true, so that they are not forgotten.
 */
export interface Member extends Membership {
  readonly infusions: readonly Infusion[]
  readonly entered: boolean
}

export interface CohortDoors {
  readonly db: Kysely<Database>
  readonly ehr: Ehr
  readonly now: () => Date
  readonly windowMonths: number
}

/** Whether this patient is watched today, from the doses in the chart; kept with its reason (S23). */
export async function memberOf(patient: string, doors: CohortDoors): Promise<Member> {
  const { db, ehr, now, windowMonths } = doors
  const infusions = await readExposure(ehr, patient)
  const today = dayIn(ehr.site.timeZone, now())
  const found = membership(patient, infusions, { today, windowMonths })
  const before = await storedMembership(db, ehr.site.id, patient)
  await keep(found, doors)
  return { ...found, infusions, entered: found.inCohort && !isEntered(found, before?.entered_from ?? null) }
}

/** A first dose that turns out to be earlier makes more of the chart matter; a later one does not. */
const isEntered = ({ firstInfusionOn }: Membership, enteredFrom: string | null): boolean =>
  enteredFrom !== null && (firstInfusionOn ?? '') >= enteredFrom

export async function storedMembership(db: Kysely<Database>, site: string, patient: string) {
  const query = db.selectFrom('membership').selectAll().where('site', '=', site).where('patient', '=', patient)
  return query.executeTakeFirst()
}

async function keep(found: Membership, { db, ehr, now }: CohortDoors): Promise<void> {
  const said = {
    in_cohort: found.inCohort,
    why: found.why,
    first_infusion_on: found.firstInfusionOn ?? null,
    last_infusion_on: found.lastInfusionOn ?? null,
    agents: JSON.stringify(found.agents),
    checked_at: now(),
    ...(found.inCohort ? {} : { assessed_from: null, entered_from: null }),
  }
  await db
    .insertInto('membership')
    .values({ site: ehr.site.id, patient: found.patient, ...said })
    .onConflict((conflict) => conflict.columns(['site', 'patient']).doUpdateSet(said))
    .execute()
}

/** What was charted since this first infusion waits in the inbox, once for each stay in the cohort: what fails there ends there. */
export async function keepEntered(
  db: Kysely<Database>,
  site: string,
  { patient, firstInfusionOn }: Membership,
  incomplete: readonly string[],
): Promise<void> {
  const entered = { entered_from: firstInfusionOn ?? null, entry_incomplete: JSON.stringify(incomplete) }
  const update = db.updateTable('membership').set(entered)
  await update.where('site', '=', site).where('patient', '=', patient).execute()
}

export interface Assessed {
  /** everything charted before is in the assessment */
  readonly from: Date
  readonly context: ChartContext
  readonly notProposed: Readonly<Record<string, number>>
  /** types of which the EHR held back some (S20) */
  readonly incomplete: readonly string[]
}

/** What is kept with a patient of the assessment that has just ended. */
export async function keepAssessed(
  db: Kysely<Database>,
  site: string,
  patient: string,
  { from, context, notProposed, incomplete }: Assessed,
): Promise<void> {
  const kept = {
    chart_context: JSON.stringify(context),
    not_proposed: JSON.stringify(notProposed),
    assessed_incomplete: JSON.stringify(incomplete),
  }
  const update = db.updateTable('membership').set({ assessed_from: from, ...kept })
  await update.where('site', '=', site).where('patient', '=', patient).execute()
}

/** The calendar day of an instant on the site's clocks, YYYY-MM-DD. */
const dayIn = (timeZone: string, instant: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant)
