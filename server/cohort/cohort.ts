import type { Kysely } from 'kysely'
import type { Infusion } from '#fhir-mappings/infusion.ts'
import type { Ehr } from '#server/ehr/door.ts'
import type { Database } from '#server/store/database.ts'
import { readExposure } from './exposure.ts'
import { type Membership, membership } from './membership.ts'

/**
 * A patient's membership with the doses it rests on. `entered`: the patient came into the cohort and no assessment has ended
 * since; a process that died on the way leaves it true, so that the notes since the first infusion are not forgotten.
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
  return { ...found, infusions, entered: found.inCohort && !(before?.in_cohort && before.assessed_from) }
}

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
    ...(found.inCohort ? {} : { assessed_from: null }),
  }
  await db
    .insertInto('membership')
    .values({ site: ehr.site.id, patient: found.patient, ...said })
    .onConflict((conflict) => conflict.columns(['site', 'patient']).doUpdateSet(said))
    .execute()
}

/** Everything charted before `from` is in the assessment that has just ended. */
export async function keepAssessed(db: Kysely<Database>, site: string, patient: string, from: Date): Promise<void> {
  const update = db.updateTable('membership').set({ assessed_from: from })
  await update.where('site', '=', site).where('patient', '=', patient).execute()
}

/** The calendar day of an instant on the site's clocks, YYYY-MM-DD. */
const dayIn = (timeZone: string, instant: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant)
