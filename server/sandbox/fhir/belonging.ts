import type { Resource } from '@medplum/fhirtypes'
import type { Charts } from './charts.ts'
import { compartmentsOf, openTypes } from './compartment.ts'
import { referencesAt } from './index-values.ts'
import { refusal } from './outcome.ts'
import { ATTACHED, COMPARTMENT } from './search-index.ts'

export type Belonging = 'own' | 'open' | 'foreign'

/**
 * Whose resource it is, seen from one patient. A Binary belongs to whom a note or report with it belongs, a Provenance to
 * whom the resources belong that it tells of.
 */
export function belongingOf(charts: Charts, resource: Resource, patient: string): Belonging {
  const { resourceType: type, id } = resource
  if (openTypes.includes(type)) return 'open'
  if (compartmentsOf(resource, type, id, charts.base).includes(patient)) return 'own'
  if (type === 'Binary' && id !== undefined && isAttachedFor(charts, id, patient)) return 'own'
  return type === 'Provenance' && tellsOf(charts, resource, patient) ? 'own' : 'foreign'
}

/** Refuses with 403 what a token confined to one patient may not see. */
export function checkRead(charts: Charts, resource: Resource, confineTo: string | undefined): void {
  if (confineTo === undefined || belongingOf(charts, resource, confineTo) !== 'foreign') return
  throw refusal(403, 'forbidden', 'This token is confined to another patient.')
}

/** Refuses with 403 what a token confined to one patient may not write. */
export function checkWrite(charts: Charts, resource: Resource, confineTo: string | undefined): void {
  if (confineTo === undefined || belongingOf(charts, resource, confineTo) === 'own') return
  throw refusal(403, 'forbidden', 'This token writes for its own patient only.')
}

function isAttachedFor(charts: Charts, id: string, patient: string): boolean {
  const sql = `SELECT 1 FROM refs a JOIN refs p ON p.rid = a.rid
    WHERE a.slot = ? AND a.target = ? AND p.slot = ? AND p.target = ? LIMIT 1`
  return ['DocumentReference', 'DiagnosticReport'].some((type) =>
    charts.database.get(sql, `${type}.${ATTACHED}`, `Binary/${id}`, `${type}.${COMPARTMENT}`, patient),
  )
}

function tellsOf(charts: Charts, provenance: Resource, patient: string): boolean {
  return referencesAt(provenance, 'target', charts.base).some((reference) => {
    const [type = '', id = ''] = reference.split('/')
    const standing = charts.standing(type, id)
    if (!standing || standing.deleted || type === 'Provenance') return false
    return belongingOf(charts, charts.current(type, id), patient) === 'own'
  })
}
