import { z } from 'zod'

/**
 * One fact that can decide a CTCAE grade, in the vocabulary of the criteria in `server/grading`: the reader finds it
 * in the text with its words, the grader compares it with the criteria. `at` are the words that carry it.
 */
const at = z.object({ start: z.int(), end: z.int() }).optional()
export const Fact = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('symptom'),
    severity: z.enum(['none', 'mild', 'moderate', 'severe']),
    what: z.string().optional(),
    at,
  }),
  z.object({ type: z.literal('adl'), level: z.enum(['instrumental', 'self-care']), at }),
  z.object({
    type: z.literal('intervention'),
    kind: z.string(),
    state: z.enum(['indicated', 'not-indicated', 'initiated', 'increased']),
    at,
  }),
  z.object({ type: z.literal('finding'), what: z.string(), at }),
  z.object({ type: z.literal('bsa'), lesion: z.string().optional(), percent: z.number(), at }),
  z.object({ type: z.literal('count'), what: z.string(), value: z.number(), at }),
  z.object({
    type: z.literal('lab'),
    analyte: z.string(),
    value: z.number().optional(),
    unit: z.string().optional(),
    timesUln: z.number().optional(),
    timesBaseline: z.number().optional(),
    at,
  }),
  z.object({ type: z.literal('vital'), what: z.string(), value: z.number(), unit: z.string().optional(), at }),
  z.object({ type: z.literal('measure'), what: z.string(), value: z.number(), unit: z.string().optional(), at }),
  z.object({ type: z.literal('consequence'), what: z.string(), at }),
  z.object({ type: z.literal('death'), at }),
])
export type Fact = z.infer<typeof Fact>
