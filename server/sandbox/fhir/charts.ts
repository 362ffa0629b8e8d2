import type { Resource } from '@medplum/fhirtypes'
import type { Database } from './database.ts'
import { refusal } from './outcome.ts'
import { enter, forget } from './search-index.ts'

export type Held = Resource & { id: string }

/** Where one resource stands: its place in the index and its newest version. */
export interface Standing {
  readonly rid: number
  readonly version: number
  readonly deleted: boolean
}

/** One state that a resource had. A deletion has no content. */
export interface PastState {
  readonly version: number
  readonly updated: number
  readonly method: 'POST' | 'PUT' | 'DELETE'
  readonly content: Held | undefined
}

/** The stored resources and their versions, without any rule about who may do what. */
export interface Charts {
  readonly database: Database
  readonly base: string | undefined
  readonly now: () => Date
  standing(type: string, id: string): Standing | undefined
  /** The current content; 404 when there never was one, 410 when it was deleted. */
  current(type: string, id: string): Held
  /** Current contents in the given order; what was deleted since is left out. */
  currentOf(rids: readonly number[]): Held[]
  ridOf(resource: Held): number
  /** All states, newest first. */
  states(rid: number): PastState[]
  state(rid: number, version: string): PastState | undefined
  /** Stores a new version, made at `at` (epoch ms), and indexes it. */
  write(resource: Held, method: 'POST' | 'PUT', at: number): Held
  erase(type: string, id: string, at: number): void
  /** The next moment of writing: never before the clock, and later than every earlier one. */
  tick(): number
  isEmpty(): boolean
}

interface StateRow {
  readonly version: number
  readonly updated: number
  readonly method: PastState['method']
  readonly content: string | null
}

/** Charts over one database. */
export function openCharts(database: Database, base: string | undefined, now: () => Date): Charts {
  let latest = database.get<{ at: number | null }>('SELECT MAX(updated) AS at FROM charts')?.at ?? 0
  const charts: Charts = {
    database,
    base,
    now,
    standing: (type, id) => standingOf(database, type, id),
    current: (type, id) => currentIn(charts, type, id),
    currentOf: (rids) => rids.flatMap((rid) => contentOf(database, rid) ?? []),
    ridOf: (resource) => standingOf(database, resource.resourceType, resource.id)?.rid ?? -1,
    states: (rid) => database.all<StateRow>(`${STATE} WHERE rid = ? ORDER BY version DESC`, rid).map(pastState),
    state: (rid, version) => stateOf(database, rid, version),
    write: (resource, method, at) => write(charts, resource, method, at),
    erase: (type, id, at) => erase(charts, type, id, at),
    tick: () => {
      latest = Math.max(now().getTime(), latest + 1)
      return latest
    },
    isEmpty: () => database.get('SELECT 1 FROM charts LIMIT 1') === undefined,
  }
  return charts
}

const STATE = 'SELECT version, updated, method, content FROM versions'

function standingOf(database: Database, type: string, id: string): Standing | undefined {
  const sql = 'SELECT rid, version, deleted FROM charts WHERE type = ? AND id = ?'
  const row = database.get<{ rid: number; version: number; deleted: number }>(sql, type, id)
  return row && { rid: row.rid, version: row.version, deleted: row.deleted === 1 }
}

function currentIn(charts: Charts, type: string, id: string): Held {
  const standing = charts.standing(type, id)
  if (!standing) throw refusal(404, 'not-found', 'There is no such resource.')
  const content = standing.deleted ? undefined : contentOf(charts.database, standing.rid)
  if (!content) throw refusal(410, 'deleted', 'This resource was deleted.')
  return content
}

function contentOf(database: Database, rid: number): Held | undefined {
  const sql = `SELECT v.content AS content FROM charts c JOIN versions v ON v.rid = c.rid AND v.version = c.version
    WHERE c.rid = ? AND c.deleted = 0`
  const row = database.get<{ content: string }>(sql, rid)
  return row && heldFrom(row.content)
}

function stateOf(database: Database, rid: number, version: string): PastState | undefined {
  if (!/^[1-9]\d{0,8}$/.test(version)) return undefined
  const row = database.get<StateRow>(`${STATE} WHERE rid = ? AND version = ?`, rid, Number(version))
  return row && pastState(row)
}

const pastState = (row: StateRow): PastState => ({
  version: row.version,
  updated: row.updated,
  method: row.method,
  content: row.content === null ? undefined : heldFrom(row.content),
})

/** What stands in the database was validated when it was written. */
const heldFrom = (content: string): Held => JSON.parse(content) as Held

function write(charts: Charts, resource: Held, method: 'POST' | 'PUT', at: number): Held {
  const { database } = charts
  const before = charts.standing(resource.resourceType, resource.id)
  const version = (before?.version ?? 0) + 1
  const meta = { ...resource.meta, versionId: String(version), lastUpdated: new Date(at).toISOString() }
  const { resourceType, id, meta: _, ...rest } = resource
  const stored = { resourceType, id, meta, ...rest } as Held
  const rid = before?.rid ?? database.run(NEW_CHART, resourceType, id)
  database.run('UPDATE charts SET version = ?, deleted = 0, updated = ? WHERE rid = ?', version, at, rid)
  database.run(NEW_VERSION, rid, version, at, method, JSON.stringify(stored))
  if (before) forget(database, rid)
  enter(database, rid, stored, charts.base)
  return stored
}

function erase(charts: Charts, type: string, id: string, at: number): void {
  const { database } = charts
  const before = charts.standing(type, id)
  if (!before) throw refusal(404, 'not-found', 'There is no such resource.')
  if (before.deleted) return
  const version = before.version + 1
  database.run('UPDATE charts SET version = ?, deleted = 1, updated = ? WHERE rid = ?', version, at, before.rid)
  database.run(NEW_VERSION, before.rid, version, at, 'DELETE', null)
  forget(database, before.rid)
}

const NEW_CHART = 'INSERT INTO charts (type, id, version, deleted, updated) VALUES (?, ?, 0, 0, 0)'
const NEW_VERSION = 'INSERT INTO versions (rid, version, updated, method, content) VALUES (?, ?, ?, ?, ?)'
