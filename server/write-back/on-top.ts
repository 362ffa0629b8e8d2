import { isDeepStrictEqual } from 'node:util'
import type { Annotation, CodeableConcept, Flag, Meta, Observation } from '@medplum/fhirtypes'
import { OUR_WRITES } from '#fhir-mappings/code-systems.ts'
import type { Finding } from '#fhir-mappings/finding.ts'
import { flagFromFinding } from '#fhir-mappings/finding-flag.ts'
import { observationFromFinding } from '#fhir-mappings/finding-observation.ts'

/** What stands in the EHR with a person's edit in it, and the finding that we had written before that edit. */
export interface Edited {
  readonly observation: Observation
  readonly flag: Flag
  readonly written: Finding
}

/** Whether the person left what decides: state, code and value. Otherwise the edit stands and nothing is written over it. */
export function leavesWhatDecides({ observation, flag, written }: Edited): boolean {
  const ours = observationFromFinding(written, '')
  const ourFlag = flagFromFinding(written, '')
  return (
    observation.status === ours.status &&
    meansTheSame(observation.code, ours.code) &&
    meansTheSame(observation.valueCodeableConcept, ours.valueCodeableConcept) &&
    meansTheSame(observation.dataAbsentReason, ours.dataAbsentReason) &&
    !OTHER_VALUES.some((value) => observation[value] !== undefined) &&
    flag.status === ourFlag.status &&
    meansTheSame(flag.code, ourFlag.code) &&
    flag.code.text === ourFlag.code.text
  )
}

const OTHER_VALUES = ['valueString', 'valueQuantity', 'valueInteger', 'valueBoolean', 'valueRange'] as const

/** An EHR may add a display or a coding of its own; ours must all be there. */
function meansTheSame(theirs: CodeableConcept | undefined, ours: CodeableConcept | undefined): boolean {
  if (!theirs || !ours) return theirs === ours
  const codes = (theirs.coding ?? []).map(({ system, code }) => `${system}|${code}`)
  const wanted = (ours.coding ?? []).map(({ system, code }) => `${system}|${code}`)
  return wanted.every((code) => codes.includes(code)) && (wanted.length > 0 || theirs.text === ours.text)
}

/** Identity and origin are always ours; a person has no reason to edit them. */
const ALWAYS_OURS: ReadonlySet<string> = new Set([
  'resourceType',
  'identifier',
  'subject',
  'device',
  'author',
  'issued',
])

/** W5: our new version over theirs, element by element: what the person changed, added or removed stays so, the rest is ours. */
export function observationOnTop(ours: Observation, { observation, written }: Edited): Observation {
  const before = observationFromFinding(written, '')
  const note = notes(ours, observation, before)
  const { note: _note, ...rest } = merged(ours, observation, before)
  return { ...rest, ...(note.length > 0 ? { note } : {}), meta: meta(ours, observation) }
}

export function flagOnTop(ours: Flag, { flag, written }: Edited): Flag {
  return { ...merged(ours, flag, flagFromFinding(written, '')), meta: meta(ours, flag) }
}

function merged<T extends Observation | Flag>(ours: T, theirs: T, before: T): T {
  const isTheirs = (name: string) =>
    !ALWAYS_OURS.has(name) &&
    !DECIDING.has(name) &&
    !isDeepStrictEqual(theirs[name as keyof T], before[name as keyof T])
  const mine = Object.entries(ours).filter(([name]) => !isTheirs(name))
  const kept = Object.entries(theirs).filter(([name]) => isTheirs(name))
  return Object.fromEntries([...mine, ...kept]) as T
}

/** Compared before anything is merged. */
const DECIDING: ReadonlySet<string> = new Set(['status', 'code', 'valueCodeableConcept', 'dataAbsentReason'])

/** Our quotes of today without those that the person removed, and what the person wrote below them. */
function notes(ours: Observation, theirs: Observation, before: Observation): Annotation[] {
  const texts = (observation: Observation) => new Set((observation.note ?? []).map(({ text }) => text))
  const [mine, stood, stands] = [texts(ours), texts(before), texts(theirs)]
  const kept = (ours.note ?? []).filter(({ text }) => !stood.has(text) || stands.has(text))
  return [...kept, ...(theirs.note ?? []).filter(({ text }) => !mine.has(text) && !stood.has(text))]
}

function meta<T extends Observation | Flag>(ours: T, theirs: T): Meta {
  const { versionId: _versionId, lastUpdated: _lastUpdated, ...kept } = theirs.meta ?? {}
  const tags = (kept.tag ?? []).filter(({ system }) => system !== OUR_WRITES)
  return { ...kept, ...ours.meta, tag: [...tags, ...(ours.meta?.tag ?? [])] }
}
