import type { Resource } from '@medplum/fhirtypes'

/** A test of one resource; the fake understands few parameters and refuses the others instead of ignoring them. */
type Matcher = (resource: Resource, wanted: string) => boolean

type Loose = Record<string, unknown>

const listed = (value: unknown): readonly Loose[] =>
  value === undefined ? [] : ((Array.isArray(value) ? value : [value]) as readonly Loose[])

const field = (resource: Resource, name: string): unknown => (resource as unknown as Loose)[name]

/** Token search over Identifier, Coding or CodeableConcept: `code`, `system|code`, `|code`, `system|`. */
function tokenIn(value: unknown, wanted: string): boolean {
  const [system, code] = wanted.includes('|') ? (wanted.split('|') as [string, string]) : [undefined, wanted]
  const tokens = listed(value).flatMap((one) => ('coding' in one ? listed(one.coding) : [one]))
  return tokens.some(
    (token) =>
      (system === undefined || (token.system ?? '') === system) &&
      (code === '' || token.code === code || token.value === code),
  )
}

const token =
  (...names: readonly string[]): Matcher =>
  (resource, wanted) =>
    names.some((name) => tokenIn(field(resource, name), wanted))

const word =
  (name: string): Matcher =>
  (resource, wanted) =>
    field(resource, name) === wanted

const reference =
  (...names: readonly string[]): Matcher =>
  (resource, wanted) =>
    names.some((name) =>
      listed(field(resource, name)).some(
        (one) => one.reference === wanted || String(one.reference).endsWith(`/${wanted}`),
      ),
    )

const patient: Matcher = (resource, wanted) =>
  reference('subject', 'patient')(resource, wanted.startsWith('Patient/') ? wanted : `Patient/${wanted}`)

/** The span that a FHIR date covers: a day is a day, an instant an instant. */
function span(date: string): readonly [number, number] {
  const start = Date.parse(date)
  if (date.includes('T')) return [start, start]
  const [year = 1970, month, day] = date.split('-').map(Number)
  const next =
    day !== undefined ? Date.UTC(year, (month ?? 1) - 1, day + 1) : Date.UTC(month ? year : year + 1, month ?? 0)
  return [start, next - 1]
}

function inTime(value: string | undefined, wanted: string): boolean {
  if (value === undefined) return false
  const prefix = /^(ge|gt|le|lt|eq)/.exec(wanted)?.[0] ?? 'eq'
  const [from, to] = span(wanted.replace(/^(ge|gt|le|lt|eq)/, ''))
  const [start, end] = span(value)
  if (prefix === 'ge') return end >= from
  if (prefix === 'gt') return end > to
  if (prefix === 'le') return start <= to
  if (prefix === 'lt') return start < from
  return start >= from && end <= to
}

const time =
  (...names: readonly string[]): Matcher =>
  (resource, wanted) =>
    names.some((name) => {
      const value = field(resource, name)
      const start = typeof value === 'string' ? value : (value as Loose | undefined)?.start
      return inTime(typeof start === 'string' ? start : undefined, wanted)
    })

const matchers: Readonly<Record<string, Matcher>> = {
  _id: (resource, wanted) => resource.id === wanted,
  _lastUpdated: (resource, wanted) => inTime(resource.meta?.lastUpdated, wanted),
  _tag: (resource, wanted) => tokenIn(resource.meta?.tag, wanted),
  _security: (resource, wanted) => tokenIn(resource.meta?.security, wanted),
  identifier: token('identifier'),
  code: token('code', 'medicationCodeableConcept'),
  category: token('category'),
  type: token('type'),
  status: word('status'),
  patient,
  subject: patient,
  encounter: reference('encounter', 'context'),
  target: reference('target'),
  date: time('date', 'effectiveDateTime', 'effectivePeriod', 'effectiveInstant', 'performedDateTime', 'period'),
  'effective-time': time('effectiveDateTime', 'effectivePeriod'),
  authoredon: time('authoredOn'),
  url: word('url'),
  criteria: word('criteria'),
}

/** Parameters that shape the answer and select nothing. */
const SHAPING = ['_sort', '_count', '_include', '_total', '_elements']

/** Whether the resource meets every parameter; a comma means "or", a repeated parameter "and". Throws for unknown ones. */
export function meets(resource: Resource, parameters: Readonly<Record<string, string | readonly string[]>>): boolean {
  return Object.entries(parameters).every(([name, values]) => {
    if (SHAPING.includes(name)) return true
    const matcher = matchers[name]
    if (!matcher) throw new Error(`the fake EHR does not know the search parameter ${name}`)
    return [values].flat().every((value) => value.split(',').some((wanted) => matcher(resource, wanted)))
  })
}

/** `_sort` by `_lastUpdated`, `date` or `effective-time`, either way; other keys are refused. */
export function sorted<T extends Resource>(resources: readonly T[], key: string | undefined): readonly T[] {
  if (key === undefined) return resources
  const name = key.replace(/^-/, '')
  if (!['_lastUpdated', 'date', 'effective-time'].includes(name)) throw new Error(`the fake EHR cannot sort by ${key}`)
  const at = (resource: T): string => {
    const when = name === '_lastUpdated' ? resource.meta?.lastUpdated : (field(resource, 'date') ?? effective(resource))
    return typeof when === 'string' ? when : ''
  }
  const ascending = [...resources].sort((a, b) => at(a).localeCompare(at(b)))
  return key.startsWith('-') ? ascending.reverse() : ascending
}

const effective = (resource: Resource): unknown =>
  field(resource, 'effectiveDateTime') ?? (field(resource, 'effectivePeriod') as Loose | undefined)?.start
