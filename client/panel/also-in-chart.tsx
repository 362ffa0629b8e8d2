import type { ChartContext, PanelView } from '#fhir-mappings/panel.ts'
import { dayWords } from './date-words.ts'

/** Folded: drugs that may mask or explain, and the problem list, so that other causes can be weighed. */
export function AlsoInChart({ chart }: Pick<PanelView, 'chart'>) {
  if (!chart || chart.drugs.length + chart.problems.length === 0) return null
  return (
    <details className="also-in-chart">
      <summary>Also in the chart</summary>
      <p className="fine">For weighing other causes. It had no part in the grades.</p>
      {chart.drugs.length > 0 && (
        <>
          <h3>Steroids, immunosuppressants, hormone replacement</h3>
          <ul>
            {chart.drugs.map((drug) => (
              <li key={drug.name}>
                {drug.name} ({kindWords[drug.kind]}){takenWords(drug)}
              </li>
            ))}
          </ul>
        </>
      )}
      {chart.problems.length > 0 && (
        <>
          <h3>Problem list</h3>
          <ul>
            {chart.problems.map(({ text, onset }) => (
              <li key={text}>
                {text}
                {onset && `, since ${dayWords(onset)}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {chart.more > 0 && <p className="fine">{chart.more} older entries are not shown here; the chart has them.</p>}
    </details>
  )
}

const kindWords: Readonly<Record<ChartContext['drugs'][number]['kind'], string>> = {
  steroid: 'steroid',
  immunosuppressant: 'immunosuppressant',
  'hormone-replacement': 'hormone replacement',
}

function takenWords({ from, until }: ChartContext['drugs'][number]): string {
  if (from === null && until === null) return ''
  if (from === null) return `, until ${dayWords(until ?? '')}`
  if (until === null) return `, from ${dayWords(from)}, no end charted`
  return from.slice(0, 10) === until.slice(0, 10) ? `, ${dayWords(from)}` : `, ${dayWords(from)} to ${dayWords(until)}`
}
