import { openTypes } from './compartment.ts'
import { type Condition, conditionOf } from './condition.ts'
import type { Database } from './database.ts'
import { heldTypes } from './parameters.ts'
import { COMPARTMENT } from './search-index.ts'
import type { SearchRequest, SortKey } from './search-request.ts'

/** Where matches are counted from, and how many rows are looked at before a condition is called unselective. */
const COUNTED_ROWS = 3000

/**
 * Row ids of all matches in order. The condition with the fewest index rows leads, the others are looked up for
 * each of its rows: SQLite's own planner has no statistics here and would often start with the wrong one. The ids come
 * as one JSON array, since fifty thousand row objects cost more than the search itself.
 */
export function matchesOf(database: Database, request: SearchRequest, scope: Scope): number[] {
  const conditions = joined([
    ...request.criteria.map((criterion) => conditionOf(request.type, criterion, scope.base)),
    ...confinement(request.type, scope.confineTo),
  ])
  const leader = leaderOf(database, request.type, conditions)
  const others = conditions.filter((condition) => condition !== leader)
  const sorting = request.sort.map((key) => sortExpression(request.type, key, leader))
  const led = {
    dates: 'rid, low',
    charts: 'rid',
    tokens: 'DISTINCT rid',
    refs: 'DISTINCT rid',
    strings: 'DISTINCT rid',
  }
  const sql = [
    `SELECT m.rid AS rid FROM (SELECT ${led[leader.table]} FROM ${leader.table} WHERE ${leader.where}) m`,
    others.length > 0 ? `WHERE ${others.map(lookedUp).join(' AND ')}` : '',
    `ORDER BY ${[...sorting.map((one) => one.sql), 'm.rid'].join(', ')}`,
  ].join(' ')
  const values = [leader, ...others, ...sorting].flatMap((one) => one.values)
  const row = database.get<{ rids: string }>(`SELECT json_group_array(rid) AS rids FROM (${sql})`, ...values)
  return row ? (JSON.parse(row.rids) as number[]) : []
}

/** Several bounds on one date become one condition: every dated element here has at most one value in a resource. */
function joined(conditions: readonly Condition[]): Condition[] {
  const bySlot = Map.groupBy(conditions, ({ table, values, negated }) =>
    table === 'dates' ? `${values[0]} ${negated}` : '',
  )
  return [...bySlot].flatMap(([slot, group]) => {
    if (slot === '' || slot.endsWith('true')) return group
    const where = group.map((condition) => `(${condition.where})`).join(' AND ')
    return [{ table: 'dates' as const, where, values: group.flatMap((condition) => condition.values), negated: false }]
  })
}

export interface Scope {
  /** own FHIR base, so that absolute references to us are known as ours */
  readonly base: string | undefined
  /** `Patient/ID` */
  readonly confineTo: string | undefined
}

/** Whether one stored resource matches a query (subscriptions). */
export function matchesOne(database: Database, request: SearchRequest, rid: number, base: string | undefined): boolean {
  const conditions = joined(request.criteria.map((criterion) => conditionOf(request.type, criterion, base)))
  const where = ['m.rid = ?', ...conditions.map(lookedUp)].join(' AND ')
  const values = conditions.flatMap((condition) => condition.values)
  return database.get(`SELECT 1 FROM charts m WHERE ${where}`, rid, ...values) !== undefined
}

function leaderOf(database: Database, type: string, conditions: readonly Condition[]): Condition {
  const everything = { table: 'charts', where: 'type = ? AND deleted = 0', values: [type], negated: false } as const
  const candidates = conditions.filter((condition) => !condition.negated)
  if (candidates.length < 2) return candidates[0] ?? everything
  const counted = candidates.map((condition) => ({ condition, rows: rowsOf(database, condition) }))
  return counted.reduce((best, one) => (one.rows < best.rows ? one : best)).condition
}

function rowsOf(database: Database, { table, where, values }: Condition): number {
  const sql = `SELECT COUNT(*) AS rows FROM (SELECT 1 FROM ${table} WHERE ${where} LIMIT ${COUNTED_ROWS})`
  return database.get<{ rows: number }>(sql, ...values)?.rows ?? 0
}

function lookedUp({ table, where, negated }: Condition): string {
  const index = table === 'charts' ? '' : `INDEXED BY ${table}_by_rid`
  return `${negated ? 'NOT ' : ''}EXISTS (SELECT 1 FROM ${table} x ${index} WHERE x.rid = m.rid AND ${where})`
}

function confinement(type: string, confineTo: string | undefined): Condition[] {
  if (confineTo === undefined || openTypes.includes(type)) return []
  if (type === 'Provenance') return [aboutResourcesOf(confineTo)]
  return [
    { table: 'refs', where: 'slot = ? AND target = ?', values: [`${type}.${COMPARTMENT}`, confineTo], negated: false },
  ]
}

/** R4 puts a Provenance into the compartment of the patient whose resources it tells of. */
function aboutResourcesOf(patient: string): Condition {
  const slots = heldTypes.map((type) => `${type}.${COMPARTMENT}`)
  const members = `SELECT c.type || '/' || c.id FROM refs p JOIN charts c ON c.rid = p.rid
    WHERE p.slot IN (${slots.map(() => '?').join(', ')}) AND p.target = ?`
  const where = `slot = 'Provenance.target' AND target IN (${members})`
  return { table: 'refs', where, values: [...slots, patient], negated: false }
}

const sortColumns = {
  token: ['tokens', 'code'],
  uri: ['tokens', 'code'],
  reference: ['refs', 'target'],
  string: ['strings', 'value'],
  date: ['dates', 'low'],
} as const

interface Sorting {
  readonly sql: string
  readonly values: readonly string[]
}

function sortExpression(type: string, key: SortKey, leader: Condition): Sorting {
  const direction = key.descending ? 'DESC NULLS LAST' : 'ASC NULLS LAST'
  if (key.kind === 'id' || key.kind === 'updated') {
    return { sql: `(SELECT ${key.kind} FROM charts x WHERE x.rid = m.rid) ${direction}`, values: [] }
  }
  const [table, column] = sortColumns[key.kind]
  const isLed = leader.table === 'dates' && leader.values[0] === `${type}.${key.name}`
  if (isLed) return { sql: `m.low ${direction}`, values: [] }
  const edge = key.descending ? 'MAX' : 'MIN'
  const from = `SELECT ${edge}(${column}) FROM ${table} x INDEXED BY ${table}_by_rid`
  return { sql: `(${from} WHERE x.rid = m.rid AND x.slot = ?) ${direction}`, values: [`${type}.${key.name}`] }
}
