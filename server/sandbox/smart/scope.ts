export type Interaction = 'c' | 'r' | 'u' | 'd' | 's'

/** One clinical scope of SMART 1 or 2: who asks, for which type (`*` is every type), and which of c r u d s. */
export interface ClinicalScope {
  readonly level: 'patient' | 'user' | 'system'
  readonly type: string
  readonly interactions: string
}

/** L20: `.read` is `.rs`, `.write` is `.cud`, `.*` is `.cruds`. */
const LETTERS_OF_V1: Readonly<Record<string, string>> = { read: 'rs', write: 'cud', '*': 'cruds' }

/**
 * Reads one word of a scope string; undefined when it is no clinical scope. A scope with a search filter
 * (`?category=`) is undefined too: this server does not enforce filters, and to grant one would give more than asked.
 */
export function clinicalScope(word: string): ClinicalScope | undefined {
  const found = /^(patient|user|system)\/(\*|[A-Z][A-Za-z]+)\.(read|write|\*|c?r?u?d?s?)$/.exec(word)
  const [, level, type, letters] = found ?? []
  if (!level || !type || !letters) return undefined
  return { level: level as ClinicalScope['level'], type, interactions: LETTERS_OF_V1[letters] ?? letters }
}

export const words = (scope: string): readonly string[] => scope.split(/\s+/).filter((word) => word !== '')

export const clinicalScopes = (scope: string): readonly ClinicalScope[] =>
  words(scope).flatMap((word) => clinicalScope(word) ?? [])

/** Whether one of the granted scopes allows this interaction with this type. */
export const scopesPermit = (granted: readonly ClinicalScope[], type: string, interaction: Interaction): boolean =>
  granted.some((scope) => (scope.type === '*' || scope.type === type) && scope.interactions.includes(interaction))

/** What is known when scopes are granted: who logged in, which patient was chosen, how the app was opened. */
export interface Circumstances {
  readonly user: string | undefined
  readonly patient: string | undefined
  readonly encounter: string | undefined
  readonly launchedByEhr: boolean
}

/** The part of the requested scope that is registered for the client and possible here; empty when nothing is left. */
export function grantedScope(requested: string, registered: string, circumstances: Circumstances): string {
  const allowed = new Set(words(registered))
  const granted = words(requested).flatMap((word) => {
    const clinical = clinicalScope(word)
    if (clinical) return narrowed(word, clinical, clinicalScopes(registered), circumstances)
    return allowed.has(word) && isPossible(word, circumstances) ? [word] : []
  })
  return [...new Set(granted)].join(' ')
}

function isPossible(word: string, { user, patient, encounter, launchedByEhr }: Circumstances): boolean {
  if (word === 'launch') return launchedByEhr
  if (word === 'launch/patient') return patient !== undefined
  if (word === 'launch/encounter') return encounter !== undefined
  return user !== undefined
}

/** Letters that are not registered are left out; a scope that keeps all its letters keeps its spelling. */
function narrowed(
  word: string,
  asked: ClinicalScope,
  registered: readonly ClinicalScope[],
  circumstances: Circumstances,
): readonly string[] {
  if (!isLevelPossible(asked.level, circumstances)) return []
  const ofLevel = registered.filter((scope) => scope.level === asked.level)
  const letters = [...asked.interactions].filter((letter) => scopesPermit(ofLevel, asked.type, letter as Interaction))
  if (letters.length === asked.interactions.length) return [word]
  return letters.length === 0 ? [] : [`${asked.level}/${asked.type}.${letters.join('')}`]
}

function isLevelPossible(level: ClinicalScope['level'], { user, patient }: Circumstances): boolean {
  if (level === 'system') return user === undefined
  if (level === 'patient') return user !== undefined && patient !== undefined
  return user?.startsWith('Practitioner/') ?? false
}
