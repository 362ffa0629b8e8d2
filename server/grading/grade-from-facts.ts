import type { Fact } from '#fhir-mappings/fact.ts'
import type { CtcaeVersion, Grade, GradeRange } from '#fhir-mappings/grade.ts'
import { ctcaeTerm, type IraeTermId, iraeTerm } from '#fhir-mappings/irae-terms.ts'
import { comparableFacts } from './comparable-facts.ts'
import { criteriaOf } from './criteria/criteria-of.ts'
import type { CriteriaOfTerm, Criterion } from './criteria/criterion.ts'
import { criterionHolds, type Holding, type LaboratoryAnswer } from './criterion-holds.ts'
import { leavesInWords } from './criterion-in-words.ts'
import { generalDefinition } from './general-definition.ts'
import type { LaboratoryGrade } from './grade-laboratory.ts'
import { isSystemic } from './intervention.ts'
import { gradesOfLaboratoryFacts } from './laboratory-facts.ts'

/** `grade: null` with a range: the facts leave several grades open; without: they decide nothing. */
export interface FactsGrade {
  readonly grade: Grade | null
  readonly range?: GradeRange
  readonly why: string
  readonly missing: readonly string[]
}

interface Look {
  readonly term: IraeTermId
  readonly name: string
  readonly version: CtcaeVersion
  readonly criteria: CriteriaOfTerm
  readonly facts: readonly Fact[]
  readonly laboratory: LaboratoryGrade | undefined
}

const GRADES: readonly Grade[] = [1, 2, 3, 4, 5]

/**
 * The CTCAE grade that facts give: the highest grade of which any alternative holds. What is not documented does not
 * speak against a grade; grades that do not exist for the term are never given; grade 5 needs a death from the event.
 */
export function gradeFromFacts(term: IraeTermId, given: readonly Fact[], version: CtcaeVersion): FactsGrade {
  const criteria = criteriaOf(term, version)
  const known = iraeTerm(term)
  const name = (known && ctcaeTerm(known, version)?.term) ?? known?.name ?? term
  if (!criteria) return { grade: null, why: `CTCAE ${version} has no term for this.`, missing: [] }
  const { facts, assumed } = comparableFacts(given)
  const laboratory = gradesOfLaboratoryFacts(term, facts, version)[0]
  const graded = concluded({ term, name, version, criteria, facts, laboratory })
  return { ...graded, missing: [...graded.missing, ...assumed] }
}

function concluded(look: Look): FactsGrade {
  const own = GRADES.filter((grade) => holding(look, grade) === 'holds')
  const general = iraeTerm(look.term)?.kind === 'clinical' ? generallyHeld(look) : undefined
  const held = own.at(-1)
  if (held !== undefined && general !== undefined && general > held) return range(look, [held, general])
  if (held !== undefined) return single(look, held)
  const partly = GRADES.filter((grade) => grade >= (general ?? 0) && holding(look, grade) === 'partly')
  const open = [...(general === undefined ? [] : [general]), ...partly]
  const [lowest, highest] = [open[0], open.at(-1)]
  if (lowest !== undefined && highest !== undefined)
    return lowest === highest ? single(look, lowest) : range(look, [lowest, highest])
  return treatedOnly(look)
}

/** Of the laboratory value in the text only the answer for this grade is asked. */
function laboratoryAnswer({ laboratory }: Look, grade: Grade): LaboratoryAnswer {
  if (!laboratory) return 'silent'
  if (laboratory.grade !== null) return laboratory.grade === grade ? 'holds' : 'fails'
  const { range: open } = laboratory
  return open && grade >= open[0] && grade <= open[1] ? 'partly' : 'silent'
}

function holding(look: Look, grade: Grade): Holding {
  const criterion = look.criteria[grade]
  return criterion ? criterionHolds(criterion.when, look.facts, laboratoryAnswer(look, grade)) : 'fails'
}

/** The general definition of the grades, as far as the grade exists for the term. */
function generallyHeld({ criteria, facts }: Look): Grade | undefined {
  return GRADES.filter((grade) => criteria[grade]).findLast((grade) => {
    const criterion = generalDefinition[grade]
    return criterion && criterionHolds(criterion.when, facts, 'silent') === 'holds'
  })
}

/** Steroids given and nothing else known: more than grade 1, and 2 and 3 are both open. */
function treatedOnly(look: Look): FactsGrade {
  const treated = look.facts.some(
    (fact) => fact.type === 'intervention' && fact.state !== 'not-indicated' && isSystemic(fact.kind),
  )
  const open = ([2, 3] as const).filter((grade) => look.criteria[grade])
  if (treated && open.length === 2) return range(look, [2, 3])
  return { grade: null, why: 'No fact that decides a grade is documented.', missing: missingFor(look, [2, 3]) }
}

function single(look: Look, grade: Grade): FactsGrade {
  const because = documented(look, [grade]).join(', ') || look.criteria[grade]?.text
  return { grade, why: `Grade ${grade} (CTCAE ${look.version}, ${look.name}): ${because}.`, missing: [] }
}

/** The facts that speak for these grades, by the term's own criteria or by the general definition. */
function documented(look: Look, grades: readonly Grade[]): readonly string[] {
  const words = grades.flatMap((grade) => {
    const criteria = [look.criteria[grade], generalDefinition[grade]].filter((criterion) => criterion !== undefined)
    return criteria.flatMap(({ when }) => saidBy(look, when, grade))
  })
  return [...new Set(words)].map((one) => laboratoryWords(look, one))
}

const saidBy = (look: Look, when: Criterion, grade: Grade): readonly string[] =>
  leavesInWords(when, look.facts, laboratoryAnswer(look, grade), 'holds')

const laboratoryWords = ({ laboratory }: Look, words: string): string =>
  words === 'laboratory value' && laboratory ? (laboratory.why.split(':')[0] ?? words) : words

function range(look: Look, open: GradeRange): FactsGrade {
  const [low, high] = open
  const missing = look.laboratory?.range
    ? look.laboratory.missing
    : missingFor(
        look,
        GRADES.filter((grade) => grade > low && grade <= high),
      )
  const known = documented(
    look,
    GRADES.filter((grade) => grade >= low && grade <= high),
  ).join(', ')
  const why = [
    `Grades ${low} to ${high} are open (CTCAE ${look.version}, ${look.name})`,
    ...(known ? [`documented: ${known}`] : []),
    `not documented: ${missing.join(', ') || 'what would decide'}.`,
  ].join('; ')
  return { grade: null, range: open, why, missing }
}

/** What to look for, at most three things for a line on the screen. */
function missingFor(look: Look, grades: readonly Grade[]): readonly string[] {
  const words = grades.flatMap((grade) => {
    const criterion = look.criteria[grade]
    return criterion ? leavesInWords(criterion.when, look.facts, laboratoryAnswer(look, grade), 'silent') : []
  })
  return [...new Set(words)].slice(0, 3)
}
