import type { Finding } from '#fhir-mappings/finding.ts'

/** The element id of a card's heading. */
export const titleOf = ({ id }: Pick<Finding, 'id'>) => `title-${id}`
