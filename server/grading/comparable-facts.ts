import type { Fact } from '#fhir-mappings/fact.ts'
import { readings } from './laboratory-facts.ts'

/** Facts in the terms of the criteria, and what had to be assumed to get there. */
export interface ComparableFacts {
  readonly facts: readonly Fact[]
  readonly assumed: readonly string[]
}

/** One stool a day where the usual number is not documented: the middle of what is usual, and the assumption is said. */
const USUAL_STOOLS = 1

/** Brings facts to the form in which the criteria ask for them. */
export function comparableFacts(given: readonly Fact[]): ComparableFacts {
  const stools = given.some((fact) => fact.type === 'count' && fact.what === 'stools per day')
  const over = given.some((fact) => fact.type === 'count' && fact.what === 'stools per day over baseline')
  return {
    facts: [...given.map(stoolsOverBaseline), ...given.flatMap(enzymeFinding)],
    assumed: stools && !over ? [`the usual number of stools (${USUAL_STOOLS} a day assumed)`] : [],
  }
}

/** Pancreatitis begins with "lipase or amylase elevation" (v5 grade 2): a value above the ULN is that finding. */
function enzymeFinding(fact: Fact): readonly Fact[] {
  if (fact.type !== 'lab' || (fact.analyte !== 'lipase' && fact.analyte !== 'amylase')) return []
  const isRaised = readings(fact).some(({ value, uln }) => value !== null && isAbove(value, uln))
  return isRaised ? [{ type: 'finding', what: 'lipase or amylase elevation' }] : []
}

const isAbove = (value: number, limit: number | null | undefined): boolean =>
  limit !== null && limit !== undefined && value > limit

function stoolsOverBaseline(fact: Fact): Fact {
  if (fact.type !== 'count' || fact.what !== 'stools per day') return fact
  return { ...fact, what: 'stools per day over baseline', value: Math.max(0, fact.value - USUAL_STOOLS) }
}
