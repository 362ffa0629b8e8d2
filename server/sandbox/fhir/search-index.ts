import { compartmentsOf } from './compartment.ts'
import type { Database } from './database.ts'
import { folded, intervalOf, referencesAt, stringsOf, tokensOf, valuesAt } from './index-values.ts'
import { type Parameter, parametersOf } from './parameters.ts'

/** Hidden slots beside the search parameters: whose compartment, and which Binary the text of a note stands in. */
export const COMPARTMENT = '$compartment'
export const ATTACHED = '$attached'

/** Takes a resource out of the index. */
export function forget(database: Database, rid: number): void {
  for (const table of ['tokens', 'refs', 'dates', 'strings']) database.run(`DELETE FROM ${table} WHERE rid = ?`, rid)
}

/** Enters the current state of a resource into the index, after `forget`. */
export function enter(database: Database, rid: number, resource: Indexed, base: string | undefined): void {
  const type = resource.resourceType
  for (const [name, parameter] of Object.entries(parametersOf(type) ?? {})) {
    writers[parameter.kind](database, rid, `${type}.${name}`, resource, parameter, base)
  }
  for (const patient of compartmentsOf(resource, type, resource.id, base)) {
    database.run(INSERT.refs, `${type}.${COMPARTMENT}`, patient, rid)
  }
  for (const binary of attachedBinaries(resource, base)) database.run(INSERT.refs, `${type}.${ATTACHED}`, binary, rid)
}

interface Indexed {
  readonly resourceType: string
  readonly id: string
}

type Writer = (
  database: Database,
  rid: number,
  slot: string,
  resource: object,
  parameter: Parameter,
  base: string | undefined,
) => void

const INSERT = {
  tokens: 'INSERT OR IGNORE INTO tokens (slot, code, system, rid) VALUES (?, ?, ?, ?)',
  refs: 'INSERT OR IGNORE INTO refs (slot, target, rid) VALUES (?, ?, ?)',
  dates: 'INSERT OR IGNORE INTO dates (slot, low, high, rid) VALUES (?, ?, ?, ?)',
  strings: 'INSERT OR IGNORE INTO strings (slot, value, exact, rid) VALUES (?, ?, ?, ?)',
}

const valuesOf = (resource: object, parameter: Parameter): readonly unknown[] =>
  parameter.paths.flatMap((path) => valuesAt(resource, path))

const writers: Readonly<Record<Parameter['kind'], Writer>> = {
  token: (database, rid, slot, resource, parameter) => {
    for (const { system, code } of valuesOf(resource, parameter).flatMap(tokensOf)) {
      database.run(INSERT.tokens, slot, code, system, rid)
    }
  },
  uri: (database, rid, slot, resource, parameter) => {
    for (const value of valuesOf(resource, parameter)) {
      if (typeof value === 'string') database.run(INSERT.tokens, slot, value, '', rid)
    }
  },
  reference: (database, rid, slot, resource, parameter, base) => {
    for (const target of parameter.paths.flatMap((path) => referencesAt(resource, path, base))) {
      const allowed = parameter.targets === undefined || parameter.targets.includes(target.split('/')[0] ?? '')
      if (allowed) database.run(INSERT.refs, slot, target, rid)
    }
  },
  date: (database, rid, slot, resource, parameter) => {
    for (const value of valuesOf(resource, parameter)) {
      const interval = intervalOf(value)
      if (interval) database.run(INSERT.dates, slot, interval.low, interval.high, rid)
    }
  },
  string: (database, rid, slot, resource, parameter) => {
    for (const text of valuesOf(resource, parameter).flatMap(stringsOf)) {
      database.run(INSERT.strings, slot, folded(text), text, rid)
    }
  },
}

function attachedBinaries(resource: object, base: string | undefined): readonly string[] {
  const urls = ['content.attachment.url', 'presentedForm.url'].flatMap((path) => referencesAt(resource, path, base))
  return urls.filter((url) => url.startsWith('Binary/'))
}
