import type { CodeableConcept } from '@medplum/fhirtypes'
import type { ClinicalNote } from './clinical-note.ts'
import { LOINC } from './code-systems.ts'

export type NoteKind = ClinicalNote['kind']

/** D9: note types by LOINC. The first ten are US Core's; the rest are seen in oncology and at vendors. */
const byLoinc: Readonly<Record<string, NoteKind>> = {
  '11506-3': 'progress',
  '18842-5': 'discharge',
  '11488-4': 'consult',
  '34117-2': 'history-and-physical',
  '34111-5': 'emergency',
  '28570-0': 'procedure',
  '11504-8': 'surgical',
  '18748-4': 'imaging',
  '11526-1': 'pathology',
  '11502-2': 'laboratory',
  '57133-1': 'consult',
  '34746-8': 'nursing',
  '51847-2': 'progress',
  '34748-4': 'telephone',
  '18725-2': 'laboratory',
}

/** Category codes of DiagnosticReport (HL7 v2-0074) that say which department wrote it. */
const byDepartment: Readonly<Record<string, NoteKind>> = {
  RAD: 'imaging',
  RUS: 'imaging',
  CT: 'imaging',
  CUS: 'imaging',
  NMR: 'imaging',
  NMS: 'imaging',
  RX: 'imaging',
  XRC: 'imaging',
  VUS: 'imaging',
  OUS: 'imaging',
  LP29684_5: 'imaging',
  SP: 'pathology',
  PAT: 'pathology',
  CP: 'pathology',
  CTH: 'procedure',
  LP7839_6: 'pathology',
  LAB: 'laboratory',
  MB: 'laboratory',
  MCB: 'laboratory',
  HM: 'laboratory',
  CH: 'laboratory',
  BLB: 'laboratory',
  IMM: 'laboratory',
  VR: 'laboratory',
  LP29693_6: 'laboratory',
}

/** Words of local types, the most telling first: an "ED nurse phone call" is a call. */
const byWords: readonly (readonly [RegExp, NoteKind])[] = [
  [/\b(?:tele)?phone|\bcall(?:back)?\b/i, 'telephone'],
  [/\bmessage|\bportal\b|\be-?mail\b|\bpatient (?:email|request|advice)/i, 'message'],
  [/\bdischarge/i, 'discharge'],
  [/\bpatholog|\bbiops|\bcytolog|\bhistolog/i, 'pathology'],
  [/\bradiolog|\bimaging\b|\bx-?ray\b|\bCT\b|\bMRI?\b|\bPET\b|\bultraso|\bechocardio|\bRAD\b|\bmammo/i, 'imaging'],
  [/\bmicrobio|\bculture\b|\blaborator|\blab (?:report|result)/i, 'laboratory'],
  [/\bemergency\b|\bED (?:note|provider|visit|triage)|\bER (?:note|visit)|\btriage\b/i, 'emergency'],
  [/\bconsult|\breferral/i, 'consult'],
  [/\bH ?& ?P\b|\bhistory and physical\b|\badmission (?:note|history)/i, 'history-and-physical'],
  [/\boperative\b|\bsurg(?:ery|ical)\b|\bop note\b/i, 'surgical'],
  [/\bprocedure\b|\bendoscop|\bcolonoscop|\bbronchoscop|\binfusion note\b/i, 'procedure'],
  [/\bnurs/i, 'nursing'],
  [/\bprogress\b|\bclinic\b|\boffice visit\b|\bfollow-?\s?up\b|\bSOAP\b|\bvisit note\b|\boncology\b/i, 'progress'],
]

/**
 * The kind of a note from its type, then its categories, codes before words; `other` when nothing tells, which is read
 * like any other note (D9: included and counted, not dropped).
 */
export function noteKind(
  type: CodeableConcept | undefined,
  categories: readonly CodeableConcept[],
  title: string,
): NoteKind {
  const concepts = type ? [type, ...categories] : categories
  const codings = concepts.flatMap(({ coding }) => coding ?? [])
  for (const { system, code } of codings) {
    const kind = system === LOINC && code ? kindIn(byLoinc, code) : undefined
    if (kind) return kind
  }
  const typeWords = wordsOf(type === undefined ? [] : [type])
  const kind = kindInWords(`${typeWords} ; ${title}`)
  if (kind) return kind
  for (const { code } of codings) {
    const department = code === undefined ? undefined : kindIn(byDepartment, code.replace('-', '_'))
    if (department) return department
  }
  return kindInWords(wordsOf(categories)) ?? 'other'
}

const kindIn = (known: Readonly<Record<string, NoteKind>>, code: string): NoteKind | undefined =>
  Object.hasOwn(known, code) ? known[code] : undefined

const kindInWords = (words: string): NoteKind | undefined => byWords.find(([pattern]) => pattern.test(words))?.[1]

const wordsOf = (concepts: readonly CodeableConcept[]): string =>
  concepts
    .flatMap(({ text, coding }) => [text ?? '', ...(coding ?? []).map(({ display }) => display ?? '')])
    .join(' ; ')
