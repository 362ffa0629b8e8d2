import type { Kysely } from 'kysely'
import type { Database } from '#server/store/database.ts'

/** A subscription as we know it: `reference` is '' until the EHR has answered. */
export interface HeldSubscription {
  readonly site: string
  readonly criteria: string
  readonly reference: string
  readonly secret: string
  readonly state: string
}

export interface SubscriptionBook {
  find(site: string, criteria: string): Promise<HeldSubscription | undefined>
  keep(subscription: HeldSubscription): Promise<void>
  /** what the webhook of this site believes (S2) */
  secrets(site: string): Promise<readonly string[]>
  /** S6: somebody with the secret called */
  heard(site: string, at: Date): Promise<void>
}

export function subscriptionBookOf(db: Kysely<Database>): SubscriptionBook {
  return {
    find: (site, criteria) =>
      db
        .selectFrom('subscription')
        .select(['site', 'criteria', 'reference', 'secret', 'state'])
        .where('site', '=', site)
        .where('criteria', '=', criteria)
        .executeTakeFirst(),
    keep: async ({ site, criteria, reference, secret, state }) => {
      await db
        .insertInto('subscription')
        .values({ site, criteria, reference, secret, state })
        .onConflict((conflict) => conflict.columns(['site', 'criteria']).doUpdateSet({ reference, secret, state }))
        .execute()
    },
    secrets: async (site) => {
      const rows = await db.selectFrom('subscription').select('secret').where('site', '=', site).execute()
      return rows.map(({ secret }) => secret)
    },
    heard: async (site, at) => {
      await db.updateTable('subscription').set({ last_heard_at: at }).where('site', '=', site).execute()
    },
  }
}
