import { z } from 'zod'
import { analyteById } from '#fhir-mappings/analytes.ts'
import { formulary } from './formulary.ts'
import { noteKinds } from './note-kinds.ts'

/** What the forms of the chart send; a complaint is a sentence for the person who filled them in. */
const known = <T>(find: (key: string) => T | undefined, complaint: string) =>
  z.string().transform((key, context) => {
    const found = find(key)
    if (found !== undefined) return found
    context.addIssue(complaint)
    return z.NEVER
  })

const decimal = z
  .string()
  .trim()
  .regex(/^\d{1,7}([.,]\d{1,4})?$/, 'The value must be a number.')
  .transform((typed) => Number(typed.replace(',', '.')))

/** `datetime-local` sends `2026-03-01T09:15`; the sandbox hospital keeps UTC. Empty means now. */
const when = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})?$/, 'The time is not complete.')
  .refine((typed) => typed === '' || !Number.isNaN(Date.parse(`${typed}:00Z`)), 'There is no such time.')
  .default('')
  .transform((typed) => (typed === '' ? undefined : `${typed}:00Z`))

const noteText = z.string().trim().min(1, 'The note is empty.').max(100_000, 'The note is too long.')

export const NoteEntry = z.object({
  kind: known((code) => noteKinds.find(({ loinc }) => loinc === code), 'Choose the kind of note.'),
  text: noteText,
  at: when,
})
export type NoteEntry = z.infer<typeof NoteEntry>

export const Amendment = z.object({ text: noteText })

export const ResultEntry = z.object({
  analyte: known(analyteById, 'Choose a test.'),
  value: decimal,
  at: when,
})
export type ResultEntry = z.infer<typeof ResultEntry>

export const Correction = z.object({ value: decimal })

export const InfusionEntry = z.object({
  drug: known((id) => formulary.find((drug) => drug.id === id), 'Choose a drug.'),
  dose: z.string().trim().min(1, 'The dose is missing.').max(80, 'The dose is too long.'),
  at: when,
  status: z.enum(['completed', 'stopped', 'not-done'], 'Choose how the infusion ended.'),
})
export type InfusionEntry = z.infer<typeof InfusionEntry>
