import { z } from 'zod'

/** One note as the readers see it: its normalised text and where it came from. Names of people stay out of it. */
export const ClinicalNote = z.object({
  /** `DocumentReference/ID` or `DiagnosticReport/ID` */
  reference: z.string(),
  version: z.string(),
  patient: z.string().startsWith('Patient/'),
  kind: z.enum([
    'progress',
    'discharge',
    'consult',
    'history-and-physical',
    'emergency',
    'procedure',
    'surgical',
    'imaging',
    'pathology',
    'laboratory',
    'nursing',
    'telephone',
    'message',
    'other',
  ]),
  title: z.string(),
  /** D10: which of the three possible places the date came from is kept. */
  authoredAt: z.string(),
  dateFrom: z.enum(['context.period', 'date', 'attachment.creation', 'effective', 'issued', 'meta.lastUpdated']),
  author: z.string().nullable(),
  preliminary: z.boolean(),
  text: z.string(),
  sha256: z.string().length(64),
})
export type ClinicalNote = z.infer<typeof ClinicalNote>

/** Why a note could not be read: counted and shown, never "nothing found" (D4, D8, D10, D11, D12). */
export const Unreadable = z.enum([
  'superseded',
  'retracted',
  'no-text',
  'no-patient',
  'wrong-patient',
  'undated',
  'unknown-format',
  'too-large',
  'damaged',
  'not-fetched',
  'own-note',
])
export type Unreadable = z.infer<typeof Unreadable>

export type NoteReading =
  | { readonly readable: true; readonly note: ClinicalNote }
  | { readonly readable: false; readonly reference: string; readonly version: string; readonly why: Unreadable }
