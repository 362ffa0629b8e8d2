import type { Charts, Held } from './charts.ts'
import { localReference } from './index-values.ts'
import { refusal } from './outcome.ts'
import { heldTypes } from './parameters.ts'

/** Refuses (400) references to resources that this server does not hold. Foreign absolute URLs are left alone. */
export function checkReferences(charts: Charts, resource: Held): void {
  const contained = new Set((('contained' in resource ? resource.contained : undefined) ?? []).map((one) => one.id))
  for (const { reference, path } of referencesIn(resource)) {
    const why = whyBroken(charts, reference, contained)
    if (why) throw refusal(400, why === 'deleted' ? 'business-rule' : 'invalid', broken[why], path)
  }
}

/** Every `reference` in a resource, with its path. */
export function referencesIn(resource: Held): { readonly reference: string; readonly path: string }[] {
  const found: { reference: string; path: string }[] = []
  const walk = (node: unknown, path: string): void => {
    if (Array.isArray(node)) {
      for (const [index, one] of node.entries()) walk(one, `${path}[${index}]`)
    } else if (typeof node === 'object' && node !== null) {
      for (const [name, one] of Object.entries(node)) {
        if (name === 'reference' && typeof one === 'string') found.push({ reference: one, path: `${path}.reference` })
        else walk(one, `${path}.${name}`)
      }
    }
  }
  walk(resource, resource.resourceType)
  return found
}

/** The same resource with every string that is a key of `names` replaced: how `urn:uuid:` becomes `Type/id`. */
export function renamed<T>(node: T, names: ReadonlyMap<string, string>): T {
  const visit = (one: unknown): unknown => {
    if (typeof one === 'string') return names.get(one) ?? one
    if (Array.isArray(one)) return one.map(visit)
    if (typeof one !== 'object' || one === null) return one
    return Object.fromEntries(Object.entries(one).map(([name, value]) => [name, visit(value)]))
  }
  return visit(node) as T
}

const broken = {
  form: 'This is not a reference to a resource.',
  type: 'This server does not hold resources of the type referred to.',
  contained: 'No contained resource has this id.',
  absent: 'The resource referred to does not exist here.',
  deleted: 'The resource referred to was deleted.',
  temporary: 'This temporary reference is not part of the bundle.',
} as const

function whyBroken(
  charts: Charts,
  reference: string,
  contained: Set<string | undefined>,
): keyof typeof broken | undefined {
  if (reference.startsWith('#')) return reference === '#' || contained.has(reference.slice(1)) ? undefined : 'contained'
  if (/^urn:(uuid|oid):/.test(reference)) return 'temporary'
  const local = localReference(reference, charts.base)
  if (/^[a-z][a-z0-9+.-]*:/i.test(local)) return undefined
  const [type = '', id = '', ...more] = local.split('/')
  if (id === '' || more.length > 0) return 'form'
  if (!heldTypes.includes(type)) return 'type'
  const standing = charts.standing(type, id)
  if (!standing) return 'absent'
  if (standing.deleted) return 'deleted'
  const version = /\/_history\/(.+)$/.exec(reference)?.[1]
  return version === undefined || charts.state(standing.rid, version) ? undefined : 'absent'
}
