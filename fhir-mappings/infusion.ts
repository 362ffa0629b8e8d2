import { z } from 'zod'

/** One dose of a checkpoint inhibitor as charted (M1 to M5). */
export const Infusion = z.object({
  /** `MedicationAdministration/ID` and so on */
  reference: z.string(),
  patient: z.string().startsWith('Patient/'),
  /** ids of `server/cohort/checkpoint-inhibitors.ts`; a combination product has several */
  agents: z.array(z.string()).min(1),
  /** calendar day in the site's time zone, YYYY-MM-DD */
  givenOn: z.iso.date(),
  exposure: z.enum(['administered', 'dispensed', 'ordered', 'billed']),
  partial: z.boolean(),
  /** how the drug was recognised: a code is certain, words are a candidate */
  recognisedBy: z.enum(['code', 'text']),
})
export type Infusion = z.infer<typeof Infusion>
