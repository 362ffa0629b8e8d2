import { refusal } from './outcome.ts'
import { type Parameter, parameterOf, parametersOf } from './parameters.ts'

/** One condition of a query: the values are alternatives. */
export interface Criterion {
  readonly name: string
  readonly kind: Parameter['kind'] | 'id' | 'updated'
  readonly targets: readonly string[] | undefined
  readonly modifier: string | undefined
  readonly values: readonly string[]
}

export interface SortKey {
  readonly name: string
  readonly kind: Criterion['kind']
  readonly descending: boolean
}

export interface Inclusion {
  readonly source: string
  readonly parameter: string
  readonly target: string | undefined
  readonly iterate: boolean
}

/** A search as it was asked, every name known to be good. */
export interface SearchRequest {
  readonly type: string
  readonly criteria: readonly Criterion[]
  readonly sort: readonly SortKey[]
  readonly count: number
  readonly includes: readonly Inclusion[]
  readonly revincludes: readonly Inclusion[]
  readonly countOnly: boolean
  readonly total: boolean
  readonly elements: readonly string[] | undefined
}

const DEFAULT_COUNT = 50
const MAX_COUNT = 500

/** More alternatives, parameters or sort keys than a person or program asks for, and than one SQL statement may hold. */
const MOST_ALTERNATIVES = 500
const MOST_PARAMETERS = 300
const MOST_SORT_KEYS = 10

/** Names that shape the answer and select nothing. */
const shaping = ['_sort', '_count', '_include', '_revinclude', '_summary', '_total', '_elements', '_format', '_pretty']

/** Reads a raw query string strictly: any unknown parameter, modifier or value is refused with 400. */
export function readSearchRequest(type: string, query: string): SearchRequest {
  const pairs = pairsOf(query)
  const all = (name: string) => pairs.filter(([key]) => key === name).map(([, value]) => value)
  const includes = (name: string) =>
    pairs.filter(([key]) => key.split(':')[0] === name).map(([key, value]) => inclusion(type, key, value))
  const summary = oneOf('_summary', all('_summary'), ['count', 'false'])
  const total = oneOf('_total', all('_total'), ['none', 'estimate', 'accurate'])
  const count = countOf(all('_count'))
  return {
    type,
    criteria: pairs.filter(([key]) => !isShaping(key)).map(([key, value]) => criterion(type, key, value)),
    sort: sortKeys(type, all('_sort')),
    count,
    includes: includes('_include'),
    revincludes: includes('_revinclude'),
    countOnly: summary === 'count' || count === 0,
    total: total !== 'none',
    elements: elementsOf(all('_elements')),
  }
}

/** The query without the parameters that this server does not know (`Prefer: handling=lenient`). */
export function knownPartOf(type: string, query: string): string {
  const kept = [...new URLSearchParams(query)].filter(([key]) => isShaping(key) || kindOf(type, nameOf(key)))
  return new URLSearchParams(kept).toString()
}

/** Splits at a separator that no backslash escapes, and takes the backslashes away on demand. */
export function splitUnescaped(text: string, separator: ',' | '|'): string[] {
  const parts = text.match(separator === ',' ? /(?:\\.|[^\\,])+/gs : /^((?:\\.|[^\\|])*)(?:\|(.*))?$/s)
  if (separator === ',') return parts ? [...parts] : []
  return parts ? parts.slice(1).filter((part) => part !== undefined) : []
}

/** `\,` `\|` `\$` `\\` as the characters they stand for. */
export const unescaped = (text: string): string => text.replace(/\\([,|$\\])/g, '$1')

function pairsOf(query: string): readonly (readonly [string, string])[] {
  const pairs = [...new URLSearchParams(query)]
  if (pairs.length > MOST_PARAMETERS) throw refusal(400, 'too-costly', 'The search has too many parameters.')
  const empty = pairs.find(([key, value]) => value === '' && !isShaping(key))
  if (empty) throw refusal(400, 'invalid', 'A search parameter has no value.', nameOf(empty[0]))
  return pairs
}

