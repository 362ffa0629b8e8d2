import type { Fact } from '#fhir-mappings/fact.ts'
import type { Proposal } from '#fhir-mappings/finding.ts'
import type { CtcaeVersion } from '#fhir-mappings/grade.ts'
import type { NoteQuote } from '#fhir-mappings/quote.ts'
import { type ClaimGrade, gradeClaim } from './grade-claim.ts'
import type { LaboratoryGrade } from './grade-laboratory.ts'
import { worst } from './laboratory-facts.ts'
import type { LaboratorySignal } from './laboratory-signal.ts'
import { gradingTerms } from './laboratory-terms.ts'
import type { NoteClaim, NoteVerdict } from './note-claims.ts'

interface NoteEvidence {
  readonly patient: string
  readonly version: CtcaeVersion
  /** at least one claim stands */
  readonly verdict: NoteVerdict
  /** laboratory terms that notes claim and this syndrome explains */
  readonly members: readonly NoteVerdict[]
  readonly signals: readonly LaboratorySignal[]
}

/** One term from all claims that stand for it, with the worst grade of the episode and the results that belong to it. */
export function noteProposal({ patient, version, verdict, members, signals }: NoteEvidence): Proposal {
  const { term, standing } = verdict
  const newest = standing.at(-1)
  if (!newest) throw new RangeError('a note proposal needs a claim that stands')
  const laboratory = laboratoryFor(verdict, members, signals, version)
  const seen = factsOf(verdict, signals)
  const peak = worstOf(
    standing.map(({ claim }) => gradeClaim({ ...claim, facts: [...claim.facts, ...seen] }, { version, laboratory })),
  )
  const has = (test: (one: NoteClaim) => boolean) => standing.some(test)
  return {
    patient,
    term,
    status: has(({ claim }) => claim.status === 'present') ? 'present' : 'suspected',
    grade: peak.grade,
    ...(peak.range ? { range: peak.range } : {}),
    gradeBasis: peak.gradeBasis,
    ctcaeVersion: version,
    gradeWhy: [peak.why, ...besides(verdict, signals)].join(' '),
    missing: [...new Set(peak.missing)],
    attribution: has(({ claim }) => claim.attribution === 'immunotherapy') ? 'immunotherapy' : 'uncertain',
    certainty: has(({ claim }) => claim.certainty === 'confirmed') ? 'confirmed' : 'suspected',
    reportedBy: reporter(standing),
    quotes: quotesOf([verdict, ...members]),
    laboratory: signals.map(({ evidence }) => evidence),
    reader: newest.reader,
  }
}

/** Results that do not grade the syndrome can still be a fact about it (a raised lipase in pancreatitis). */
function factsOf({ term }: NoteVerdict, signals: readonly LaboratorySignal[]): readonly Fact[] {
  const terms = gradingTerms(term)
  return signals
    .filter((signal) => !terms.includes(signal.term))
    .flatMap(({ evidence: { analyte, value, uln } }): Fact[] =>
      uln ? [{ type: 'lab', analyte, timesUln: value / uln }] : [],
    )
}

/** The worst laboratory grade that may stand for the term, from results and from values in the text of other claims. */
function laboratoryFor(
  { term }: NoteVerdict,
  members: readonly NoteVerdict[],
  signals: readonly LaboratorySignal[],
  version: CtcaeVersion,
): LaboratoryGrade | undefined {
  const terms = gradingTerms(term)
  const results = signals.filter((signal) => terms.includes(signal.term)).map(({ graded }) => graded)
  const claimed = members
    .filter((member) => terms.includes(member.term))
    .flatMap((member) => member.standing.map(({ claim }) => gradeClaim(claim, { version })))
    .map(({ grade, range, why, missing }) => ({ term: null, grade, ...(range ? { range } : {}), why, missing }))
  return [...results, ...claimed].toSorted((one, other) => worst(other) - worst(one))[0]
}

/** The worst grade of the episode; of equals the settled one, then the newest. */
function worstOf(grades: readonly ClaimGrade[]): ClaimGrade {
  const [peak] = grades
    .toReversed()
    .toSorted((one, other) => worst(other) - worst(one) || Number(other.grade !== null) - Number(one.grade !== null))
  return peak ?? { grade: null, gradeBasis: null, why: '', missing: [] }
}

/** Results that belong to the syndrome but do not grade it (CK in myositis) are said beside the grade. */
function besides({ term }: NoteVerdict, signals: readonly LaboratorySignal[]): readonly string[] {
  const terms = gradingTerms(term)
  const beside = signals
    .filter((signal) => !terms.includes(signal.term))
    .map(({ graded }) => `Beside it: ${graded.why}`)
  return [...new Set(beside)]
}

const reporter = (standing: readonly NoteClaim[]): Proposal['reportedBy'] =>
  (['clinician', 'patient'] as const).find((who) => standing.some(({ claim }) => claim.reportedBy === who)) ??
  'laboratory'

/** Newest note first, every passage once. */
function quotesOf(verdicts: readonly NoteVerdict[]): NoteQuote[] {
  const quotes = verdicts.flatMap(({ standing }) => standing.toReversed().flatMap((claim) => claim.quotes))
  const passage = ({ source, start, end }: NoteQuote) => `${source} ${start} ${end}`
  return [...new Map(quotes.toReversed().map((quote) => [passage(quote), quote])).values()].toReversed()
}
