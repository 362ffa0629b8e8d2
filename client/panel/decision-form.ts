import type { Grade } from '#fhir-mappings/grade.ts'
import type { SignRequest } from '#fhir-mappings/panel.ts'

/** What a person has filled in about one finding and not yet signed. It outlives new versions and lost connections. */
export interface Draft {
  readonly act: 'none' | 'changed' | 'rejected'
  readonly grade: Grade | null
  readonly reason: string | null
  readonly note: string
}

export const emptyDraft: Draft = { act: 'none', grade: null, reason: null, note: '' }

/** The request that signs a draft against the version on the screen, or what is still missing from it. */
export function requestFromDraft(draft: Draft, version: number): SignRequest | { readonly missing: string } {
  const note = draft.note.trim() === '' ? {} : { note: draft.note.trim() }
  if (draft.act === 'changed') {
    return draft.grade === null
      ? { missing: 'Choose the grade.' }
      : { version, decision: 'changed', grade: draft.grade, ...note }
  }
  if (draft.act === 'rejected') {
    return draft.reason === null
      ? { missing: 'Choose a reason.' }
      : { version, decision: 'rejected', reason: draft.reason, ...note }
  }
  return { missing: 'Choose what to do.' }
}
