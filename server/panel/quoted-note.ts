import type { Kysely } from 'kysely'
import type { Finding } from '#fhir-mappings/finding.ts'
import type { QuotedNote } from '#fhir-mappings/panel.ts'
import { SurveillanceError } from '#server/errors.ts'
import type { Database } from '#server/store/database.ts'
import type { People } from './people.ts'

/** The n-th quoted note of a finding with the words marked. Each quote is verified again against the stored text (D7). */
export async function quotedNote(
  db: Kysely<Database>,
  site: string,
  finding: Finding,
  source: string,
  people: People,
): Promise<QuotedNote> {
  const query = db.selectFrom('note').selectAll().where('site', '=', site).where('source', '=', source)
  // a note that was moved to another chart since is not this patient's any more (D12)
  const row = await query.where('patient', '=', finding.proposal.patient).executeTakeFirst()
  if (!row?.text) throw new SurveillanceError('FINDING_UNKNOWN', { source })
  const text = row.text
  const quotes = finding.proposal.quotes
    .filter((quote) => quote.source === source)
    .map((quote) => ({
      start: quote.start,
      end: quote.end,
      valid: quote.sha256 === row.sha256 && text.slice(quote.start, quote.end) === quote.text,
    }))
  return {
    source,
    title: row.title,
    authoredAt: row.authored_at ?? '',
    author: row.author && (await people(row.author)),
    preliminary: row.preliminary,
    text,
    quotes: quotes.toSorted((one, other) => one.start - other.start),
  }
}
