import { type Analyte, analyteById } from '#fhir-mappings/analytes.ts'
import type { Fact } from '#fhir-mappings/fact.ts'
import type { CtcaeVersion } from '#fhir-mappings/grade.ts'
import type { IraeTermId } from '#fhir-mappings/irae-terms.ts'
import { toUnit } from '#fhir-mappings/units.ts'
import { gradeLaboratory, type LaboratoryGrade, type LaboratoryValue } from './grade-laboratory.ts'
import { analytesOf, gradingTerms } from './laboratory-terms.ts'

type LaboratoryFact = Extract<Fact, { type: 'lab' }>

/** The grades of the laboratory values that a text gives for a term, worst first; none when it gives none. */
export function gradesOfLaboratoryFacts(
  term: IraeTermId,
  facts: readonly Fact[],
  version: CtcaeVersion,
): readonly LaboratoryGrade[] {
  const analytes = gradingTerms(term).flatMap((own) => analytesOf[own] ?? [])
  const symptomatic = symptomsIn(facts)
  return facts
    .filter((fact): fact is LaboratoryFact => fact.type === 'lab' && analytes.includes(fact.analyte))
    .flatMap((fact) => readings(fact).map((reading) => gradeLaboratory({ ...reading, version, symptomatic })))
    .toSorted((one, other) => worst(other) - worst(one))
}

/** The grade, or the lower end of what is open; ungraded values come last. */
export const worst = ({ grade, range }: Pick<LaboratoryGrade, 'grade' | 'range'>): number => grade ?? range?.[0] ?? -1

function symptomsIn(facts: readonly Fact[]): boolean | undefined {
  const severities = facts.flatMap((fact) => (fact.type === 'symptom' ? [fact.severity] : []))
  return severities.length === 0 ? undefined : severities.some((severity) => severity !== 'none')
}

/** A multiple in the text is compared as it stands; a bare number needs a limit, and the textbook has to do. */
export function readings(fact: LaboratoryFact): readonly Omit<LaboratoryValue, 'version'>[] {
  const { analyte, value, timesUln, timesBaseline } = fact
  const multiples = [
    ...(timesUln === undefined ? [] : [{ analyte, value: timesUln, uln: 1 }]),
    // the ULN is unknown here, so that its multiples must not hold: nothing is above infinity
    ...(timesBaseline === undefined
      ? []
      : [{ analyte, value: timesBaseline, baseline: 1, baselineIndicator: 'HIGH' as const, uln: Infinity }]),
  ]
  if (multiples.length > 0 || value === undefined) return multiples
  return [withTextbookLimits(fact, value)]
}

function withTextbookLimits({ analyte, unit }: LaboratoryFact, value: number): Omit<LaboratoryValue, 'version'> {
  const known = analyteById(analyte)
  const assumed = unit ?? (isPlausible(known, value) ? known?.conventional : undefined)
  if (!known?.conventional || !assumed) return { analyte, value, unit }
  const limit = (textbook: number | undefined) =>
    textbook === undefined ? undefined : toUnit(textbook, known.conventional ?? '', assumed, analyte)
  return { analyte, value, unit: assumed, lln: limit(known.textbook?.low), uln: limit(known.textbook?.high) }
}

/**
 * Notes leave units out where everybody at the site knows them. The conventional unit is assumed for enzymes, and
 * elsewhere only up to 25 × the textbook ULN: a creatinine of 180 is µmol/L and is not graded as mg/dL.
 */
function isPlausible(analyte: Analyte | undefined, value: number): boolean {
  if (analyte?.conventional === 'U/L') return true
  const { low, high } = analyte?.textbook ?? {}
  if (analyte?.id === 'hemoglobin') return value <= 20
  return high !== undefined && value <= 25 * high && value >= (low ?? 0) / 100
}
