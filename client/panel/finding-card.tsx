import { useEffect, useRef } from 'react'
import type { Answer } from '#client/service.ts'
import type { Finding } from '#fhir-mappings/finding.ts'
import type { PanelFinding, PanelView, QuotedNote } from '#fhir-mappings/panel.ts'
import { actsOn } from './decision-form.ts'
import { DecisionHistory } from './decision-history.tsx'
import { Evidence } from './evidence.tsx'
import { GradeBadge } from './grade-badge.tsx'
import { attributionWords, basisWords, certaintyWords, openGradeWords, reporterWords } from './grade-words.ts'
import { HowMade } from './how-made.tsx'
import { SignOff, type SignOffProperties } from './sign-off.tsx'
import type { Signing } from './signing.ts'
import { titleOf } from './title.ts'
import { writtenWords } from './written-words.ts'

export interface CardProperties extends Pick<SignOffProperties, 'desk' | 'keep'> {
  readonly found: PanelFinding
  readonly writes: PanelView['writes']
  /** absent when this person may not sign here */
  readonly signing?: Signing
  readonly me: string
  readonly loadNote: (finding: Finding, source: string) => Promise<Answer<QuotedNote>>
  /** set after this person signed this finding here: the focus follows the card to where it now lies */
  readonly focused?: boolean
}

/** One finding: what, how bad, why, the words and values behind it, and the signature. */
export function FindingCard({ found, writes, signing, me, loadNote, focused, desk, keep }: CardProperties) {
  const { finding, display, organSystem } = found
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (focused) heading.current?.focus()
  }, [focused])
  const titleId = titleOf(finding)
  return (
    <article className="card" aria-labelledby={titleId} data-review={finding.review}>
      <header>
        <h3 id={titleId} ref={heading} tabIndex={-1}>
          {display}
        </h3>
        <GradeBadge finding={finding} />
      </header>
      <Reasons finding={finding} organSystem={organSystem} />
      <Evidence found={found} loadNote={loadNote} />
      <footer>
        <p className="written">{writtenWords(found, writes)}</p>
        <DecisionHistory finding={finding} me={me} people={found.people ?? {}} />
        {finding.proposeClosing && !finding.closed && (
          <p className="closing">Closing the Flag is proposed: {finding.proposeClosing}</p>
        )}
        {signing && (actsOn(finding).length > 0 || desk.draft.act !== 'none') && (
          <SignOff found={found} writes={writes} signing={signing} desk={desk} keep={keep} />
        )}
        <HowMade finding={finding} />
      </footer>
    </article>
  )
}

/** Certainty, attribution, reporter, the rule behind the grade, and what would settle it. */
function Reasons({ finding, organSystem }: Pick<PanelFinding, 'finding' | 'organSystem'>) {
  const { proposal } = finding
  const basis = proposal.gradeBasis === null ? openGradeWords(finding) : basisWords[proposal.gradeBasis]
  return (
    <div className="reasons">
      <p className="facts">
        {organSystem} · {certaintyWords[proposal.certainty]} · {attributionWords[proposal.attribution]} ·{' '}
        {reporterWords[proposal.reportedBy]}
      </p>
      {finding.withdrawn && <p className="withdrawn">Withdrawn: {finding.withdrawn}</p>}
      <p className="why">
        <strong>
          {basis} (CTCAE {proposal.ctcaeVersion}):
        </strong>{' '}
        {proposal.gradeWhy}
      </p>
      {proposal.missing.length > 0 && (
        <div className="missing">
          <p>Would settle the grade:</p>
          <ul>
            {proposal.missing.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
