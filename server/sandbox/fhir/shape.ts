import { refusal } from './outcome.ts'

/** The resource type that a body claims; undefined when it is no resource at all. */
export function typeOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('resourceType' in body)) return undefined
  return typeof body.resourceType === 'string' ? body.resourceType : undefined
}

/** Deeper than any chart needs; recursion in the validator must not be at a client's mercy. */
const DEEPEST = 40

interface Place {
  readonly node: unknown
  readonly path: string
  readonly depth: number
}

/** R4 JSON: nothing is empty. Beside it, what could hurt the walkers that come later is refused here. */
export function checkShape(resource: unknown, type: string): void {
  const open: Place[] = [{ node: resource, path: type, depth: 0 }]
  for (let place = open.pop(); place; place = open.pop()) open.push(...membersOf(place))
}

function membersOf({ node, path, depth }: Place): Place[] {
  if (depth > DEEPEST) throw refusal(400, 'too-long', 'The resource is nested too deeply.')
  if (node === '') throw refusal(422, 'structure', 'A value is empty.', path)
  if (typeof node !== 'object' || node === null) return []
  const members = Array.isArray(node) ? [...node.entries()] : Object.entries(node)
  if (members.length === 0) throw refusal(422, 'structure', 'An element is empty.', path)
  return members.map(([name, value]) => {
    if (name === '__proto__') throw refusal(400, 'structure', 'This is not an element of FHIR.', path)
    return { node: value, path: typeof name === 'number' ? `${path}[${name}]` : `${path}.${name}`, depth: depth + 1 }
  })
}
