import { folded, IMPLIED, localReference } from './index-values.ts'
import { type Interval, intervalFromDate } from './instants.ts'
import { refusal } from './outcome.ts'
import { heldTypes } from './parameters.ts'
import { type Criterion, splitUnescaped, unescaped } from './search-request.ts'

/** One criterion as SQL over one index table: which rows match, or (negated) which must not exist. */
export interface Condition {
  readonly table: 'charts' | 'tokens' | 'refs' | 'dates' | 'strings'
  readonly where: string
  readonly values: readonly (string | number)[]
  readonly negated: boolean
}

/** What a criterion asks of the index. Values are bound, never written into the SQL. */
export function conditionOf(type: string, criterion: Criterion, base: string | undefined): Condition {
  const slot = `${type}.${criterion.name}`
  if (criterion.modifier === 'missing') return missing(criterion, slot)
  const alternatives = criterion.values.map((value) => readers[criterion.kind](value, criterion, base))
  const where = `(${alternatives.map((one) => one.where).join(' OR ')})`
  const values = alternatives.flatMap((one) => one.values)
  const table = tables[criterion.kind]
  const negated = criterion.modifier === 'not'
  if (table === 'charts')
    return { table, where: `type = ? AND deleted = 0 AND ${where}`, values: [type, ...values], negated }
  return { table, where: `slot = ? AND ${where}`, values: [slot, ...values], negated }
}

interface Fragment {
  readonly where: string
  readonly values: readonly (string | number)[]
}

const tables = {
  id: 'charts',
  updated: 'charts',
  token: 'tokens',
  uri: 'tokens',
  reference: 'refs',
  date: 'dates',
  string: 'strings',
} as const satisfies Record<Criterion['kind'], Condition['table']>

type Reader = (value: string, criterion: Criterion, base: string | undefined) => Fragment

const readers: Readonly<Record<Criterion['kind'], Reader>> = {
  id: (value) => ({ where: 'id = ?', values: [value] }),
  updated: (value, { name }) => updatedFragment(value, name),
  date: (value, { name }) => dateFragment(value, name),
  uri: (value) => ({ where: 'code = ?', values: [unescaped(value)] }),
  token: tokenFragment,
  string: stringFragment,
  reference: referenceFragment,
}

function missing(criterion: Criterion, slot: string): Condition {
  const [wanted] = criterion.values
  if (wanted !== 'true' && wanted !== 'false')
    throw refusal(400, 'invalid', 'Missing is true or false.', criterion.name)
  return { table: tables[criterion.kind], where: 'slot = ?', values: [slot], negated: wanted === 'true' }
}

function tokenFragment(value: string): Fragment {
  const parts = splitUnescaped(value, '|').map(unescaped)
  const [system = '', code] = parts
  if (parts.length < 2) return { where: 'code = ?', values: [system] }
  if (code === undefined || code === '') return { where: 'system = ?', values: [system] }
  return { where: '(code = ? AND system IN (?, ?))', values: [code, system, IMPLIED] }
}

function stringFragment(value: string, { modifier }: Criterion): Fragment {
  const text = unescaped(value)
  if (modifier === 'exact') return { where: '(value = ? AND exact = ?)', values: [folded(text), text] }
  if (modifier === 'contains') return { where: 'instr(value, ?) > 0', values: [folded(text)] }
  const start = folded(text)
  return { where: '(value >= ? AND value < ?)', values: [start, `${start}\u{10ffff}`] }
}

function referenceFragment(value: string, { targets, name }: Criterion, base: string | undefined): Fragment {
  const target = localReference(unescaped(value), base)
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return { where: 'target = ?', values: [target] }
  const [type = '', id] = target.split('/')
  if (id === undefined) {
    const possible = (targets ?? heldTypes).map((one) => `${one}/${type}`)
    return { where: `target IN (${possible.map(() => '?').join(', ')})`, values: possible }
  }
  if (!heldTypes.includes(type)) throw refusal(400, 'invalid', 'The reference is to an unknown type.', name)
  const elsewhere = targets !== undefined && !targets.includes(type)
  return elsewhere ? { where: '0', values: [] } : { where: 'target = ?', values: [target] }
}

function dateOf(value: string, name: string): { readonly prefix: string; readonly when: Interval } {
  const parts = /^(eq|ne|gt|lt|ge|le|sa|eb|ap)?(\d.*)$/s.exec(value)
  const when = intervalFromDate((parts?.[2] ?? '').replace(' ', '+'))
  if (!when) throw refusal(400, 'invalid', 'This is not a date.', name)
  return { prefix: parts?.[1] ?? 'eq', when }
}

/** R4 search, prefixes, over the stretch of time that the resource's value covers. */
function dateFragment(value: string, name: string): Fragment {
  const { prefix, when } = dateOf(value, name)
  const { low, high } = when
  if (prefix === 'ne') return { where: 'NOT (low >= ? AND high <= ?)', values: [low, high] }
  if (prefix === 'gt') return { where: 'high > ?', values: [high] }
  if (prefix === 'lt') return { where: 'low < ?', values: [low] }
  if (prefix === 'ge') return { where: 'high >= ?', values: [low] }
  if (prefix === 'le') return { where: 'low <= ?', values: [high] }
  if (prefix === 'sa') return { where: 'low > ?', values: [high] }
  if (prefix === 'eb') return { where: 'high < ?', values: [low] }
  if (prefix === 'ap') return { where: '(high >= ? AND low <= ?)', values: [low, high] }
  return { where: '(low >= ? AND low <= ? AND high <= ?)', values: [low, high, high] }
}

function updatedFragment(value: string, name: string): Fragment {
  const { prefix, when } = dateOf(value, name)
  const { low, high } = when
  if (prefix === 'ne') return { where: '(updated < ? OR updated > ?)', values: [low, high] }
  if (prefix === 'gt' || prefix === 'sa') return { where: 'updated > ?', values: [high] }
  if (prefix === 'lt' || prefix === 'eb') return { where: 'updated < ?', values: [low] }
  if (prefix === 'ge') return { where: 'updated >= ?', values: [low] }
  if (prefix === 'le') return { where: 'updated <= ?', values: [high] }
  return { where: '(updated >= ? AND updated <= ?)', values: [low, high] }
}
