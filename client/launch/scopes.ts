/** Letters of SMART v2 in their order; v1 words mean some of them (L20). */
const V1: Readonly<Record<string, string>> = { read: 'rs', write: 'cud', '*': 'cruds' }

export interface Need {
  readonly scope: string
  /** what does not work without it, for the person who reads the message */
  readonly feature: string
}

/** What the panel itself needs; everything else comes from our service. */
export const PANEL_NEEDS: readonly Need[] = [
  { scope: 'openid', feature: 'knowing who you are' },
  { scope: 'patient/Patient.r', feature: 'making sure that this is the right patient' },
]

/** The features that the granted scope switches off. A server that states no scope granted what was asked (RFC 6749 5.1). */
export function switchedOff(granted: string | undefined, needs: readonly Need[]): readonly string[] {
  if (granted === undefined) return []
  const entries = granted.split(/\s+/).filter(Boolean)
  return needs.filter((need) => !entries.some((entry) => grants(entry, need.scope))).map((need) => need.feature)
}

/** Whether one granted entry covers one needed scope, in either spelling; an entry with a filter covers less than all. */
export function grants(granted: string, needed: string): boolean {
  if (granted === needed) return true
  const had = resourceScope(granted)
  const wanted = resourceScope(needed)
  if (!had || !wanted || had.filtered) return false
  const levels = had.level === wanted.level || (had.level === 'user' && wanted.level === 'patient')
  const types = had.type === '*' || had.type === wanted.type
  return levels && types && [...wanted.letters].every((letter) => had.letters.includes(letter))
}

function resourceScope(scope: string) {
  const parts = /^(patient|user|system)\/(\*|[A-Za-z]+)\.(read|write|\*|c?r?u?d?s?)(\?.+)?$/.exec(scope)
  if (!parts?.[3]) return undefined
  return { level: parts[1], type: parts[2], letters: V1[parts[3]] ?? parts[3], filtered: parts[4] !== undefined }
}
