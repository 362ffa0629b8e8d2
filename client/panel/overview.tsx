import { Button } from 'react-aria-components/Button'
import type { PanelFinding } from '#fhir-mappings/panel.ts'
import { GradeBadge } from './grade-badge.tsx'
import { titleOf } from './title.ts'

/** Everything that waits for a signature on one screen; each line leads to its card. One finding needs no overview. */
export function Overview({ findings }: { readonly findings: readonly PanelFinding[] }) {
  if (findings.length < 2) return null
  return (
    <ul className="overview" aria-label="Overview">
      {findings.map(({ finding, display }) => (
        <li key={finding.id}>
          <Button className="button quiet" onPress={() => document.getElementById(titleOf(finding))?.focus()}>
            {display} <GradeBadge finding={finding} />
          </Button>
        </li>
      ))}
    </ul>
  )
}
