import type { Finding } from '#fhir-mappings/finding.ts'
import type { Grade } from '#fhir-mappings/grade.ts'
import type { SignRequest } from '#fhir-mappings/panel.ts'

/** What a person has filled in about one finding and not yet signed. */
export interface Draft {
  readonly act: 'none' | 'changed' | 'rejected'
  readonly grade: Grade | null
  readonly reason: string | null
  readonly note: string
}

/** One finding on a person's desk: kept through new versions, other people's decisions and lost connections. */
export interface Desk {
  readonly draft: Draft
  /** the version that was on the screen when the person began to decide; 0 before that */
  readonly seen: number
  /** why the last attempt was not signed; empty when there was none */
  readonly trouble: string
}

export const emptyDraft: Draft = { act: 'none', grade: null, reason: null, note: '' }
export const clearDesk: Desk = { draft: emptyDraft, seen: 0, trouble: '' }

/** Whether the finding changed under the hands of a person who was deciding. */
export function isOvertaken({ draft, seen, trouble }: Desk, finding: Finding): boolean {
  const deciding = draft.act !== 'none' || trouble !== ''
  return deciding && seen !== finding.version
}

/** What a person may do with a finding now; nothing once it is withdrawn or closed. */
export function actsOn(finding: Finding): readonly SignRequest['decision'][] {
  if (finding.withdrawn || finding.closed) return []
  if (finding.review === 'awaiting') return ['confirmed', 'changed', 'rejected']
  return finding.review === 'rejected' ? ['confirmed', 'changed'] : ['changed', 'rejected', 'closed']
}

/** The request that signs a draft against the version on the screen, or what is still missing from it. */
export function requestFromDraft(draft: Draft, version: number): SignRequest | { readonly missing: string } {
  const note = draft.note.trim() === '' ? {} : { note: draft.note.trim() }
  if (draft.act === 'changed') {
    if (draft.grade === null) return { missing: 'Choose the grade.' }
    return { version, decision: 'changed', grade: draft.grade, ...note }
  }
  if (draft.act === 'rejected') {
    if (draft.reason === null) return { missing: 'Choose a reason.' }
    return { version, decision: 'rejected', reason: draft.reason, ...note }
  }
  return { missing: 'Choose what to do.' }
}
