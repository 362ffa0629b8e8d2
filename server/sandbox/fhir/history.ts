import type { Bundle, BundleEntry, Resource } from '@medplum/fhirtypes'
import type { Charts, PastState, Standing } from './charts.ts'
import { refusal } from './outcome.ts'

/** One version as it was; 404 when there was none, 410 when that version is the deletion. */
export function versionOf(charts: Charts, type: string, id: string, versionId: string): Resource {
  const state = charts.state(standingOf(charts, type, id).rid, versionId)
  if (!state) throw refusal(404, 'not-found', 'There is no such version.')
  if (!state.content) throw refusal(410, 'deleted', 'This version is a deletion.')
  return state.content
}

/** Every version of one resource, newest first, deletions among them. */
export function history(charts: Charts, type: string, id: string, base: string): Bundle {
  const states = charts.states(standingOf(charts, type, id).rid)
  return {
    resourceType: 'Bundle',
    type: 'history',
    total: states.length,
    link: [{ relation: 'self', url: `${base}/${type}/${id}/_history` }],
    entry: states.map((state) => entryOf(state, `${type}/${id}`, base)),
  }
}

function standingOf(charts: Charts, type: string, id: string): Standing {
  const standing = charts.standing(type, id)
  if (!standing) throw refusal(404, 'not-found', 'There is no such resource.')
  return standing
}

function entryOf({ version, updated, method, content }: PastState, name: string, base: string): BundleEntry {
  const url = method === 'POST' ? (name.split('/')[0] ?? name) : name
  const status = method === 'DELETE' ? '204 No Content' : version === 1 ? '201 Created' : '200 OK'
  return {
    fullUrl: `${base}/${name}`,
    ...(content ? { resource: content } : {}),
    request: { method, url },
    response: { status, etag: `W/"${version}"`, lastModified: new Date(updated).toISOString() },
  }
}
