import { lazy, Suspense } from 'react'
import type { LaboratoryEvidence } from '#fhir-mappings/finding.ts'
import type { LaboratoryResult } from '#fhir-mappings/laboratory-result.ts'
import type { PanelFinding } from '#fhir-mappings/panel.ts'
import { Boundary } from './boundary.tsx'
import { dayWords } from './date-words.ts'
import { ValueTable } from './value-table.tsx'
import { limitWords, unitOf, valueWords } from './value-words.ts'

const LaboratoryChart = lazy(() => import('./laboratory-chart.tsx'))

interface Properties {
  readonly series: PanelFinding['series'][number]
  /** the results that led to the grade */
  readonly led: readonly LaboratoryEvidence[]
}

/** One analyte's whole course: a sentence, a small chart, and the same values as a table. */
export function LaboratoryCourse({ series, led }: Properties) {
  const unit = unitOf(series.results)
  const references = new Set(led.map(({ reference }) => reference))
  return (
    <figure className="course">
      <figcaption>
        <strong>{series.display}</strong>
        {led.map((result) => (
          <span key={result.reference}>{evidenceWords(result)}</span>
        ))}
      </figcaption>
      {unit === undefined ? (
        <p className="fine">The values come in several units and are not drawn.</p>
      ) : (
        <Boundary instead={<p className="fine">The course could not be drawn; its values are below.</p>}>
          <Suspense fallback={<div className="chart" />}>
            <LaboratoryChart results={series.results} led={references} />
          </Suspense>
        </Boundary>
      )}
      <details>
        <summary>Values of {series.display}</summary>
        <ValueTable display={series.display} results={series.results} led={references} />
      </details>
    </figure>
  )
}

/** "248 U/L on 3 Mar 2026, reference 7 to 45, before treatment 24 U/L" */
function evidenceWords(result: LaboratoryEvidence): string {
  const limits = limitWords(result)
  const before = result.baseline ? `, before treatment ${result.baseline.value} ${result.unit}` : ''
  return `${valueWords(result)} on ${dayWords(result.takenAt)}${limits && `, reference ${limits}`}${before}${doubt(result)}`
}

const doubt = (result: LaboratoryResult) => (result.unreliable ? ` (${result.unreliable})` : '')
