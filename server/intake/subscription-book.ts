import { type Kysely, sql } from 'kysely'
import type { Database } from '#server/store/database.ts'

/** A subscription as we know it: `reference` is '' until the EHR has answered. */
export interface HeldSubscription {
  readonly site: string
  readonly criteria: string
  readonly reference: string
  readonly secret: string
  readonly state: string
}

/** When a subscription called last, and the period of its heartbeats once two came (S6). */
interface Heard {
  readonly lastHeardAt?: Date | null
  readonly beatMs?: number | null
}

/** Whose calls the webhook of a site believes (S2). */
export type Caller = Pick<HeldSubscription, 'secret' | 'state'>

export interface SubscriptionBook {
  find(site: string, criteria: string): Promise<(HeldSubscription & Heard) | undefined>
  /** A `requested` one begins anew: the period of its heartbeats is learned again. */
  keep(subscription: HeldSubscription): Promise<void>
  callers(site: string): Promise<readonly Caller[]>
  /** S6: somebody with the secret called */
  heard(site: string, secret: string, call: { readonly at: Date; readonly isBeat: boolean }): Promise<void>
}

export function subscriptionBookOf(db: Kysely<Database>): SubscriptionBook {
  return {
    find: (site, criteria) =>
      db
        .selectFrom('subscription')
        .select(['site', 'criteria', 'reference', 'secret', 'state'])
        .select(['last_heard_at as lastHeardAt', 'beat_ms as beatMs'])
        .where('site', '=', site)
        .where('criteria', '=', criteria)
        .executeTakeFirst(),
    keep: async ({ site, criteria, reference, secret, state }) => {
      const beats = state === 'requested' ? { last_beat_at: null, beat_ms: null } : {}
      await db
        .insertInto('subscription')
        .values({ site, criteria, reference, secret, state })
        .onConflict((conflict) =>
          conflict.columns(['site', 'criteria']).doUpdateSet({ reference, secret, state, ...beats }),
        )
        .execute()
    },
    callers: (site) => db.selectFrom('subscription').select(['secret', 'state']).where('site', '=', site).execute(),
    heard: async (site, secret, { at, isBeat }) => {
      const beat = isBeat ? { last_beat_at: at, beat_ms: sinceLastBeat(at) } : {}
      const update = db.updateTable('subscription').set({ last_heard_at: at, ...beat })
      await update.where('site', '=', site).where('secret', '=', secret).execute()
    },
  }
}

const DAY_MS = 24 * 60 * 60 * 1000

/** Null for the first one: `least` alone would take the day for it. */
const sinceLastBeat = (at: Date) => sql<number | null>`
  case when last_beat_at is not null
    then least(${DAY_MS}, extract(epoch from (${at}::timestamptz - last_beat_at)) * 1000)::int end`
