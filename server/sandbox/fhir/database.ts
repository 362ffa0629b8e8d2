import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

/** One SQLite file with its statements kept ready. Everything is synchronous; one process, one writer. */
export interface Database {
  all<Row>(sql: string, ...values: SQLInputValue[]): Row[]
  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined
  run(sql: string, ...values: SQLInputValue[]): number
  /** All or nothing; inside another transaction it is part of that one. */
  transaction<T>(work: () => T): T
  close(): void
}

/**
 * `charts` names a resource once and for ever (`rid`), `versions` keeps every state, the four index tables hold the
 * current state's search values. A WAL without a sync per commit keeps every commit through `kill -9`; only a power
 * failure may cost the last ones, which a sandbox may lose.
 */
const SCHEMA = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA cache_size = -65536;
  PRAGMA temp_store = MEMORY;
  CREATE TABLE IF NOT EXISTS charts (
    rid INTEGER PRIMARY KEY, type TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL,
    deleted INTEGER NOT NULL, updated INTEGER NOT NULL, UNIQUE (type, id)
  );
  CREATE INDEX IF NOT EXISTS charts_by_time ON charts (type, deleted, updated);
  CREATE TABLE IF NOT EXISTS versions (
    rid INTEGER NOT NULL, version INTEGER NOT NULL, updated INTEGER NOT NULL, method TEXT NOT NULL, content TEXT,
    PRIMARY KEY (rid, version)
  );
  CREATE TABLE IF NOT EXISTS tokens (
    slot TEXT NOT NULL, code TEXT NOT NULL, system TEXT NOT NULL, rid INTEGER NOT NULL,
    PRIMARY KEY (slot, code, system, rid)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS tokens_by_rid ON tokens (rid, slot);
  CREATE TABLE IF NOT EXISTS refs (
    slot TEXT NOT NULL, target TEXT NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY (slot, target, rid)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS refs_by_rid ON refs (rid, slot);
  CREATE TABLE IF NOT EXISTS dates (
    slot TEXT NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL, rid INTEGER NOT NULL,
    PRIMARY KEY (slot, low, high, rid)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS dates_by_rid ON dates (rid, slot);
  CREATE INDEX IF NOT EXISTS dates_by_end ON dates (slot, high);
  CREATE TABLE IF NOT EXISTS strings (
    slot TEXT NOT NULL, value TEXT NOT NULL, exact TEXT NOT NULL, rid INTEGER NOT NULL,
    PRIMARY KEY (slot, value, exact, rid)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS strings_by_rid ON strings (rid, slot);
`

/** Statements kept ready; a query's text depends on its parameters, so a hostile client could make any number. */
const STATEMENTS_KEPT = 500

/** Opens the file (`:memory:` for none), makes its folder and its tables. Throws when another process has it open. */
export function openDatabase(file: string): Database {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const sqlite = openAlone(file)
  const statement = statementsOf(sqlite)
  return {
    all: <Row>(sql: string, ...values: SQLInputValue[]) => statement(sql).all(...values) as Row[],
    get: <Row>(sql: string, ...values: SQLInputValue[]) => statement(sql).get(...values) as Row | undefined,
    run: (sql, ...values) => Number(statement(sql).run(...values).lastInsertRowid),
    transaction: transactionsOf(sqlite),
    close: () => sqlite.close(),
  }
}

/** Two servers on one file would each miss what the other writes. The lock ends with the process, however it ends. */
function openAlone(file: string): DatabaseSync {
  const sqlite = new DatabaseSync(file)
  try {
    sqlite.exec(`${SCHEMA} BEGIN EXCLUSIVE; COMMIT`)
    return sqlite
  } catch (cause) {
    sqlite.close()
    if (!String(cause).includes('locked')) throw cause
    throw new Error(`Another process uses the charts in ${file}.`, { cause })
  }
}

function statementsOf(sqlite: DatabaseSync): (sql: string) => StatementSync {
  const kept = new Map<string, StatementSync>()
  return (sql) => {
    const ready = kept.get(sql) ?? sqlite.prepare(sql)
    if (kept.size >= STATEMENTS_KEPT) kept.clear()
    kept.set(sql, ready)
    return ready
  }
}

function transactionsOf(sqlite: DatabaseSync): <T>(work: () => T) => T {
  return (work) => {
    if (sqlite.isTransaction) return work()
    sqlite.exec('BEGIN IMMEDIATE')
    try {
      const answer = work()
      sqlite.exec('COMMIT')
      return answer
    } catch (failure) {
      if (sqlite.isTransaction) sqlite.exec('ROLLBACK')
      throw failure
    }
  }
}
