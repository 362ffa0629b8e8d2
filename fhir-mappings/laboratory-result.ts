import { z } from 'zod'

/** One numeric laboratory result of a known analyte, in the unit and with the limits the laboratory sent. */
export const LaboratoryResult = z.object({
  /** `Observation/ID` */
  reference: z.string(),
  version: z.string(),
  patient: z.string().startsWith('Patient/'),
  /** id of `fhir-mappings/analytes.ts` */
  analyte: z.string(),
  value: z.number(),
  comparator: z.enum(['<', '<=', '>=', '>']).optional(),
  /** UCUM where the result has it, else the printed unit; empty when the result has none */
  unit: z.string(),
  lln: z.number().optional(),
  uln: z.number().optional(),
  /** whether the limits came with the result or are our textbook fall-back */
  limitsFrom: z.enum(['result', 'textbook', 'none']),
  takenAt: z.string(),
  /** FHIR status; `entered-in-error` and `cancelled` retract, `corrected` and `amended` replace */
  status: z.enum([
    'registered',
    'preliminary',
    'final',
    'amended',
    'corrected',
    'cancelled',
    'entered-in-error',
    'unknown',
  ]),
  /** set when the laboratory says that the sample cannot be relied on (haemolysed, clotted, diluted) */
  unreliable: z.string().optional(),
})
export type LaboratoryResult = z.infer<typeof LaboratoryResult>
