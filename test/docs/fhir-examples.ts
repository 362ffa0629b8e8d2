import type { Resource } from '@medplum/fhirtypes'
import { deviceFromSystem } from '#fhir-mappings/device.ts'
import { Finding } from '#fhir-mappings/finding.ts'
import { flagFromFinding } from '#fhir-mappings/finding-flag.ts'
import { observationFromFinding } from '#fhir-mappings/finding-observation.ts'
import { provenanceFromFinding } from '#fhir-mappings/finding-provenance.ts'

/** A colitis as the product proposes it from one note, before anybody has looked at it. */
const proposed = Finding.parse({
  id: 'irae-0123456789abcdef01234567',
  version: 1,
  proposal: {
    patient: 'Patient/p1',
    term: 'colitis',
    status: 'present',
    grade: 2,
    gradeBasis: 'stated',
    ctcaeVersion: '5.0',
    gradeWhy: 'The author wrote grade 2.',
    missing: [],
    attribution: 'immunotherapy',
    certainty: 'confirmed',
    reportedBy: 'clinician',
    quotes: [
      {
        start: 31,
        end: 63,
        text: 'immune-related colitis, grade 2,',
        source: 'DocumentReference/n1',
        version: '1',
        sha256: 'a'.repeat(64),
        authoredAt: '2026-03-02T09:14:00Z',
      },
    ],
    laboratory: [],
    reader: { name: 'embedded', version: '1.0.0' },
  },
  review: 'awaiting',
  earlier: [],
  proposedAt: '2026-03-02T09:14:03Z',
  changedAt: '2026-03-02T09:14:03Z',
})

/** The same after a clinician has changed the grade. */
const signed = Finding.parse({
  ...proposed,
  version: 2,
  review: 'changed',
  decision: { decision: 'changed', grade: 3, by: 'Practitioner/onc', at: '2026-03-02T09:31:00Z' },
  changedAt: '2026-03-02T09:31:00Z',
})

const device = 'Device/d1'
const written = { device, observation: 'Observation/o1', flag: 'Flag/f1' }

/** What the page shows as written by us, by the name that stands above each example. */
export const examplesWritten: Readonly<Record<string, Resource>> = {
  'observation-proposed': observationFromFinding(proposed, device),
  'flag-proposed': flagFromFinding(proposed, device),
  'flag-signed': flagFromFinding(signed, device),
  'provenance-signed': provenanceFromFinding(signed, written),
  device: deviceFromSystem({
    product: '0.1.0',
    reader: proposed.proposal.reader,
    ctcae: '5.0',
    modelCard: 'https://irae.hospital.example/panel/model-card.html',
  }),
}

export const observationSigned = observationFromFinding(signed, device)
