import { createHash } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#server/store/database.ts'
import { type Act, auditEventFromAct } from './audit-event.ts'

/** Where the newest hash is kept outside the database, so that cutting off the last rows shows. */
export interface HeadKeeper {
  /** only a newer head replaces the kept one */
  keep(head: Head): void
  kept(): Head | undefined
}

export interface Head {
  readonly seq: number
  readonly hash: string
}

/** The audit ledger: rows are only added, each bound by its hash to the one before. */
export interface Ledger {
  /** Adds acts in order, in the caller's transaction when one is given (then `anchor` keeps the head after the commit). */
  record(acts: readonly Act[], transaction?: Transaction<Database>): Promise<void>
  /** Keeps the newest committed hash outside the database. */
  anchor(): Promise<void>
  verify(): Promise<Verdict>
}

export type Verdict =
  | { readonly intact: true; readonly entries: number; readonly head: string }
  | { readonly intact: false; readonly entries: number; readonly at: number; readonly why: Breach }

/** `rows-replaced`: the chain holds, but entry `at` is not the one kept outside; how many before it are new nobody can say */
export type Breach = 'row-changed' | 'row-missing' | 'rows-cut-off' | 'rows-replaced' | 'head-differs'

const GENESIS: Head = { seq: 0, hash: '0'.repeat(64) }

/** Rows are read in pages so that a ledger of years is verified in constant memory. */
const PAGE = 2_000

/** `onBreach` hears once of each kept head that the ledger no longer carries. */
export function openLedger(
  db: Kysely<Database>,
  keeper: HeadKeeper,
  now: () => Date,
  onBreach: (kept: Head) => void = () => {},
): Ledger {
  const keep = keepingIn(db, keeper, onBreach)
  const append = async (acts: readonly Act[], transaction: Transaction<Database>) => {
    let head = await lockedHead(transaction)
    const rows = acts.map((act) => {
      const at = now().toISOString()
      const event = canonical(auditEventFromAct(act, at))
      const row = { seq: head.seq + 1, at, event, previous_hash: head.hash, hash: link(head, at, event) }
      head = { seq: row.seq, hash: row.hash }
      return row
    })
    await transaction.insertInto('audit_entry').values(rows).execute()
    await transaction.updateTable('audit_head').set(head).where('id', '=', 1).execute()
    return head
  }
  return {
    record: async (acts, transaction) => {
      if (acts.length === 0) return
      if (transaction) return void (await append(acts, transaction))
      await keep(await db.transaction().execute((own) => append(acts, own)))
    },
    anchor: async () => {
      const head = await db.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirst()
      if (head) await keep(head)
    },
    verify: () => verify(db, keeper),
  }
}

/** A kept head that the ledger no longer carries is the only proof that rows were cut or rewritten: it stays as it is. */
function keepingIn(db: Kysely<Database>, keeper: HeadKeeper, onBreach: (kept: Head) => void) {
  let told = ''
  return async (head: Head): Promise<void> => {
    const kept = keeper.kept() ?? GENESIS
    if (kept.seq > 0 && !(await carries(db, kept))) {
      if (told !== kept.hash) onBreach(kept)
      told = kept.hash
    } else keeper.keep(head)
  }
}

async function carries(db: Kysely<Database>, { seq, hash }: Head): Promise<boolean> {
  const row = await db.selectFrom('audit_entry').select('hash').where('seq', '=', seq).executeTakeFirst()
  return row?.hash === hash
}

async function lockedHead(transaction: Transaction<Database>): Promise<Head> {
  await transaction
    .insertInto('audit_head')
    .values({ id: 1, ...GENESIS })
    .onConflict((c) => c.doNothing())
    .execute()
  return transaction
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .where('id', '=', 1)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

const link = (previous: Head, at: string, event: string): string =>
  createHash('sha256')
    .update(`${previous.seq + 1}\n${at}\n${previous.hash}\n${event}`)
    .digest('hex')

/** Walks the chain from the first row; says where it breaks and how. */
async function verify(db: Kysely<Database>, keeper: HeadKeeper): Promise<Verdict> {
  const kept = keeper.kept()
  let head = GENESIS
  let keptSeen = kept === undefined || kept.seq === 0
  for (;;) {
    const rows = await db
      .selectFrom('audit_entry')
      .selectAll()
      .where('seq', '>', head.seq)
      .orderBy('seq')
      .limit(PAGE)
      .execute()
    if (rows.length === 0) break
    for (const row of rows) {
      if (row.seq !== head.seq + 1) return broken(head.seq, head.seq + 1, 'row-missing')
      const hash = link(head, row.at, canonical(row.event))
      if (row.previous_hash !== head.hash || row.hash !== hash) return broken(head.seq, row.seq, 'row-changed')
      if (kept?.seq === row.seq) keptSeen = kept.hash === row.hash
      head = { seq: row.seq, hash: row.hash }
    }
  }
  return ending(db, head, keptSeen ? undefined : kept)
}

async function ending(db: Kysely<Database>, head: Head, unseen: Head | undefined): Promise<Verdict> {
  const recorded = await db.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirst()
  if (recorded && recorded.seq > head.seq) return broken(head.seq, head.seq + 1, 'rows-cut-off')
  if (unseen && unseen.seq > head.seq) return broken(head.seq, head.seq + 1, 'rows-cut-off')
  if (unseen) return broken(unseen.seq - 1, unseen.seq, 'rows-replaced')
  if (recorded && recorded.hash !== head.hash) return broken(head.seq, head.seq, 'head-differs')
  return { intact: true, entries: head.seq, head: head.hash }
}

const broken = (entries: number, at: number, why: Breach): Verdict => ({ intact: false, entries, at, why })

/** JSON with sorted keys: jsonb does not keep their order, the hash must not depend on it. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`
}
