import { OperationOutcomeError, type TypedValueWithPath, validateResource } from '@medplum/core'
import type { OperationOutcomeIssue, Resource } from '@medplum/fhirtypes'
import { FhirRefusal } from '#server/sandbox/repository.ts'
import { LARGEST_BODY } from './bodies.ts'
import type { CodeSet } from './code-sets.ts'
import { loadDefinitions } from './definitions.ts'
import { tokensOf } from './index-values.ts'
import { refusal } from './outcome.ts'
import { heldTypes } from './parameters.ts'
import { checkShape, typeOf } from './shape.ts'

/** Refuses with 400 what is no resource of a held type, and with 422 what breaks R4: structure, types, required codes. */
export function validate(resource: unknown): asserts resource is Resource {
  const type = typeOf(resource)
  if (type === undefined) throw refusal(400, 'structure', 'The body is not a FHIR resource.')
  if (!heldTypes.includes(type))
    throw refusal(404, 'not-supported', 'This server does not hold resources of this type.')
  checkShape(resource, type)
  const { know, codesOf } = loadDefinitions()
  for (const one of typesIn(resource)) know(one)
  const tokens: Record<string, TypedValueWithPath[]> = {}
  const issue = [...structureIssues(resource as Resource, tokens), ...codeIssues(tokens, codesOf)]
  if (issue.length > 0) throw new FhirRefusal(422, { resourceType: 'OperationOutcome', issue })
}

function typesIn(resource: unknown): string[] {
  const contained = typeof resource === 'object' && resource && 'contained' in resource ? resource.contained : []
  return [resource, ...(Array.isArray(contained) ? contained : [])].flatMap((one) => typeOf(one) ?? [])
}

/** Of the validator's warnings one is an error here: it only warns of two values in one choice (`valueString` beside `valueInteger`); R4 forbids it. */
function structureIssues(resource: Resource, tokens: Record<string, TypedValueWithPath[]>): OperationOutcomeIssue[] {
  try {
    const options = { collect: { tokens }, base64BinaryMaxBytes: LARGEST_BODY }
    const warnings = validateResource(resource, options)
    const forbidden = warnings.filter(({ details }) => details?.text?.startsWith('Conflicting choice'))
    return forbidden.map((issue) => ({ ...issue, severity: 'error' as const }))
  } catch (failure) {
    if (failure instanceof OperationOutcomeError) return failure.outcome.issue
    throw failure
  }
}

function codeIssues(
  tokens: Record<string, TypedValueWithPath[]>,
  codesOf: (canonical: string) => CodeSet,
): OperationOutcomeIssue[] {
  return Object.entries(tokens).flatMap(([valueSet, values]) => {
    const codes = codesOf(valueSet)
    const wrong = codes ? values.filter(({ value }) => !isAmong(value, codes)) : []
    return wrong.map(({ path }) => ({
      severity: 'error' as const,
      code: 'code-invalid' as const,
      details: { text: `The code is not one of ${valueSet.split('|')[0]}.` },
      expression: [path],
    }))
  })
}

function isAmong(value: unknown, codes: ReadonlySet<string>): boolean {
  const isPlain = typeof value === 'string'
  return tokensOf(value).some(({ system, code }) => codes.has(isPlain ? `|${code}` : `${system}|${code}`))
}
