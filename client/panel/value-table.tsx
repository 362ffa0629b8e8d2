import type { LaboratoryResult } from '#fhir-mappings/laboratory-result.ts'
import { dayWords } from './date-words.ts'
import { limitWords, placeOf, valueWords } from './value-words.ts'

interface Properties {
  readonly display: string
  readonly results: readonly LaboratoryResult[]
  readonly led: ReadonlySet<string>
}

/** The values behind a chart, newest first, for eyes, keyboards and screen readers alike. */
export function ValueTable({ display, results, led }: Properties) {
  return (
    <table className="values">
      <caption className="unseen">{display}, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">Value</th>
          <th scope="col">Reference</th>
        </tr>
      </thead>
      <tbody>
        {results.toReversed().map((result) => (
          <tr key={result.reference} data-led={led.has(result.reference)}>
            <th scope="row">{dayWords(result.takenAt)}</th>
            <td>
              {valueWords(result)} {remarks(result, led.has(result.reference))}
            </td>
            <td>{limitWords(result) || 'not stated'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function remarks(result: LaboratoryResult, led: boolean): string {
  const place = placeOf(result)
  const words = [place === 'normal' ? undefined : place, led ? 'led to the grade' : undefined, result.unreliable]
  const said = words.filter((word) => word !== undefined).join(', ')
  return said && `(${said})`
}
