import type { PanelView } from '#fhir-mappings/panel.ts'
import { dayWords } from './date-words.ts'

/** H-9: notes that speak to the software instead of the reader; calm, because nothing in them was obeyed. */
export function SuspiciousWords({ suspicious = [] }: Pick<PanelView['reading'], 'suspicious'>) {
  if (suspicious.length === 0) return null
  return (
    <section className="suspicious" aria-label="Words that try to instruct the software">
      <p>
        {suspicious.length === 1 ? 'A note contains' : `${suspicious.length} notes contain`} words that try to instruct
        the software; they were not followed.
      </p>
      <ul>
        {suspicious.map(({ source, title, date, words }) => (
          <li key={source}>
            <strong>{title}</strong>
            {date && ` · ${dayWords(date)}`}: {words.map((said) => `“${said}”`).join(', ')}
          </li>
        ))}
      </ul>
    </section>
  )
}
