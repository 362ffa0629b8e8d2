import type { Answer } from '#client/service.ts'
import type { Finding } from '#fhir-mappings/finding.ts'
import type { PanelFinding, QuotedNote } from '#fhir-mappings/panel.ts'
import { LaboratoryCourse } from './laboratory-course.tsx'
import { QuotedWords } from './quoted-words.tsx'

interface EvidenceProperties {
  readonly found: PanelFinding
  readonly loadNote: (finding: Finding, source: string) => Promise<Answer<QuotedNote>>
}

/** Notes shown at once; the others wait behind one press, so that three findings still fit a narrow panel. */
const AT_ONCE = 2

/** The words and values behind a finding: the newest notes first, older ones folded, then the laboratory courses. */
export function Evidence({ found, loadNote }: EvidenceProperties) {
  const { finding, notes, series } = found
  const quoted = notes.map((note) => (
    <QuotedWords
      key={note.source}
      note={note}
      quotes={finding.proposal.quotes.filter(({ source }) => source === note.source)}
      version={finding.version}
      load={() => loadNote(finding, note.source)}
    />
  ))
  const older = quoted.slice(AT_ONCE)
  return (
    <div className="evidence">
      {quoted.slice(0, AT_ONCE)}
      {older.length > 0 && (
        <details>
          <summary>
            {older.length} older {older.length === 1 ? 'note' : 'notes'}
          </summary>
          {older}
        </details>
      )}
      {series.map((course) => (
        <LaboratoryCourse
          key={course.analyte}
          series={course}
          led={finding.proposal.laboratory.filter(({ analyte }) => analyte === course.analyte)}
        />
      ))}
    </div>
  )
}
