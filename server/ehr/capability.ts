import type { CapabilityStatement } from '@medplum/fhirtypes'

/** W1: what one finding needs in the EHR. Device and Provenance are never changed. */
const needs = [
  ['Observation', ['create', 'update']],
  ['Flag', ['create', 'update']],
  ['Provenance', ['create']],
  ['Device', ['create']],
] as const

/**
 * W1, B6: what is missing to write findings, as `metadata Flag.update` or `scope Flag.create`; empty when nothing is. What
 * `/metadata` does not list is missing. `granted` are the scopes of the last grant, in v1 or v2 spelling; a grant that
 * names none stands for everything that was asked for (RFC 6749, 3.3).
 */
export function missingToWrite(statement: CapabilityStatement, granted: readonly string[]): readonly string[] {
  const wanted = needs.flatMap(([type, acts]) => acts.map((act) => ({ type, act })))
  const unlisted = wanted.filter(({ type, act }) => !listed(statement, type, act))
  const unscoped = granted.length === 0 ? [] : wanted.filter(({ type, act }) => !inScope(granted, type, act))
  return [
    ...unlisted.map(({ type, act }) => `metadata ${type}.${act}`),
    ...unscoped.map(({ type, act }) => `scope ${type}.${act}`),
  ]
}

type Act = (typeof needs)[number][1][number]

function listed({ rest }: CapabilityStatement, type: string, act: Act): boolean {
  const resources = (rest ?? []).filter(({ mode }) => mode !== 'client').flatMap(({ resource }) => resource ?? [])
  return resources.some((one) => one.type === type && one.interaction?.some(({ code }) => code === act))
}

const SCOPE = /^(?:system|user)\/(\*|[A-Za-z]+)\.([a-z*]+)(?:\?.*)?$/

function inScope(granted: readonly string[], type: string, act: Act): boolean {
  return granted.some((scope) => {
    const [, of, may = ''] = SCOPE.exec(scope) ?? []
    if (of !== '*' && of !== type) return false
    if (may === '*' || may === 'write') return true
    return may !== 'read' && may.includes(act === 'create' ? 'c' : 'u')
  })
}
