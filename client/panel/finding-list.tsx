import { useState } from 'react'
import type { PanelView } from '#fhir-mappings/panel.ts'
import { clearDesk, type Desk } from './decision-form.ts'
import { type CardProperties, FindingCard } from './finding-card.tsx'
import { Overview } from './overview.tsx'
import { type Pile, piles } from './urgency.ts'

type Properties = Omit<CardProperties, 'found' | 'writes' | 'focused' | 'desk' | 'keep'> & {
  readonly view: PanelView
  /** id of the finding that was just signed here */
  readonly justSigned?: string
}

/** Findings by pile: what waits for a signature first and worst first, what is over last and folded. */
export function FindingList({ view, justSigned, ...card }: Properties) {
  const [desks, setDesks] = useState<Readonly<Record<string, Desk>>>({})
  const sorted = piles(view.findings)
  const cards = (pile: Pile) =>
    sorted[pile].map((found) => (
      <FindingCard
        key={found.finding.id}
        {...card}
        found={found}
        writes={view.writes}
        desk={desks[found.finding.id] ?? clearDesk}
        keep={(desk) => setDesks((before) => ({ ...before, [found.finding.id]: desk }))}
        focused={found.finding.id === justSigned}
      />
    ))
  return (
    <div className="findings">
      {sorted['to-sign'].length > 0 && (
        <section aria-label="Findings to sign">
          <h2>To sign ({sorted['to-sign'].length})</h2>
          <Overview findings={sorted['to-sign']} />
          {cards('to-sign')}
        </section>
      )}
      {sorted.signed.length > 0 && (
        <section aria-label="Signed findings">
          <h2>Signed ({sorted.signed.length})</h2>
          {cards('signed')}
        </section>
      )}
      {sorted.over.length > 0 && (
        <details className="over" open={sorted.over.some(({ finding }) => finding.id === justSigned)}>
          <summary>Rejected, withdrawn or closed ({sorted.over.length})</summary>
          {cards('over')}
        </details>
      )}
    </div>
  )
}
