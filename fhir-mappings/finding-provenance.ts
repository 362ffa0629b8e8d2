import type { Provenance, ProvenanceAgent, ProvenanceEntity } from '@medplum/fhirtypes'
import { AI_ASSERTED, OBSERVATION_VALUE, PROVENANCE_PARTICIPANT } from './code-systems.ts'
import type { Finding } from './finding.ts'
import { ourMeta } from './finding-observation.ts'

/** What one version of a finding became in the EHR. */
export interface WrittenAs {
  readonly observation: string
  readonly flag: string
  readonly device: string
}

/** T3: who made it, who verified it, and from which versions of which resources. No prompt and no word of the chart. */
export function provenanceFromFinding(finding: Finding, written: WrittenAs): Provenance {
  return {
    resourceType: 'Provenance',
    meta: ourMeta(finding),
    target: [{ reference: written.observation }, { reference: written.flag }],
    recorded: finding.changedAt,
    reason: [{ coding: [{ system: OBSERVATION_VALUE, code: AI_ASSERTED }] }],
    agent: [author(written.device), ...verifier(finding)],
    entity: entitiesOf(finding),
  }
}

const author = (device: string): ProvenanceAgent => ({
  type: { coding: [{ system: PROVENANCE_PARTICIPANT, code: 'author' }] },
  role: [{ text: 'Artificial-Intelligence' }],
  who: { reference: device },
})

/** Only a person who signed stands as verifier; of a closed finding, who closed it. */
function verifier({ decision, review, closed }: Finding): ProvenanceAgent[] {
  const who = closed?.by ?? (review === 'awaiting' ? undefined : decision?.by)
  if (!who) return []
  return [{ type: { coding: [{ system: PROVENANCE_PARTICIPANT, code: 'verifier' }] }, who: { reference: who } }]
}

function entitiesOf({ proposal }: Finding): ProvenanceEntity[] {
  const sources = [
    ...proposal.quotes.map(({ source, version }) => `${source}/_history/${version}`),
    ...proposal.laboratory.map(({ reference, version }) => `${reference}/_history/${version}`),
  ]
  const derivation: ProvenanceEntity = {
    role: 'derivation',
    what: {
      display: `Model card of the reader ${proposal.reader.name} ${proposal.reader.version}, rules for CTCAE ${proposal.ctcaeVersion}`,
    },
  }
  return [...[...new Set(sources)].map((reference) => ({ role: 'source' as const, what: { reference } })), derivation]
}
