import type { GradeRange } from '#fhir-mappings/grade.ts'
import type { IraeTermId } from '#fhir-mappings/irae-terms.ts'
import type { LaboratoryResult } from '#fhir-mappings/laboratory-result.ts'
import type { LaboratorySeries } from '#server/evidence/case-file.ts'
import {
  countedAfter,
  isUnexplained,
  type LaboratorySignal,
  type Looking,
  reliableBaseline,
} from './laboratory-signal.ts'

/** TSH and free T4 say something together when they are drawn at about the same time. */
const TOGETHER_MS = 14 * 24 * 60 * 60 * 1000

/**
 * TSH alone is one CTCAE grade without a syndrome. With a free T4 on the other side of its limits the thyroid itself
 * fails or overworks: then it is raised as hypo- or hyperthyroidism, which CTCAE grades by symptoms and treatment and
 * not by numbers, so that grades 1 and 2 stay open. TSH low with free T4 low points to the pituitary and is left alone.
 */
export function thyroidSignals(
  signals: readonly LaboratorySignal[],
  laboratory: readonly LaboratorySeries[],
  looking: Looking,
): readonly LaboratorySignal[] {
  const pairs = pairsOf(laboratory, looking)
  const overt = pairs.find(
    (pair) => isAbove(pair.tsh) && isBelow(pair.ft4) && isUnexplained('hypothyroidism', pair.tsh, looking),
  )
  const toxic = pairs.find(
    (pair) => isBelow(pair.tsh) && isAbove(pair.ft4) && isUnexplained('hyperthyroidism', pair.tsh, looking),
  )
  return [
    ...signals.filter(({ term }) => term !== 'tsh-increased' || !overt),
    ...(overt ? inBothResults('hypothyroidism', overt) : []),
    ...(toxic ? inBothResults('hyperthyroidism', toxic) : []),
  ]
}

interface Pair {
  readonly tsh: LaboratoryResult
  readonly ft4: LaboratoryResult
}

function pairsOf(laboratory: readonly LaboratorySeries[], looking: Looking): readonly Pair[] {
  const seriesOf = (analyte: string) => laboratory.find((series) => series.analyte === analyte)
  const tshSeries = seriesOf('tsh')
  const before = tshSeries && reliableBaseline(tshSeries)
  // a thyroid that was out of balance before the first infusion is not a new event
  if (before && (isAbove(before) || isBelow(before))) return []
  const freeT4 = countedAfter(seriesOf('ft4'), looking)
  return countedAfter(tshSeries, looking).flatMap((tsh) =>
    freeT4
      .filter((ft4) => Math.abs(Date.parse(ft4.takenAt) - Date.parse(tsh.takenAt)) <= TOGETHER_MS)
      .map((ft4) => ({ tsh, ft4 })),
  )
}

const isAbove = ({ value, uln }: LaboratoryResult): boolean => uln !== undefined && value > uln
const isBelow = ({ value, lln }: LaboratoryResult): boolean => lln !== undefined && value < lln

function inBothResults(term: IraeTermId, { tsh, ft4 }: Pair): readonly LaboratorySignal[] {
  const open: GradeRange = [1, 2]
  const missing = ['symptoms', 'whether treatment was started']
  const why = `TSH ${tsh.value} ${tsh.unit} with free T4 ${ft4.value} ${ft4.unit}: grades 1 to 2 are open, CTCAE grades this term by symptoms and treatment.`
  const graded = { term: null, grade: null, range: open, why, missing }
  return [tsh, ft4].map((evidence) => ({ term, graded, evidence }))
}
