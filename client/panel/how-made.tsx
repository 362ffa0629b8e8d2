import type { Finding } from '#fhir-mappings/finding.ts'
import { dateWords } from './date-words.ts'

/** Which software said this, when, and what kind of statement it is; the model card is one click away (R1). */
export function HowMade({ finding }: { readonly finding: Finding }) {
  const { reader, ctcaeVersion } = finding.proposal
  return (
    <div className="how-made">
      <details>
        <summary>How this was made</summary>
        <p>
          Proposed by software on {dateWords(finding.proposedAt)}: the reader {reader.name} {reader.version} found the
          words, and CTCAE {ctcaeVersion} criteria gave the grade. It can be wrong or miss things, and it does not read
          images. In the chart it is labelled as AI-made; only a clinician’s signature makes it a finding.
        </p>
      </details>
      <p>
        <a href="/panel/model-card.html">Model card: purpose, limits, measures</a>
      </p>
    </div>
  )
}
