import type { Claim } from '#fhir-mappings/claim.ts'
import type { GradeBasis } from '#fhir-mappings/finding.ts'
import type { CtcaeVersion, Grade, GradeRange } from '#fhir-mappings/grade.ts'
import { type IraeTermId, isIraeTermId } from '#fhir-mappings/irae-terms.ts'
import { gradeFromFacts } from './grade-from-facts.ts'
import type { LaboratoryGrade } from './grade-laboratory.ts'
import { gradeExists } from './grades-of.ts'
import { gradesOfLaboratoryFacts } from './laboratory-facts.ts'

/** What is known beside the claim. */
export interface ClaimContext {
  readonly version: CtcaeVersion
  /** grade of a laboratory result that belongs to the claim's term or that its syndrome may carry */
  readonly laboratory?: LaboratoryGrade | undefined
}

/** A grade with the way it came about; null when nothing decides it (`range`: several are open). */
export interface ClaimGrade {
  readonly grade: Grade | null
  readonly range?: GradeRange
  readonly gradeBasis: GradeBasis | null
  readonly why: string
  readonly missing: readonly string[]
}

/** One way to a grade: the author's, the facts', the laboratory's. */
interface Way {
  readonly basis: GradeBasis
  readonly grade: Grade | null
  readonly range?: GradeRange
  readonly why: string
  readonly missing: readonly string[]
}

/**
 * The grade of one claim. The author's grade and the one that facts and results give are kept apart; where they differ,
 * the higher is carried and `why` says both. A stated range gives its upper end with the range beside it.
 */
export function gradeClaim(claim: Claim, { version, laboratory }: ClaimContext): ClaimGrade {
  if (!isIraeTermId(claim.term))
    return { grade: null, gradeBasis: null, why: 'The term is not one of ours.', missing: [] }
  if (claim.status !== 'present' && claim.status !== 'suspected')
    return { grade: null, gradeBasis: null, why: 'Only an event of now is graded.', missing: [] }
  const stated = statedWay(claim.term, claim, version)
  const ways = [
    stated,
    derivedWay(claim.term, claim, version),
    ...laboratoryWays(claim.term, claim, version, laboratory),
  ]
  return carried(ways.filter((way) => way !== undefined))
}

function statedWay(term: IraeTermId, { stated }: Claim, version: CtcaeVersion): Way | undefined {
  if (!stated) return undefined
  const { grade, range } = stated
  if (!gradeExists(term, version, grade)) {
    const why = `The author wrote grade ${grade}; CTCAE ${version} has no grade ${grade} for this term.`
    return { basis: 'stated', grade: null, why, missing: [] }
  }
  const words = range ? `grade ${range[0]} to ${range[1]}` : `grade ${grade}`
  return { basis: 'stated', grade, ...(range ? { range } : {}), why: `The author wrote ${words}.`, missing: [] }
}

function derivedWay(term: IraeTermId, { facts }: Claim, version: CtcaeVersion): Way {
  const { grade, range, why, missing } = gradeFromFacts(term, facts, version)
  const fromLaboratory = facts.length > 0 && facts.every(({ type }) => type === 'lab')
  return { basis: fromLaboratory ? 'laboratory' : 'derived', grade, ...(range ? { range } : {}), why, missing }
}

/** Results of the chart, and values in the text that a syndrome carries ("hepatitis, ALT 8 × ULN"). */
function laboratoryWays(
  term: IraeTermId,
  { facts }: Claim,
  version: CtcaeVersion,
  result: LaboratoryGrade | undefined,
): readonly Way[] {
  const graded = [...(result ? [result] : []), ...gradesOfLaboratoryFacts(term, facts, version)]
  return graded.flatMap(({ grade, range, why, missing }): Way[] => {
    if (grade === 0 || (grade !== null && !gradeExists(term, version, grade))) return []
    return [{ basis: 'laboratory', grade, ...(range ? { range } : {}), why, missing }]
  })
}

/** The lowest grade that a way leaves standing. */
const floor = ({ grade, range }: Way): number => grade ?? range?.[0] ?? 0

function carried(ways: readonly Way[]): ClaimGrade {
  const [leading] = ways
    .filter((way) => floor(way) > 0)
    .toSorted((one, other) => floor(other) - floor(one) || Number(other.grade !== null) - Number(one.grade !== null))
  if (!leading)
    return { grade: null, gradeBasis: null, why: sentences(ways), missing: ways.flatMap(({ missing }) => missing) }
  const settled = settledBy(leading, ways)
  const others = ways.filter((way) => way !== leading)
  const conflicts = others.filter((way) => disagrees(way, settled.grade))
  const higher = others.filter(({ grade, range }) => grade === null && range && range[1] > (settled.grade ?? 5))
  return {
    ...settled,
    gradeBasis: leading.basis,
    why: [
      leading.why,
      ...(conflicts.length === 0 ? [] : [sentences(conflicts), 'The higher one is carried.']),
      ...(higher.length === 0 ? [] : [sentences(higher)]),
    ].join(' '),
    missing: [leading, ...higher].flatMap(({ missing }) => missing),
  }
}

/** A range whose lower end lies above a graded way is at least that: the lower end is carried with the range. */
function settledBy(leading: Way, ways: readonly Way[]): { readonly grade: Grade | null; readonly range?: GradeRange } {
  const { grade, range } = leading
  const isHigher = ways.some((way) => way.grade !== null && way.grade < floor(leading))
  if (grade === null && range && isHigher) return { grade: range[0], range }
  return { grade, ...(range ? { range } : {}) }
}

const disagrees = ({ grade, basis, why }: Way, carriedGrade: Grade | null): boolean =>
  (grade !== null && grade !== carriedGrade) || (basis === 'stated' && grade === null && why !== '')

const sentences = (ways: readonly Way[]): string => [...new Set(ways.map(({ why }) => why))].join(' ')