const nameOf = (key: string): string => key.split(':')[0] ?? key
const isShaping = (key: string): boolean => shaping.includes(nameOf(key))

function kindOf(type: string, name: string): Criterion['kind'] | undefined {
  if (name === '_id') return 'id'
  if (name === '_lastUpdated') return 'updated'
  return parameterOf(type, name)?.kind
}

const modifiersOf: Readonly<Record<Criterion['kind'], readonly string[]>> = {
  id: [],
  updated: [],
  token: ['not', 'missing'],
  uri: ['missing'],
  date: ['missing'],
  string: ['exact', 'contains', 'missing'],
  reference: ['missing'],
}

function criterion(type: string, key: string, value: string): Criterion {
  const name = nameOf(key)
  const kind = kindOf(type, name)
  if (!kind)
    throw refusal(400, 'not-supported', `${type} has no search parameter of this name here.`, name.slice(0, 64))
  const modifier = key.includes(':') ? key.slice(key.indexOf(':') + 1) : undefined
  const typed = kind === 'reference' && modifier !== undefined && parametersOf(modifier) !== undefined
  if (modifier !== undefined && !typed && !modifiersOf[kind].includes(modifier)) {
    throw refusal(400, 'not-supported', 'This search parameter has no such modifier here.', name)
  }
  const targets = parameterOf(type, name)?.targets
  if (typed && targets && !targets.includes(modifier)) throw refusal(400, 'invalid', 'The target type is wrong.', name)
  const values = splitUnescaped(value, ',')
  if (values.length === 0) throw refusal(400, 'invalid', 'A search parameter has no value.', name)
  if (values.length > MOST_ALTERNATIVES) throw refusal(400, 'too-costly', 'The parameter has too many values.', name)
  return { name, kind, targets: typed ? [modifier] : targets, modifier: typed ? undefined : modifier, values }
}

function sortKeys(type: string, values: readonly string[]): SortKey[] {
  const keys = values.flatMap((value) => value.split(','))
  if (keys.length > MOST_SORT_KEYS) throw refusal(400, 'too-costly', 'The search has too many sort keys.', '_sort')
  return keys.map((key) => sortKey(type, key))
}

function sortKey(type: string, key: string): SortKey {
  const name = key.replace(/^-/, '')
  const kind = kindOf(type, name)
  if (!kind) throw refusal(400, 'not-supported', `${type} cannot be sorted by this.`, '_sort')
  return { name, kind, descending: key.startsWith('-') }
}

function inclusion(type: string, key: string, value: string): Inclusion {
  const [source = '', parameter = '', target] = value.split(':')
  const modifier = key.split(':')[1]
  const known = parameterOf(source, parameter)?.kind === 'reference'
  const own = key.startsWith('_revinclude') || modifier === 'iterate' || source === type
  if (!known || !own || (modifier !== undefined && modifier !== 'iterate')) {
    throw refusal(400, 'not-supported', 'The resources to include are not known here.', nameOf(key))
  }
  return { source, parameter, target, iterate: modifier === 'iterate' }
}

function countOf(values: readonly string[]): number {
  const value = values.at(-1)
  if (value === undefined) return DEFAULT_COUNT
  if (!/^\d{1,9}$/.test(value)) throw refusal(400, 'invalid', 'The page size is not a number.', '_count')
  return Math.min(Number(value), MAX_COUNT)
}

function oneOf(name: string, values: readonly string[], known: readonly string[]): string | undefined {
  const value = values.at(-1)
  if (value !== undefined && !known.includes(value)) throw refusal(400, 'not-supported', 'This is not offered.', name)
  return value
}

function elementsOf(values: readonly string[]): readonly string[] | undefined {
  return values.length === 0 ? undefined : values.flatMap((value) => value.split(','))
}
