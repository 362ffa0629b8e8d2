import type { OperationOutcome, OperationOutcomeIssue } from '@medplum/fhirtypes'
import { FhirRefusal } from '#server/sandbox/repository.ts'

/** A refusal with one issue. `text` names elements, parameters and ids of the caller, never words from a chart. */
export function refusal(
  status: number,
  code: OperationOutcomeIssue['code'],
  text: string,
  expression?: string,
): FhirRefusal {
  return new FhirRefusal(status, outcome('error', code, text, expression))
}

/** One issue as an OperationOutcome. */
export function outcome(
  severity: OperationOutcomeIssue['severity'],
  code: OperationOutcomeIssue['code'],
  text: string,
  expression?: string,
): OperationOutcome {
  const place = expression === undefined ? {} : { expression: [expression] }
  return { resourceType: 'OperationOutcome', issue: [{ severity, code, details: { text }, ...place }] }
}

/** The same refusal, seen from the bundle entry that caused it. */
export function refusalOfEntry(refused: FhirRefusal, index: number): FhirRefusal {
  const issue = refused.outcome.issue.map((one) => ({
    ...one,
    expression: [`Bundle.entry[${index}]`, ...(one.expression ?? [])],
  }))
  return new FhirRefusal(refused.status, { resourceType: 'OperationOutcome', issue })
}
