import type { Kysely } from 'kysely'
import type { Database } from '#server/store/database.ts'

/** Which sweep a mark belongs to; `patient` is '' for a search across patients. */
export interface SweepScope {
  readonly site: string
  readonly patient: string
  readonly type: string
}

/** S16: how far each sweep has come, in server time. */
export interface Marks {
  sweptUntil(scope: SweepScope): Promise<Date | undefined>
  move(scope: SweepScope, until: Date): Promise<void>
}

export function marksOf(db: Kysely<Database>): Marks {
  return {
    sweptUntil: async ({ site, patient, type }) => {
      const row = await db
        .selectFrom('sweep_mark')
        .select('swept_until')
        .where('site', '=', site)
        .where('patient', '=', patient)
        .where('resource_type', '=', type)
        .executeTakeFirst()
      return row?.swept_until
    },
    move: async ({ site, patient, type }, until) => {
      await db
        .insertInto('sweep_mark')
        .values({ site, patient, resource_type: type, swept_until: until })
        .onConflict((conflict) =>
          conflict.columns(['site', 'patient', 'resource_type']).doUpdateSet({ swept_until: until }),
        )
        .execute()
    },
  }
}
