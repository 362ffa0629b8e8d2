import { z } from 'zod'

/** Words of one text: UTF-16 offsets, `text.slice(start, end) === quote.text`. At most 300 characters. */
export const Quote = z.object({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  text: z.string().min(1).max(300),
})
export type Quote = z.infer<typeof Quote>

/** D7: a quote bound to one version of one stored text; a changed hash makes it invalid. */
export const NoteQuote = Quote.extend({
  source: z.string().regex(/^(DocumentReference|DiagnosticReport)\/[A-Za-z0-9\-.]{1,64}$/),
  version: z.string().min(1),
  sha256: z.string().length(64),
  authoredAt: z.string().optional(),
})
export type NoteQuote = z.infer<typeof NoteQuote>
