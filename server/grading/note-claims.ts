import type { Claim, Reading } from '#fhir-mappings/claim.ts'
import type { ClinicalNote } from '#fhir-mappings/clinical-note.ts'
import { type IraeTermId, isIraeTermId } from '#fhir-mappings/irae-terms.ts'
import type { NoteQuote, Quote } from '#fhir-mappings/quote.ts'
import { isInTheFuture } from './in-the-future.ts'

/** One note and what a reader said of it. */
export interface ReadNote {
  readonly note: ClinicalNote
  readonly reading: Reading
}

/** A claim with the note it stands in and its quotes bound to that note's version and hash. */
export interface NoteClaim {
  readonly term: IraeTermId
  readonly claim: Claim
  readonly note: ClinicalNote
  readonly reader: Reading['reader']
  readonly quotes: readonly NoteQuote[]
}

/** Why a claim did not become (part of) a proposal; `withdrawn`: a later statement of a clinician took it back. */
export type ClaimRefusal =
  | 'historical'
  | 'negated'
  | 'hypothetical'
  | 'family'
  | 'other-cause'
  | 'withdrawn'
  | 'before-first-infusion'
  | 'in-the-future'
  | 'quote-not-found'
  | 'unknown-term'

/** What the notes say of one term: the claims that stand, and the other cause a clinician named, if that was the last word. */
export interface NoteVerdict {
  readonly term: IraeTermId
  readonly standing: readonly NoteClaim[]
  readonly otherCauseAt: string | undefined
}

export interface ClaimsOfNotes {
  readonly verdicts: readonly NoteVerdict[]
  readonly refused: readonly ClaimRefusal[]
}

/** Weighs the claims of all notes, oldest first, so that the newest statement of a clinician has the last word. */
export function weighClaims(
  notes: readonly ReadNote[],
  { firstInfusionOn, now }: { readonly firstInfusionOn: string | undefined; readonly now: Date },
): ClaimsOfNotes {
  const read = notes.toSorted((one, other) => instant(one.note.authoredAt) - instant(other.note.authoredAt))
  const looked = read.flatMap((note) =>
    note.reading.claims.map((claim) => admit(claim, note, { firstInfusionOn, now })),
  )
  const admitted = looked.flatMap((one) => (typeof one === 'string' ? [] : [one]))
  const terms = [...new Set(admitted.map(({ term }) => term))]
  const weighed = terms.map((term) => weigh(admitted.filter((one) => one.term === term)))
  return {
    verdicts: weighed.map(({ verdict }) => verdict),
    refused: [...looked.filter((one) => typeof one === 'string'), ...weighed.flatMap(({ refused }) => refused)],
  }
}

const instant = (at: string): number => Date.parse(at)

function admit(
  claim: Claim,
  { note, reading }: ReadNote,
  { firstInfusionOn, now }: { readonly firstInfusionOn: string | undefined; readonly now: Date },
): NoteClaim | ClaimRefusal {
  if (!isIraeTermId(claim.term)) return 'unknown-term'
  const quotes = boundQuotes(claim, note)
  if (quotes.length === 0) return 'quote-not-found'
  if (isInTheFuture(note.authoredAt, now)) return 'in-the-future'
  const isEarly = firstInfusionOn !== undefined && note.authoredAt.slice(0, 10) < firstInfusionOn
  // a checkpoint inhibitor given elsewhere is not in the chart, but the author may know of it
  if (isEarly && claim.attribution !== 'immunotherapy') return 'before-first-infusion'
  return { term: claim.term, claim, note, reader: reading.reader, quotes }
}

/** Only words that stand in the text at their offsets; the others are dropped, and a claim without any falls. */
function boundQuotes(claim: Claim, note: ClinicalNote): readonly NoteQuote[] {
  const found = claim.quotes.filter((quote) => stands(quote, note))
  const stated = claim.stated && stands(claim.stated.at, note) ? [claim.stated.at] : []
  if (found.length === 0) return []
  return [...found, ...stated].map(({ start, end, text }) => ({
    start,
    end,
    text,
    source: note.reference,
    version: note.version,
    sha256: note.sha256,
    authoredAt: note.authoredAt,
  }))
}

const stands = ({ start, end, text }: Quote, note: ClinicalNote): boolean => note.text.slice(start, end) === text

const isProposed = ({ claim }: NoteClaim): boolean =>
  (claim.status === 'present' || claim.status === 'suspected') && claim.attribution !== 'other'

/** What a claim that does not propose anything says instead. */
function refusalOf({ claim }: NoteClaim): ClaimRefusal {
  if (claim.status === 'present' || claim.status === 'suspected') return 'other-cause'
  return claim.status
}

interface Weighing {
  readonly verdict: NoteVerdict
  readonly refused: readonly ClaimRefusal[]
}

/** Inside one note the strongest statement comes last: a template's "no diarrhea" does not outlive the assessment below it. */
function weigh(claims: readonly NoteClaim[]): Weighing {
  const first = claims[0]
  if (!first) throw new RangeError('a verdict needs a claim')
  const ordered = claims.toSorted(
    (one, other) =>
      instant(one.note.authoredAt) - instant(other.note.authoredAt) ||
      one.note.reference.localeCompare(other.note.reference) ||
      Number(isProposed(one)) - Number(isProposed(other)),
  )
  const start: Weighing = { verdict: { term: first.term, standing: [], otherCauseAt: undefined }, refused: [] }
  return ordered.reduce(withStatement, start)
}

/** A value alone does not take back the other cause that a clinician named for the term before. */
const isBareValue = ({ claim }: NoteClaim): boolean =>
  claim.reportedBy === 'laboratory' && claim.attribution === 'uncertain' && claim.stated === null

function withStatement({ verdict, refused }: Weighing, next: NoteClaim): Weighing {
  if (isProposed(next) && isBareValue(next) && verdict.otherCauseAt !== undefined)
    return { verdict, refused: [...refused, 'other-cause'] }
  if (isProposed(next))
    return { verdict: { ...verdict, standing: [...verdict.standing, next], otherCauseAt: undefined }, refused }
  const refusal = refusalOf(next)
  const kept = verdict.standing.filter((earlier) => survives(earlier, next, refusal))
  const gone = verdict.standing.filter((earlier) => !kept.includes(earlier)).map((): ClaimRefusal => 'withdrawn')
  const otherCauseAt = refusal === 'other-cause' ? next.note.authoredAt : verdict.otherCauseAt
  return { verdict: { ...verdict, standing: kept, otherCauseAt }, refused: [...refused, ...gone, refusal] }
}

/**
 * A later "no colitis" takes back a suspicion, not an event that a clinician confirmed (then it says that it is over).
 * Another cause named later takes back both. What a patient denies takes back nothing.
 */
function survives(earlier: NoteClaim, later: NoteClaim, refusal: ClaimRefusal): boolean {
  if (later.claim.reportedBy !== 'clinician' || earlier.note.reference === later.note.reference) return true
  if (refusal === 'other-cause') return false
  return refusal !== 'negated' || earlier.claim.certainty === 'confirmed'
}
