import { belongingOf } from './belonging.ts'
import type { Charts, Held } from './charts.ts'
import type { Inclusion, SearchRequest } from './search-request.ts'
import type { Asker } from './searching.ts'

/** How far `:iterate` goes; a cycle of references must end somewhere. */
const ROUNDS = 4
/** No page brings more than this many resources beside its matches. */
const INCLUDED = 1000

/** Resources that `_include` and `_revinclude` bring with a page, each once, none that the asker may not see. */
export function includedWith(charts: Charts, request: SearchRequest, matches: readonly Held[], asker: Asker): Held[] {
  const inclusions = [...request.includes, ...request.revincludes]
  if (inclusions.length === 0) return []
  const seen = new Set(matches.map(nameOf))
  const included: Held[] = []
  let frontier = matches
  for (let round = 0; round < ROUNDS && frontier.length > 0; round++) {
    const rids = ridsFrom(charts, request, frontier, round)
    const fresh = charts.currentOf(rids).filter((one) => !seen.has(nameOf(one)) && visible(charts, one, asker))
    for (const one of fresh) seen.add(nameOf(one))
    included.push(...fresh)
    frontier = fresh
  }
  return included.slice(0, INCLUDED)
}

function ridsFrom(charts: Charts, request: SearchRequest, from: readonly Held[], round: number): number[] {
  const due = (inclusion: Inclusion) => round === 0 || inclusion.iterate
  const forward = request.includes.filter(due).flatMap((one) => pointedAt(charts, one, from))
  const backward = request.revincludes.filter(due).flatMap((one) => pointingAt(charts, one, from))
  return [...new Set([...forward, ...backward])]
}

function pointedAt(charts: Charts, { source, parameter, target }: Inclusion, from: readonly Held[]): number[] {
  const sql = `SELECT DISTINCT c.rid AS rid FROM refs r JOIN charts c
    ON c.type = substr(r.target, 1, instr(r.target, '/') - 1) AND c.id = substr(r.target, instr(r.target, '/') + 1)
    WHERE r.rid = ? AND r.slot = ? AND c.deleted = 0 AND (? = '' OR c.type = ?)`
  const wanted = target ?? ''
  return from
    .filter((one) => one.resourceType === source)
    .flatMap((one) => charts.database.all<Row>(sql, charts.ridOf(one), `${source}.${parameter}`, wanted, wanted))
    .map((row) => row.rid)
}

function pointingAt(charts: Charts, { source, parameter }: Inclusion, at: readonly Held[]): number[] {
  const sql = 'SELECT rid FROM refs WHERE slot = ? AND target = ?'
  return at.flatMap((one) => charts.database.all<Row>(sql, `${source}.${parameter}`, nameOf(one))).map((row) => row.rid)
}

function visible(charts: Charts, one: Held, asker: Asker): boolean {
  if (!asker.sees(one.resourceType)) return false
  return asker.confineTo === undefined || belongingOf(charts, one, asker.confineTo) !== 'foreign'
}

interface Row {
  readonly rid: number
}

const nameOf = (one: Held): string => `${one.resourceType}/${one.id}`
