import type { Flag } from '@medplum/fhirtypes'
import { FLAG_CATEGORY, OUR_FLAGS } from './code-systems.ts'
import { type Finding, standingGrade } from './finding.ts'
import { codeOfTerm, ourMeta } from './finding-observation.ts'

/** Stands at the head of the Flag's text until a person has signed. */
const UNCONFIRMED = 'Unconfirmed:'

/** W16: active while the finding stands; closed by a person: inactive; rejected or withdrawn: entered-in-error. */
export function flagFromFinding(finding: Finding, device: string): Flag {
  return {
    resourceType: 'Flag',
    meta: ourMeta(finding),
    identifier: [{ system: OUR_FLAGS, value: finding.id }],
    status: statusOf(finding),
    category: [{ coding: [{ system: FLAG_CATEGORY, code: 'clinical', display: 'Clinical' }] }],
    code: { ...codeOfTerm(finding.proposal.term), text: flagText(finding) },
    subject: { reference: finding.proposal.patient },
    period: { start: finding.proposedAt, ...(finding.closed ? { end: finding.closed.at } : {}) },
    author: { reference: device },
  }
}

function statusOf(finding: Finding): Flag['status'] {
  if (finding.withdrawn || finding.review === 'rejected') return 'entered-in-error'
  return finding.closed ? 'inactive' : 'active'
}

/** "Unconfirmed: Colitis, CTCAE grade 2 (immune-related adverse event)" */
export function flagText(finding: Finding): string {
  const grade = standingGrade(finding)
  const { range } = finding.proposal
  const open = range ? `CTCAE grade ${range[0]} to ${range[1]}` : 'CTCAE grade not determined'
  const words = `${codeOfTerm(finding.proposal.term).text}, ${grade === null ? open : `CTCAE grade ${grade}`}`
  const signed = finding.review !== 'awaiting' || finding.closed !== undefined
  return `${signed ? '' : `${UNCONFIRMED} `}${words} (immune-related adverse event)`
}
