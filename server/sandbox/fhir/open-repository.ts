import type { Resource } from '@medplum/fhirtypes'
import type { Change, Repository, Stored } from '#server/sandbox/repository.ts'
import { belongingOf } from './belonging.ts'
import { carriedOut } from './bundling.ts'
import { type Charts, type Held, openCharts } from './charts.ts'
import { type Cursors, openCursors } from './cursors.ts'
import { openDatabase } from './database.ts'
import { history, versionOf } from './history.ts'
import { matchesOne } from './matching.ts'
import { checkReferences } from './references.ts'
import { readSearchRequest } from './search-request.ts'
import { searchset } from './searching.ts'
import { checkSubscription, readCriteria } from './subscriptions/criteria.ts'
import { validate } from './validation.ts'
import { created, updated, type Written } from './writing.ts'

export interface RepositoryOptions {
  /** SQLite file; `:memory:` keeps nothing */
  readonly file: string
  readonly now: () => Date
  /** own FHIR base without a slash at its end: absolute references that start with it are ours */
  readonly base?: string
  /** whether references to resources that are not here are refused; on unless switched off */
  readonly checksReferences?: boolean
}

/** Opens the sandbox's charts. What was answered is durable: it survives the end of the process in any form. */
export function openRepository({ file, now, base, checksReferences = true }: RepositoryOptions): Repository {
  const database = openDatabase(file)
  const charts = openCharts(database, base, now)
  const cursors = openCursors()
  const listeners: ((change: Change) => void)[] = []
  const tell = (changes: readonly Change[]) => {
    for (const change of changes) for (const listener of listeners) listener(change)
  }
  const write = (resource: Resource, store: (at: number) => Written): Stored => {
    const written = stored(charts, resource, checksReferences, store)
    if (written.changed) tell([{ resource: written.resource, interaction: written.created ? 'create' : 'update' }])
    return { resource: written.resource, created: written.created }
  }
  return {
    ...reading(charts, cursors),
    create: <T extends Resource>(resource: T, ifNoneExist?: string) =>
      write(resource, (at) => created(charts, resource, { ifNoneExist }, at)) as Stored<T>,
    update: <T extends Resource>(resource: T & { id: string }, ifMatch?: string) =>
      write(resource, (at) => updated(charts, resource, ifMatch, at)) as Stored<T>,
    remove: (type, id) => tell(erased(charts, type, id)),
    bundle: (bundle, at, permits, confineTo) => {
      const changes: Change[] = []
      const sees = (type: string) => permits('r', type) || permits('s', type)
      const asker = { base: at, confineTo, sees }
      const note = (change: Change) => changes.push(change)
      const answer = carriedOut({ charts, cursors, asker, permits, checksReferences, note }, bundle)
      tell(changes)
      return answer
    },
    seed: (resources) => seed(charts, resources),
    isEmpty: () => charts.isEmpty(),
    onChange: (listener) => listeners.push(listener),
    close: () => database.close(),
  }
}

type Reading = Pick<Repository, 'read' | 'isPresent' | 'readVersion' | 'history' | 'search' | 'matches' | 'belonging'>

function reading(charts: Charts, cursors: Cursors): Reading {
  return {
    read: <T extends Resource>(type: string, id: string) => charts.current(type, id) as T & { id: string },
    isPresent: (type, id) => charts.standing(type, id)?.deleted === false,
    readVersion: (type, id, versionId) => versionOf(charts, type, id, versionId),
    history: (type, id, base) => history(charts, type, id, base),
    search: (type, query, base, confineTo, sees = () => true) =>
      searchset(charts, cursors, type, query, { base, confineTo, sees }),
    matches: (type, id, criteria) => matches(charts, type, id, criteria),
    belonging: (resource, patient) => belongingOf(charts, resource, patient),
  }
}

function matches(charts: Charts, type: string, id: string, criteria: string): boolean {
  const wanted = readCriteria(criteria)
  const standing = charts.standing(type, id)
  if (wanted.type !== type || !standing || standing.deleted) return false
  return matchesOne(charts.database, readSearchRequest(type, wanted.query), standing.rid, charts.base)
}

function stored(charts: Charts, resource: Resource, checks: boolean, store: (at: number) => Written): Written {
  validate(resource)
  checkSubscription(resource)
  return charts.database.transaction(() => {
    const written = store(charts.tick())
    if (written.changed && checks) checkReferences(charts, written.resource)
    return written
  })
}

function erased(charts: Charts, type: string, id: string): readonly Change[] {
  const standing = charts.standing(type, id)
  if (standing?.deleted) return []
  const resource = charts.current(type, id)
  charts.database.transaction(() => charts.erase(type, id, charts.tick()))
  return [{ resource, interaction: 'delete' }]
}

/** All seeds share one moment, so that a large cohort does not carry the clock into the future. */
function seed(charts: Charts, resources: readonly Held[]): void {
  charts.database.transaction(() => {
    const at = charts.tick()
    for (const resource of resources) charts.write(resource, 'PUT', at)
  })
}
